import { useState } from 'react';
import type { BackupStatus } from '../../contract/backup';
import { Button } from '../../ui/controls/button';
import { KeyValueList, type KeyValue } from '../../ui/data/key-value-list';
import { ButtonRow } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';
import type { BackupWords } from '../restore/backup-words';
import { RunningWork } from '../restore/running-work';
import type { WatchedStatus } from '../restore/use-backup-status';
import { useLoket } from '../shared/loket-context';

interface FactsProps {
  readonly watched: WatchedStatus;
  readonly words: BackupWords;
}

/** How the backups stand, in words, and the button that makes one now. */
export function BackupFacts({ watched, words }: FactsProps) {
  const t = useMessages();
  const { host } = useLoket();
  const [isBusy, setIsBusy] = useState(false);
  const { status } = watched;
  if (status === null) return null;
  if (status.target === null) return <Banner tone="warn" title={t('backup.target.none')} />;
  const isRunning = status.running?.work === 'backup';

  async function run(): Promise<void> {
    const answer = await host.backup.runNow({});
    setIsBusy(answer.ok && answer.value.outcome === 'busy');
    await watched.refresh();
  }

  return (
    <>
      <TargetWarnings target={status.target} />
      <Failure status={status} words={words} />
      {isBusy && <Banner tone="info" title={t('backup.busy')} />}
      <div data-backup={status.lastGood?.outcome.kind ?? 'none'}>
        <Facts status={status} words={words} />
      </div>
      {status.running !== null && isRunning && (
        <RunningWork running={status.running} words={words} />
      )}
      <ButtonRow>
        <Button
          variant="primary"
          busy={isRunning}
          data-action="back-up-now"
          onClick={() => void run()}
        >
          {t('backup.run')}
        </Button>
      </ButtonRow>
    </>
  );
}

interface PartProps {
  readonly status: BackupStatus;
  readonly words: BackupWords;
}

function Facts({ status, words }: PartProps) {
  const t = useMessages();
  const { target, lastGood } = status;
  const good = lastGood?.outcome.kind === 'good' ? lastGood.outcome : null;
  const facts: KeyValue[] = [
    { key: 'folder', label: t('backup.target'), value: target?.folder ?? '' },
    {
      key: 'good',
      label: t('backup.lastGood'),
      value:
        good === null || lastGood === null
          ? t('backup.lastGood.none')
          : t('backup.lastGood.value', { time: words.time(lastGood.at), ...words.counts(good) }),
    },
  ];
  if (good !== null) {
    const size = words.bytes(good.newBytes);
    const value = t('backup.lastGood.writtenValue', { size });
    facts.push({ key: 'written', label: t('backup.lastGood.written'), value });
  }
  if (target?.present === true) {
    const value = words.bytes(target.freeBytes);
    facts.push({ key: 'free', label: t('backup.free'), value });
  }
  return <KeyValueList entries={facts} />;
}

function TargetWarnings({ target }: { readonly target: NonNullable<BackupStatus['target']> }) {
  const t = useMessages();
  if (!target.present) {
    return (
      <Banner tone="warn" title={t('backup.target.missing')}>
        {t('backup.target.missingText')}
      </Banner>
    );
  }
  if (!target.sameDisk) return null;
  return (
    <Banner tone="warn" title={t('backup.target.sameDisk')}>
      {t('backup.target.sameDiskText')}
    </Banner>
  );
}

/** Why the last attempt came to nothing, or what it could not tidy. */
function Failure({ status, words }: PartProps) {
  const t = useMessages();
  const { lastAttempt } = status;
  if (lastAttempt === null || status.running?.work === 'backup') return null;
  const { at, outcome } = lastAttempt;
  if (outcome.kind === 'good') {
    return outcome.tidied ? null : (
      <Banner tone="warn" title={t('backup.notTidied')}>
        {t('backup.notTidiedText')}
      </Banner>
    );
  }
  const title = t('backup.lastAttempt', { time: words.time(at) });
  const text = `${outcome.reason}: ${outcome.detail}`;
  return (
    <Banner tone="bad" title={title} details={{ summary: t('ui.showDetails'), text }}>
      {words.failure(outcome.reason)} {t('backup.earlierStay')}
    </Banner>
  );
}
