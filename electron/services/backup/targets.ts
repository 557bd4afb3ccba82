import { randomUUID } from 'node:crypto';
import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, isAbsolute, join, normalize, relative, sep } from 'node:path';
import type { TargetProblem } from '../../../src/contract/backup';
import { shellText } from '../../shell-text';
import { errorCode, replaceFile, type Disk } from '../disk';
import { inTime } from '../in-time';
import { freeBytes } from '../shell-info';
import { backupFolder, targetPaths } from './layout';
import { newestManifest } from './manifest';
import { writeFlushed } from './objects';

/** How long a share that does not answer may hold up a look at it. */
const patience = 3_000;

/**
 * The folder a person means: whoever names `loket-se-backup` itself means the one above it.
 * Null for a path that is not complete.
 */
export function meantFolder(typed: string): string | null {
  const folder = normalize(typed.trim());
  if (!isAbsolute(folder)) return null;
  const bare = folder.length > 1 && folder.endsWith(sep) ? folder.slice(0, -1) : folder;
  return basename(bare) === backupFolder ? dirname(bare) : bare;
}

/**
 * Tries a folder as a target and prepares it: a file is written, read back and removed, and
 * `loket-se-backup` with its README is put there, by which a later run knows that the right
 * drive is plugged in. Null when it can hold the backups of this office.
 */
export async function prepareTarget(
  disk: Disk,
  folder: string,
  dataFolder: string,
  origin: string | null,
): Promise<TargetProblem | null> {
  try {
    if ((await disk.find(folder)) === undefined) return 'missing';
    if (!(await stat(folder)).isDirectory()) return 'not-a-folder';
    if (await isInside(folder, dataFolder)) return 'inside-data';
    const paths = targetPaths(folder);
    const there = (await newestManifest(disk, paths))?.manifest.origin ?? null;
    if (there !== null && there !== origin) return 'other-office';
    const probe = join(folder, `loket-se-${randomUUID()}.tmp`);
    const bytes = Buffer.from(randomUUID());
    await writeFlushed(disk, probe, bytes);
    const same = Buffer.compare(await disk.read(probe), bytes) === 0;
    await disk.remove(probe);
    if (!same) return 'not-writable';
    await disk.makeFolder(paths.root);
    await replaceFile(disk, paths.readme, Buffer.from(`${shellText('shell.backupReadme')}\n`));
    return null;
  } catch (error) {
    const code = errorCode(error);
    return code === 'ENOSPC' || code === 'EDQUOT' ? 'full' : 'not-writable';
  }
}

/**
 * Whether the chosen target is there: its README is, which `prepareTarget` wrote. An empty
 * mount point of an unplugged drive is not taken for the drive.
 */
export async function isTargetPresent(disk: Disk, folder: string): Promise<boolean> {
  const found = inTime(disk.find(targetPaths(folder).readme), patience);
  return (await found.catch(() => undefined)) !== undefined;
}

/** Free bytes of a target and whether it shares the disk of the data; unknown is null. */
export async function lookAtTarget(
  folder: string,
  dataFolder: string,
): Promise<{ readonly freeBytes: number | null; readonly sameDisk: boolean }> {
  const devices = Promise.all([stat(folder), stat(dataFolder)]);
  const [free, same] = await Promise.all([
    inTime(freeBytes(folder), patience),
    inTime(
      devices.then(([target, data]) => target.dev === data.dev),
      patience,
    ).catch(() => undefined),
  ]);
  return { freeBytes: free ?? null, sameDisk: same ?? false };
}

/** Whether a folder is another one or lies below it, whatever links lead there. */
export async function isInside(folder: string, dataFolder: string): Promise<boolean> {
  const [inner, outer] = await Promise.all([realpath(folder), realpath(dataFolder)]);
  const way = relative(outer, inner);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
}
