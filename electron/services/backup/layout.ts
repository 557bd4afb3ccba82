import { join } from 'node:path';

/** The folder of all backups inside a target. */
export const backupFolder = 'loket-se-backup';

/** Where everything lies in a target (docs/backup.md). */
export interface TargetPaths {
  readonly target: string;
  readonly root: string;
  readonly objects: string;
  /** Half-written objects; swept by every run. */
  readonly aside: string;
  readonly snapshots: string;
  readonly vault: string;
  readonly readme: string;
}

/** The paths of a target folder. */
export function targetPaths(target: string): TargetPaths {
  const root = join(target, backupFolder);
  const objects = join(root, 'objects');
  return {
    target,
    root,
    objects,
    aside: join(objects, 'tmp'),
    snapshots: join(root, 'snapshots'),
    vault: join(root, 'vault'),
    readme: join(root, 'README.txt'),
  };
}

/** Folder of an object: the first two digits of its SHA-256. */
export function objectFolder(paths: TargetPaths, hash: string): string {
  return join(paths.objects, hash.slice(0, 2));
}

/** File of an object, named by the SHA-256 of its bytes, lower-case hex. */
export function objectPath(paths: TargetPaths, hash: string): string {
  return join(objectFolder(paths, hash), hash);
}

/** Name of the snapshot taken at a moment: `20261127T155300123Z`; names sort by time. */
export function snapshotName(at: Date): string {
  return at.toISOString().replaceAll(/[-:.]/g, '');
}

const namePattern = /^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(\d{3})Z$/;

/** Epoch milliseconds of a snapshot's name; null when it is none. */
export function snapshotTime(name: string): number | null {
  const found = namePattern.exec(name);
  if (found === null) return null;
  const [, year, month, day, hour, minute, second, millisecond] = found;
  const time = Date.parse(
    `${year ?? ''}-${month ?? ''}-${day ?? ''}T${hour ?? ''}:${minute ?? ''}:${second ?? ''}.${millisecond ?? ''}Z`,
  );
  return Number.isNaN(time) ? null : time;
}
