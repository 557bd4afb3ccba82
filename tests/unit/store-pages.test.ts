import fc from 'fast-check';
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { Page, RegisterRow, Store } from '../../src/store/store';
import {
  createDesk,
  openWindow,
  recordCommand,
  recordRequest,
  requestData,
  setUpOffice,
  staff,
} from '../helpers/memory-desk';

type ReadPage = (cursor: string | null, size: number) => Promise<Page<RegisterRow>>;

/** Reads to the end; between pages something may happen. */
async function readThrough(
  read: ReadPage,
  size: number,
  between: () => Promise<void> = () => Promise.resolve(),
) {
  const ids: string[] = [];
  for (let cursor: string | null = null; ;) {
    const page: Page<RegisterRow> = await read(cursor, size);
    expect(page.rows.length).toBeLessThanOrEqual(size);
    ids.push(...page.rows.map(({ id }) => id));
    cursor = page.next;
    if (cursor === null) return ids;
    await between();
  }
}

async function storeWith(arrivals: readonly number[]): Promise<{ store: Store; ids: string[] }> {
  const store = await openWindow(createDesk());
  await setUpOffice(store);
  const ids: string[] = [];
  for (const [number, minute] of arrivals.entries()) {
    ids.push(
      await recordRequest(store, number, new Date(Date.UTC(2026, 2, 2, 0, minute)).toISOString()),
    );
  }
  return { store, ids };
}

test('pages of register, board and search show every request once, whatever comes in between', async () => {
  const arrivals = fc.array(fc.nat(30), { minLength: 1, maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(
      arrivals,
      fc.integer({ min: 1, max: 7 }),
      fc.nat(60),
      async (minutes, size, later) => {
        const { store, ids } = await storeWith(minutes);
        const { requests } = store;
        const readers: readonly ReadPage[] = [
          (cursor, count) => requests.page(cursor, count),
          (cursor, count) => requests.board(cursor, count),
          (cursor, count) => requests.search('2026', cursor, count),
        ];
        let number = 100;
        for (const read of readers) {
          let newcomers = 5;
          const seen = await readThrough(read, size, async () => {
            if ((newcomers -= 1) < 0) return;
            const arrivedAt = new Date(Date.UTC(2026, 2, 2, 0, later)).toISOString();
            await recordRequest(store, (number += 1), arrivedAt);
          });
          expect(new Set(seen).size).toBe(seen.length);
          expect(ids.filter((id) => !seen.includes(id))).toEqual([]);
        }
        store.close();
      },
    ),
    { numRuns: 15 },
  );
});

test('the register begins with the latest arrival, however late it was typed in', async () => {
  const { store, ids } = await storeWith([5, 30, 10]);
  const order = [1, 2, 0].map((index) => ids[index]);
  expect((await store.requests.page(null, 10)).rows.map(({ id }) => id)).toEqual(order);
});

test('the board begins with who waits longest at a step, and ended requests leave it', async () => {
  const { store, ids } = await storeWith([5, 30, 10]);
  const board: ReadPage = (cursor, size) => store.requests.board(cursor, size);
  expect(await readThrough(board, 2)).toEqual(ids);
  await store.execute(ids[0] ?? '', { command: 'cancel-request', reason: 'Batal' }, staff);
  expect(await readThrough(board, 2)).toEqual(ids.slice(1));
  expect(await store.requests.countOpen()).toBe(2);
  expect((await store.requests.page(null, 10)).rows.length).toBe(3);
});

test('a search finds exactly the requests a reader would find, for any two words', async () => {
  const { store } = await storeWith(Array.from({ length: 60 }, (_, index) => index));
  const all = (await store.requests.page(null, 100)).rows;
  const wordOf = (number: number, length: number, which: number) => {
    const { name, nik } = requestData(number).applicant;
    const words = [
      ...name.split(' '),
      nik,
      `A-2026-00${String(number + 1).padStart(2, '0')}`,
      nik.slice(-4),
    ];
    return (words[which % words.length] ?? '').slice(0, length);
  };
  const word = fc
    .tuple(fc.nat(59), fc.integer({ min: 2, max: 18 }), fc.nat(4))
    .map((args) => wordOf(...args));
  await fc.assert(
    fc.asyncProperty(word, word, async (one, other) => {
      const squeezed = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
      const holds = ({ summary }: RegisterRow, query: string) =>
        [
          ...summary.name.split(' '),
          summary.nik,
          summary.nik.slice(-4),
          ...summary.numbers.flatMap((number) => [number, number.slice(2), number.slice(7)]),
        ].some((text) => squeezed(text).startsWith(squeezed(query)));
      // Digits alone are one number when typed side by side.
      fc.pre(!(/^\d+$/.test(one) && /^\d+$/.test(other)));
      // Too short for the index by itself: only narrows.
      fc.pre(
        [one, other].some((query) => /[a-z]/i.test(squeezed(query)) && squeezed(query).length > 1),
      );
      const expected = all
        .filter((row) => holds(row, one) && holds(row, other))
        .map(({ id }) => id);
      const found = await readThrough(
        (cursor, size) => store.requests.search(`${one} ${other}`, cursor, size),
        7,
      );
      expect(found).toEqual(expected);
    }),
    { numRuns: 200 },
  );
});

test('a corrected name is found by the new name and no longer by the old one', async () => {
  const { store, ids } = await storeWith([1]);
  const data = recordCommand(0).data;
  const corrected = { ...data, applicant: { ...data.applicant, name: 'Wayan Baru' } };
  expect((await store.requests.search('contoh', null, 5)).rows.length).toBe(1);
  const done = await store.execute(
    ids[0] ?? '',
    { command: 'correct-request', data: corrected, reason: 'Salah ketik' },
    staff,
  );
  expect(done.ok).toBe(true);
  expect((await store.requests.search('wayan baru', null, 5)).rows.map(({ id }) => id)).toEqual(
    ids,
  );
  expect((await store.requests.search('contoh', null, 5)).rows).toEqual([]);
});

test('an open request of the same person and service is shown; ended ones and others are not', async () => {
  const { store, ids } = await storeWith([1, 2]);
  const { nik } = requestData(0).applicant;
  expect((await store.requests.openDuplicates(nik, 'revocation')).map(({ id }) => id)).toEqual([
    ids[0],
  ]);
  expect(await store.requests.openDuplicates(nik, 'issuance')).toEqual([]);
  expect(await store.requests.openDuplicates('', 'revocation')).toEqual([]);
  await store.execute(ids[0] ?? '', { command: 'cancel-request', reason: 'Batal' }, staff);
  expect(await store.requests.openDuplicates(nik, 'revocation')).toEqual([]);
  expect(await store.requests.get(v7())).toBeNull();
});

test('an empty search, and one too short for the index, find nothing instead of everything', async () => {
  const { store } = await storeWith([1, 2]);
  for (const text of ['', '  ', 'x', '12']) {
    expect(await store.requests.search(text, null, 5)).toEqual({ rows: [], next: null });
  }
});
