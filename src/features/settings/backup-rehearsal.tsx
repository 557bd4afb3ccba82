import { useState } from 'react';
import type { Rehearsal } from '../../contract/backup';
import { Button } from '../../ui/controls/button';
import { ButtonRow, Section } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';
import type { BackupWords } from '../restore/backup-words';
import { RunningWork } from '../restore/running-work';
import type { WatchedStatus } from '../restore/use-backup-status';
import { useLoket } from '../shared/loket-context';
import styles from './settings.module.css';

/** Tries the newest backup without touching the records, and says what came back. */
export function BackupRehearsal(props: {
  readonly watched: WatchedStatus;
  readonly words: BackupWords;
}) {
  const t = useMessages();
  const { host } = useLoket();
  const [isBusy, setIsBusy] = useState(false);
  const { watched, words } = props;
  const { running = null, rehearsal = null } = watched.status ?? {};
  const isRunning = running?.work === 'rehearsal';

  async function start(): Promise<void> {
    const answer = await host.backup.rehearse({});
    setIsBusy(answer.ok && answer.value.outcome === 'busy');
    await watched.refresh();
  }

  return (
    <Section title={t('backup.rehearsal')} description={t('backup.rehearsal.text')}>
      <div className={styles.form}>
        {isBusy && <Banner tone="info" title={t('backup.busy')} />}
        {!isRunning && rehearsal !== null && (
          <RehearsalOutcome rehearsal={rehearsal} words={words} />
        )}
        {running !== null && isRunning && <RunningWork running={running} words={words} />}
        <ButtonRow>
          <Button busy={isRunning} data-action="rehearse" onClick={() => void start()}>
            {t('backup.rehearsal.start')}
          </Button>
        </ButtonRow>
      </div>
    </Section>
  );
}

function RehearsalOutcome(props: { readonly rehearsal: Rehearsal; readonly words: BackupWords }) {
  const t = useMessages();
  const { rehearsal, words } = props;
  const { outcome } = rehearsal;
  const time = words.time(rehearsal.at);
  if (outcome.kind === 'failed') {
    const text = `${outcome.reason}: ${outcome.detail}`;
    const title = t('backup.rehearsal.failed', { time });
    return (
      <Banner tone="bad" title={title} details={{ summary: t('ui.showDetails'), text }}>
        {words.failure(outcome.reason)}
      </Banner>
    );
  }
  const counts = t('backup.rehearsal.counts', words.counts(outcome));
  if (outcome.kind === 'good') {
    return (
      <div data-rehearsal="good">
        <Banner tone="good" title={t('backup.rehearsal.good', { time })}>
          {counts}
        </Banner>
      </div>
    );
  }
  const text = outcome.damaged.map(words.damage).join('\n');
  return (
    <div data-rehearsal="damaged">
      <Banner
        tone="bad"
        title={t('backup.rehearsal.bad', { time })}
        details={{ summary: t('ui.showDetails'), text: text === '' ? counts : text }}
      >
        {outcome.damagedCount > 0 && (
          <p>{t('backup.rehearsal.damaged', { count: words.count(outcome.damagedCount) })}</p>
        )}
        {!outcome.journalFits && <p>{t('backup.rehearsal.journal')}</p>}
        <p>{t('backup.rehearsal.remedy')}</p>
      </Banner>
    </div>
  );
}
