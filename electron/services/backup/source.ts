import { join } from 'node:path';
import type { Disk } from '../disk';
import type { JournalPlace } from '../journal';
import { readLine } from '../journal-record';
import { readLines } from '../journal-lines';

/** Where the certificates lie that this office trusts; the lists beside them are fetched again. */
export const AUTHORITIES = 'pki/authorities';

/** A file of the data folder that belongs into a backup. */
export interface SourceFile {
  /** Inside the data folder, with `/`. */
  readonly path: string;
  /** Bytes to copy: of a month of the journal as many as it had when the head was taken. */
  readonly size: number;
  readonly changedAt: number;
  /** A month of the journal grows at its end and is copied in pieces. */
  readonly kind: 'month' | 'torn' | 'file' | 'draft';
}

/**
 * What a backup holds, as of a place of the journal. Files are listed after the place was
 * taken: every file a record names is among them, one more does no harm. A file that goes
 * while the list is made (a draft that was recorded) is left out.
 */
export async function listSource(
  disk: Disk,
  dataFolder: string,
  place: JournalPlace,
): Promise<readonly SourceFile[]> {
  const found: SourceFile[] = [];
  async function add(path: string, kind: SourceFile['kind'], size?: number): Promise<void> {
    const here = await disk.find(join(dataFolder, path));
    if (here !== undefined) {
      found.push({ path, size: size ?? here.size, changedAt: here.changedAt, kind });
    }
  }
  for (const { name, size } of place.months) await add(`journal/${name}`, 'month', size);
  for (const name of await disk.list(join(dataFolder, 'journal'))) {
    if (/^torn-[0-9-]+$/.test(name)) await add(`journal/${name}`, 'torn');
  }
  for (const path of await listFiles(disk, dataFolder)) await add(path, 'file');
  for (const name of await disk.list(join(dataFolder, AUTHORITIES))) {
    if (/^[0-9a-f]{64}\.crt$/.test(name)) await add(`${AUTHORITIES}/${name}`, 'file');
  }
  for (const name of await disk.list(join(dataFolder, 'drafts'))) {
    if (/^[0-9a-f-]{36}\.json$/.test(name)) await add(`drafts/${name}`, 'draft');
  }
  return found;
}

async function listFiles(disk: Disk, dataFolder: string): Promise<readonly string[]> {
  const twoDigits = /^[0-9a-f]{2}$/;
  const paths: string[] = [];
  for (const first of (await disk.list(join(dataFolder, 'files'))).filter(isPair)) {
    for (const second of (await disk.list(join(dataFolder, 'files', first))).filter(isPair)) {
      const names = await disk.list(join(dataFolder, 'files', first, second));
      const addresses = names.filter((name) => /^[0-9a-f]{16,128}$/.test(name));
      paths.push(...addresses.map((address) => `files/${first}/${second}/${address}`));
    }
  }
  return paths;
  function isPair(name: string): boolean {
    return twoDigits.test(name);
  }
}

/** Hash of the journal's first record, by which backups know whose they are; null when empty. */
export async function journalOrigin(disk: Disk, journalFolder: string): Promise<string | null> {
  const names = (await disk.list(journalFolder)).filter((name) =>
    /^\d{4}-\d{2}\.jsonl$/.test(name),
  );
  for (const name of names) {
    const file = await disk.open(join(journalFolder, name), 'existing');
    try {
      for await (const line of readLines(file, 0, await file.size())) {
        const reading = readLine(line.bytes);
        // A first line that was changed still states the hash it was written with.
        return reading.kind === 'record'
          ? reading.record.hash
          : reading.kind === 'altered'
            ? reading.hash
            : null;
      }
    } finally {
      await file.close();
    }
  }
  return null;
}
