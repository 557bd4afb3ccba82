import { Button } from '../../ui/controls/button';
import { useMessages } from '../../ui/messages/use-messages';
import { useBackupWords } from './backup-words';
import { RestorePanel } from './restore-panel';
import styles from './restore.module.css';
import { useBackupStatus, type BackupHost } from './use-backup-status';

interface RestorePageProps {
  readonly host: BackupHost;
  /** Back to the first set-up; no button without it. */
  readonly onBack?: (() => void) | undefined;
  /** IANA zone times are shown in; nothing says which one the office has before it is restored. */
  readonly timeZone?: string | undefined;
}

/**
 * "Pulihkan dari cadangan" on a computer that has no office yet: needs nothing but the shell.
 * Once the restore is ordered it says to close and open the program again.
 */
export function RestorePage({ host, onBack, timeZone = 'Asia/Jakarta' }: RestorePageProps) {
  const t = useMessages();
  const words = useBackupWords(timeZone);
  const watched = useBackupStatus(host);
  return (
    <main className={styles.page}>
      <div className={styles.card}>
        <header>
          <h1 className={styles.title}>{t('restore.title')}</h1>
          <p className={styles.text}>{t('restore.text')}</p>
        </header>
        <RestorePanel host={host} watched={watched} words={words} folder="" />
        {onBack !== undefined && (
          <div>
            <Button onClick={onBack}>{t('restore.back')}</Button>
          </div>
        )}
      </div>
    </main>
  );
}
