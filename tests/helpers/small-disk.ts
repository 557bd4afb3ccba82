import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

/** A disk of a few megabytes that can be filled to its last byte. */
export interface SmallDisk {
  readonly unmount: () => void;
}

/** Mounts a tmpfs at an existing folder; null where this user may not. */
export function mountSmallDisk(folder: string, megabytes: number): SmallDisk | null {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${String(megabytes)}m`, 'tmpfs', folder], {
      stdio: 'ignore',
    });
  } catch {
    return null;
  }
  return { unmount: () => void execFileSync('umount', ['--lazy', folder]) };
}

/**
 * Takes the room that is left on the disk of a folder, but for `leave` bytes; the answer gives
 * it back. Each call takes more.
 */
export function fillDisk(folder: string, leave = 0): () => void {
  const path = join(folder, `ballast-${String(leave)}`);
  const file = openSync(path, 'a');
  for (const size of [1 << 20, 4096, 1]) {
    try {
      while (leave === 0 || freeOn(folder) > leave) writeSync(file, Buffer.alloc(size));
    } catch {
      // No room for a piece of this size any more: go on with smaller ones.
    }
  }
  closeSync(file);
  return () => rmSync(path);
}

function freeOn(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}
