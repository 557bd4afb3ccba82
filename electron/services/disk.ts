import { constants } from 'node:fs';
import {
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  type FileHandle,
} from 'node:fs/promises';
import { dirname } from 'node:path';
import { fail, type Result, type ServiceError } from '../../src/contract/result';

/** An open file of the data folder. Positions and lengths are bytes. */
export interface DiskFile {
  /** Reads up to `length` bytes at `position`; shorter only at the end of the file. */
  readonly read: (position: number, length: number) => Promise<Uint8Array>;
  readonly write: (position: number, bytes: Uint8Array) => Promise<void>;
  /** Returns after the operating system says that the bytes are on the disk. */
  readonly sync: () => Promise<void>;
  readonly truncate: (length: number) => Promise<void>;
  readonly size: () => Promise<number>;
  readonly close: () => Promise<void>;
}

/**
 * Every way the services touch the disk. A port, so that a test can stop the program between
 * any two of these steps, or let one of them fail as a full disk does, while the services
 * themselves stay the real ones.
 */
export interface Disk {
  /** Creates the folder and those above it, each entered durably in its parent. */
  readonly makeFolder: (path: string) => Promise<void>;
  /** Names in a folder, sorted; none when the folder is absent. */
  readonly list: (path: string) => Promise<readonly string[]>;
  readonly read: (path: string) => Promise<Uint8Array<ArrayBuffer>>;
  /** Size in bytes and time of the last change, undefined when absent. */
  readonly find: (path: string) => Promise<{ size: number; changedAt: number } | undefined>;
  /** `create` refuses a file that exists; both give reading and writing. */
  readonly open: (path: string, mode: 'existing' | 'create', access?: number) => Promise<DiskFile>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Removes a file; absent is fine. */
  readonly remove: (path: string) => Promise<void>;
  /** Removes a folder with all it holds; absent is fine. Stopped half-way, a part is left. */
  readonly removeFolder: (path: string) => Promise<void>;
  /** Makes creations, renames and removals in a folder durable. */
  readonly syncFolder: (path: string) => Promise<void>;
}

/** The disk of this machine. */
export const systemDisk: Disk = {
  makeFolder: async (path) => {
    const first = await mkdir(path, { recursive: true, mode: 0o700 });
    if (first === undefined) return;
    for (let created = path; created.length >= first.length; created = dirname(created)) {
      await syncFolder(dirname(created));
    }
  },
  list: async (path) => {
    try {
      return (await readdir(path)).sort();
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return [];
      throw error;
    }
  },
  read: readFile,
  find: async (path) => {
    try {
      const found = await stat(path);
      return { size: found.size, changedAt: found.mtimeMs };
    } catch (error) {
      if (errorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  },
  open: async (path, mode, access = 0o600) => {
    const create = mode === 'create' ? constants.O_CREAT | constants.O_EXCL : 0;
    return diskFile(await open(path, constants.O_RDWR | create, access));
  },
  rename,
  remove: (path) => rm(path, { force: true }),
  removeFolder: (path) => rm(path, { force: true, recursive: true }),
  syncFolder,
};

function diskFile(handle: FileHandle): DiskFile {
  return {
    read: (position, length) => readAll(handle, position, length),
    write: async (position, bytes) => {
      let done = 0;
      while (done < bytes.length) {
        const { bytesWritten } = await handle.write(
          bytes,
          done,
          bytes.length - done,
          position + done,
        );
        done += bytesWritten;
      }
    },
    sync: () => handle.sync(),
    truncate: (length) => handle.truncate(length),
    size: async () => (await handle.stat()).size,
    close: () => handle.close(),
  };
}

async function readAll(handle: FileHandle, position: number, length: number): Promise<Uint8Array> {
  const buffer = Buffer.allocUnsafe(length);
  let done = 0;
  while (done < length) {
    const { bytesRead } = await handle.read(buffer, done, length - done, position + done);
    if (bytesRead === 0) break;
    done += bytesRead;
  }
  return buffer.subarray(0, done);
}

async function syncFolder(path: string): Promise<void> {
  // Windows cannot open a folder to flush it; NTFS journals its folder entries itself.
  if (process.platform === 'win32') return;
  const handle = await open(path, constants.O_RDONLY);
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * Replaces a file whole: readers see the old bytes or the new ones, and after the return the
 * new ones are on the disk. `temporary` must lie on the same file system; what an interrupted
 * run left there is overwritten.
 */
export async function replaceFile(
  disk: Disk,
  path: string,
  bytes: Uint8Array,
  temporary = `${path}.tmp`,
): Promise<void> {
  try {
    await disk.remove(temporary);
    const file = await disk.open(temporary, 'create');
    try {
      await file.write(0, bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await disk.rename(temporary, path);
  } catch (error) {
    // Best effort: a leftover is swept at the next start, the first failure is what matters.
    await disk.remove(temporary).catch(() => undefined);
    throw error;
  }
  await disk.syncFolder(dirname(path));
}

/** The operating system's code of a failure (`ENOSPC`), or the error's name. */
export function errorCode(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}

/**
 * Runs work on the disk and turns what the operating system refuses into `disk-full` or
 * `disk-failed`. `what` names the work by ids and folder, never by a person.
 */
export async function onDisk<Value>(
  what: string,
  work: () => Promise<Result<Value>>,
): Promise<Result<Value>> {
  try {
    return await work();
  } catch (error) {
    return fail(diskError(what, error));
  }
}

/** Code of what is thrown by a key that nobody has opened yet. */
export const VAULT_LOCKED = 'VAULT_LOCKED';

/** The closed error for a failed disk operation. */
export function diskError(what: string, error: unknown): ServiceError {
  const code = errorCode(error);
  if (code === VAULT_LOCKED) return { kind: 'vault-locked', detail: what };
  const full = code === 'ENOSPC' || code === 'EDQUOT';
  return { kind: full ? 'disk-full' : 'disk-failed', detail: `${what}: ${code}` };
}
