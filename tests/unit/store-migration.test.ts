import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import type { Job, JobState } from '../../src/domain/outbox/job';
import { LoketDatabase, NEWEST_SCHEMA } from '../../src/store/schema';
import {
  createDesk,
  freshIndexedDb,
  openWindow,
  recordRequest,
  requestData,
  setUpOffice,
  staff,
  type Desk,
} from '../helpers/memory-desk';
import { readProjections, readTables } from '../helpers/memory-tables';

const states: readonly JobState[] = [
  'ready',
  'sending-files',
  'sending',
  'awaiting-receipt',
  'will-retry',
  'outcome-unknown',
  'needs-action',
  'held',
  'done',
  'cancelled',
];

function jobInState(state: JobState, requestId: string, index: number): Job {
  return {
    id: v7(),
    handler: 'ams-submission',
    requestId,
    registerNumber: 'A-2026-0001',
    state,
    reason: { code: 'line-down', detail: 'x' },
    attempts: 3 + index,
    nextAttemptAt: index * 1000,
    filesSent: 1,
    filesTotal: 2,
    queuedAt: `2026-03-02T02:00:0${index}.000Z`,
    updatedAt: `2026-03-02T02:10:0${index}.000Z`,
  };
}

/** The desk's database as version 1 of the program would have left it. */
async function takeBackToVersion1(desk: Desk, jobs: readonly Job[]): Promise<void> {
  const tables = await readTables(desk);
  desk.indexedDb = freshIndexedDb();
  const old = await new LoketDatabase('loket-se', 1, desk.indexedDb).open();
  expect(old.tables.map(({ name }) => name)).not.toContain('setAside');
  const without = (row: unknown, ...names: readonly string[]) =>
    Object.fromEntries(Object.entries(row as object).filter(([name]) => !names.includes(name)));
  const { requests = [], meta = [], searchTokens = [] } = tables;
  for (const name of ['events', 'counters', 'drafts', 'office', 'facts']) {
    await old.table(name).bulkPut([...(tables[name] ?? [])]);
  }
  await old
    .table('requests')
    .bulkPut(
      requests.map((row) =>
        without(row, 'boardKey', 'pauses', 'holder', 'disposition', 'lastOnSheet'),
      ),
    );
  await old
    .table('meta')
    .bulkPut(meta.map((row) => without(row, 'open', 'jobsUnchecked', 'letterRows')));
  await old.table('searchTokens').bulkPut(
    searchTokens.map(() => 0),
    searchTokens as never[],
  );
  const sealed = { scheme: 'plain', data: JSON.stringify({ body: '{"a":1}', files: [] }) };
  await old.table('jobs').bulkPut(jobs.map((job) => ({ ...job, sealed })));
  old.close();
}

test('a database of version 1 with a full outbox opens in the newest version with nothing lost', async () => {
  const desk = createDesk();
  const store = await openWindow(desk);
  await setUpOffice(store);
  const ids: string[] = [];
  for (let number = 0; number < 12; number += 1) ids.push(await recordRequest(store, number));
  await store.execute(ids[3] ?? '', { command: 'cancel-request', reason: 'Batal' }, staff);
  const counter = { name: 'letter/outgoing/2026', value: 1 };
  const file = { address: '0'.repeat(64), sha256: '0'.repeat(64), size: 1, mediaType: '' };
  const letter = { letterId: v7(), letter: 'revocation-application', number: '1', file, counter };
  await store.execute(
    ids[0] ?? '',
    { command: 'issue-letter', date: '2026-03-02', ...letter },
    staff,
  );
  await store.drafts.save({
    id: v7(),
    owner: staff.id,
    form: 'intake',
    requestId: null,
    values: { a: 1 },
  });
  await store.setDeviceFact('seen', 'yes');
  store.close();
  const before = await readProjections(desk);
  const jobs = states.map((state, index) => jobInState(state, ids[index] ?? '', index));
  await takeBackToVersion1(desk, jobs);

  const migrated = await openWindow(desk);
  expect(migrated.notices).toEqual([]);
  for (const job of jobs) {
    expect(await migrated.jobs.find(job.id)).toEqual(job);
    expect(await migrated.jobs.payload(job.id)).toEqual({
      ok: true,
      value: { body: '{"a":1}', files: [] },
    });
  }
  const listed = (await migrated.jobs.page(null, 100)).rows;
  expect(listed.length).toBe(jobs.length);
  expect(listed.slice(-2).map(({ state }) => state)).toEqual(['cancelled', 'done']);
  const runnable: readonly JobState[] = [
    'ready',
    'awaiting-receipt',
    'will-retry',
    'outcome-unknown',
  ];
  expect((await migrated.jobs.due(1e9, 100)).map(({ state }) => state)).toEqual(runnable);
  expect(await migrated.requests.countOpen()).toBe(11);
  expect((await migrated.requests.board(null, 100)).rows.length).toBe(11);
  expect((await migrated.requests.search(requestData(2).applicant.nik, null, 5)).rows.length).toBe(
    1,
  );
  expect(await migrated.letters.countToPrint()).toBe(1);
  expect((await migrated.drafts.listOf(staff.id)).length).toBe(1);
  expect(await migrated.getDeviceFact('seen')).toBe('yes');
  migrated.close();
  expect(await readProjections(desk)).toEqual(before);
});

test('every version on the way can be opened by the newest', async () => {
  for (let version = 1; version <= NEWEST_SCHEMA; version += 1) {
    const desk = createDesk();
    (await new LoketDatabase('loket-se', version, desk.indexedDb).open()).close();
    const store = await openWindow(desk);
    expect(store.notices).toEqual([]);
    await setUpOffice(store);
    await recordRequest(store, version);
    store.close();
  }
});
