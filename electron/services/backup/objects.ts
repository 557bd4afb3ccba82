import { webcrypto } from 'node:crypto';
import { join } from 'node:path';
import { type Disk } from '../disk';
import { BackupStopped } from './failure';
import { objectFolder, objectPath, type TargetPaths } from './layout';

/** SHA-256 in lower-case hex, computed off the program's own thread. */
export async function sha256Of(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return Buffer.from(await webcrypto.subtle.digest('SHA-256', bytes)).toString('hex');
}

/** The objects of a target while a snapshot is taken. */
export interface ObjectStore {
  /** Whether the object lies there with this size; `read` also reads it and compares. */
  readonly has: (hash: string, size: number, read: boolean) => Promise<boolean>;
  /**
   * Stores bytes under their hash, unless they lie there whole already: written aside,
   * flushed, renamed, read back. Throws `not-read-back` when they come back different.
   */
  readonly put: (hash: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>;
  /** Makes all that was put durable; call it before a manifest names it. */
  readonly settle: () => Promise<void>;
  readonly written: () => { readonly objects: number; readonly bytes: number };
}

/** Opens the objects of a target and sweeps what an interrupted run left half-written. */
export async function openObjects(disk: Disk, paths: TargetPaths): Promise<ObjectStore> {
  await disk.makeFolder(paths.aside);
  for (const name of await disk.list(paths.aside)) await disk.remove(join(paths.aside, name));
  const touched = new Set<string>();
  let objects = 0;
  let written = 0;

  async function has(hash: string, size: number, read: boolean): Promise<boolean> {
    const found = await disk.find(objectPath(paths, hash));
    if (found?.size !== size) return false;
    return !read || (await readsBack(disk, paths, hash));
  }

  return {
    has,
    put: async (hash, bytes) => {
      if (await has(hash, bytes.length, true)) return;
      const folder = objectFolder(paths, hash);
      if (!touched.has(folder)) await disk.makeFolder(folder);
      const aside = join(paths.aside, hash);
      const path = objectPath(paths, hash);
      await writeFlushed(disk, aside, bytes);
      await disk.rename(aside, path);
      touched.add(folder);
      if (!(await readsBack(disk, paths, hash))) {
        await disk.remove(path);
        throw new BackupStopped('not-read-back', hash);
      }
      objects += 1;
      written += bytes.length;
    },
    settle: async () => {
      for (const folder of touched) await disk.syncFolder(folder);
      touched.clear();
    },
    written: () => ({ objects, bytes: written }),
  };
}

/** The bytes of an object; `missing`, or `altered` when they are not what its name says. */
export async function readObject(
  disk: Disk,
  paths: TargetPaths,
  hash: string,
): Promise<Uint8Array<ArrayBuffer> | 'missing' | 'altered'> {
  const path = objectPath(paths, hash);
  if ((await disk.find(path)) === undefined) return 'missing';
  const bytes = await disk.read(path);
  return (await sha256Of(bytes)) === hash ? bytes : 'altered';
}

async function readsBack(disk: Disk, paths: TargetPaths, hash: string): Promise<boolean> {
  return typeof (await readObject(disk, paths, hash)) !== 'string';
}

/** Writes a new file whole and flushes it; a leftover of the same name is replaced. */
export async function writeFlushed(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  await disk.remove(path);
  const file = await disk.open(path, 'create');
  try {
    await file.write(0, bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
