/**
 * Where the desk begins to warn and where it stops taking new work, in bytes (decimal, as
 * systems and makers of disks count) and milliseconds. The one place of these numbers.
 */
export const limits = {
  /** Below this the counter page warns. */
  lowDiskBytes: 2_000_000_000,
  /** Below this no new request is begun; work on existing ones goes on. */
  newWorkBytes: 500_000_000,
  /** A last good backup older than this is warned of. */
  oldBackupMs: 2 * 24 * 3_600_000,
} as const;

/** How much room the data folder's disk has left for work. */
export type DiskRoom = 'enough' | 'low' | 'too-low';

/** The room by free bytes; a system that does not say (null) is never blamed for it. */
export function diskRoom(freeBytes: number | null): DiskRoom {
  if (freeBytes === null || freeBytes >= limits.lowDiskBytes) return 'enough';
  return freeBytes < limits.newWorkBytes ? 'too-low' : 'low';
}

/** What the desk should be told of its backups. */
export type BackupWarning = 'no-target' | 'never' | 'old';

/**
 * Whether the backups are something to warn of at `now` (epoch milliseconds). Never having
 * had one counts from when the target was chosen; a backup dated in the future, made while
 * the clock was wrong, proves nothing and counts as old.
 */
export function backupWarning(facts: {
  readonly hasTarget: boolean;
  /** RFC 3339 UTC; null without a target. */
  readonly targetSince: string | null;
  /** RFC 3339 UTC; null when none was ever good. */
  readonly lastGoodAt: string | null;
  readonly now: number;
}): BackupWarning | null {
  const { hasTarget, targetSince, lastGoodAt, now } = facts;
  if (!hasTarget) return 'no-target';
  const since = Date.parse(lastGoodAt ?? targetSince ?? '');
  const age = now - since;
  if (age >= 0 && age <= limits.oldBackupMs) return null;
  return lastGoodAt === null ? 'never' : 'old';
}
