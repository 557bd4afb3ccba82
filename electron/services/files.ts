import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { fail, succeed, type Result } from '../../src/contract/result';
import type { Services } from '../../src/contract/index';
import { onDisk, replaceFile, systemDisk, type Disk } from './disk';
import { openBytes, sealBytes } from './file-sealing';

export interface FileStore {
  readonly service: Services['files'];
  /** The bytes at an address for other services; `not-found` or `damaged` instead of wrong bytes. */
  readonly readFile: (address: string) => Promise<Result<Uint8Array<ArrayBuffer>>>;
}

/** Where bytes are stored: lower-case hex. The vault will key this hash; nothing else computes it. */
export function addressOf(bytes: Uint8Array): string {
  return sha256(bytes);
}

/**
 * The content-addressed store of scans and PDFs under `folder`: `ab/cd/<address>`. A file is
 * whole or absent: it is written aside, flushed, read back and renamed, and its folder is
 * flushed, before `put` answers.
 */
export function createFileStore(options: {
  readonly folder: string;
  readonly disk?: Disk;
}): FileStore {
  const disk = options.disk ?? systemDisk;
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
      const bytes = await openBytes(await disk.read(path));
      if (addressOf(bytes) !== address) return fail({ kind: 'damaged', detail: address });
      return succeed(bytes);
    });
  }

  return {
    readFile,
    service: {
      put: ({ bytes }) =>
        onDisk('files/put', async () => {
          const stored = { address: addressOf(bytes), sha256: sha256(bytes), size: bytes.length };
          // A damaged copy of the same bytes is replaced by the good ones.
          if ((await readFile(stored.address)).ok) return succeed(stored);
          await prepare();
          const folder = folderOf(stored.address);
          await disk.makeFolder(folder);
          const sealed = await sealBytes(bytes);
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
          const missing: string[] = [];
          for (const address of new Set(addresses)) {
            const found = await disk.find(join(folderOf(address), address));
            if (found === undefined) missing.push(address);
          }
          return succeed({ missing });
        }),
    },
  };
}

/** Half-written files of an earlier, interrupted run: no row names them. */
async function sweep(disk: Disk, aside: string): Promise<void> {
  await disk.makeFolder(aside);
  for (const name of await disk.list(aside)) await disk.remove(join(aside, name));
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
