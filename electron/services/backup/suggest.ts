import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Disk } from '../disk';
import { freeBytes } from '../shell-info';
import { targetPaths } from './layout';

export interface SuggestedTarget {
  readonly folder: string;
  readonly freeBytes: number | null;
  readonly hasBackup: boolean;
}

/**
 * Drives that are plugged in and shares that are mounted, other than the system's own: on
 * Linux what is mounted below `/media`, `/run/media` and `/mnt`, on macOS below `/Volumes`,
 * on Windows every drive letter but the system's. What cannot be looked at is left out.
 */
export async function suggestTargets(
  disk: Disk,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): Promise<readonly SuggestedTarget[]> {
  const suggested: SuggestedTarget[] = [];
  for (const folder of await candidates(disk, platform, environment)) {
    try {
      if (platform !== 'win32' && !(await isMounted(folder))) continue;
      const hasBackup = (await disk.find(targetPaths(folder).root)) !== undefined;
      suggested.push({ folder, freeBytes: await freeBytes(folder), hasBackup });
    } catch {
      // An empty card reader, or a drive of somebody else.
    }
  }
  return suggested;
}

async function candidates(
  disk: Disk,
  platform: NodeJS.Platform,
  environment: NodeJS.ProcessEnv,
): Promise<readonly string[]> {
  if (platform === 'win32') {
    const system = (environment['SystemDrive'] ?? 'C:').toUpperCase();
    const letters = Array.from('DEFGHIJKLMNOPQRSTUVWXYZABC', (letter) => `${letter}:`);
    const drives = letters.filter((letter) => letter !== system).map((letter) => `${letter}\\`);
    const found: string[] = [];
    for (const drive of drives) {
      if ((await disk.find(drive).catch(() => undefined)) !== undefined) found.push(drive);
    }
    return found;
  }
  if (platform === 'darwin') return foldersIn(disk, '/Volumes');
  const below = await Promise.all(
    ['/media', '/run/media'].map(async (place) => {
      const owners = await foldersIn(disk, place);
      const drives = await Promise.all(owners.map((owner) => foldersIn(disk, owner)));
      return [...owners, ...drives.flat()];
    }),
  );
  return [...below.flat(), ...(await foldersIn(disk, '/mnt'))];
}

async function foldersIn(disk: Disk, place: string): Promise<readonly string[]> {
  const names = await disk.list(place).catch(() => []);
  return names.map((name) => join(place, name));
}

async function isMounted(folder: string): Promise<boolean> {
  const [own, above, root] = await Promise.all([stat(folder), stat(dirname(folder)), stat('/')]);
  return own.isDirectory() && own.dev !== above.dev && own.dev !== root.dev;
}
