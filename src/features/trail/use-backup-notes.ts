import { useEffect } from 'react';
import type { BackupStatus } from '../../contract/backup';
import { SYSTEM_AUTHOR } from '../../domain/event';
import type { TrailNote } from '../../domain/trail/trail-event';
import type { Store } from '../../store/store';
import { useBackupStatus } from '../restore/use-backup-status';
import { useLoket } from '../shared/loket-context';

/** What was noted last: times of a backup and of a restore. */
const TOLD = 'trail.backupTold';

/**
 * Notes how backups and restores end, each once: they are the shell's work, by itself once a
 * day or asked for, and end also while nobody looks at the settings.
 */
export function useBackupNotes(): void {
  const { store, host } = useLoket();
  const { status } = useBackupStatus(host);
  const ended = status === null ? null : JSON.stringify(endings(status));
  useEffect(() => {
    // What cannot be noted now is noted at the next look: the fact is kept after the note.
    if (ended !== null) void noteOnce(store, JSON.parse(ended) as Endings).catch(() => undefined);
  }, [store, ended]);
}

/** The ends that may still have to be noted, each with the time that tells it from others. */
interface Endings {
  readonly backup: { readonly at: string; readonly note: TrailNote } | null;
  readonly restore: { readonly at: string; readonly note: TrailNote } | null;
}

function endings({ lastAttempt, restore }: BackupStatus): Endings {
  return {
    backup: lastAttempt === null ? null : { at: lastAttempt.at, note: backupNote(lastAttempt) },
    restore:
      restore?.outcome.kind === 'done'
        ? { at: restore.at, note: { action: 'restore-run', subject: null } }
        : null,
  };
}

function backupNote({ outcome }: NonNullable<BackupStatus['lastAttempt']>): TrailNote {
  return outcome.kind === 'good'
    ? { action: 'backup-run', subject: null, details: { count: outcome.records } }
    : { action: 'backup-failed', subject: null, details: { code: outcome.reason } };
}

async function noteOnce(store: Store, { backup, restore }: Endings): Promise<void> {
  const told = await store.getDeviceFact(TOLD);
  const [backupTold, restoreTold] = (told ?? '|').split('|');
  for (const one of [
    backup?.at === backupTold ? null : backup,
    restore?.at === restoreTold ? null : restore,
  ]) {
    if (one === null) continue;
    const noted = await store.note(one.note, SYSTEM_AUTHOR);
    if (!noted.ok) return;
  }
  await store.setDeviceFact(TOLD, `${backup?.at ?? ''}|${restore?.at ?? ''}`);
}
