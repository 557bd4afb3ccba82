import { appendFile, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { createDrafts } from '../../electron/services/drafts';
import { systemDisk, type Disk } from '../../electron/services/disk';
import { createJournal, type Journal } from '../../electron/services/journal';
import type { Store } from '../../src/store/store';
import { observedDisk, systemError } from '../helpers/fault-disk';
import {
  createDesk,
  freshIndexedDb,
  openWindow,
  recordCommand,
  recordRequest,
  SET_UP_RECORDS,
  setUpOffice,
  staff,
  type Desk,
} from '../helpers/memory-desk';

let folder: string;
let desk: Desk;
const journals: Journal[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loket-store-'));
  desk = createDesk();
});
afterEach(async () => {
  for (const journal of journals.splice(0)) await journal.close();
  await rm(folder, { recursive: true });
});

/** A window on the real journal and drafts of a data folder; its shell starts with it. */
async function open(disk: Disk = systemDisk): Promise<Store> {
  const now = () => new Date('2026-03-02T02:14:00Z');
  const log = () => undefined;
  const journal = createJournal({ folder: join(folder, 'journal'), now, log, disk });
  journals.push(journal);
  const drafts = createDrafts({ folder: join(folder, 'drafts'), log, disk });
  return openWindow(desk, { host: { journal: journal.service, drafts } });
}

const month = () => join(folder, 'journal', '2026-03.jsonl');

async function numbers(store: Store): Promise<readonly string[]> {
  return (await store.requests.page(null, 100)).rows.map((row) => row.registerNumber).toSorted();
}

async function recordSome(count: number): Promise<readonly string[]> {
  const store = await open();
  await setUpOffice(store);
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) ids.push(await recordRequest(store, number));
  store.close();
  return ids;
}

test('profile deleted: everything comes back from the journal on disk', async () => {
  const [first = ''] = await recordSome(3);
  desk.indexedDb = freshIndexedDb();
  const store = await open();
  expect(store.notices).toEqual([{ kind: 'rebuilt-from-journal', records: SET_UP_RECORDS + 3 }]);
  expect(await numbers(store)).toEqual(['A-2026-0001', 'A-2026-0002', 'A-2026-0003']);
  expect((await store.requests.timeline(first)).length).toBe(1);
});

test('a torn last line never counted: it is told, and its number is given to the next', async () => {
  await recordSome(1);
  await appendFile(month(), `{"sequence":${SET_UP_RECORDS + 2},"id":"0193`);
  const store = await open();
  expect(store.notices.map(({ kind }) => kind)).toEqual(['torn-tail-set-aside']);
  await recordRequest(store, 5);
  expect(await numbers(store)).toEqual(['A-2026-0001', 'A-2026-0002']);
});

test('data folder restored from an older copy: IndexedDB gives the journal back what it lost', async () => {
  await recordSome(1);
  const older = await readFile(month());
  const store = await open();
  await recordRequest(store, 2);
  await recordRequest(store, 3);
  store.close();
  for (const journal of journals.splice(0)) await journal.close();
  await rm(join(folder, 'journal'), { recursive: true });
  await systemDisk.makeFolder(join(folder, 'journal'));
  await writeFile(month(), older);

  const back = await open();
  expect(back.notices).toEqual([{ kind: 'returned-to-journal', records: 2 }]);
  expect(await numbers(back)).toEqual(['A-2026-0001', 'A-2026-0002', 'A-2026-0003']);
  back.close();
  desk.indexedDb = freshIndexedDb();
  expect((await numbers(await open())).length).toBe(3);
});

test('a changed line in the middle is named and hides nothing that follows', async () => {
  await recordSome(3);
  const lines = (await readFile(month(), 'utf8')).split('\n');
  lines[SET_UP_RECORDS] = (lines[SET_UP_RECORDS] ?? '').replace(
    'Kecamatan Contoh',
    'Kecamatan Palsu',
  );
  await rm(join(folder, 'journal'), { recursive: true });
  await systemDisk.makeFolder(join(folder, 'journal'));
  await writeFile(month(), lines.join('\n'));
  desk.indexedDb = freshIndexedDb();
  const store = await open();
  expect(store.notices[0]).toMatchObject({ kind: 'chain-broken' });
  expect((await numbers(store)).at(-1)).toBe('A-2026-0003');
  await recordRequest(store, 4);
  expect((await numbers(store)).at(-1)).toBe('A-2026-0004');
});

test('the disk runs full and gets room again: refused with the reason, then taken; no number is lost', async () => {
  await recordSome(1);
  let full = true;
  const disk = observedDisk(systemDisk, (step) => {
    if (full && step === 'write') throw systemError('ENOSPC');
  });
  const store = await open(disk);
  const id = v7();
  expect(await store.execute(id, recordCommand(1), staff)).toMatchObject({
    error: { kind: 'not-recorded', error: { kind: 'disk-full' } },
  });
  full = false;
  await recordRequest(store, 1, undefined, id);
  expect(await numbers(store)).toEqual(['A-2026-0001', 'A-2026-0002']);
});

test('what is typed survives the loss of the profile, as a file named by its id alone', async () => {
  const store = await open();
  const id = v7();
  const values = { applicant: { name: 'Contoh Satu' } };
  await store.drafts.save({ id, owner: staff.id, form: 'intake', requestId: null, values });
  store.close();
  await expect.poll(() => readdir(join(folder, 'drafts')).catch(() => [])).toEqual([`${id}.json`]);
  desk.indexedDb = freshIndexedDb();
  expect(await (await open()).drafts.listOf(staff.id)).toMatchObject([{ id, values }]);
});

test('two windows on one data folder record in turns: numbers come once', async () => {
  const one = await open();
  await setUpOffice(one);
  const journal = journals[0]?.service;
  if (!journal) throw new Error('no journal');
  const drafts = createDrafts({ folder: join(folder, 'drafts'), log: () => undefined });
  const other = await openWindow(desk, { host: { journal, drafts } });
  await Promise.all(
    Array.from({ length: 12 }, (_, number) => recordRequest(number % 2 ? one : other, number)),
  );
  expect(new Set(await numbers(one)).size).toBe(12);
  expect((await numbers(one)).at(-1)).toBe('A-2026-0012');
});
