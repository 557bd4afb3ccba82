import { describe, expect, it } from 'vitest';
import type {
  GetOutcome,
  HealthOutcome,
  ListOutcome,
  PutOutcome,
  RemoteSubmission,
  UploadOutcome,
} from '../../src/contract/ams';
import type { Host } from '../../src/contract';
import { fail, succeed, type Result } from '../../src/contract/result';
import { SYSTEM_AUTHOR } from '../../src/domain/event';
import type { JobState } from '../../src/domain/outbox/job';
import { createSyncEngine, type SyncEngine } from '../../src/sync/engine';
import { createFakeStore, fakeFile, fakeJob, type FakeStore } from '../helpers/sync-fake-store';
import { createManualTime, TEST_START, type ManualTime } from '../helpers/sync-manual-time';

const receipt = { number: 'AMS-1', receivedAt: '2026-03-02T02:00:00Z' };
const stored: PutOutcome = { outcome: 'stored', repeated: false, receipt, state: 'received' };
const offline = { outcome: 'offline', reason: 'no-connection', detail: '' } as const;

/** What the gateway answers; each may be replaced in the middle of a test. */
interface Gateway {
  health: () => Promise<Result<HealthOutcome>>;
  upload: (sha256: string) => Promise<Result<UploadOutcome>>;
  put: (id: string) => Promise<Result<PutOutcome>>;
  get: (id: string) => Promise<Result<GetOutcome>>;
  list: (cursor: string | null) => Promise<Result<ListOutcome>>;
  readonly calls: string[];
}

interface World {
  readonly time: ManualTime;
  readonly store: FakeStore;
  readonly gateway: Gateway;
  readonly engine: SyncEngine;
  address: string | null;
  readonly state: (number: number) => JobState | undefined;
  readonly count: (call: string) => number;
}

function answer<Value>(value: Value): Promise<Result<Value>> {
  return Promise.resolve(succeed(value));
}

function remote(id: string, change: Partial<RemoteSubmission> = {}): RemoteSubmission {
  return {
    id,
    revision: 1,
    receipt,
    state: 'received',
    updatedAt: null,
    note: null,
    missingDocuments: [],
    certificate: null,
    ...change,
  };
}

function createWorld(): World {
  const time = createManualTime();
  const store = createFakeStore();
  const gateway: Gateway = {
    calls: [],
    health: () => answer({ outcome: 'online', clockOffsetMs: 1_500 }),
    upload: () => answer({ outcome: 'stored' }),
    put: () => answer(stored),
    get: () => answer({ outcome: 'not-found' }),
    list: () => answer({ outcome: 'page', items: [], cursor: null, more: false }),
  };
  const noted = <Value>(call: string, value: Promise<Value>): Promise<Value> => {
    gateway.calls.push(call);
    return value;
  };
  const ams: Host['ams'] = {
    health: () => noted('health', gateway.health()),
    uploadFile: ({ sha256 }) => noted('upload', gateway.upload(sha256)),
    putSubmission: ({ id }) => noted('put', gateway.put(id)),
    getSubmission: ({ id }) => noted('get', gateway.get(id)),
    listSubmissions: ({ updatedAfter }) => noted('list', gateway.list(updatedAfter)),
  };
  const world: World = {
    time,
    store,
    gateway,
    address: 'https://gateway.example',
    engine: createSyncEngine({
      store,
      ams,
      clock: time.clock,
      random: () => 0.5,
      timers: time.timers,
      baseUrl: () => Promise.resolve(world.address),
      author: SYSTEM_AUTHOR,
    }),
    state: (number) => store.rows.get(fakeJob(number).id)?.state,
    count: (call) => gateway.calls.filter((one) => one === call).length,
  };
  return world;
}

async function begin(world: World): Promise<void> {
  world.engine.start();
  await world.time.flush();
}

describe('the outbox engine', () => {
  it('sends files first, then the record, and keeps the receipt', async () => {
    const world = createWorld();
    world.store.add(fakeJob(1), [fakeFile(1), fakeFile(2)]);
    await begin(world);
    expect(world.gateway.calls.filter((call) => call !== 'list')).toEqual([
      'health',
      'upload',
      'upload',
      'put',
    ]);
    expect(world.state(1)).toBe('done');
    expect(world.store.commands[0]?.command).toMatchObject({
      command: 'submission-stored',
      receipt,
    });
  });

  it('leaves the queue alone while the line is down, and sends by itself when it is back', async () => {
    const world = createWorld();
    world.gateway.health = () => answer(offline);
    world.store.add(fakeJob(1));
    await begin(world);
    expect(world.engine.line()).toMatchObject({
      state: 'offline',
      reason: 'no-connection',
      since: new Date(TEST_START).toISOString(),
    });
    await world.time.advance(29_000);
    expect(world.count('health')).toBe(1);
    world.gateway.health = () => answer({ outcome: 'online', clockOffsetMs: 0 });
    await world.time.advance(2_000);
    expect(world.engine.line()).toMatchObject({
      state: 'online',
      since: new Date(TEST_START + 30_000).toISOString(),
    });
    expect(world.state(1)).toBe('done');
  });

  it('asks a dead line every 30 s, then every 2 min at most', async () => {
    const world = createWorld();
    world.gateway.health = () => answer(offline);
    await begin(world);
    await world.time.advance(30_000 + 60_000);
    expect(world.count('health')).toBe(3);
    await world.time.advance(10 * 120_000);
    expect(world.count('health')).toBe(13);
  });

  it('a body whose reply was lost is asked about before it leaves again', async () => {
    const world = createWorld();
    world.gateway.put = () => answer({ outcome: 'unknown', detail: 'ECONNRESET', offline: null });
    world.store.add(fakeJob(1));
    await begin(world);
    expect(world.state(1)).toBe('outcome-unknown');
    world.gateway.get = (id) => answer({ outcome: 'found', submission: remote(id) });
    await world.time.advance(10_000);
    expect(world.state(1)).toBe('done');
    expect(world.count('put')).toBe(1);
  });

  it('sends again only when the gateway says it has nothing', async () => {
    const world = createWorld();
    world.store.add(fakeJob(1, { state: 'outcome-unknown' }));
    world.gateway.get = () =>
      answer({ outcome: 'retry', detail: '', status: 503, retryAfterMs: 30_000 });
    await begin(world);
    await world.time.advance(29_000);
    expect([world.count('get'), world.count('put')]).toEqual([1, 0]);
    world.gateway.get = () => answer({ outcome: 'not-found' });
    await world.time.advance(5_000);
    expect([world.count('get'), world.count('put'), world.state(1)]).toEqual([2, 1, 'done']);
  });

  it('what was being sent when the program ended is checked first', async () => {
    const world = createWorld();
    world.store.add(fakeJob(1, { state: 'sending' }));
    world.gateway.get = (id) => answer({ outcome: 'found', submission: remote(id) });
    await begin(world);
    expect([world.count('put'), world.state(1)]).toEqual([0, 'done']);
  });

  it('one poisoned job does not hold up the others', async () => {
    const world = createWorld();
    for (let number = 1; number <= 20; number += 1) world.store.add(fakeJob(number));
    const poisoned = fakeJob(1).id;
    world.gateway.put = (id) =>
      id === poisoned
        ? answer({ outcome: 'retry', detail: '', status: 500, retryAfterMs: null })
        : answer(stored);
    await begin(world);
    expect(world.state(1)).toBe('will-retry');
    for (let number = 2; number <= 20; number += 1) expect(world.state(number)).toBe('done');
  });

  it('one job that never comes back keeps only its own lane', async () => {
    const world = createWorld();
    for (let number = 1; number <= 20; number += 1) world.store.add(fakeJob(number));
    const slow = fakeJob(1).id;
    world.gateway.put = (id) => (id === slow ? new Promise(() => undefined) : answer(stored));
    await begin(world);
    expect(world.state(1)).toBe('sending');
    for (let number = 2; number <= 20; number += 1) expect(world.state(number)).toBe('done');
  });

  it('one job that finds the line down while the probe is answered backs off alone', async () => {
    const world = createWorld();
    for (let number = 1; number <= 8; number += 1) world.store.add(fakeJob(number));
    const blocked = fakeJob(1).id;
    world.gateway.put = (id) => (id === blocked ? answer(offline) : answer(stored));
    await begin(world);
    await world.time.advance(3_000);
    expect(world.state(1)).toBe('will-retry');
    for (let number = 2; number <= 8; number += 1) expect(world.state(number)).toBe('done');
    const before = world.count('put');
    await world.time.advance(60_000);
    expect(world.count('put') - before).toBeLessThan(6);
  });

  it('jobs of one request follow one another', async () => {
    const world = createWorld();
    world.store.add(fakeJob(1, { requestId: 'same' }));
    world.store.add(fakeJob(2, { requestId: 'same' }));
    let open = 0;
    let most = 0;
    world.gateway.put = async () => {
      open += 1;
      most = Math.max(most, open);
      await world.time.flush();
      open -= 1;
      return succeed(stored);
    };
    await begin(world);
    await world.time.flush();
    await world.time.flush();
    await world.time.flush();
    expect([most, world.state(1), world.state(2)]).toEqual([1, 'done', 'done']);
  });

  it('refused credentials stop the whole queue until a person or new settings end the pause', async () => {
    const world = createWorld();
    for (let number = 1; number <= 9; number += 1) world.store.add(fakeJob(number));
    world.gateway.put = () => answer({ outcome: 'credentials', status: 401 });
    await begin(world);
    await world.time.advance(20 * 60_000);
    expect(world.engine.line().paused).toBe('credentials');
    expect(world.count('put')).toBeLessThanOrEqual(4);
    for (let number = 1; number <= 9; number += 1) expect(world.state(number)).toBe('ready');
    world.gateway.put = () => answer(stored);
    world.engine.resume();
    await world.time.advance(1_000);
    expect(world.engine.line().paused).toBe(null);
    for (let number = 1; number <= 9; number += 1) expect(world.state(number)).toBe('done');
  });

  it('a new gateway address ends the pause by itself', async () => {
    const world = createWorld();
    world.store.add(fakeJob(1));
    world.gateway.put = () => answer({ outcome: 'credentials', status: 403 });
    await begin(world);
    world.gateway.put = () => answer(stored);
    world.address = 'https://other.example';
    world.engine.wake();
    await world.time.advance(1_000);
    expect(world.state(1)).toBe('done');
  });

  it('a stored submission without receipt is asked about until it has one', async () => {
    const world = createWorld();
    world.store.add(fakeJob(1));
    world.gateway.put = () =>
      answer({ outcome: 'stored', repeated: false, receipt: null, state: 'received' });
    world.gateway.get = (id) =>
      answer({ outcome: 'found', submission: remote(id, { receipt: null }) });
    await begin(world);
    expect(world.state(1)).toBe('awaiting-receipt');
    await world.time.advance(60_000);
    expect(world.count('get')).toBeGreaterThan(1);
    expect(world.count('get')).toBeLessThan(8);
    world.gateway.get = (id) => answer({ outcome: 'found', submission: remote(id) });
    await world.time.advance(15 * 60_000);
    expect([world.state(1), world.count('put')]).toEqual(['done', 1]);
  });

  it('a job held while its files are sent does not leave', async () => {
    const world = createWorld();
    world.store.add(fakeJob(1), [fakeFile(1)]);
    world.gateway.upload = async () => {
      await world.store.execute(
        'request-1',
        { command: 'hold-submission', submissionId: fakeJob(1).id, reason: 'salah kop' },
        SYSTEM_AUTHOR,
      );
      return succeed({ outcome: 'stored' });
    };
    await begin(world);
    await world.time.advance(60_000);
    expect([world.state(1), world.count('put')]).toEqual(['held', 0]);
  });

  it.each(['not-recorded', 'throws'] as const)(
    'an outcome that could not be recorded (%s) is checked, not sent twice',
    async (failure) => {
      const world = createWorld();
      world.store.add(fakeJob(1));
      world.store.failExecute = failure;
      world.gateway.get = (id) => answer({ outcome: 'found', submission: remote(id) });
      await begin(world);
      await world.time.advance(5 * 60_000);
      expect([world.count('put'), world.state(1)]).toEqual([1, 'outcome-unknown']);
      world.store.failExecute = null;
      await world.time.advance(30 * 60_000);
      expect([world.count('put'), world.state(1)]).toEqual([1, 'done']);
    },
  );

  it('a row that cannot be written stops neither the others nor itself for ever', async () => {
    const world = createWorld();
    for (let number = 1; number <= 6; number += 1) world.store.add(fakeJob(number));
    world.store.failPatch = (id) => id === fakeJob(1).id;
    await begin(world);
    await world.time.advance(60_000);
    expect([world.state(1), world.state(6)]).toEqual(['ready', 'done']);
    world.store.failPatch = () => false;
    await world.time.advance(30 * 60_000);
    expect(world.state(1)).toBe('done');
  });

  it('a shell that fails in the middle of sending leaves the outcome unknown', async () => {
    const world = createWorld();
    world.store.add(fakeJob(1));
    world.gateway.put = () => Promise.resolve(fail({ kind: 'shell-gone', detail: '' }));
    await begin(world);
    expect(world.state(1)).toBe('outcome-unknown');
    world.gateway.put = () => answer(stored);
    await world.time.advance(20_000);
    expect(world.gateway.calls.filter((call) => call === 'put' || call === 'get')).toEqual([
      'put',
      'get',
      'put',
    ]);
  });

  it('retry by a person makes a waiting job due at once', async () => {
    const world = createWorld();
    world.store.add(
      fakeJob(1, { state: 'will-retry', nextAttemptAt: TEST_START + 900_000, attempts: 7 }),
    );
    await begin(world);
    expect(world.count('put')).toBe(0);
    expect(await world.engine.retryNow(fakeJob(1).id)).toBe(true);
    await world.time.flush();
    expect(world.state(1)).toBe('done');
    expect(await world.engine.retryNow(fakeJob(1).id)).toBe(false);
  });

  it('a clock set back by a year does not keep jobs waiting for a year', async () => {
    const world = createWorld();
    world.store.add(fakeJob(1, { state: 'will-retry', nextAttemptAt: TEST_START + 1_000 }));
    world.time.setClock(TEST_START - 365 * 86_400_000);
    await begin(world);
    expect(world.state(1)).toBe('done');
  });

  it('says that the clock is wrong beyond ten minutes', async () => {
    const world = createWorld();
    await begin(world);
    expect(world.engine.line()).toMatchObject({ clockOffsetMs: 1_500, clockSuspect: false });
    world.gateway.health = () => answer({ outcome: 'online', clockOffsetMs: -600_001 });
    world.engine.wake();
    await world.time.flush();
    expect(world.engine.line().clockSuspect).toBe(true);
    expect(world.store.offsets).toEqual([1_500, -600_001]);
  });

  it('no gateway set up is a state of its own, not an error', async () => {
    const world = createWorld();
    world.address = null;
    world.store.add(fakeJob(1));
    await begin(world);
    expect(world.engine.line()).toMatchObject({ state: 'no-gateway', reason: null });
    expect([world.gateway.calls.length, world.state(1)]).toEqual([0, 'ready']);
  });

  it('records what the gateway reports, for this device’s submissions, and moves the cursor after that', async () => {
    const world = createWorld();
    const job = fakeJob(1, { state: 'done' });
    world.store.add(job);
    const seen: (string | null)[] = [];
    world.gateway.list = (cursor) => {
      seen.push(cursor);
      return cursor === null
        ? answer({
            outcome: 'page',
            items: [remote(job.id, { state: 'returned' }), remote('of-another-desk')],
            cursor: 'c1',
            more: true,
          })
        : answer({ outcome: 'page', items: [], cursor: 'c2', more: false });
    };
    await begin(world);
    expect(seen).toEqual([null, 'c1']);
    expect(world.store.commands).toEqual([
      {
        requestId: job.requestId,
        command: { command: 'submission-reported', report: remote(job.id, { state: 'returned' }) },
      },
    ]);
    await world.time.advance(5 * 60_000);
    expect(seen).toEqual([null, 'c1', 'c2']);
  });

  it('does not move the cursor past a report it could not record', async () => {
    const world = createWorld();
    const job = fakeJob(1, { state: 'done' });
    world.store.add(job);
    world.store.failExecute = 'not-recorded';
    const seen: (string | null)[] = [];
    world.gateway.list = (cursor) => {
      seen.push(cursor);
      return answer({ outcome: 'page', items: [remote(job.id)], cursor: 'c1', more: false });
    };
    await begin(world);
    await world.time.advance(5 * 60_000);
    expect(seen).toEqual([null, null]);
  });

  it('a report settles an unknown outcome, but never a job parked for other content', async () => {
    const world = createWorld();
    const uncertain = fakeJob(1, { state: 'outcome-unknown', nextAttemptAt: TEST_START + 600_000 });
    const other = fakeJob(2, {
      state: 'needs-action',
      reason: { code: 'different-content', detail: null },
    });
    world.store.add(uncertain);
    world.store.add(other);
    world.gateway.list = () =>
      answer({
        outcome: 'page',
        items: [remote(uncertain.id), remote(other.id)],
        cursor: 'c',
        more: false,
      });
    await begin(world);
    expect([world.state(1), world.state(2)]).toEqual(['done', 'needs-action']);
  });

  it('stopped, it asks nothing and waits for nothing', async () => {
    const world = createWorld();
    world.store.add(fakeJob(1, { nextAttemptAt: TEST_START + 5_000 }));
    await begin(world);
    await world.engine.stop();
    await world.time.flush();
    expect(world.time.pending()).toBe(0);
    const before = world.gateway.calls.length;
    world.engine.wake();
    await world.time.advance(600_000);
    expect(world.gateway.calls.length).toBe(before);
  });

  it('tells its listeners about every change and keeps the line’s object while nothing changes', async () => {
    const world = createWorld();
    let told = 0;
    const end = world.engine.subscribe(() => (told += 1));
    world.store.add(fakeJob(1));
    const before = world.engine.line();
    expect(world.engine.line()).toBe(before);
    await begin(world);
    expect(told).toBeGreaterThan(1);
    expect(world.engine.line()).not.toBe(before);
    end();
    const soFar = told;
    world.engine.wake();
    await world.time.flush();
    expect(told).toBe(soFar);
  });
});
