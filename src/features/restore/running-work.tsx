import type { BackupStatus } from '../../contract/backup';
import { Progress } from '../../ui/feedback/progress';
import { useMessages } from '../../ui/messages/use-messages';
import type { BackupWords } from './backup-words';

/** How far the work under way is. */
export function RunningWork(props: {
  readonly running: NonNullable<BackupStatus['running']>;
  readonly words: BackupWords;
}) {
  const t = useMessages();
  const { work, done, total } = props.running;
  const { count } = props.words;
  if (total === 0) return <Progress label={t('backup.running.begin')} value={null} />;
  const label = t(`backup.running.${work}`, { done: count(done), total: count(total) });
  return <Progress label={label} value={done / total} />;
}
