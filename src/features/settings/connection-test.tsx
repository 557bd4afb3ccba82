import { useState } from 'react';
import type { HealthOutcome } from '../../contract/ams';
import type { Result } from '../../contract/result';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { formatDuration } from '../../ui/format/duration';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import styles from './settings.module.css';

/** Clocks may differ by so much before somebody must set one right (contract page). */
const CLOCK_TOLERANCE_MS = 10 * 60 * 1000;

/** Asks the gateway at this address whether it is there, and says the answer in words. */
export function ConnectionTest({ baseUrl }: { readonly baseUrl: string | null }) {
  const t = useMessages();
  const { host } = useLoket();
  const [answer, setAnswer] = useState<Result<HealthOutcome> | null>(null);
  const [asking, setAsking] = useState(false);

  async function ask(address: string): Promise<void> {
    setAsking(true);
    setAnswer(await host.ams.health({ baseUrl: address }));
    setAsking(false);
  }

  return (
    <div className={styles.test}>
      <Button
        busy={asking}
        disabled={baseUrl === null}
        onClick={() => {
          if (baseUrl !== null) void ask(baseUrl);
        }}
      >
        {t('settings.test')}
      </Button>
      <div className={styles.answer}>{answer !== null && <Answer answer={answer} />}</div>
    </div>
  );
}

function Answer({ answer }: { readonly answer: Result<HealthOutcome> }) {
  const t = useMessages();
  const locale = useLocale();
  if (!answer.ok) {
    const { kind, detail } = answer.error;
    const details = { summary: t('ui.showDetails'), text: `${kind}: ${detail}` };
    return <Banner tone="bad" title={t('settings.test.failed')} details={details} />;
  }
  const outcome = answer.value;
  if (outcome.outcome === 'offline') {
    const details = { summary: t('ui.showDetails'), text: outcome.detail };
    return <Banner tone="bad" title={t(`settings.test.${outcome.reason}`)} details={details} />;
  }
  const offset = Math.abs(outcome.clockOffsetMs ?? 0);
  if (offset > CLOCK_TOLERANCE_MS) {
    const difference = formatDuration(offset, locale);
    return <Banner tone="warn" title={t('settings.test.clock', { difference })} />;
  }
  return <Banner tone="good" title={t('settings.test.online')} />;
}
