import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { Services } from '../../src/contract';
import type { Store } from '../../src/store/store';
import { createFaultyDatabase } from '../helpers/memory-faulty-database';
import {
  createDesk,
  memoryDrafts,
  openWindow,
  recordCommand,
  recordRequest,
  SET_UP_RECORDS,
  setUpOffice,
  staff,
  type Desk,
} from '../helpers/memory-desk';

async function numbers(store: Store): Promise<readonly string[]> {
  return (await store.requests.page(null, 100)).rows.map((row) => row.registerNumber).toSorted();
}

function openWith(desk: Desk, journal: Partial<Services['journal']>): Promise<Store> {
  const host = {
    journal: { ...desk.journal.service, ...journal },
    drafts: memoryDrafts(desk.copies),
  };
  return openWindow(desk, { host });
}

test('IndexedDB full after the journal took it: said so, not recorded twice, shown at the next start', async () => {
  const database = createFaultyDatabase();
  const desk = { ...createDesk(), indexedDb: database.parts };
  const store = await openWindow(desk);
  await setUpOffice(store);
  database.full.add('requests');
  const id = v7();
  const recorded = await store.execute(id, recordCommand(1), staff);
  expect(recorded).toMatchObject({ ok: false, error: { kind: 'recorded-not-shown' } });
  // While IndexedDB stays full nothing more is taken; numbers could come twice.
  expect(await store.execute(v7(), recordCommand(2), staff)).toMatchObject({
    error: { kind: 'not-recorded', error: { kind: 'disk-full' } },
  });
  expect(desk.journal.records.length).toBe(SET_UP_RECORDS + 1);
  database.full.clear();
  store.close();
  const again = await openWindow(desk);
  expect(again.notices).toEqual([{ kind: 'caught-up', records: 1 }]);
  expect(await numbers(again)).toEqual(['A-2026-0001']);
  expect((await again.execute(id, recordCommand(1), staff)).ok).toBe(false);
});

test('room made while the program runs: the next command brings in what was missing first', async () => {
  const database = createFaultyDatabase();
  const desk = { ...createDesk(), indexedDb: database.parts };
  const store = await openWindow(desk);
  await setUpOffice(store);
  database.full.add('events');
  await store.execute(v7(), recordCommand(1), staff);
  database.full.clear();
  await recordRequest(store, 2);
  expect(await numbers(store)).toEqual(['A-2026-0001', 'A-2026-0002']);
});

test('IndexedDB failing in any table leaves no half of a command behind', async () => {
  for (const table of ['events', 'requests', 'searchTokens', 'counters', 'meta']) {
    const database = createFaultyDatabase();
    const desk = { ...createDesk(), indexedDb: database.parts };
    const store = await openWindow(desk);
    await setUpOffice(store);
    database.full.add(table);
    const id = v7();
    expect((await store.execute(id, recordCommand(1), staff)).ok, table).toBe(false);
    expect(await store.requests.get(id), table).toBeNull();
    expect(await store.requests.search('misal', null, 5), table).toEqual({ rows: [], next: null });
    expect(await store.nextOf('register/A/2026'), table).toBe(1);
    expect(await store.requests.countOpen(), table).toBe(0);
  }
});

test('a full disk at the next start keeps the database and what is typed, and says why it does not open', async () => {
  const database = createFaultyDatabase();
  const desk = { ...createDesk(), indexedDb: database.parts };
  const store = await openWindow(desk);
  await setUpOffice(store);
  database.full.add('requests');
  await store.execute(v7(), recordCommand(1), staff);
  store.close();
  await expect(openWindow(desk)).rejects.toMatchObject({ name: 'QuotaExceededError' });
  database.full.clear();
  const again = await openWindow(desk);
  expect(again.notices).toEqual([{ kind: 'caught-up', records: 1 }]);
});

test('a reply lost after the journal took it is asked for again: one record, one number', async () => {
  const desk = createDesk();
  let lost = 0;
  const store = await openWith(desk, {
    append: async (input) => {
      const answer = await desk.journal.service.append(input);
      lost += 1;
      return lost % 3 === 0 ? answer : { ok: false, error: { kind: 'shell-gone', detail: '' } };
    },
  });
  await setUpOffice(store);
  await recordRequest(store, 1);
  expect(desk.journal.records.length).toBe(SET_UP_RECORDS + 1);
  expect(await numbers(store)).toEqual(['A-2026-0001']);
});

test('a reply lost for good: repeating the command finds its record instead of making another', async () => {
  const desk = createDesk();
  let shellGone = false;
  const store = await openWith(desk, {
    append: async (input) => {
      const answer = await desk.journal.service.append(input);
      return shellGone ? { ok: false, error: { kind: 'shell-gone', detail: '' } } : answer;
    },
  });
  await setUpOffice(store);
  shellGone = true;
  const id = v7();
  expect(await store.execute(id, recordCommand(1), staff)).toMatchObject({
    error: { kind: 'not-recorded', error: { kind: 'shell-gone' } },
  });
  shellGone = false;
  expect(await store.execute(id, recordCommand(1), staff)).toMatchObject({
    error: { refusal: { code: 'request-exists' } },
  });
  expect(await numbers(store)).toEqual(['A-2026-0001']);
});

test('a journal that refuses leaves everything as it was', async () => {
  const desk = createDesk();
  let full = false;
  const store = await openWith(desk, {
    append: (input) =>
      full
        ? Promise.resolve({ ok: false, error: { kind: 'disk-full', detail: 'journal' } })
        : desk.journal.service.append(input),
  });
  await setUpOffice(store);
  full = true;
  const id = v7();
  expect(await store.execute(id, recordCommand(1), staff)).toEqual({
    ok: false,
    error: { kind: 'not-recorded', error: { kind: 'disk-full', detail: 'journal' } },
  });
  expect(await store.requests.get(id)).toBeNull();
  full = false;
  await recordRequest(store, 1, undefined, id);
  expect(await numbers(store)).toEqual(['A-2026-0001']);
});

test('an event that could not be read back is not recorded', async () => {
  const desk = createDesk();
  const store = await openWindow(desk);
  await setUpOffice(store);
  const id = await recordRequest(store);
  const file = { address: '0'.repeat(64), sha256: '0'.repeat(64), size: 1, mediaType: 'image/png' };
  const document = 'police-report';
  const attached = await store.execute(
    id,
    { command: 'attach-document', attachmentId: 'no-uuid', document, file, originalName: 'a.png' },
    staff,
  );
  expect(attached).toMatchObject({
    error: { kind: 'not-recorded', error: { kind: 'input-refused' } },
  });
  expect(desk.journal.records.length).toBe(SET_UP_RECORDS + 1);
});

test('commands given at once are taken one after the other', async () => {
  const desk = createDesk();
  const store = await openWindow(desk);
  await setUpOffice(store);
  await Promise.all(Array.from({ length: 20 }, (_, number) => recordRequest(store, number)));
  const expected = Array.from(
    { length: 20 },
    (_, index) => `A-2026-${String(index + 1).padStart(4, '0')}`,
  );
  expect(await numbers(store)).toEqual(expected);
  expect(desk.journal.records.length).toBe(SET_UP_RECORDS + 20);
});

test('an import row taken before is refused with the number it got', async () => {
  const store = await openWindow(createDesk());
  await setUpOffice(store);
  const origin = { kind: 'import', key: 'baris-1', ref: '17' } as const;
  const first = await store.execute(v7(), { ...recordCommand(1), origin }, staff);
  expect(first.ok).toBe(true);
  expect(await store.execute(v7(), { ...recordCommand(1), origin }, staff)).toMatchObject({
    error: { refusal: { code: 'already-imported', registerNumber: 'A-2026-0001' } },
  });
});

test('a window that lost its place records nothing', async () => {
  const desk = createDesk();
  let active = true;
  const store = await openWindow(desk, { isActive: () => active });
  await setUpOffice(store);
  active = false;
  expect(await store.execute(v7(), recordCommand(1), staff)).toEqual({
    ok: false,
    error: { kind: 'not-the-active-window' },
  });
  expect(desk.journal.records.length).toBe(SET_UP_RECORDS);
});
