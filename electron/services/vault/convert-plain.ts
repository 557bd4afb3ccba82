import { join } from 'node:path';
import { z } from 'zod';
import { draftCopySchema } from '../../../src/contract/drafts';
import { journalRecordSchema, type JournalRecord } from '../../../src/contract/journal';
import type { Sealed } from '../../../src/contract/sealed';
import { OFFICE_STREAM } from '../../../src/domain/office/office-event';
import { DRAFTS_SUBJECT, type SealTarget } from '../../../src/domain/sealing/sealer';
import { boundText, sealedText } from '../../../src/domain/sealing/sealed-text';
import { replaceFile, type Disk } from '../disk';
import { sealedFile, subjectOf } from '../file-sealing';
import { hashOfRecord, lineOfRecord } from '../journal-record';
import { sealBytes } from './aes';

/** Keys by subject, made where there is none. */
export type MakeKey = (subject: string) => Promise<Uint8Array>;

const PLAIN = 'plain';
const MONTH_FILE = /^\d{4}-\d{2}\.jsonl$/;
/** Subject of files stored before there were keys that no request, or more than one, names. */
const EARLIER_FILES = 'earlier-files';
const ADDRESS = /^[0-9a-f]{64}$/;

/**
 * Seals everything an earlier version left readable in the data folder: files, drafts, then
 * the journal, whose chain is written anew over the sealed records. May be killed at any
 * moment and run again; nothing is lost, and the old journal goes last.
 */
export async function convertPlainFolder(
  disk: Disk,
  dataFolder: string,
  makeKey: MakeKey,
): Promise<void> {
  await finishSwap(disk, dataFolder);
  const owners = await ownersOfFiles(disk, dataFolder);
  await convertFiles(disk, join(dataFolder, 'files'), owners, makeKey);
  await convertDrafts(disk, join(dataFolder, 'drafts'), makeKey);
  await convertJournal(disk, dataFolder, makeKey);
}

/** What the journal holds, told by its first record: nothing, readable or sealed records. */
export async function recordsBeforeKeys(
  disk: Disk,
  dataFolder: string,
): Promise<'none' | 'plain' | 'sealed'> {
  for await (const { record } of recordsIn(disk, join(dataFolder, 'journal'))) {
    if (record !== undefined) return record.sealed.scheme === PLAIN ? 'plain' : 'sealed';
  }
  return 'none';
}

/** Events of the office's settings, as an earlier version left them readable. */
export async function plainOfficeEvents(
  disk: Disk,
  dataFolder: string,
): Promise<readonly unknown[]> {
  const events: unknown[] = [];
  for await (const { record } of recordsIn(disk, join(dataFolder, 'journal'))) {
    if (record?.sealed.scheme !== PLAIN) continue;
    events.push(...eventsOf(record.sealed).filter((event) => streamOf(event) === OFFICE_STREAM));
  }
  return events;
}

/**
 * Subjects of files by address, as the events of a readable journal name them: what one
 * request alone names is destroyed with it. The same bytes in two requests were one file, and
 * must outlast the first of them.
 */
async function ownersOfFiles(disk: Disk, dataFolder: string): Promise<ReadonlyMap<string, string>> {
  const owners = new Map<string, string>();
  for await (const { record } of recordsIn(disk, join(dataFolder, 'journal'))) {
    if (record?.sealed.scheme !== PLAIN) continue;
    for (const event of eventsOf(record.sealed)) {
      const stream = streamOf(event) ?? EARLIER_FILES;
      const owner = z.uuid().safeParse(stream).success ? stream : EARLIER_FILES;
      for (const address of addressesIn(event)) {
        const known = owners.get(address) ?? owner;
        owners.set(address, known === owner ? owner : EARLIER_FILES);
      }
    }
  }
  return owners;
}

/** Every address of a stored file anywhere in a value. */
function addressesIn(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, part]: [string, unknown]) =>
    name === 'address' && typeof part === 'string' && ADDRESS.test(part)
      ? [part]
      : addressesIn(part),
  );
}

async function convertFiles(
  disk: Disk,
  folder: string,
  owners: ReadonlyMap<string, string>,
  makeKey: MakeKey,
): Promise<void> {
  await disk.removeFolder(join(folder, 'tmp'));
  for (const first of await disk.list(folder)) {
    for (const second of await disk.list(join(folder, first))) {
      const inner = join(folder, first, second);
      for (const address of await disk.list(inner)) {
        const path = join(inner, address);
        const bytes = await disk.read(path);
        if (subjectOf(bytes) !== undefined) continue;
        const subject = owners.get(address) ?? EARLIER_FILES;
        const key = await makeKey(subject);
        await replaceFile(disk, path, sealedFile(key, bytes, address, subject));
      }
    }
  }
}

async function convertDrafts(disk: Disk, folder: string, makeKey: MakeKey): Promise<void> {
  for (const name of (await disk.list(folder)).filter((one) => one.endsWith('.json'))) {
    const path = join(folder, name);
    const copy = draftCopySchema.safeParse(parseJson(await disk.read(path))).data;
    if (copy?.sealed.scheme !== PLAIN) continue;
    const target = { table: 'drafts', id: copy.id, subject: DRAFTS_SUBJECT };
    const sealed = await sealText(copy.sealed.data, target, makeKey);
    await replaceFile(disk, path, Buffer.from(JSON.stringify({ ...copy, sealed })));
  }
}

async function convertJournal(disk: Disk, dataFolder: string, makeKey: MakeKey): Promise<void> {
  const folder = join(dataFolder, 'journal');
  const next = join(dataFolder, 'journal-sealed');
  if ((await recordsBeforeKeys(disk, dataFolder)) !== 'plain') return;
  await disk.removeFolder(next);
  await disk.makeFolder(next);
  let previous = { sequence: 0, hash: '' };
  let lines: Uint8Array[] = [];
  let month = '';
  const flush = async (): Promise<void> => {
    if (month !== '') await replaceFile(disk, join(next, month), Buffer.concat(lines));
    lines = [];
  };
  for await (const { name, record, text } of recordsIn(disk, folder)) {
    if (name !== month) await flush();
    month = name;
    const sealed = await sealOne(record, text, makeKey);
    const unhashed = {
      sequence: previous.sequence + 1,
      id: sealed.id,
      at: sealed.at,
      previousHash: previous.hash,
      sealed: sealed.sealed,
    };
    const made = { ...unhashed, hash: hashOfRecord(unhashed) };
    lines.push(lineOfRecord(made));
    previous = made;
  }
  await flush();
  await disk.rename(folder, join(dataFolder, 'journal-plain'));
  await finishSwap(disk, dataFolder);
}

/** The end of the exchange of the journals, wherever it was cut short. */
async function finishSwap(disk: Disk, dataFolder: string): Promise<void> {
  const names = await disk.list(dataFolder);
  if (!names.includes('journal-plain')) return;
  if (!names.includes('journal')) {
    await disk.rename(join(dataFolder, 'journal-sealed'), join(dataFolder, 'journal'));
    await disk.syncFolder(dataFolder);
  }
  await disk.removeFolder(join(dataFolder, 'journal-plain'));
  await disk.syncFolder(dataFolder);
}

/** A line that does not read as a record is kept whole, sealed: it will be set aside, not lost. */
async function sealOne(
  record: JournalRecord | undefined,
  text: string,
  makeKey: MakeKey,
): Promise<Pick<JournalRecord, 'id' | 'at' | 'sealed'>> {
  if (record !== undefined && record.sealed.scheme !== PLAIN) return record;
  const id = record?.id ?? crypto.randomUUID();
  const at = record?.at ?? new Date(0).toISOString();
  const subject = record
    ? (eventsOf(record.sealed).map(streamOf)[0] ?? OFFICE_STREAM)
    : OFFICE_STREAM;
  const data = record?.sealed.data ?? JSON.stringify({ unreadable: text });
  return { id, at, sealed: await sealText(data, { table: 'journal', id, subject }, makeKey) };
}

async function sealText(text: string, target: SealTarget, makeKey: MakeKey): Promise<Sealed> {
  const key = await makeKey(target.subject);
  const bytes = sealBytes(key, boundText(target, target.subject), Buffer.from(text));
  return sealedText(target.subject, Buffer.from(bytes).toString('base64'));
}

async function* recordsIn(
  disk: Disk,
  folder: string,
): AsyncGenerator<{ name: string; record: JournalRecord | undefined; text: string }> {
  for (const name of (await disk.list(folder)).filter((one) => MONTH_FILE.test(one))) {
    const text = Buffer.from(await disk.read(join(folder, name))).toString('utf8');
    for (const line of text.split('\n').filter((one) => one !== '')) {
      const record = journalRecordSchema.safeParse(parseJson(Buffer.from(line))).data;
      yield { name, record, text: line };
    }
  }
}

function eventsOf(sealed: Sealed): readonly unknown[] {
  const body = parseJson(Buffer.from(sealed.data));
  const events: unknown =
    typeof body === 'object' && body !== null && 'events' in body ? body.events : [];
  return Array.isArray(events) ? (events as readonly unknown[]) : [];
}

function streamOf(event: unknown): string | undefined {
  const stream: unknown =
    typeof event === 'object' && event !== null && 'stream' in event ? event.stream : undefined;
  return typeof stream === 'string' ? stream : undefined;
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
