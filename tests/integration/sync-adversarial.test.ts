import { describe, expect, it } from 'vitest';
import { startGateway } from '../simulators/ams-gateway/test-desk';
import type { AmsGatewaySimulator, SimulatorOptions } from '../simulators/ams-gateway/simulator';
import type { OrderInput } from '../simulators/ams-gateway/orders';
import type { GatewayTimeouts } from '../../electron/services/ams/gateway-line';
import type { Job } from '../../src/domain/outbox/job';
import type { Store } from '../../src/store/store';
import {
  deskToken,
  openDesk,
  queueSubmission,
  setUpOffice,
  type Desk,
  type Queued,
} from '../helpers/sync-desk';
import { runUntil, startDeskEngine, type RunningEngine } from '../helpers/sync-running';

interface Scene {
  readonly gateway: AmsGatewaySimulator;
  readonly desk: Desk;
  readonly store: Store;
  readonly queue: (files?: readonly Uint8Array[]) => Promise<Queued>;
  readonly start: () => RunningEngine;
  readonly job: (queued: Queued) => Promise<Job>;
  readonly count: (route: string) => number;
}

async function setScene(
  options: Partial<SimulatorOptions> & { timeouts?: Partial<GatewayTimeouts> } = {},
): Promise<Scene> {
  const { timeouts, ...simulator } = options;
  const gateway = await startGateway({ token: deskToken, ...simulator });
  const desk = openDesk(timeouts === undefined ? {} : { timeouts });
  const store = await desk.openStore();
  await setUpOffice(store, gateway.url);
  return {
    gateway,
    desk,
    store,
    queue: (files) => queueSubmission(desk, store, files),
    start: () => startDeskEngine(desk, store),
    job: async ({ submissionId }) => {
      const job = await store.jobs.find(submissionId);
      if (job === null) throw new Error('the job disappeared');
      return job;
    },
    count: (route) => gateway.requests.filter((request) => request.route === route).length,
  };
}

async function expectDoneOnce(
  scene: Pick<Scene, 'store' | 'gateway'>,
  queued: Queued,
): Promise<void> {
  expect(await scene.store.jobs.find(queued.submissionId)).toMatchObject({ state: 'done' });
  expect(scene.gateway.submissions.effects()[queued.submissionId]).toBe(1);
  const state = await scene.store.requests.get(queued.requestId);
  expect(state?.submissions[0]).toMatchObject({ status: 'stored' });
  expect(state?.submissions[0]?.receipt).not.toBe(null);
  expect(state?.step).toBe('confirm');
}

/** Runs one submission against the orders until it has settled. */
async function settleOne(
  scene: Scene,
  orders: readonly OrderInput[],
  settled: Job['state'],
  files?: readonly Uint8Array[],
): Promise<Queued> {
  const queued = await scene.queue(files);
  for (const order of orders) scene.gateway.orders.add(order);
  const engine = scene.start();
  await runUntil(engine, async () => (await scene.job(queued)).state === settled);
  await engine.stop();
  return queued;
}

const pdf = (seed: number): Uint8Array =>
  new TextEncoder().encode(`%PDF-1.7 contoh ${String(seed)}`);

describe('a gateway that stores everything anew', () => {
  it.each<[string, OrderInput]>([
    ['the reply is lost', { route: 'put', how: { kind: 'lose-reply' } }],
    ['the reply breaks off in the middle', { route: 'put', how: { kind: 'cut-answer' } }],
    ['the reply drips too slowly', { route: 'put', how: { kind: 'slow-drip', everyMs: 200 } }],
    ['it falls silent after storing', { route: 'put', how: { kind: 'stall', processed: true } }],
  ])('sees one effect when %s', async (_name, order) => {
    const scene = await setScene({
      isIdempotent: false,
      timeouts: { headersMs: 1_500, totalMs: 1_500 },
    });
    const queued = await settleOne(scene, [order], 'done');
    await expectDoneOnce(scene, queued);
    expect(scene.count('put')).toBe(1);
  });

  it.each<[string, OrderInput]>([
    ['a login page answers the record with 200', { route: 'put', how: { kind: 'html' } }],
    [
      'the connection breaks before it stored',
      { route: 'put', how: { kind: 'reset-request', afterBytes: 10 } },
    ],
  ])('sees one effect when %s: asked first, then sent again', async (_name, order) => {
    const scene = await setScene({ isIdempotent: false });
    const queued = await settleOne(scene, [order], 'done');
    await expectDoneOnce(scene, queued);
    const routes = scene.gateway.requests
      .map(({ route }) => route)
      .filter((route) => route === 'put' || route === 'get');
    expect(routes).toEqual(['put', 'get', 'put']);
  });

  it('asks again, not sends, when the question is answered badly too', async () => {
    const scene = await setScene({ isIdempotent: false });
    const orders: OrderInput[] = [
      { route: 'put', how: { kind: 'lose-reply' } },
      { route: 'get', how: { kind: 'html' } },
      { route: 'get', how: { kind: 'problem', status: 503 } },
      { route: 'get', how: { kind: 'lose-reply' } },
    ];
    await expectDoneOnce(scene, await settleOne(scene, orders, 'done'));
    expect(scene.count('put')).toBe(1);
    expect(scene.count('get')).toBe(4);
  });
});

describe('answers of the gateway', () => {
  it.each<[string, OrderInput['how'], string, Partial<Job>]>([
    [
      '409',
      { kind: 'problem', status: 409, type: 'https://x.example/different-content' },
      'different-content',
      {},
    ],
    ['413', { kind: 'problem', status: 413 }, 'file-too-large', {}],
    ['415', { kind: 'problem', status: 415 }, 'file-unsupported', {}],
    [
      '422',
      {
        kind: 'problem',
        status: 422,
        detail: 'Contoh Satu',
        errors: [{ pointer: '/applicant/nik', detail: '3207010101900001' }],
      },
      'refused',
      { reason: { code: 'refused', detail: 'http-422 /applicant/nik' } },
    ],
  ])('%s parks the job with its reason, for good', async (_status, how, code, more) => {
    const scene = await setScene();
    const queued = await settleOne(scene, [{ route: 'put', how }], 'needs-action');
    expect(await scene.job(queued)).toMatchObject({ reason: { code }, ...more });
    expect(await scene.store.requests.get(queued.requestId)).toMatchObject({
      submissions: [{ status: 'parked', problem: { code } }],
    });
    expect(scene.count('put')).toBe(1);
  });

  it.each<[string, OrderInput['how']]>([
    ['500', { kind: 'problem', status: 500 }],
    ['503', { kind: 'problem', status: 503 }],
    ['408', { kind: 'problem', status: 408 }],
  ])('%s is tried again', async (_status, how) => {
    const scene = await setScene();
    await expectDoneOnce(scene, await settleOne(scene, [{ route: 'put', times: 2, how }], 'done'));
    expect(scene.count('put')).toBe(3);
  });

  it('429 waits as long as asked', async () => {
    const scene = await setScene();
    const queued = await scene.queue();
    scene.gateway.orders.add({
      route: 'put',
      how: { kind: 'problem', status: 429, headers: { 'retry-after': '120' } },
    });
    const engine = scene.start();
    await runUntil(engine, async () => (await scene.job(queued)).state === 'will-retry');
    const waits = (await scene.job(queued)).nextAttemptAt - engine.now();
    expect(waits).toBeGreaterThan(100_000);
    expect(waits).toBeLessThanOrEqual(120_000);
    await runUntil(engine, async () => (await scene.job(queued)).state === 'done');
    await engine.stop();
    await expectDoneOnce(scene, queued);
  });

  it('424 sends the files again, and is given to a person when that does not help', async () => {
    const scene = await setScene();
    const queued = await scene.queue([pdf(1), pdf(2)]);
    const files = (await scene.store.requests.get(queued.requestId))?.submissions[0]?.files ?? [];
    const missing = {
      kind: 'problem' as const,
      status: 424,
      type: 'https://x.example/missing-files',
      missing: [files[1]?.sha256 ?? ''],
    };
    scene.gateway.orders.add({ route: 'put', times: 2, how: missing });
    const engine = scene.start();
    await runUntil(engine, async () => (await scene.job(queued)).state === 'done');
    await expectDoneOnce(scene, queued);
    expect(scene.count('put')).toBe(3);
    const stubborn = await scene.queue([pdf(1), pdf(2)]);
    scene.gateway.orders.add({ route: 'put', times: 20, how: missing });
    engine.wake();
    await runUntil(engine, async () => (await scene.job(stubborn)).state === 'needs-action');
    await engine.stop();
    expect(await scene.job(stubborn)).toMatchObject({ reason: { code: 'files-not-accepted' } });
    expect(scene.count('put')).toBe(7);
  });

  it('a file over the gateway’s limit parks the job with the limit', async () => {
    const scene = await setScene({ maxSize: 100 });
    const queued = await settleOne(scene, [], 'needs-action', [new Uint8Array(500).fill(65)]);
    expect(await scene.job(queued)).toMatchObject({
      reason: { code: 'file-too-large', detail: 'http-413 limit=100' },
    });
    expect(scene.count('put')).toBe(0);
  });

  it('a receipt that comes later is fetched', async () => {
    const scene = await setScene({ isIdempotent: false });
    const queued = await scene.queue();
    scene.gateway.orders.add({ route: 'put', how: { kind: 'withhold-receipt' } });
    const engine = scene.start();
    await runUntil(engine, async () => (await scene.job(queued)).state === 'awaiting-receipt');
    scene.gateway.submissions.giveReceipt(queued.submissionId);
    await runUntil(engine, async () => (await scene.job(queued)).state === 'done');
    await engine.stop();
    await expectDoneOnce(scene, queued);
  });
});

describe('the queue', () => {
  it('files broken off in the middle, and the line gone twice, end in one submission', async () => {
    const scene = await setScene({ isIdempotent: false });
    const orders: OrderInput[] = [
      { route: 'files-patch', how: { kind: 'reset-request', afterBytes: 5 } },
      { route: 'files-create', skip: 1, how: { kind: 'problem', status: 503 } },
      { route: 'health', skip: 1, times: 2, how: { kind: 'html' } },
    ];
    await expectDoneOnce(scene, await settleOne(scene, orders, 'done', [pdf(1), pdf(2), pdf(3)]));
  });

  it('one poisoned job beside good ones: the good ones leave, the bad one keeps trying', async () => {
    const scene = await setScene();
    const poisoned = await scene.queue([pdf(1)]);
    scene.gateway.orders.add({
      route: 'files-create',
      times: 500,
      how: { kind: 'problem', status: 500 },
    });
    const good = [
      await scene.queue(),
      await scene.queue(),
      await scene.queue(),
      await scene.queue(),
      await scene.queue(),
    ];
    const engine = scene.start();
    await runUntil(engine, async () => {
      const jobs = await Promise.all(good.map(scene.job));
      return jobs.every(({ state }) => state === 'done');
    });
    await runUntil(engine, async () => (await scene.job(poisoned)).state === 'will-retry');
    expect(await scene.job(poisoned)).toMatchObject({ reason: { code: 'server-busy' } });
    scene.gateway.orders.clear();
    await runUntil(engine, async () => (await scene.job(poisoned)).state === 'done');
    await engine.stop();
    for (const one of [poisoned, ...good]) await expectDoneOnce(scene, one);
  });

  it('wrong credentials stop everything once; the right ones send everything', async () => {
    const scene = await setScene();
    scene.desk.token = 'kedaluwarsa';
    const all = [await scene.queue(), await scene.queue(), await scene.queue()];
    const engine = scene.start();
    await runUntil(engine, () => Promise.resolve(engine.line().paused === 'credentials'));
    await engine.pass(30 * 60_000);
    expect(scene.count('put')).toBeLessThanOrEqual(all.length);
    for (const one of all)
      expect(await scene.job(one)).toMatchObject({
        state: 'ready',
        reason: { code: 'credentials' },
      });
    scene.desk.token = deskToken;
    engine.resume();
    await runUntil(engine, async () =>
      (await Promise.all(all.map(scene.job))).every(({ state }) => state === 'done'),
    );
    await engine.stop();
    for (const one of all) await expectDoneOnce(scene, one);
  });

  it('a submission cancelled while its reply was lost is reported as what it is: stored', async () => {
    const scene = await setScene();
    const queued = await scene.queue();
    scene.gateway.orders.add({ route: 'put', how: { kind: 'lose-reply' } });
    const engine = scene.start();
    await runUntil(engine, async () => (await scene.job(queued)).state === 'outcome-unknown');
    await engine.stop();
    const by = { id: 'x', name: 'Petugas Contoh' };
    await scene.store.execute(
      queued.requestId,
      { command: 'cancel-submission', submissionId: queued.submissionId, reason: 'keliru' },
      by,
    );
    const next = scene.start();
    await runUntil(next, async () => (await scene.job(queued)).state === 'done');
    await next.stop();
    await expectDoneOnce(scene, queued);
  });

  it('IndexedDB lost with a body on its way: rebuilt from the journal, asked about, not sent again', async () => {
    const scene = await setScene({ isIdempotent: false });
    const sent = await scene.queue();
    scene.gateway.orders.add({ route: 'put', how: { kind: 'lose-reply' } });
    scene.gateway.orders.add({ route: 'list', times: 100, how: { kind: 'problem', status: 503 } });
    const engine = scene.start();
    await runUntil(engine, async () => (await scene.job(sent)).state === 'outcome-unknown');
    await engine.stop();
    const unsent = await scene.queue([pdf(1)]);
    scene.store.close();
    scene.desk.loseIndexedDb();
    const store = await scene.desk.openStore();
    expect((await store.jobs.find(sent.submissionId))?.state).toBe('outcome-unknown');
    expect((await store.jobs.find(unsent.submissionId))?.state).toBe('outcome-unknown');
    const next = startDeskEngine(scene.desk, store);
    await runUntil(next, async () => {
      const jobs = await Promise.all(
        [sent, unsent].map((one) => store.jobs.find(one.submissionId)),
      );
      return jobs.every((job) => job?.state === 'done');
    });
    await next.stop();
    for (const one of [sent, unsent]) await expectDoneOnce({ ...scene, store }, one);
    expect(scene.count('put')).toBe(2);
  });
});
