import { execFileSync } from 'node:child_process';
import { closeSync, openSync, rmSync, writeSync } from 'node:fs';
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

/** Takes all room that is left on the disk of a folder; the answer gives it back. */
export function fillDisk(folder: string): () => void {
  const path = join(folder, 'ballast');
  const file = openSync(path, 'a');
  for (const size of [1 << 20, 4096, 1]) {
    try {
      for (;;) writeSync(file, Buffer.alloc(size));
    } catch {
      // No room for a piece of this size any more: go on with smaller ones.
    }
  }
  closeSync(file);
  return () => rmSync(path);
}
