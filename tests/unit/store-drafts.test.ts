import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { v7 } from 'uuid';
import { LoketDatabase } from '../../src/store/schema';
import { createFaultyDatabase } from '../helpers/memory-faulty-database';
import {
  createDesk,
  freshIndexedDb,
  memoryDrafts,
  openWindow,
  staff,
  type Desk,
} from '../helpers/memory-desk';
import { readTables } from '../helpers/memory-tables';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const draft = (typed: string, id: string) =>
  ({ id, owner: staff.id, form: 'intake', requestId: null, values: { name: typed } }) as const;

async function typedNames(desk: Desk): Promise<readonly unknown[]> {
  const store = await openWindow(desk);
  const found = await store.drafts.listOf(staff.id);
  store.close();
  return found.map(({ values }) => values);
}

test('every change is kept at once; the copy on disk follows within a second, once for many changes', async () => {
  const desk = createDesk();
  const puts: string[] = [];
  const drafts = memoryDrafts(desk.copies);
  const put: typeof drafts.put = (copy) => {
    puts.push(copy.updatedAt);
    return drafts.put(copy);
  };
  const store = await openWindow(desk, {
    host: { journal: desk.journal.service, drafts: { ...drafts, put } },
  });
  const id = v7();
  for (const typed of ['C', 'Co', 'Con']) {
    expect((await store.drafts.save(draft(typed, id))).ok).toBe(true);
    expect((await store.drafts.listOf(staff.id)).map(({ values }) => values)).toEqual([
      { name: typed },
    ]);
  }
  expect(puts.length).toBe(0);
  await vi.advanceTimersByTimeAsync(1000);
  expect(puts.length).toBe(1);
  expect(desk.copies.get(id)?.sealed.data).toContain('"Con"');
});

test('a draft whose row names another owner is shown to nobody but who typed it', async () => {
  const desk = createDesk();
  const store = await openWindow(desk);
  const id = v7();
  await store.drafts.save(draft('Contoh', id));
  const db = new LoketDatabase('loket-se', undefined, desk.indexedDb);
  await db.open();
  await db.drafts.update(id, { owner: 'somebody-else' });
  db.close();
  expect(await store.drafts.listOf('somebody-else')).toEqual([]);
  store.close();
});

test('typing ends with the window: closing it writes the copy that still waited', async () => {
  const desk = createDesk();
  const store = await openWindow(desk);
  await store.drafts.save(draft('Contoh', v7()));
  store.close();
  expect(desk.copies.size).toBe(1);
});

test('at start the newer of both copies counts, whichever it is', async () => {
  const desk = createDesk();
  const [inTable, onDisk] = [v7(), v7()];
  const store = await openWindow(desk);
  await store.drafts.save(draft('lama', inTable));
  await store.drafts.save(draft('lama', onDisk));
  await vi.advanceTimersByTimeAsync(1000);
  const older = new Map(desk.copies);
  await store.drafts.save(draft('baru', inTable));
  await store.drafts.save(draft('baru', onDisk));
  store.close();
  // One copy on disk lags behind; of the other draft the row in IndexedDB does.
  const newer = new Map(desk.copies);
  desk.indexedDb = freshIndexedDb();
  desk.copies.clear();
  for (const [id, copy] of older) desk.copies.set(id, copy);
  (await openWindow(desk)).close();
  const lagging = older.get(inTable);
  const ahead = newer.get(onDisk);
  if (!lagging || !ahead) throw new Error('no copies');
  desk.copies.set(onDisk, ahead);
  expect(await typedNames(desk)).toEqual([{ name: 'baru' }, { name: 'lama' }]);
  // IndexedDB newer than the disk: the disk gets it.
  desk.copies.set(onDisk, older.get(onDisk) ?? ahead);
  expect(await typedNames(desk)).toEqual([{ name: 'baru' }, { name: 'lama' }]);
  expect(desk.copies.get(onDisk)).toEqual(ahead);
});

test('IndexedDB deleted: what was typed comes back from the disk', async () => {
  const desk = createDesk();
  const store = await openWindow(desk);
  await store.drafts.save(draft('Contoh', v7()));
  store.close();
  desk.indexedDb = freshIndexedDb();
  expect(await typedNames(desk)).toEqual([{ name: 'Contoh' }]);
});

test('IndexedDB full: the copy on disk is written at once and counts', async () => {
  const database = createFaultyDatabase();
  const desk = { ...createDesk(), indexedDb: database.parts };
  const store = await openWindow(desk);
  database.full.add('drafts');
  expect((await store.drafts.save(draft('Contoh', v7()))).ok).toBe(true);
  expect(desk.copies.size).toBe(1);
  database.full.clear();
  store.close();
  expect(await typedNames(desk)).toEqual([{ name: 'Contoh' }]);
});

test('neither place takes it: the form is told', async () => {
  const database = createFaultyDatabase();
  const desk = { ...createDesk(), indexedDb: database.parts };
  const full = () =>
    Promise.resolve({ ok: false, error: { kind: 'disk-full', detail: '' } } as const);
  const drafts = { ...memoryDrafts(desk.copies), put: full };
  const store = await openWindow(desk, { host: { journal: desk.journal.service, drafts } });
  database.full.add('drafts');
  expect(await store.drafts.save(draft('Contoh', v7()))).toMatchObject({
    error: { kind: 'disk-full' },
  });
});

test('a draft removed while the disk did not answer does not come back', async () => {
  const desk = createDesk();
  const gone = () =>
    Promise.resolve({ ok: false, error: { kind: 'shell-gone', detail: '' } } as const);
  const drafts = { ...memoryDrafts(desk.copies), remove: gone };
  const store = await openWindow(desk, { host: { journal: desk.journal.service, drafts } });
  const id = v7();
  await store.drafts.save(draft('Contoh', id));
  await vi.advanceTimersByTimeAsync(1000);
  await store.drafts.remove(id);
  expect(await store.drafts.listOf(staff.id)).toEqual([]);
  store.close();
  expect(await typedNames(desk)).toEqual([]);
  expect(desk.copies.size).toBe(0);
  expect((await readTables(desk))['drafts']).toEqual([]);
});

test('a removed draft stays removed, and its late copy is not written', async () => {
  const desk = createDesk();
  const store = await openWindow(desk);
  const id = v7();
  await store.drafts.save(draft('Contoh', id));
  await store.drafts.remove(id);
  await vi.advanceTimersByTimeAsync(1000);
  store.close();
  expect(desk.copies.size).toBe(0);
  expect(await typedNames(desk)).toEqual([]);
});

test('nobody sees what another member of staff is typing', async () => {
  const desk = createDesk();
  const store = await openWindow(desk);
  await store.drafts.save(draft('Contoh', v7()));
  expect(await store.drafts.listOf(v7())).toEqual([]);
});

test('a copy on disk that cannot be opened stays where it is and hides no other', async () => {
  const desk = createDesk();
  const store = await openWindow(desk);
  await store.drafts.save(draft('Contoh', v7()));
  store.close();
  const strange = {
    id: v7(),
    updatedAt: '2030-01-01T00:00:00Z',
    sealed: { scheme: 'vault-9', data: '?' },
  };
  desk.copies.set(strange.id, strange);
  desk.indexedDb = freshIndexedDb();
  expect(await typedNames(desk)).toEqual([{ name: 'Contoh' }]);
  expect(desk.copies.get(strange.id)).toEqual(strange);
});

test('a draft of an SOP comes back like any other: it was kept and never found again', async () => {
  const desk = createDesk();
  const store = await openWindow(desk);
  await store.drafts.save({ ...draft('SOP baru', v7()), form: 'sop' });
  expect((await store.drafts.listOf(staff.id)).map(({ form }) => form)).toEqual(['sop']);
  store.close();
});
