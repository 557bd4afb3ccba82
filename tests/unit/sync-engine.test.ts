import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../src/contract/result';
import { SYSTEM_AUTHOR } from '../../src/domain/event';
import { fakeFile, fakeJob } from '../helpers/sync-fake-store';
import { TEST_START } from '../helpers/sync-manual-time';
import {
  answer,
  begin,
  createWorld,
  offline,
  receipt,
  remote,
  stored,
} from '../helpers/sync-world';

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

  it('a late refusal of old credentials does not stop the queue new credentials started', async () => {
    const world = createWorld();
    world.store.add(fakeJob(1));
    const refused = answer({ outcome: 'credentials', status: 401 } as const);
    let refuse = (): void => undefined;
    world.gateway.put = () =>
      new Promise((done) => {
        refuse = () => {
          done(refused);
        };
      });
    await begin(world);
    world.gateway.put = () => answer(stored);
    world.engine.resume();
    refuse();
    await world.time.advance(5_000);
    expect([world.engine.line().paused, world.state(1)]).toEqual([null, 'done']);
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
});
