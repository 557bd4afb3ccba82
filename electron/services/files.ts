import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fail, succeed, type Result } from '../../src/contract/result';
import type { Services } from '../../src/contract/index';
import { onDisk, replaceFile, systemDisk, type Disk } from './disk';
import { OWNER_BYTES, plainFiles, sha256, type FileSealing } from './file-sealing';

export interface FileStore {
  readonly service: Services['files'];
  /** The bytes at an address for other services; `not-found` or `damaged` instead of wrong bytes. */
  readonly readFile: (address: string) => Promise<Result<Uint8Array<ArrayBuffer>>>;
}

/**
 * The content-addressed store of scans and PDFs under `folder`: `ab/cd/<address>`, sealed. A file is
 * whole or absent: it is written aside, flushed, read back and renamed, and its folder is
 * flushed, before `put` answers.
 */
export function createFileStore(options: {
  readonly folder: string;
  readonly disk?: Disk;
  readonly sealing?: FileSealing;
}): FileStore {
  const disk = options.disk ?? systemDisk;
  const sealing = options.sealing ?? plainFiles;
  const aside = join(options.folder, 'tmp');
  let swept: Promise<void> | undefined;

  function folderOf(address: string): string {
    return join(options.folder, address.slice(0, 2), address.slice(2, 4));
  }

  function prepare(): Promise<void> {
    swept ??= sweep(disk, aside).catch((error: unknown) => {
      swept = undefined;
      throw error;
    });
    return swept;
  }

  function readFile(address: string): Promise<Result<Uint8Array<ArrayBuffer>>> {
    return onDisk(`files/${address}`, async () => {
      const path = join(folderOf(address), address);
      if ((await disk.find(path)) === undefined)
        return fail({ kind: 'not-found', detail: address });
      const bytes = await sealing.open(await disk.read(path), address);
      return bytes === undefined ? fail({ kind: 'damaged', detail: address }) : succeed(bytes);
    });
  }

  return {
    readFile,
    service: {
      put: ({ bytes, subject }) =>
        onDisk('files/put', async () => {
          const address = sealing.addressOf(bytes, subject);
          const stored = { address, sha256: sha256(bytes), size: bytes.length };
          // A damaged copy of the same bytes is replaced by the good ones.
          if ((await readFile(stored.address)).ok) return succeed(stored);
          await prepare();
          const folder = folderOf(stored.address);
          await disk.makeFolder(folder);
          const sealed = await sealing.seal(bytes, address, subject);
          await replaceFile(disk, join(folder, stored.address), sealed, join(aside, randomUUID()));
          const readBack = await readFile(stored.address);
          return readBack.ok ? succeed(stored) : readBack;
        }),
      get: async ({ address }) => {
        const found = await readFile(address);
        return found.ok ? succeed({ bytes: found.value }) : found;
      },
      missing: ({ addresses }) =>
        onDisk('files/missing', async () => {
          const paths = addresses.map((one) => [one, join(folderOf(one), one)] as const);
          return succeed({ missing: await absent(disk, paths) });
        }),
      removeErased: () =>
        onDisk('files/removeErased', async () =>
          succeed({ removed: await removeErased(disk, options.folder, sealing) }),
        ),
    },
  };
}

/** Of addresses with their paths, those without a file, each once. */
async function absent(
  disk: Disk,
  paths: readonly (readonly [address: string, path: string])[],
): Promise<string[]> {
  const missing: string[] = [];
  for (const [address, path] of new Map(paths)) {
    if ((await disk.find(path)) === undefined) missing.push(address);
  }
  return missing;
}

/** Half-written files of an earlier, interrupted run: no row names them. */
async function sweep(disk: Disk, aside: string): Promise<void> {
  await disk.makeFolder(aside);
  for (const name of await disk.list(aside)) await disk.remove(join(aside, name));
}

/** Reads the beginning of every file and removes those of destroyed subjects; answers how many. */
async function removeErased(disk: Disk, root: string, sealing: FileSealing): Promise<number> {
  const isPair = (name: string) => /^[0-9a-f]{2}$/.test(name);
  let removed = 0;
  for (const first of (await disk.list(root)).filter(isPair)) {
    for (const second of (await disk.list(join(root, first))).filter(isPair)) {
      const folder = join(root, first, second);
      const names = (await disk.list(folder)).filter((name) => /^[0-9a-f]{64}$/.test(name));
      const doomed: string[] = [];
      for (const name of names) {
        if (sealing.isErased(await beginningOf(disk, join(folder, name)))) doomed.push(name);
      }
      for (const name of doomed) await disk.remove(join(folder, name));
      if (doomed.length > 0) await disk.syncFolder(folder);
      removed += doomed.length;
    }
  }
  return removed;
}

async function beginningOf(disk: Disk, path: string): Promise<Uint8Array> {
  const file = await disk.open(path, 'existing');
  try {
    return await file.read(0, OWNER_BYTES);
  } finally {
    await file.close();
  }
}
