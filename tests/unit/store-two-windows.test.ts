import fc from 'fast-check';
import { expect, test } from 'vitest';
import { letterCounter, OUTGOING } from '../../src/domain/numbering/letter-book';
import type { OfficeCommand } from '../../src/domain/office/office-command';
import type { Store } from '../../src/store/store';
import {
  addStaffCommand,
  createDesk,
  freshIndexedDb,
  openWindow,
  recordRequest,
  setUpOffice,
  staff,
  type Desk,
} from '../helpers/memory-desk';
import { readProjections } from '../helpers/memory-tables';

const COUNTER = letterCounter(OUTGOING, 2026);
const file = {
  ...{ address: 'a'.repeat(64), sha256: 'a'.repeat(64) },
  ...{ size: 1, mediaType: 'application/pdf' },
};

async function numbersIn(store: Store): Promise<readonly string[]> {
  return (await store.requests.page(null, 1000)).rows.map((row) => row.registerNumber).toSorted();
}

function consecutive(count: number): readonly string[] {
  return Array.from(
    { length: count },
    (_, index) => `A-2026-${String(index + 1).padStart(4, '0')}`,
  );
}

/** Two windows at once on one journal: of one profile, or each with its own. */
async function windows(shared: boolean): Promise<{ desks: [Desk, Desk]; stores: [Store, Store] }> {
  const one = createDesk();
  const first = await openWindow(one);
  await setUpOffice(first);
  const other = shared ? one : { ...one, indexedDb: freshIndexedDb() };
  return { desks: [one, other], stores: [first, await openWindow(other)] };
}

test.each([
  ['on one database', true],
  ['each on its own database', false],
])('two windows %s recording at once never give a number twice', async (_name, shared) => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(1), { minLength: 2, maxLength: 16 }), async (turns) => {
      const { desks, stores } = await windows(shared);
      const ids = await Promise.all(
        turns.map((turn, number) => recordRequest(stores[turn as 0 | 1], number)),
      );
      expect(new Set(ids).size).toBe(turns.length);
      for (const store of stores) {
        // A last word from each brings in what the other recorded.
        const id = crypto.randomUUID();
        const added = addStaffCommand({ id, name: `Contoh ${id}` });
        expect((await store.executeOffice(added, staff)).ok).toBe(true);
        expect(await numbersIn(store)).toEqual(consecutive(turns.length));
        expect(await store.requests.countOpen()).toBe(turns.length);
      }
      stores.forEach((store) => {
        store.close();
      });
      const grown = await readProjections(desks[0]);
      const rebuilt = { ...desks[0], indexedDb: freshIndexedDb() };
      (await openWindow(rebuilt)).close();
      const { meta: _meta, ...tables } = await readProjections(rebuilt);
      const { meta: _grownMeta, ...grownTables } = grown;
      if (shared) expect(grownTables).toEqual(tables);
    }),
    { numRuns: 20 },
  );
});

test.each([
  ['on one database', true],
  ['each on its own database', false],
])('of two windows %s a number of the book goes to one paper only', async (_name, shared) => {
  const { stores } = await windows(shared);
  const [one, other] = stores;
  const id = await recordRequest(one, 1);
  const kept = crypto.randomUUID();
  const reserve = (reservationId: string): OfficeCommand => ({
    command: 'reserve-letter-number',
    reservationId,
    date: '2026-03-02',
    purpose: 'surat pengantar',
  });
  expect((await one.executeOffice(reserve(kept), staff)).ok).toBe(true);
  const spend = { command: 'spend-letter-number', reservationId: kept, use: 'nota dinas' } as const;
  const spent = await Promise.all(stores.map((store) => store.executeOffice(spend, staff)));
  expect(spent.filter(({ ok }) => ok).length).toBe(1);
  // Both windows show the same next number; each takes it for another letter.
  const letter = { command: 'issue-letter', letter: 'revocation-application', file } as const;
  const next = { number: '2', date: '2026-03-02', counter: { name: COUNTER, value: 2 } };
  const issued = await Promise.all(
    stores.map((store) =>
      store.execute(id, { ...letter, ...next, letterId: crypto.randomUUID() }, staff),
    ),
  );
  expect(issued.filter(({ ok }) => ok).length).toBe(1);
  expect((await other.executeOffice(reserve(crypto.randomUUID()), staff)).ok).toBe(true);
  const { numbers } = await other.office();
  expect(numbers.map(({ value }) => value)).toEqual([1, 3]);
});

test('what one window recorded, the other decides on: no step is passed twice', async () => {
  const { stores } = await windows(true);
  const [one, other] = stores;
  const id = await recordRequest(one, 1);
  const cancel = { command: 'cancel-request', reason: 'Batal' } as const;
  const answers = await Promise.all([
    one.execute(id, cancel, staff),
    other.execute(id, cancel, staff),
  ]);
  expect(answers.filter(({ ok }) => ok).length).toBe(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({
    error: { refusal: { code: 'request-ended' } },
  });
  expect((await one.requests.timeline(id)).length).toBe(2);
});
