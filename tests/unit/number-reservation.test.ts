import { v7 } from 'uuid';
import { beforeEach, describe, expect, test } from 'vitest';
import type { OfficeCommand } from '../../src/domain/office/office-command';
import { insertionCounter, letterCounter, OUTGOING } from '../../src/domain/numbering/letter-book';
import { freeNumbers } from '../../src/features/request/number-choice-fields';
import { takeNumber, type NumberChoice } from '../../src/features/request/take-number';
import { readNumberBook } from '../../src/features/letter-desk/use-number-book';
import type { Store } from '../../src/store/store';
import {
  createDesk,
  freshIndexedDb,
  openWindow,
  profile,
  recordCommand,
  setUpOffice,
  staff,
} from '../helpers/memory-desk';
import { readRequest } from '../helpers/request-steps';

const LETTER = 'revocation-application';
const file = {
  address: 'a'.repeat(64),
  sha256: 'a'.repeat(64),
  size: 1,
  mediaType: 'application/pdf',
};

let desk: ReturnType<typeof createDesk>;
let store: Store;
let request: string;

beforeEach(async () => {
  desk = createDesk();
  store = await openWindow(desk);
  await setUpOffice(store);
  request = v7();
  await store.execute(request, recordCommand(), staff);
});

async function codeOf(command: OfficeCommand): Promise<string> {
  const done = await store.executeOffice(command, staff);
  if (done.ok) return 'taken';
  return done.error.kind === 'office-refused' ? done.error.refusal.code : done.error.kind;
}

async function reserve(purpose = 'surat pengantar', date = '2026-03-02'): Promise<string> {
  const reservationId = v7();
  const command = { command: 'reserve-letter-number', reservationId, purpose, date } as const;
  expect(await codeOf(command)).toBe('taken');
  return reservationId;
}

const giveBack = (reservationId: string, reason = 'surat batal'): OfficeCommand => ({
  command: 'return-letter-number',
  reservationId,
  reason,
});
const spend = (reservationId: string, use = 'nota dinas'): OfficeCommand => ({
  command: 'spend-letter-number',
  reservationId,
  use,
});

/** Issues a letter under the number of a choice, as the page does. */
async function issue(choice: NumberChoice, now = '2026-03-02T03:00:00Z') {
  const numberDesk = { store, office: profile, now: () => now };
  const { state } = await readRequest(store, request);
  const taken = await takeNumber(numberDesk, state, LETTER, choice);
  if (!taken.ok) return taken.error.kind;
  const issued = await store.execute(
    request,
    { command: 'issue-letter', letterId: v7(), letter: LETTER, file, ...taken.value },
    staff,
  );
  if (issued.ok) return taken.value.number;
  return issued.error.kind === 'refused' ? issued.error.refusal.code : issued.error.kind;
}

const placesOf = async () =>
  (await readNumberBook(store, 2026, 100)).lines.map(({ place, kind }) => `${place} ${kind}`);

describe('a number set aside', () => {
  test('is the next of the book; letters go on behind it, and it waits for its own', async () => {
    expect(await issue({ kind: 'next' })).toBe('000.6.5.2/1/Diskominfo/2026');
    const kept = await reserve();
    expect(await issue({ kind: 'next' })).toBe('000.6.5.2/3/Diskominfo/2026');
    expect((await freeNumbers(store)).map(({ number }) => number)).toEqual([
      '000.6.5.2/2/Diskominfo/2026',
    ]);
    expect(await placesOf()).toEqual(['3 letter', '2 reservation', '1 letter']);
    expect(await issue({ kind: 'kept', reservationId: kept })).toBe('000.6.5.2/2/Diskominfo/2026');
    expect(await placesOf()).toEqual(['3 letter', '2 letter', '1 letter']);
    expect(await freeNumbers(store)).toEqual([]);
  });

  test('goes to one letter only, and cannot be given back after it', async () => {
    const kept = await reserve();
    await issue({ kind: 'kept', reservationId: kept });
    expect(await issue({ kind: 'kept', reservationId: kept })).toBe('number-not-free');
    expect(await codeOf(giveBack(kept))).toBe('number-not-free');
    expect(await codeOf(spend(kept))).toBe('number-not-free');
  });

  test('is given back once, with a reason, and may then be used', async () => {
    const kept = await reserve();
    expect(await codeOf(giveBack(kept, ' '))).toBe('reason-missing');
    expect(await codeOf(giveBack(kept))).toBe('taken');
    expect(await codeOf(giveBack(kept))).toBe('number-not-free');
    expect((await freeNumbers(store)).map(({ note }) => note)).toEqual(['surat batal']);
    expect(await issue({ kind: 'kept', reservationId: kept })).toBe('000.6.5.2/1/Diskominfo/2026');
    expect(await issue({ kind: 'kept', reservationId: kept })).toBe('number-not-free');
  });

  test('used outside requests is used for good', async () => {
    const kept = await reserve();
    expect(await codeOf(spend(kept, ''))).toBe('number-purpose-missing');
    expect(await codeOf(spend(kept))).toBe('taken');
    expect(await issue({ kind: 'kept', reservationId: kept })).toBe('number-not-free');
    expect(await codeOf(spend(kept))).toBe('number-not-free');
    expect(await placesOf()).toEqual(['1 reservation']);
  });

  test('is refused without a purpose, for a day that is none, and by an id nobody knows', async () => {
    const reservationId = v7();
    const asked = { command: 'reserve-letter-number', reservationId } as const;
    expect(await codeOf({ ...asked, purpose: ' ', date: '2026-03-02' })).toBe(
      'number-purpose-missing',
    );
    expect(await codeOf({ ...asked, purpose: 'x', date: '2026-02-30' })).toBe('number-date-wrong');
    expect(await codeOf(giveBack(v7()))).toBe('number-unknown');
    expect(await store.nextOf(letterCounter(OUTGOING, 2026))).toBe(1);
  });

  test('is not taken by a letter that says another number or another year', async () => {
    await reserve();
    const counter = { name: 'letter/outgoing/2026/slot/1', value: 1 };
    const command = { command: 'issue-letter', letterId: v7(), letter: LETTER, file } as const;
    for (const wrong of [
      { number: 'lain', date: '2026-03-02' },
      { number: '000.6.5.2/1/Diskominfo/2026', date: '2025-03-02' },
    ]) {
      const issued = await store.execute(request, { ...command, counter, ...wrong }, staff);
      expect(issued).toMatchObject({ error: { refusal: { code: 'number-not-kept' } } });
    }
  });
});

describe('a letter dated back', () => {
  test('stands behind the last number of its day, each one more with the next letter', async () => {
    await issue({ kind: 'next' }, '2026-03-02T03:00:00Z');
    await issue({ kind: 'next' }, '2026-03-04T03:00:00Z');
    const back: NumberChoice = { kind: 'dated-back', date: '2026-03-03' };
    expect(await issue(back, '2026-03-05T03:00:00Z')).toBe('000.6.5.2/1.a/Diskominfo/2026');
    expect(await issue(back, '2026-03-05T03:00:00Z')).toBe('000.6.5.2/1.b/Diskominfo/2026');
    expect(await placesOf()).toEqual(['2 letter', '1.b letter', '1.a letter', '1 letter']);
    expect(await store.nextOf(letterCounter(OUTGOING, 2026))).toBe(3);
    expect(await store.nextOf(insertionCounter(2026, 1))).toBe(3);
  });

  test('needs a number to stand behind, and a day gone by', async () => {
    expect(await issue({ kind: 'dated-back', date: '2026-03-01' })).toBe('number-not-dated-back');
    await issue({ kind: 'next' });
    expect(await issue({ kind: 'dated-back', date: '2026-03-01' })).toBe('number-not-dated-back');
    expect(await issue({ kind: 'dated-back', date: '2026-03-02' })).toBe('number-not-dated-back');
    expect(await issue({ kind: 'dated-back', date: '2027-01-01' })).toBe('number-not-dated-back');
  });
});

test('a letter of the applicant’s unit bears that unit’s number, or room to write it', async () => {
  expect(await issue({ kind: 'theirs', number: ' 800/12/BKPSDM/2026 ' })).toBe(
    '800/12/BKPSDM/2026',
  );
  expect(await issue({ kind: 'theirs', number: '' })).toBe('ditulis tangan');
  expect(await store.nextOf(letterCounter(OUTGOING, 2026))).toBe(1);
  expect(await placesOf()).toEqual([]);
});

test('the book is the same after a rebuild from the journal', async () => {
  const kept = await reserve();
  await issue({ kind: 'next' });
  await codeOf(giveBack(await reserve('kedua')));
  await issue({ kind: 'kept', reservationId: kept });
  await issue({ kind: 'dated-back', date: '2026-03-02' }, '2026-03-09T03:00:00Z');
  const before = await readNumberBook(store, 2026, 100);
  store.close();
  desk.indexedDb = freshIndexedDb();
  store = await openWindow(desk);
  expect(await readNumberBook(store, 2026, 100)).toEqual(before);
  expect(await store.letters.countToPrint()).toBe(1);
});

test('what waits for the printer leaves the list once it was printed', async () => {
  await issue({ kind: 'next' });
  const { rows } = await store.letters.toPrint(null, 10);
  expect(rows).toMatchObject([{ letter: LETTER, requestId: request }]);
  const letterIds = rows.map(({ id }) => id);
  const command = { command: 'confirm-print', letterIds, copies: 1, reason: null } as const;
  expect((await store.execute(request, command, staff)).ok).toBe(true);
  expect((await store.letters.toPrint(null, 10)).rows).toEqual([]);
});
