import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { SYSTEM_AUTHOR } from '../../src/domain/event';
import type { Job } from '../../src/domain/outbox/job';
import type { Store } from '../../src/store/store';
import {
  createDesk,
  freshIndexedDb,
  openWindow,
  recordRequest,
  setUpOffice,
  staff,
} from '../helpers/memory-desk';
import { commandOf } from '../helpers/memory-walk';
import { observe } from '../helpers/observe-store';

/** A request whose submission is in the outbox; answers the job's id. */
async function queued(store: Store, number: number): Promise<{ id: string; requestId: string }> {
  const requestId = await recordRequest(store, number);
  for (;;) {
    const state = await store.requests.get(requestId);
    const [job] = await store.jobs.ofRequest(requestId);
    if (job) return { id: job.id, requestId };
    const next = await store.nextOf('letter/outgoing/2026');
    const done = await store.execute(
      requestId,
      commandOf({ what: 'forward', pick: 1 }, state, () => next, v7),
      staff,
    );
    if (!done.ok) throw new Error(JSON.stringify(done.error));
  }
}

async function deskWithQueue(length: number) {
  const desk = createDesk();
  const store = await openWindow(desk);
  await setUpOffice(store);
  const jobs = [];
  for (let number = 0; number < length; number += 1) jobs.push(await queued(store, number));
  return { desk, store, jobs };
}

const stateOf = async (store: Store, id: string) => (await store.jobs.find(id))?.state;

test('queueing puts a job with its frozen body and files into the outbox, due at once', async () => {
  const { store, jobs } = await deskWithQueue(2);
  const [first, second] = jobs;
  expect((await store.jobs.due(0, 10)).map(({ id }) => id)).toEqual([first?.id, second?.id]);
  expect(await store.jobs.due(0, 1)).toMatchObject([
    { id: first?.id, state: 'ready', registerNumber: 'A-2026-0001' },
  ]);
  expect(await store.jobs.nextDueAt()).toBe(0);
  expect(await store.jobs.counts()).toEqual({ waiting: 2, needsAction: 0 });
  const payload = await store.jobs.payload(first?.id ?? '');
  expect(payload.ok && JSON.parse(payload.value.body)).toMatchObject({
    id: first?.id,
    revision: 1,
  });
  expect(payload.ok && payload.value.files.length).toBeGreaterThan(0);
  expect(await store.jobs.payload(v7())).toMatchObject({ error: { code: 'unreadable-job' } });
  expect(await store.jobs.find(v7())).toBeNull();
});

test('progress is written only over the state it began from: who held the job meanwhile wins', async () => {
  const { store, jobs } = await deskWithQueue(1);
  const [{ id, requestId } = { id: '', requestId: '' }] = jobs;
  expect(await store.jobs.patch(id, 'ready', { state: 'sending', attempts: 1 })).toBe(true);
  await store.execute(
    requestId,
    { command: 'hold-submission', submissionId: id, reason: 'Tunggu' },
    staff,
  );
  expect(await store.jobs.patch(id, 'sending', { state: 'will-retry' })).toBe(false);
  expect(await store.jobs.find(id)).toMatchObject({ state: 'held', attempts: 1 });
  expect(await store.jobs.due(Infinity, 10)).toEqual([]);
  await store.execute(requestId, { command: 'release-submission', submissionId: id }, staff);
  expect(await store.jobs.find(id)).toMatchObject({ state: 'outcome-unknown', attempts: 0 });
});

test('a job due later waits its turn; nothing else is in its way', async () => {
  const { store, jobs } = await deskWithQueue(3);
  const ids = jobs.map(({ id }) => id);
  await store.jobs.patch(ids[0] ?? '', 'ready', { state: 'will-retry', nextAttemptAt: 5000 });
  expect((await store.jobs.due(4999, 10)).map(({ id }) => id)).toEqual(ids.slice(1));
  expect((await store.jobs.due(5000, 10)).map(({ id }) => id)).toEqual([...ids.slice(1), ids[0]]);
  for (const id of ids.slice(1)) await store.jobs.patch(id, 'ready', { state: 'sending' });
  expect(await store.jobs.nextDueAt()).toBe(5000);
});

test('the same receipt told twice is one event; the job ends once', async () => {
  const { desk, store, jobs } = await deskWithQueue(1);
  const [{ id, requestId } = { id: '', requestId: '' }] = jobs;
  const receipt = { number: 'AMS-1', receivedAt: '2026-03-02T03:00:00Z' };
  const stored = {
    command: 'submission-stored',
    submissionId: id,
    receipt,
    state: 'received',
  } as const;
  expect((await store.execute(requestId, stored, SYSTEM_AUTHOR)).ok).toBe(true);
  const records = desk.journal.records.length;
  const again = await store.execute(requestId, stored, SYSTEM_AUTHOR);
  expect(again.ok && again.value.state.submissions[0]?.receipt).toEqual(receipt);
  expect(desk.journal.records.length).toBe(records);
  expect(await stateOf(store, id)).toBe('done');
  expect(await store.jobs.due(Infinity, 10)).toEqual([]);
  expect(await store.requests.search('ams-1', null, 5)).toMatchObject({
    rows: [{ id: requestId }],
  });
});

test('at start: a record under way is unknown, files start over, others stay', async () => {
  const { store, jobs } = await deskWithQueue(3);
  const ids = jobs.map(({ id }) => id);
  await store.jobs.patch(ids[0] ?? '', 'ready', { state: 'sending', filesSent: 3 });
  await store.jobs.patch(ids[1] ?? '', 'ready', { state: 'sending-files', filesSent: 2 });
  await store.jobs.recoverInterrupted('2026-03-02T05:00:00.000Z');
  expect(await store.jobs.find(ids[0] ?? '')).toMatchObject({
    state: 'outcome-unknown',
    reason: { code: 'interrupted' },
  });
  expect(await store.jobs.find(ids[1] ?? '')).toMatchObject({ state: 'ready', filesSent: 0 });
  expect(await store.jobs.find(ids[2] ?? '')).toMatchObject({
    state: 'ready',
    reason: { code: 'queued' },
  });
});

test('after a rebuild nothing is sent unasked: ready is unknown, held stays held, done stays done', async () => {
  const { desk, store, jobs } = await deskWithQueue(5);
  const [ready, held, parked, done, cancelled] = jobs;
  if (!ready || !held || !parked || !done || !cancelled) throw new Error('five jobs');
  await store.jobs.patch(ready.id, 'ready', {
    state: 'will-retry',
    attempts: 7,
    nextAttemptAt: 9e12,
  });
  const reason = 'Tunggu';
  await store.execute(
    held.requestId,
    { command: 'hold-submission', submissionId: held.id, reason },
    staff,
  );
  const problem = { code: 'different-content', detail: '409' } as const;
  await store.execute(
    parked.requestId,
    { command: 'submission-parked', submissionId: parked.id, problem },
    SYSTEM_AUTHOR,
  );
  const receipt = { number: 'AMS-1', receivedAt: '2026-03-02T03:00:00Z' };
  await store.execute(
    done.requestId,
    { command: 'submission-stored', submissionId: done.id, receipt, state: 'received' },
    SYSTEM_AUTHOR,
  );
  await store.execute(
    cancelled.requestId,
    { command: 'cancel-submission', submissionId: cancelled.id, reason },
    staff,
  );
  const payload = await store.jobs.payload(ready.id);
  store.close();

  desk.indexedDb = freshIndexedDb();
  const again = await openWindow(desk);
  const states = await Promise.all(jobs.map(({ id }) => stateOf(again, id)));
  expect(states).toEqual(['outcome-unknown', 'held', 'needs-action', 'done', 'cancelled']);
  expect(await again.jobs.find(ready.id)).toMatchObject({
    reason: { code: 'rebuilt' },
    nextAttemptAt: 0,
  });
  expect(await again.jobs.payload(ready.id)).toEqual(payload);
  expect((await again.jobs.due(0, 10)).map(({ id }) => id)).toEqual([ready.id]);
  expect(await again.jobs.counts()).toEqual({ waiting: 1, needsAction: 1 });
});

test('the list shows what has not ended first, latest first, every job once', async () => {
  const { store, jobs } = await deskWithQueue(5);
  const receipt = { number: 'AMS-1', receivedAt: '2026-03-02T03:00:00Z' };
  const last = jobs[4];
  await store.execute(
    last?.requestId ?? '',
    { command: 'submission-stored', submissionId: last?.id ?? '', receipt, state: 'received' },
    SYSTEM_AUTHOR,
  );
  const seen: Job[] = [];
  for (let cursor: string | null = null, pages = 0; pages === 0 || cursor; pages += 1) {
    const page = await store.jobs.page(cursor, 2);
    seen.push(...page.rows);
    cursor = page.next;
  }
  const order = [3, 2, 1, 0, 4].map((index) => jobs[index]?.id);
  expect(seen.map(({ id }) => id)).toEqual(order);
});

test('who watches the outbox hears of a new job and of its end', async () => {
  const { store, jobs } = await deskWithQueue(1);
  const seen: number[] = [];
  const stop = observe(
    () => store.jobs.counts(),
    ({ waiting }) => seen.push(waiting),
  );
  const until = async (waiting: number) => {
    while (seen.at(-1) !== waiting) await new Promise((resolve) => setTimeout(resolve, 5));
  };
  await until(1);
  await queued(store, 2);
  await until(2);
  const [{ id, requestId } = { id: '', requestId: '' }] = jobs;
  await store.execute(
    requestId,
    { command: 'cancel-submission', submissionId: id, reason: 'Batal' },
    staff,
  );
  await until(1);
  stop();
});
