import type { LeftOut, RestoreState } from '../../contract/backup';
import { assertNever } from '../../domain/assert-never';
import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';
import type { BackupWords } from './backup-words';

/** How the last restore stands, and what has to be done for it. */
export function RestoreOutcome(props: {
  readonly restore: RestoreState;
  readonly words: BackupWords;
  /** Restores the same snapshot without what is damaged; unknown after the page was left. */
  readonly onLeaveOut: (() => void) | undefined;
}) {
  const t = useMessages();
  const { restore, words, onLeaveOut } = props;
  const { outcome } = restore;
  switch (outcome.kind) {
    case 'ordered':
      return (
        <div data-restore="ordered">
          <Banner tone="good" title={t('restore.ordered')}>
            {t('restore.orderedText', { time: words.time(snapshotMoment(restore.snapshot)) })}
          </Banner>
          <Without without={outcome.without} words={words} />
        </div>
      );
    case 'done':
      return (
        <div data-restore="done">
          <Banner tone="info" title={t('restore.done', { time: words.time(restore.at) })}>
            {t('restore.doneText', {
              snapshot: words.time(snapshotMoment(restore.snapshot)),
              folder: outcome.movedTo,
            })}
          </Banner>
          <Without without={outcome.without} words={words} />
        </div>
      );
    case 'damaged':
      return <Damaged outcome={outcome} words={words} onLeaveOut={onLeaveOut} />;
    case 'failed': {
      const text = `${outcome.reason}: ${outcome.detail}`;
      const details = { summary: t('ui.showDetails'), text };
      return (
        <Banner tone="bad" title={t('restore.failed')} details={details}>
          {words.failure(outcome.reason)} {t('restore.failedText')}
        </Banner>
      );
    }
    default:
      return assertNever(outcome);
  }
}

type DamagedOutcome = Extract<RestoreState['outcome'], { kind: 'damaged' }>;

/** Nothing was replaced; where only scans or drafts are damaged it can go on without them. */
function Damaged(props: {
  readonly outcome: DamagedOutcome;
  readonly words: BackupWords;
  readonly onLeaveOut: (() => void) | undefined;
}) {
  const t = useMessages();
  const { outcome, words, onLeaveOut } = props;
  const canLeaveOut = outcome.canLeaveOut === true;
  const text = outcome.damaged.map(words.damage).join('\n');
  return (
    <Banner
      tone="bad"
      title={t('restore.damaged', { count: words.count(outcome.damagedCount) })}
      details={{ summary: t('ui.showDetails'), text }}
      actions={
        canLeaveOut && onLeaveOut !== undefined ? (
          <Button data-action="restore-without" onClick={onLeaveOut}>
            {t('restore.without')}
          </Button>
        ) : undefined
      }
    >
      {t(canLeaveOut ? 'restore.damagedFilesText' : 'restore.damagedText')}
    </Banner>
  );
}

/** What was left out of a restore because the drive had it damaged. */
function Without({
  without,
  words,
}: {
  readonly without: LeftOut | undefined;
  readonly words: BackupWords;
}) {
  const t = useMessages();
  if (without === undefined) return null;
  const title = t('restore.leftOut', { count: words.count(without.damagedCount) });
  const text = without.damaged.map(words.damage).join('\n');
  return (
    <Banner tone="warn" title={title} details={{ summary: t('ui.showDetails'), text }}>
      {t('restore.leftOutText')}
    </Banner>
  );
}

/** RFC 3339 of a snapshot's name: `20261127T155300123Z`. */
function snapshotMoment(name: string): string {
  return name.replace(
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z$/,
    '$1-$2-$3T$4:$5:$6.$7Z',
  );
}
