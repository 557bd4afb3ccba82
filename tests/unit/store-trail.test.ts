import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { EventRow } from '../../src/store/rows';
import { LoketDatabase } from '../../src/store/schema';
import type { Store } from '../../src/store/store';
import { WHOLE_TRAIL, type TrailFilter, type TrailRow } from '../../src/store/trail-store';
import { chained, headOf } from '../helpers/memory-journal';
import {
  createDesk,
  openWindow,
  recordRequest,
  SET_UP_RECORDS,
  setUpOffice,
  staff,
} from '../helpers/memory-desk';

const other = { id: v7(), name: 'Petugas Lain' };
const view = (subject: string) => ({ action: 'view-request', subject }) as const;

async function deskWith(requests: number) {
  const desk = createDesk();
  const store = await openWindow(desk);
  await setUpOffice(store);
  const ids: string[] = [];
  for (let number = 0; number < requests; number += 1) ids.push(await recordRequest(store, number));
  return { desk, store, ids, first: ids[0] ?? '' };
}

async function whole(store: Store, filter: Partial<TrailFilter> = {}, size = 3) {
  const rows: TrailRow[] = [];
  for (let cursor: string | null = null; ;) {
    const page = await store.trail.page(cursor, size, { ...WHOLE_TRAIL, ...filter });
    rows.push(...page.rows);
    if (page.next === null) return rows;
    cursor = page.next;
  }
}

const actionOf = ({ event }: TrailRow) =>
  event?.type === 'noted' ? event.action : (event?.type ?? 'unreadable');

test('a note is a record of the journal, touches no request, and survives a rebuild', async () => {
  const { desk, store, first } = await deskWith(1);
  const before = await store.requests.get(first);
  expect(await store.note(view(first), staff)).toEqual({ ok: true, value: undefined });
  expect(desk.journal.records).toHaveLength(SET_UP_RECORDS + 2);
  expect(await store.requests.get(first)).toEqual(before);
  const rows = await whole(store);
  expect(rows[0]).toMatchObject({ sequence: SET_UP_RECORDS + 2, subject: { id: first } });
  expect(rows.map(actionOf)).toEqual([
    'view-request',
    'request-recorded',
    'staff-added',
    'office-configured',
  ]);
  store.close();
  desk.indexedDb = createDesk().indexedDb;
  const rebuilt = await openWindow(desk);
  expect(await whole(rebuilt)).toEqual(rows);
});

test('looking again within ten minutes is one note; another person or a later look another', async () => {
  const { desk, store, first } = await deskWith(1);
  await Promise.all([store.note(view(first), staff), store.note(view(first), staff)]);
  await store.note(view(first), other);
  expect((await whole(store)).filter((row) => actionOf(row) === 'view-request')).toHaveLength(2);
  desk.now += 11 * 60_000;
  await store.note(view(first), staff);
  expect((await whole(store)).filter((row) => actionOf(row) === 'view-request')).toHaveLength(3);
});

test('a look that could not be noted is noted the next time', async () => {
  const { desk, store, first } = await deskWith(1);
  const { append } = desk.journal.service;
  const error = { kind: 'disk-full', detail: 'x' } as const;
  Object.assign(desk.journal.service, { append: () => Promise.resolve({ ok: false, error }) });
  expect(await store.note(view(first), staff)).toEqual({
    ok: false,
    error: { kind: 'not-recorded', error },
  });
  Object.assign(desk.journal.service, { append });
  await store.note(view(first), staff);
  expect((await whole(store)).map(actionOf)[0]).toBe('view-request');
});

test('pages hold every event once whatever comes in between, and filters agree with the whole', async () => {
  const { store, ids, first } = await deskWith(4);
  await store.note(view(first), staff);
  await store.note({ action: 'print', subject: first, details: { letter: 'x' } }, other);
  await store.note({ action: 'search', subject: null, details: { text: 'Contoh' } }, staff);
  const all = await whole(store, {}, 100);
  const page = await store.trail.page(null, 2, WHOLE_TRAIL);
  await store.note(view(ids[1] ?? ''), staff);
  const rest = await store.trail.page(page.next, 100, WHOLE_TRAIL);
  expect([...page.rows, ...rest.rows].map(({ key }) => key)).toEqual(all.map(({ key }) => key));
  expect(all.map(({ sequence }) => sequence)).toEqual([9, 8, 7, 6, 5, 4, 3, 2, 1]);
  expect((await whole(store, { kind: 'print' })).map(actionOf)).toEqual(['print']);
  expect((await whole(store, { subject: first })).map(actionOf)).toEqual([
    'print',
    'view-request',
    'request-recorded',
  ]);
  expect((await whole(store, { staffId: other.id })).map(actionOf)).toEqual(['print']);
  const at = all[3]?.event?.at ?? '';
  const later = await whole(store, { from: at });
  expect(later.map(({ sequence }) => sequence)).toEqual([10, 9, 8, 7, 6]);
  expect((await whole(store, { before: at })).map(({ sequence }) => sequence)).toEqual([
    5, 4, 3, 2, 1,
  ]);
});

test('a trail longer than one page looks at stays bounded and goes on behind its cursor', async () => {
  const { store, desk, first } = await deskWith(1);
  store.close();
  const db = await new LoketDatabase('loket-se', undefined, desk.indexedDb).open();
  const [row] = await db.table<{ sequence: number; id: string }>('events').toArray();
  await db.table('events').bulkPut(
    Array.from({ length: 2500 }, (_, index) => ({
      ...row,
      stream: 'trail',
      sequence: 10 + index,
      sealed: { scheme: 'gone', data: '' },
    })),
  );
  db.close();
  const opened = await openWindow(desk);
  const page = await opened.trail.page(null, 5, { ...WHOLE_TRAIL, subject: first });
  expect(page).toMatchObject({ rows: [] });
  expect(page.next).not.toBeNull();
  expect((await whole(opened, { subject: first })).map(actionOf)).toEqual(['request-recorded']);
  expect((await opened.trail.page(null, 1, WHOLE_TRAIL)).rows[0]?.event).toBeNull();
});

test('a whole trail is checked to its head, remembered, and the next check begins there', async () => {
  const { desk, store } = await deskWith(3);
  const seen: number[] = [];
  const first = await store.trail.check({
    full: true,
    onProgress: ({ checked }) => seen.push(checked),
  });
  expect(first).toMatchObject({
    ok: true,
    value: {
      found: 0,
      complete: true,
      full: true,
      records: SET_UP_RECORDS + 3,
      checkedTo: headOf(desk.journal),
    },
  });
  expect(seen).toEqual([2, 4, 5]);
  expect(first.ok && first.value).toEqual(await store.trail.lastCheck());
  await recordRequest(store, 7);
  const second = await store.trail.check({ full: false });
  expect(second).toMatchObject({ ok: true, value: { full: false, records: 1, found: 0 } });
});

test('a cancelled check says so and changes nothing of what is known', async () => {
  const { store } = await deskWith(5);
  const cancel = new AbortController();
  const check = await store.trail.check({
    full: true,
    onProgress: () => {
      cancel.abort();
    },
    signal: cancel.signal,
  });
  expect(check).toMatchObject({ ok: true, value: { complete: false, records: 2 } });
  expect(await store.trail.lastCheck()).toBeNull();
});

test('what is shown of a record and is not what the journal has is found', async () => {
  const { desk, store } = await deskWith(3);
  store.close();
  const db = await new LoketDatabase('loket-se', undefined, desk.indexedDb).open();
  const events = db.table<EventRow>('events');
  const rows = await events.toArray();
  const changed = rows.find(({ sequence }) => sequence === 3);
  if (!changed) throw new Error('no row');
  const data = changed.sealed.data.replace('"Pranata Komputer"', '"Kepala Dinas"');
  await events.put({ ...changed, sealed: { ...changed.sealed, data } });
  await events.where('[sequence+index]').equals([4, 0]).delete();
  db.close();
  const again = await openWindow(desk);
  const check = await again.trail.check({ full: true });
  expect(check.ok && check.value.findings).toEqual([
    { kind: 'shown-differs', sequence: 3 },
    { kind: 'shown-differs', sequence: 4 },
  ]);
  expect(desk.journal.kept).toBeNull();
});

test('a row put under another request is not shown there, and the check tells of it', async () => {
  const { desk, store, ids } = await deskWith(2);
  const [first = '', second = ''] = ids;
  store.close();
  const db = await new LoketDatabase('loket-se', undefined, desk.indexedDb).open();
  const events = db.table<EventRow, [string, number, number]>('events');
  const rows = await events.toArray();
  const own = rows.find(({ stream }) => stream === first);
  const others = rows.find(({ stream }) => stream === second);
  if (!own || !others) throw new Error('no row');
  const at = [others.stream, others.sequence, others.index] as const;
  await events.delete([own.stream, own.sequence, own.index]);
  await events.delete([...at]);
  await events.put({ ...others, stream: first, sequence: own.sequence });
  db.close();
  const again = await openWindow(desk);
  await expect(again.requests.get(first)).rejects.toThrow(others.id);
  await expect(again.requests.timeline(first)).rejects.toThrow(others.id);
  expect((await whole(again)).map(actionOf)).toContain('unreadable');
  const check = await again.trail.check({ full: true });
  expect(check.ok && check.value.findings).toEqual([
    { kind: 'shown-differs', sequence: own.sequence },
    { kind: 'shown-differs', sequence: others.sequence },
  ]);
});

test('a record whose content does not open, and one with a time that is not its own, are told apart from a broken chain', async () => {
  const { desk, store } = await deskWith(1);
  const forged = { scheme: 'plain', data: 'bukan JSON' };
  desk.journal.records.push(chained(headOf(desk.journal), v7(), forged));
  desk.now += 3 * 3_600_000;
  store.close();
  const late = await openWindow(desk);
  await recordRequest(late, 5);
  const check = await late.trail.check({ full: true });
  expect(check.ok && check.value.findings).toMatchObject([
    { kind: 'unreadable-body', sequence: SET_UP_RECORDS + 2 },
    { kind: 'time-disagrees', sequence: SET_UP_RECORDS + 3 },
  ]);
});

test('a journal that was put back shorter is told, also after it was completed', async () => {
  const { desk, store } = await deskWith(4);
  store.close();
  desk.journal.records = desk.journal.records.slice(0, SET_UP_RECORDS + 2);
  const again = await openWindow(desk);
  const check = await again.trail.check({ full: true });
  expect(check.ok && check.value.findings).toContainEqual({ kind: 'returned', records: 2 });
  desk.journal.records = desk.journal.records.slice(0, 2);
  const cut = await again.trail.check({ full: true });
  expect(cut.ok && cut.value.findings[0]).toMatchObject({
    kind: 'chain',
    at: { kind: 'truncated', sequence: SET_UP_RECORDS + 4 },
  });
});

test('the hash of a record can be asked for, and a record that is not there has none', async () => {
  const { desk, store } = await deskWith(2);
  const hash = desk.journal.records[1]?.hash ?? '';
  expect(await store.trail.hashAt(2)).toEqual({ ok: true, value: hash });
  expect(await store.trail.hashAt(99)).toEqual({ ok: true, value: null });
  expect(await store.trail.head()).toEqual({ ok: true, value: headOf(desk.journal) });
});

test('a day tells who arrived and what happened, without opening a person', async () => {
  const { store, first } = await deskWith(3);
  await store.execute(first, { command: 'cancel-request', reason: 'Batal' }, staff);
  await store.note(view(first), staff);
  const day = await store.trail.day('2026-03-01T17:00:00.000Z', '2026-03-02T17:00:00.000Z');
  expect(day.received).toBe(3);
  expect(day.requests.map(({ registerNumber }) => registerNumber)).toHaveLength(3);
  expect(JSON.stringify(day.requests)).not.toMatch(/3207|Contoh Satu/);
  expect(day.events.map(({ type }) => type).filter((type) => type === 'request-cancelled')).toEqual(
    ['request-cancelled'],
  );
  const next = await store.trail.day('2026-03-02T17:00:00.000Z', '2026-03-03T17:00:00.000Z');
  expect(next).toEqual({ requests: [], received: 0, events: [] });
});
