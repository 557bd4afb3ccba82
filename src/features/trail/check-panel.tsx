import { ShieldCheck } from 'lucide-react';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { Progress } from '../../ui/feedback/progress';
import { formatCount } from '../../ui/format/numbers';
import { useMessages } from '../../ui/messages/use-messages';
import { useTimeContext } from '../shared/use-time-context';
import { useNow } from '../shared/use-time-context';
import { useTrail } from '../shared/use-trail';
import { findingWords } from './finding-words';
import { PrintedHead } from './printed-head';
import { progressText, trailStateText } from './trail-state';
import styles from './trail.module.css';
import { useTrailWatch, type TrailWatch } from './use-trail-watch';

/** Whether the chain is whole, what was found, and the comparison with paper. */
export function CheckPanel() {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  const watch = useTrailWatch();
  const { last, running, failure } = watch;
  return (
    <Stack>
      <Section
        title={t('trail.check')}
        description={t('trail.check.text')}
        actions={<CheckButtons watch={watch} />}
      >
        <Stack>
          <p className={styles.state} role="status" data-trail-state={stateOf(watch)}>
            {trailStateText({ last, running: null }, now, t, context)}{' '}
            {last && t(last.full ? 'trail.check.fully' : 'trail.check.partly')}
          </p>
          {running !== null && (
            <Progress
              label={progressText(running, t, context)}
              value={running.of === 0 ? null : running.checked / running.of}
            />
          )}
          {failure !== null && (
            <Banner
              tone="bad"
              title={t('trail.check.failed')}
              details={{
                summary: t('ui.showDetails'),
                text: `${failure.kind}: ${failure.detail}`,
              }}
            >
              {t('trail.check.failedText')}
            </Banner>
          )}
        </Stack>
      </Section>
      {last && last.found > 0 && <Findings last={last} />}
      <PrintedHead />
    </Stack>
  );
}

function stateOf({ last, running }: TrailWatch): string {
  if (running !== null) return 'running';
  if (!last) return 'never';
  return last.found === 0 ? 'whole' : 'found';
}

function CheckButtons({ watch }: { readonly watch: TrailWatch }) {
  const t = useMessages();
  const { seen } = useTrail();
  if (watch.running !== null) {
    return (
      <Button data-action="cancel-check" onClick={watch.cancel}>
        {t('trail.check.cancel')}
      </Button>
    );
  }
  return (
    <Button
      variant="primary"
      icon={ShieldCheck}
      data-action="check-trail"
      onClick={() => {
        void watch.checkNow().then((check) => {
          if (check === null) return;
          void seen({ action: 'trail-checked', subject: null, details: { count: check.found } });
        });
      }}
    >
      {t('trail.check.now')}
    </Button>
  );
}

function Findings({ last }: { readonly last: NonNullable<TrailWatch['last']> }) {
  const t = useMessages();
  const context = useTimeContext();
  const more = last.found - last.findings.length;
  return (
    <Section title={t('trail.check.findings')}>
      <Stack>
        {last.findings.map((finding, index) => {
          const { tone, title, text } = findingWords(finding, context);
          return (
            <div key={index} data-finding={finding.kind}>
              <Banner tone={tone} title={title}>
                {text}
              </Banner>
            </div>
          );
        })}
        {more > 0 && <p>{t('trail.check.more', { count: formatCount(more, context.locale) })}</p>}
      </Stack>
    </Section>
  );
}
