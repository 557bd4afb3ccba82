import Dexie from 'dexie';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { JournalRecord } from '../../src/contract/journal';
import type { OfficeCommand } from '../../src/domain/office/office-command';
import { LoketDatabase } from '../../src/store/schema';
import type { Store } from '../../src/store/store';
import { chained, createMemoryJournal, headOf } from '../helpers/memory-journal';
import {
  createDesk,
  freshIndexedDb,
  openWindow,
  profile,
  recordCommand,
  recordRequest,
  SET_UP_RECORDS,
  setUpOffice,
  staff,
  type Desk,
} from '../helpers/memory-desk';
import { readProjections, readTables } from '../helpers/memory-tables';
import { authorOf, commandOf, walkArbitrary } from '../helpers/memory-walk';

async function deskWith(requests: number): Promise<{ desk: Desk; ids: readonly string[] }> {
  const desk = createDesk();
  const store = await openWindow(desk);
  await setUpOffice(store);
  const ids: string[] = [];
  for (let number = 0; number < requests; number += 1) ids.push(await recordRequest(store, number));
  store.close();
  return { desk, ids };
}

async function numbers(store: Store): Promise<readonly string[]> {
  const { rows } = await store.requests.page(null, 1000);
  return rows.map(({ registerNumber }) => registerNumber).toSorted();
}

/** A record nobody of this version wrote, at the journal's end. */
function appendForeign(desk: Desk, body: unknown, scheme = 'plain'): void {
  const sealed = { scheme, data: JSON.stringify(body) };
  desk.journal.records.push(chained(headOf(desk.journal), v7(), sealed));
}

test('whatever was done, a database rebuilt from the journal says what the old one said', async () => {
  await fc.assert(
    fc.asyncProperty(walkArbitrary, fc.func(fc.nat(2)), async (attempts, which) => {
      const desk = createDesk();
      const store = await openWindow(desk);
      await setUpOffice(store);
      const ids = await Promise.all([0, 1, 2].map((number) => recordRequest(store, number)));
      for (const attempt of attempts) {
        const id = ids[which(attempt)] ?? '';
        const state = await store.requests.get(id);
        const next = await store.nextOf('letter/outgoing/2026');
        const command = commandOf(attempt, state, () => next, v7);
        const result = await store.execute(id, command, authorOf(attempt, command));
        if (result.ok) expect(result.value.state).toEqual(await store.requests.get(id));
        else expect(result.error.kind).toBe('refused');
      }
      store.close();
      const grown = await readProjections(desk);
      desk.indexedDb = freshIndexedDb();
      const again = await openWindow(desk);
      expect(again.notices.map(({ kind }) => kind)).toEqual(['rebuilt-from-journal']);
      const open = (await again.requests.board(null, 10)).rows.length;
      expect(await again.requests.countOpen()).toBe(open);
      again.close();
      expect(await readProjections(desk)).toEqual(grown);
    }),
    { numRuns: 25 },
  );
});

describe('at start', () => {
  test('what the journal has and IndexedDB lacks is brought in, and said', async () => {
    const { desk } = await deskWith(2);
    const older = desk.indexedDb;
    const store = await openWindow(desk);
    store.close();
    // Another profile records two more; then the older profile is opened again.
    desk.indexedDb = freshIndexedDb();
    const elsewhere = await openWindow(desk);
    await recordRequest(elsewhere, 7);
    await recordRequest(elsewhere, 8);
    elsewhere.close();
    desk.indexedDb = older;
    const back = await openWindow(desk);
    expect(back.notices).toEqual([{ kind: 'caught-up', records: 2 }]);
    expect(await numbers(back)).toEqual([
      'A-2026-0001',
      'A-2026-0002',
      'A-2026-0003',
      'A-2026-0004',
    ]);
    back.close();
    expect((await openWindow(desk)).notices).toEqual([]);
  });

  test('a deleted database is rebuilt in batches, and numbering goes on', async () => {
    const { desk } = await deskWith(300);
    desk.indexedDb = freshIndexedDb();
    const store = await openWindow(desk);
    expect(store.notices).toEqual([
      { kind: 'rebuilt-from-journal', records: SET_UP_RECORDS + 300 },
    ]);
    await recordRequest(store, 300);
    expect((await numbers(store)).at(-1)).toBe('A-2026-0301');
  });

  test('a database of a newer program is replaced, not read', async () => {
    const { desk } = await deskWith(1);
    const future = new Dexie('loket-se', desk.indexedDb);
    future.version(99).stores({ fromTheFuture: 'id' });
    (await future.open()).close();
    const store = await openWindow(desk);
    expect(store.notices).toEqual([{ kind: 'rebuilt-from-journal', records: SET_UP_RECORDS + 1 }]);
    expect(await numbers(store)).toEqual(['A-2026-0001']);
  });

  test('a journal that cannot be read leaves everything to be seen and nothing to be recorded', async () => {
    const { desk } = await deskWith(1);
    const { service } = desk.journal;
    const error = { kind: 'shell-gone', detail: 'journal' } as const;
    const gone = () => Promise.resolve({ ok: false, error } as const);
    const store = await openWindow(desk, {
      host: {
        journal: {
          head: gone,
          read: gone,
          append: gone,
          verify: gone,
          checkpoint: gone,
          keepCheckpoint: gone,
        },
        drafts: { put: gone, remove: gone, list: gone },
      },
    });
    expect(store.notices).toEqual([{ kind: 'journal-not-read', error }]);
    expect(await numbers(store)).toEqual(['A-2026-0001']);
    const refused = await store.execute(v7(), recordCommand(5), staff);
    expect(refused).toEqual({ ok: false, error: { kind: 'not-recorded', error } });
    expect(await numbers(store)).toEqual(['A-2026-0001']);
    expect(service).toBe(desk.journal.service);
  });
});

describe('a single row that is gone', () => {
  const addMyself: OfficeCommand = {
    command: 'add-staff',
    staffId: v7(),
    name: 'Orang Lain',
    roles: ['administrator'],
  };
  const stranger = { id: 'x', name: 'Orang Lain' };

  /** As with the developer tools of a browser, past the store. */
  async function changeTables(desk: Desk, change: (db: LoketDatabase) => Promise<unknown>) {
    const db = new LoketDatabase('loket-se', undefined, desk.indexedDb);
    await db.open();
    await change(db);
    db.close();
  }

  test('the office comes back from the journal, and nobody becomes its first administrator', async () => {
    const { desk } = await deskWith(1);
    await changeTables(desk, (db) => db.office.delete('office'));
    const store = await openWindow(desk);
    expect(store.notices).toEqual([{ kind: 'rebuilt-from-journal', records: SET_UP_RECORDS + 1 }]);
    expect((await store.office()).staff.map(({ id }) => id)).toEqual([staff.id]);
    const refused = { ok: false, error: { kind: 'office-refused' } };
    expect(await store.executeOffice(addMyself, stranger)).toMatchObject(refused);
    const configured = await store.executeOffice(
      { command: 'configure-office', profile },
      stranger,
    );
    expect(configured).toMatchObject(refused);
    store.close();
    expect((await openWindow(desk)).notices).toEqual([]);
  });

  test('the office is not forgotten by a window that reads its tables anew', async () => {
    const { desk } = await deskWith(1);
    const store = await openWindow(desk);
    await changeTables(desk, async (db) => {
      await db.office.delete('office');
      await db.meta.update('applied', { hash: 'another' });
    });
    expect((await store.execute(v7(), recordCommand(5), staff)).ok).toBe(false);
    const again = await store.executeOffice(addMyself, stranger);
    expect(again.ok).toBe(false);
    store.close();
  });

  test('holds come back with retention', async () => {
    const { desk, ids } = await deskWith(1);
    const [requestId = ''] = ids;
    const store = await openWindow(desk);
    const hold = { command: 'hold-records', requestId, reason: 'Perkara' } as const;
    expect((await store.executeRetention(hold, staff)).ok).toBe(true);
    const before = await store.retention.state();
    store.close();
    await changeTables(desk, (db) => db.office.delete('retention'));
    const again = await openWindow(desk);
    expect(again.notices).toMatchObject([{ kind: 'rebuilt-from-journal' }]);
    expect(await again.retention.state()).toEqual(before);
  });

  test.each([
    ['deleted', (db: LoketDatabase) => db.counters.clear()],
    ['turned back', (db: LoketDatabase) => db.counters.put({ name: 'register/A/2026', value: 1 })],
  ])('no number is given twice after a counter was %s', async (_how, change) => {
    const { desk } = await deskWith(2);
    await changeTables(desk, change);
    const store = await openWindow(desk);
    expect(store.notices).toMatchObject([{ kind: 'rebuilt-from-journal' }]);
    await recordRequest(store, 3);
    expect(await numbers(store)).toEqual(['A-2026-0001', 'A-2026-0002', 'A-2026-0003']);
  });
});

describe('a journal from an older copy', () => {
  test('gets back what only IndexedDB still had; nothing is lost and no number comes twice', async () => {
    const { desk } = await deskWith(3);
    desk.journal.records = desk.journal.records.slice(0, SET_UP_RECORDS + 1);
    const store = await openWindow(desk);
    expect(store.notices).toEqual([{ kind: 'returned-to-journal', records: 2 }]);
    await recordRequest(store, 9);
    expect(await numbers(store)).toEqual([
      'A-2026-0001',
      'A-2026-0002',
      'A-2026-0003',
      'A-2026-0004',
    ]);
    store.close();
    desk.indexedDb = freshIndexedDb();
    expect((await numbers(await openWindow(desk))).length).toBe(4);
  });

  test('that went on elsewhere is joined with what IndexedDB had', async () => {
    const { desk } = await deskWith(3);
    const mine = desk.indexedDb;
    desk.journal.records = desk.journal.records.slice(0, SET_UP_RECORDS + 1);
    desk.indexedDb = freshIndexedDb();
    const elsewhere = await openWindow(desk);
    const theirs = await recordRequest(elsewhere, 11);
    elsewhere.close();
    desk.indexedDb = mine;
    const store = await openWindow(desk);
    expect(store.notices).toEqual([{ kind: 'returned-to-journal', records: 2 }]);
    expect(await store.requests.get(theirs)).not.toBeNull();
    expect((await store.requests.page(null, 10)).rows.length).toBe(4);
    expect(await store.nextOf('register/A/2026')).toBe(4);
    store.close();
    expect((await openWindow(desk)).notices).toEqual([]);
  });

  test('that is lost altogether is written again', async () => {
    const { desk } = await deskWith(2);
    desk.journal.records = [];
    const store = await openWindow(desk);
    expect(store.notices).toEqual([{ kind: 'returned-to-journal', records: SET_UP_RECORDS + 2 }]);
    expect(desk.journal.records.length).toBe(SET_UP_RECORDS + 2);
    expect(await numbers(store)).toEqual(['A-2026-0001', 'A-2026-0002']);
  });
});

describe('a record this program cannot read', () => {
  const newerEvent = (stream: string, value: number) => ({
    version: 2,
    events: [{ stream, type: 'request-teleported', counter: { name: 'register/A/2026', value } }],
  });

  test('of a newer version is set aside with all that follows it in its request, and blocks no other', async () => {
    const { desk, ids } = await deskWith(2);
    const [first = '', second = ''] = ids;
    appendForeign(desk, newerEvent(first, 3));
    const store = await openWindow(desk);
    expect(store.notices).toEqual([
      { kind: 'caught-up', records: 1 },
      { kind: 'newer-records-set-aside', records: 1 },
    ]);
    const attach = commandOf(
      { what: 'attach', pick: 0 },
      await store.requests.get(first),
      () => 1,
      v7,
    );
    expect(await store.execute(first, attach, staff)).toEqual({
      ok: false,
      error: { kind: 'newer-version-needed' },
    });
    expect((await store.execute(second, attach, staff)).ok).toBe(true);
    await recordRequest(store, 5);
    expect((await numbers(store)).at(-1)).toBe('A-2026-0004');
    store.close();
    expect((await readTables(desk))['setAside']).toMatchObject([{ streams: [first] }]);
  });

  test.each([
    ['sealed by a scheme nobody here knows', { any: 'thing' }, 'vault-9'],
    ['that is no record at all', 'kaput', 'plain'],
  ])('%s does not stop the others, and is not dropped', async (_name, body, scheme) => {
    const { desk } = await deskWith(1);
    appendForeign(desk, body, scheme);
    desk.indexedDb = freshIndexedDb();
    const store = await openWindow(desk);
    expect(store.notices.at(-1)).toEqual({ kind: 'newer-records-set-aside', records: 1 });
    await recordRequest(store, 2);
    expect(await numbers(store)).toEqual(['A-2026-0001', 'A-2026-0002']);
    store.close();
    expect((await readTables(desk))['setAside']?.length).toBe(1);
  });

  test('is shown once the program was updated, with what came after it', async () => {
    const { desk, ids } = await deskWith(1);
    const [first = ''] = ids;
    const good = desk.journal.records;
    // An older program: it can open nothing of the request's own record.
    const old = {
      ...good[1],
      sealed: { scheme: 'plain', data: JSON.stringify(newerEvent(first, 1)) },
    } as JournalRecord;
    desk.journal.records = [good[0] as JournalRecord, old];
    desk.indexedDb = freshIndexedDb();
    const before = await openWindow(desk);
    expect(await before.requests.get(first)).toBeNull();
    before.close();
    desk.journal.records = good;
    const after = await reopenWithAside(desk, good[1] as JournalRecord);
    expect((await after.requests.get(first))?.registerNumber).toBe('A-2026-0001');
    after.close();
    expect((await readTables(desk))['setAside']).toEqual([]);
  });
});

/** As if the program had learnt to read the record it set aside. */
async function reopenWithAside(desk: Desk, record: JournalRecord): Promise<Store> {
  const db = await new LoketDatabase('loket-se', undefined, desk.indexedDb).open();
  await db.table('setAside').put({ sequence: record.sequence, record, streams: [] });
  db.close();
  return openWindow(desk);
}

test('a memory journal refuses what has moved, like the one on disk', async () => {
  const journal = createMemoryJournal();
  const sealed = { scheme: 'plain', data: '{}' };
  const first = { expectedHead: { sequence: 0, hash: '' }, id: v7(), sealed };
  expect((await journal.service.append(first)).ok).toBe(true);
  expect((await journal.service.append(first)).ok).toBe(true);
  expect(journal.records.length).toBe(1);
  expect(await journal.service.append({ ...first, id: v7() })).toMatchObject({
    error: { kind: 'journal-moved' },
  });
});
