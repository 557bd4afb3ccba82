import type { RestoreState } from '../../contract/backup';
import { assertNever } from '../../domain/assert-never';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';
import type { BackupWords } from './backup-words';

/** How the last restore stands, and what has to be done for it. */
export function RestoreOutcome(props: {
  readonly restore: RestoreState;
  readonly words: BackupWords;
}) {
  const t = useMessages();
  const { restore, words } = props;
  const { outcome } = restore;
  switch (outcome.kind) {
    case 'ordered':
      return (
        <div data-restore="ordered">
          <Banner tone="good" title={t('restore.ordered')}>
            {t('restore.orderedText', { time: words.time(snapshotMoment(restore.snapshot)) })}
          </Banner>
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
        </div>
      );
    case 'damaged': {
      const text = outcome.damaged.map(words.damage).join('\n');
      const title = t('restore.damaged', { count: words.count(outcome.damagedCount) });
      const details = { summary: t('ui.showDetails'), text };
      return (
        <Banner tone="bad" title={title} details={details}>
          {t('restore.damagedText')}
        </Banner>
      );
    }
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

/** RFC 3339 of a snapshot's name: `20261127T155300123Z`. */
function snapshotMoment(name: string): string {
  return name.replace(
    /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z$/,
    '$1-$2-$3T$4:$5:$6.$7Z',
  );
}
