import { describe, expect, test } from 'vitest';
import type { RequestCommand } from '../../src/domain/request/request-command';
import { evolve } from '../../src/domain/request/evolve';
import type { RequestState } from '../../src/domain/request/request-state';
import { describeEvent } from '../../src/features/request/describe-event';
import type { Store } from '../../src/store/store';
import {
  createDesk,
  openWindow,
  recordCommand,
  setUpOffice,
  sop,
  staff,
} from '../helpers/memory-desk';
import { issuedLetters, readRequest } from '../helpers/request-steps';

const ID = '01930000-0000-7000-8000-00000000aa01';
const [first = '', second = ''] = sop.steps.flatMap(({ letters }) => letters);

async function withLetters(): Promise<{ store: Store; ids: readonly string[] }> {
  const store = await openWindow(createDesk());
  await setUpOffice(store);
  await store.execute(ID, recordCommand(), staff);
  await issuedLetters(store, (await readRequest(store, ID)).state, [first, second]);
  const { state } = await readRequest(store, ID);
  return { store, ids: state.letters.map(({ id }) => id) };
}

const confirm = (
  letterIds: readonly string[],
  reason: string | null = null,
  copies = 1,
): RequestCommand => ({ command: 'confirm-print', letterIds, copies, reason });

describe('that a letter came out of the printer', () => {
  test('is recorded for all letters of a job together, the first time without a reason', async () => {
    const { store, ids } = await withLetters();
    expect(await store.execute(ID, confirm(ids, null, 2), staff)).toMatchObject({ ok: true });
    const { state } = await readRequest(store, ID);
    expect(
      state.prints.map(({ letterId, copies, isCopy, reason }) => [
        letterId,
        copies,
        isCopy,
        reason,
      ]),
    ).toEqual(ids.map((id) => [id, 2, false, null]));
  });

  test('needs a reason the second time, and is then on record as a copy', async () => {
    const { store, ids } = await withLetters();
    const one = ids.slice(0, 1);
    await store.execute(ID, confirm(one), staff);
    for (const reason of [null, '  ']) {
      expect(await store.execute(ID, confirm(one, reason), staff)).toMatchObject({
        ok: false,
        error: { kind: 'refused', refusal: { code: 'reason-missing' } },
      });
    }
    await store.execute(ID, confirm(one, ' Hilang di jalan '), staff);
    const { state, events } = await readRequest(store, ID);
    expect(state.prints.at(-1)).toMatchObject({ isCopy: true, reason: 'Hilang di jalan' });
    const event = events.at(-1);
    if (event === undefined) throw new Error('no event');
    const words = describeEvent(event, { locale: 'id', sop, events, changes: new Map() });
    expect(words.title).toMatch(/^Dicetak lagi sebagai salinan: /);
    expect(words.details).toEqual(['1 rangkap', 'Alasan: Hilang di jalan']);
  });

  test('is refused for a draft, an unknown letter, none, and a number of copies there is not', async () => {
    const { store, ids } = await withLetters();
    const refusal = async (command: RequestCommand) => {
      const answer = await store.execute(ID, command, staff);
      if (answer.ok || answer.error.kind !== 'refused') throw new Error('it was taken');
      return answer.error.refusal.code;
    };
    expect(await refusal(confirm([]))).toBe('letter-not-final');
    expect(await refusal(confirm([...ids, crypto.randomUUID()]))).toBe('letter-not-final');
    for (const copies of [0, 21, 1.5]) {
      expect(await refusal(confirm(ids, null, copies))).toBe('copies-invalid');
    }
    expect((await readRequest(store, ID)).state.prints).toEqual([]);
  });

  test('may be recorded after the request has ended', async () => {
    const { store, ids } = await withLetters();
    await store.execute(ID, { command: 'cancel-request', reason: 'Dibatalkan pemohon' }, staff);
    expect(await store.execute(ID, confirm(ids), staff)).toMatchObject({ ok: true });
  });
});

test('a request of earlier records has no prints; the same event twice counts once', async () => {
  const { store, ids } = await withLetters();
  const before = await readRequest(store, ID);
  expect(before.state.prints).toEqual([]);
  await store.execute(ID, confirm(ids.slice(0, 1)), staff);
  const { state, events } = await readRequest(store, ID);
  const again = events.reduce<RequestState | null>(
    (known, event) => evolve(evolve(known, event), event),
    null,
  );
  expect(again?.prints).toEqual(state.prints);
});
