import { v7 } from 'uuid';
import { beforeEach, expect, test } from 'vitest';
import { succeed } from '../../src/contract/result';
import { makeSheet, type SheetAsked } from '../../src/features/letter-desk/make-sheet';
import { spendTransmittalNumber } from '../../src/features/letter-desk/transmittal-number';
import type { Loket } from '../../src/features/shared/loket-context';
import type { Store } from '../../src/store/store';
import { createDesk, openWindow, profile, setUpOffice, staff } from '../helpers/memory-desk';

let store: Store;
beforeEach(async () => {
  store = await openWindow(createDesk());
  await setUpOffice(store);
});

/** As much of Loket as papers need, with a renderer that works or does not. */
function loketWith(renderReport: () => Promise<unknown>): Loket {
  const loket = { store, staff, newId: v7, now: () => '2026-03-02T03:00:00.000Z', host: {} };
  return { ...loket, letters: { renderReport } } as unknown as Loket;
}
const working = () => loketWith(() => Promise.resolve(succeed(new Uint8Array([1]))));

function asked(reservationId: string | null): SheetAsked {
  return { kind: 'transmittal', rows: [], to: ' Kepala Balai Contoh ', reservationId };
}

async function made(reservationId: string | null) {
  const sheet = await makeSheet(working(), profile, asked(reservationId));
  if (!sheet.ok || sheet.value.number === null) throw new Error(JSON.stringify(sheet));
  return sheet.value.number;
}

async function book() {
  return (await store.office()).numbers.map(({ number, status, note }) => ({
    number,
    status,
    note,
  }));
}

test.each([
  ['is refused', () => Promise.resolve({ ok: false, error: { code: 'fonts-unavailable' } })],
  ['throws', () => Promise.reject(new Error('worker'))],
])(
  'a list whose making %s keeps its number set aside, and is made again with it',
  async (_, how) => {
    const failed = await makeSheet(loketWith(how), profile, asked(null));
    if (failed.ok || failed.error.kind !== 'letter') throw new Error(JSON.stringify(failed));
    const number = failed.error.number;
    expect(await book()).toEqual([{ number: number?.number, status: 'reserved', note: null }]);
    const again = await made(number?.reservationId ?? null);
    expect(again.number).toBe(number?.number);
    await spendTransmittalNumber(working(), again);
    expect(await book()).toEqual([
      { number: number?.number, status: 'spent', note: 'Kepala Balai Contoh' },
    ]);
  },
);

test('a list that never left takes no further number, and its number can be given back', async () => {
  const first = await made(null);
  expect((await made(first.reservationId)).number).toBe(first.number);
  const { reservationId } = first;
  const back = { command: 'return-letter-number', reservationId, reason: 'batal' } as const;
  expect((await store.executeOffice(back, staff)).ok).toBe(true);
  expect((await book()).map(({ status }) => status)).toEqual(['returned']);
});

test('a number that was taken meanwhile is on no second list', async () => {
  const [one, other] = [await made(null), await made(null)];
  expect(one.number).not.toBe(other.number);
  expect((await spendTransmittalNumber(working(), one)).ok).toBe(true);
  expect(await spendTransmittalNumber(working(), one)).toMatchObject({
    error: { kind: 'office-refused', refusal: { code: 'number-not-free' } },
  });
  expect(await makeSheet(working(), profile, asked(one.reservationId))).toMatchObject({
    error: { kind: 'command', failure: { refusal: { code: 'number-unknown' } } },
  });
});
