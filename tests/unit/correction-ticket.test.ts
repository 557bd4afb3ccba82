import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { openCorrections } from '../../src/domain/request/correction-ticket';
import type { RequestCommand } from '../../src/domain/request/request-command';
import { requestEventSchema } from '../../src/domain/request/request-event';
import type { Role } from '../../src/domain/office/roles';
import type { Store } from '../../src/store/store';
import {
  addStaffCommand,
  createDesk,
  freshIndexedDb,
  openWindow,
  recordRequest,
  requestData,
  setUpOffice,
  staff,
} from '../helpers/memory-desk';

type Ask = Extract<RequestCommand, { command: 'ask-correction' }>;

function ask(change: Partial<Ask> = {}): Ask {
  return {
    command: 'ask-correction',
    ticketId: v7(),
    askedAt: '2026-03-02T09:00:00+07:00',
    askedBy: 'Contoh Satu',
    wrong: 'Tempat tugas tertulis Kecamatan Contoh, seharusnya Kecamatan Misal',
    evidence: 'SK penempatan',
    ...change,
  };
}

const corrected = (answers?: readonly string[]): RequestCommand => ({
  command: 'correct-request',
  data: requestData(1),
  reason: 'Sesuai SK',
  ...(answers && { answers }),
});

async function deskWithRequest() {
  const desk = createDesk();
  const store = await openWindow(desk);
  await setUpOffice(store);
  return { desk, store, id: await recordRequest(store) };
}

async function done(store: Store, id: string, command: RequestCommand, by = staff) {
  const result = await store.execute(id, command, by);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value.state;
}

async function codeOf(store: Store, id: string, command: RequestCommand, by = staff) {
  const result = await store.execute(id, command, by);
  return result.ok || result.error.kind !== 'refused' ? null : result.error.refusal.code;
}

test('a ticket is open with its deadline until the correction that answers it, which it names', async () => {
  const { desk, store, id } = await deskWithRequest();
  const asked = ask();
  await done(store, id, asked);
  expect(await store.requests.countOpenCorrections()).toBe(1);
  const [row] = await store.requests.withOpenCorrections();
  expect(row).toMatchObject({ id, correctionDue: '2026-03-05T02:00:00.000Z' });

  const unrelated = await done(store, id, corrected());
  expect(openCorrections(unrelated)).toHaveLength(1);

  const after = await done(store, id, corrected([asked.ticketId]));
  const events = await store.requests.timeline(id);
  expect(after.corrections).toMatchObject([
    { id: asked.ticketId, ending: { how: 'corrected', eventId: events.at(-1)?.id } },
  ]);
  expect(await store.requests.countOpenCorrections()).toBe(0);
  expect(await codeOf(store, id, corrected([asked.ticketId]))).toBe('correction-unknown');

  store.close();
  desk.indexedDb = freshIndexedDb();
  const rebuilt = await openWindow(desk);
  expect(await rebuilt.requests.get(id)).toEqual(after);
});

test('a refusal needs a reason and ends the ticket once', async () => {
  const { store, id } = await deskWithRequest();
  const { ticketId } = await done(store, id, ask()).then(({ corrections }) => ({
    ticketId: corrections[0]?.id ?? '',
  }));
  const refuse = (reason: string) => ({ command: 'refuse-correction', ticketId, reason }) as const;
  expect(await codeOf(store, id, refuse(' '))).toBe('reason-missing');
  const after = await done(store, id, refuse('Sudah sesuai KTP'));
  expect(after.corrections[0]?.ending).toMatchObject({
    how: 'refused',
    reason: 'Sudah sesuai KTP',
  });
  expect(await codeOf(store, id, refuse('Sekali lagi'))).toBe('correction-unknown');
});

test('after the end a person may still ask, and be answered, but nothing else is corrected', async () => {
  const { store, id } = await deskWithRequest();
  await done(store, id, { command: 'cancel-request', reason: 'Ditarik pemohon' });
  const asked = ask();
  await done(store, id, asked);
  expect((await store.requests.withOpenCorrections()).map((row) => row.id)).toEqual([id]);
  expect(await codeOf(store, id, corrected())).toBe('request-ended');
  const after = await done(store, id, corrected([asked.ticketId]));
  expect(after).toMatchObject({ status: 'cancelled', data: requestData(1) });
});

test('what is no request is refused: nobody, nothing, no time, a time to come, the same again', async () => {
  const { store, id } = await deskWithRequest();
  for (const [change, code] of [
    [{ askedBy: ' ' }, 'correction-nobody'],
    [{ wrong: '' }, 'correction-blank'],
    [{ wrong: 'x'.repeat(2001) }, 'correction-too-long'],
    [{ askedAt: 'kemarin' }, 'correction-time-invalid'],
    [{ askedAt: '2026-03-03T00:00:00Z' }, 'correction-time-ahead'],
  ] as const) {
    expect(await codeOf(store, id, ask(change))).toBe(code);
  }
  const asked = ask();
  await done(store, id, asked);
  expect(await codeOf(store, id, asked)).toBe('correction-exists');
});

test('the list has the one due first in front, and the row the earliest of its tickets', async () => {
  const { store, id } = await deskWithRequest();
  const other = await recordRequest(store, 5);
  await done(store, id, ask({ askedAt: '2026-03-02T01:00:00Z' }));
  await done(store, id, ask({ askedAt: '2026-02-27T01:00:00Z' }));
  await done(store, other, ask({ askedAt: '2026-02-28T01:00:00Z' }));
  const rows = await store.requests.withOpenCorrections();
  expect(rows.map((row) => [row.id, row.correctionDue])).toEqual([
    [id, '2026-03-02T01:00:00.000Z'],
    [other, '2026-03-03T01:00:00.000Z'],
  ]);
});

test('the counter asks, but does not refuse; the official refuses', async () => {
  const { store, id } = await deskWithRequest();
  const member = async (name: string, roles: readonly Role[]) => {
    const by = { id: v7(), name };
    await store.executeOffice(addStaffCommand(by, roles), staff);
    return by;
  };
  const clerk = await member('Petugas Dua', ['front-desk']);
  const official = await member('Pejabat Contoh', ['official']);
  const { ticketId, ...rest } = ask();
  await done(store, id, { ticketId, ...rest }, clerk);
  const refuse = { command: 'refuse-correction', ticketId, reason: 'Sudah benar' } as const;
  expect(await codeOf(store, id, refuse, clerk)).toBe('not-permitted');
  await done(store, id, refuse, official);
});

test('every request of a person is found by the whole NIK, ended or open, latest first', async () => {
  const { store, id } = await deskWithRequest();
  const second = await recordRequest(store, 0, '2026-03-02T02:20:00Z');
  await recordRequest(store, 1);
  await done(store, id, { command: 'cancel-request', reason: 'Ditarik pemohon' });
  const rows = await store.requests.ofPerson(requestData(0).applicant.nik);
  expect(rows.map((row) => row.id)).toEqual([second, id]);
  expect(await store.requests.ofPerson('3207010101900999')).toEqual([]);
});

test('a correction of an earlier version answers nothing', () => {
  const event = {
    id: v7(),
    stream: v7(),
    at: '2026-03-02T02:00:00.000Z',
    clockOffsetMs: null,
    by: staff,
    desk: 'A',
    type: 'request-corrected',
    data: requestData(),
    reason: 'Salah ketik',
  };
  expect(requestEventSchema.parse(event)).toMatchObject({ answers: [] });
});
