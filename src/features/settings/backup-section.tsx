import { useState } from 'react';
import type { OfficeProfile } from '../../domain/office/office-event';
import { Section } from '../../ui/data/section';
import { useMessages } from '../../ui/messages/use-messages';
import { useBackupWords } from '../restore/backup-words';
import { FolderField, type FolderProblem } from '../restore/folder-field';
import { RestorePanel } from '../restore/restore-panel';
import { useBackupStatus, type WatchedStatus } from '../restore/use-backup-status';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { BackupFacts } from './backup-facts';
import { BackupRehearsal } from './backup-rehearsal';
import styles from './settings.module.css';

/** Where backups go, how the last one ended, a rehearsal, and the way back from one. */
export function BackupSection({
  id,
  profile,
}: {
  readonly id: string;
  readonly profile: OfficeProfile;
}) {
  const t = useMessages();
  const { host } = useLoket();
  const words = useBackupWords(profile.timeZone);
  const watched = useBackupStatus(host);
  const { status } = watched;
  const { why } = useMay('manage-backup');
  if (why !== undefined) {
    return (
      <div id={id} className={styles.anchor} tabIndex={-1}>
        <Section title={t('settings.backup')} description={t('backup.text')}>
          <p className={styles.faint}>{why}</p>
        </Section>
      </div>
    );
  }
  return (
    <div className={styles.stack}>
      <div id={id} className={styles.anchor} tabIndex={-1}>
        <Section title={t('settings.backup')} description={t('backup.text')}>
          <div className={styles.form}>
            {status !== null && <BackupFacts watched={watched} words={words} />}
            {status !== null && (
              <TargetField key={status.target?.folder} watched={watched} words={words} />
            )}
          </div>
        </Section>
      </div>
      {status?.target != null && (
        <>
          <BackupRehearsal watched={watched} words={words} />
          <Section title={t('restore.title')} description={t('restore.text')}>
            <RestorePanel
              key={status.target.folder}
              host={host}
              watched={watched}
              words={words}
              folder={status.target.folder}
            />
          </Section>
        </>
      )}
    </div>
  );
}

function TargetField(props: {
  readonly watched: WatchedStatus;
  readonly words: ReturnType<typeof useBackupWords>;
}) {
  const t = useMessages();
  const { host } = useLoket();
  const [folder, setFolder] = useState(props.watched.status?.target?.folder ?? '');
  const [problem, setProblem] = useState<FolderProblem | null>(null);
  const [busy, setBusy] = useState(false);

  async function take(taken: string): Promise<void> {
    setBusy(true);
    const answer = await host.backup.setTarget({ folder: taken });
    setBusy(false);
    const refused = answer.ok && answer.value.outcome === 'refused' ? answer.value.problem : null;
    setProblem(answer.ok ? refused : 'unanswered');
    await props.watched.refresh();
  }

  return (
    <FolderField
      host={host}
      words={props.words}
      name="backup-folder"
      label={t('backup.target')}
      action={t('backup.target.save')}
      folder={folder}
      onFolder={(typed) => {
        setFolder(typed);
        setProblem(null);
      }}
      problem={problem}
      busy={busy}
      onTake={(taken) => void take(taken)}
    />
  );
}
