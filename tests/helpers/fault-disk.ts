import { fail } from 'node:assert';
import type { Disk, DiskFile } from '../../electron/services/disk';

/** The kinds of step a disk takes that change something. */
export type DiskStep =
  | 'makeFolder'
  | 'create'
  | 'write'
  | 'sync'
  | 'truncate'
  | 'rename'
  | 'remove'
  | 'removeFolder'
  | 'syncFolder';

/** Called before each changing step; what it throws, the step throws. */
export type BeforeStep = (step: DiskStep, bytes?: Uint8Array) => 'half' | undefined;

/**
 * A real disk with an observer in front of every step that changes something: it may let the
 * step fail, let a write stop half-way (`half`: half the bytes are written, then it asks
 * again), or end the process.
 */
export function observedDisk(disk: Disk, before: BeforeStep): Disk {
  return {
    ...disk,
    makeFolder: async (path) => {
      before('makeFolder');
      return disk.makeFolder(path);
    },
    open: async (path, mode, access) => {
      if (mode === 'create') before('create');
      return observedFile(await disk.open(path, mode, access), before);
    },
    rename: async (from, to) => {
      before('rename');
      return disk.rename(from, to);
    },
    remove: async (path) => {
      before('remove');
      return disk.remove(path);
    },
    removeFolder: async (path) => {
      before('removeFolder');
      return disk.removeFolder(path);
    },
    syncFolder: async (path) => {
      before('syncFolder');
      return disk.syncFolder(path);
    },
  };
}

function observedFile(file: DiskFile, before: BeforeStep): DiskFile {
  return {
    ...file,
    write: async (position, bytes) => {
      if (before('write', bytes) === 'half') {
        await file.write(position, bytes.subarray(0, bytes.length >> 1));
        before('write', bytes);
        fail('a half write has to end in a failure');
      }
      return file.write(position, bytes);
    },
    sync: async () => {
      before('sync');
      return file.sync();
    },
    truncate: async (length) => {
      before('truncate');
      return file.truncate(length);
    },
  };
}

/** What the operating system throws, with its code. */
export function systemError(code: string): Error {
  return Object.assign(new Error(code), { code });
}
