import { describe, expect, it } from 'vitest';
import { fakeJob } from '../helpers/sync-fake-store';
import { TEST_START } from '../helpers/sync-manual-time';
import { answer, begin, createWorld, offline, remote, stored } from '../helpers/sync-world';

describe('the line and what it brings', () => {
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
