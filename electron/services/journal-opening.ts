import { join } from 'node:path';
import type { JournalHead, JournalNotice, JournalRecord } from '../../src/contract/journal';
import { replaceFile, type Disk } from './disk';
import { readLine } from './journal-record';
import { readLines } from './journal-lines';
import {
  emptyFileIndex,
  journalIndexSchema,
  placeBefore,
  scanFile,
  withRecord,
  type FileIndex,
  type ScanOutcome,
} from './journal-index';

/** Bytes after the last end of line of a file, waiting to be set aside. */
export interface TornTail {
  readonly name: string;
  readonly offset: number;
  readonly bytes: Uint8Array;
}

/** The journal as it lies on the disk. */
export interface OpenJournal {
  files: FileIndex[];
  torn: TornTail[];
  /** Undefined when the journal is empty or its last line was changed. */
  last: JournalRecord | undefined;
}

export const emptyHead: JournalHead = { sequence: 0, hash: '' };
const monthFile = /^\d{4}-\d{2}\.jsonl$/;
const indexFile = 'index.json';

/**
 * Finds out what the journal holds. Months that `index.json` knows with the same size and
 * time of change are not read again; the month being written is read from where the index
 * ends. The index is a convenience: without it everything is read and checked.
 */
export async function openJournalFolder(
  disk: Disk,
  folder: string,
): Promise<{ readonly journal: OpenJournal; readonly scanned: boolean }> {
  await disk.makeFolder(folder);
  const known = await loadIndex(disk, folder);
  const journal: OpenJournal = { files: [], torn: [], last: undefined };
  const names = (await disk.list(folder)).filter((name) => monthFile.test(name));
  let scanned = false;
  for (const [place, name] of names.entries()) {
    const before = journal.files.at(-1);
    const start = emptyFileIndex(name, before?.head ?? emptyHead, before?.linkKnown ?? true);
    // After the first month that had to be read anew, what the index says of later ones is void.
    const remembered: FileIndex | undefined = scanned ? undefined : known[place];
    const outcome = await readMonth(disk, folder, start, remembered);
    scanned ||= outcome.index !== remembered;
    journal.files.push(await acceptTail(disk, folder, outcome, journal));
  }
  const current = journal.files.findLast((file) => file.lines > 0);
  if (current !== undefined) journal.last = await lastRecord(disk, folder, current);
  return { journal, scanned };
}

/** Remembers what is known, so that the next start need not read it all. Failing is harmless. */
export async function saveIndex(disk: Disk, folder: string, files: FileIndex[]): Promise<void> {
  try {
    const current = files.at(-1);
    const found = current && (await disk.find(join(folder, current.name)));
    if (current && found?.size === current.size) {
      files[files.length - 1] = { ...current, changedAt: found.changedAt };
    }
    const bytes = Buffer.from(JSON.stringify({ version: 1, files }));
    await replaceFile(disk, join(folder, indexFile), bytes);
  } catch {
    // The next start reads the journal itself.
  }
}

/** Moves torn ends out of the journal into files of their own; never deletes a byte. */
export async function setTornAside(
  disk: Disk,
  folder: string,
  journal: OpenJournal,
  at: string,
): Promise<readonly JournalNotice[]> {
  const notices: JournalNotice[] = [];
  for (let torn = journal.torn[0]; torn !== undefined; torn = journal.torn[0]) {
    const stamp = at.replaceAll(/[^0-9]/g, '');
    const file = `torn-${torn.name.replace('.jsonl', '')}-${stamp}`;
    await replaceFile(disk, join(folder, file), torn.bytes);
    const month = await disk.open(join(folder, torn.name), 'existing');
    try {
      await month.truncate(torn.offset);
      await month.sync();
    } finally {
      await month.close();
    }
    journal.torn.shift();
    notices.push({ kind: 'torn-tail-set-aside', file, bytes: torn.bytes.length });
  }
  return notices;
}

async function loadIndex(disk: Disk, folder: string): Promise<FileIndex[]> {
  try {
    const text = Buffer.from(await disk.read(join(folder, indexFile))).toString('utf8');
    return journalIndexSchema.parse(JSON.parse(text)).files;
  } catch {
    return [];
  }
}

async function readMonth(
  disk: Disk,
  folder: string,
  start: FileIndex,
  remembered: FileIndex | undefined,
): Promise<ScanOutcome> {
  const path = join(folder, start.name);
  const found = await disk.find(path);
  const size = found?.size ?? 0;
  const file = await disk.open(path, 'existing');
  try {
    if (remembered?.name === start.name) {
      if (remembered.size === size && remembered.changedAt === found?.changedAt) {
        return { index: remembered, tail: undefined };
      }
      // Grown since: the program ended without saying goodbye.
      const grown = remembered.size < size && (await lastRecord(disk, folder, remembered));
      if (grown) return await scanFile(file, remembered, size);
    }
    return await scanFile(file, start, size);
  } finally {
    await file.close();
  }
}

/**
 * A tail that is a whole record and lacks only its end of line is completed: it may have been
 * acknowledged, and keeping it harms nobody. Any other tail was cut short by a crash before it
 * was acknowledged.
 */
async function acceptTail(
  disk: Disk,
  folder: string,
  outcome: ScanOutcome,
  journal: OpenJournal,
): Promise<FileIndex> {
  const { index, tail } = outcome;
  if (tail === undefined) return index;
  const reading = readLine(tail.bytes);
  const follows =
    reading.kind === 'record' &&
    reading.record.sequence > index.head.sequence &&
    (!index.linkKnown || reading.record.previousHash === index.head.hash);
  if (!follows) {
    journal.torn.push({ name: index.name, offset: tail.offset, bytes: tail.bytes });
    return index;
  }
  const file = await disk.open(join(folder, index.name), 'existing');
  try {
    await file.write(tail.offset + tail.bytes.length, Buffer.from('\n'));
    await file.sync();
  } finally {
    await file.close();
  }
  return withRecord(index, reading.record, tail.bytes.length + 1);
}

/** The record at the head of a month, undefined when the line there is not the one of the index. */
async function lastRecord(
  disk: Disk,
  folder: string,
  index: FileIndex,
): Promise<JournalRecord | undefined> {
  const file = await disk.open(join(folder, index.name), 'existing');
  try {
    let last: JournalRecord | undefined;
    const { offset } = placeBefore(index, index.head.sequence);
    for await (const line of readLines(file, offset, index.size)) {
      const reading = readLine(line.bytes);
      if (reading.kind === 'record') last = reading.record;
    }
    return last?.hash === index.head.hash ? last : undefined;
  } finally {
    await file.close();
  }
}
