import type { Host } from '../../contract';

/** A backup that was asked for: where, and whether it began. */
export interface BegunBackup {
  readonly folder: string;
  readonly started: boolean;
}

/**
 * Begins a backup where there is a target, after keys or ways in were destroyed or replaced: all
 * snapshots of a target share one set of keys, which only a run exchanges. Null where there is
 * no target.
 */
export async function beginBackup({ backup }: Pick<Host, 'backup'>): Promise<BegunBackup | null> {
  const status = await backup.status({});
  const target = status.ok ? status.value.target : null;
  if (target === null) return null;
  const run = target.present ? await backup.runNow({}) : null;
  return { folder: target.folder, started: run?.ok === true && run.value.outcome === 'started' };
}
