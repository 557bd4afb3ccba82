import { describe, expect, it } from 'vitest';
import type { Host } from '../../src/contract';
import type { PutOutcome, RemoteSubmission } from '../../src/contract/ams';
import { succeed } from '../../src/contract/result';
import { SYSTEM_AUTHOR } from '../../src/domain/event';
import { createSyncEngine, type SyncEngine } from '../../src/sync/engine';
import { createCrasher, type Crash, type Crasher } from '../helpers/sync-crasher';
import { createFakeStore, fakeFile, fakeJob, type FakeStore } from '../helpers/sync-fake-store';
import { createManualTime, type ManualTime } from '../helpers/sync-manual-time';

const receipt = { number: 'AMS-1', receivedAt: '2026-03-02T02:00:00Z' };

/** A gateway that stores every PUT anew: a second one for the same id is a double effect. */
function createForgetfulGateway(): {
  readonly ams: Host['ams'];
  readonly effects: Map<string, number>;
} {
  const effects = new Map<string, number>();
  const stored: PutOutcome = { outcome: 'stored', repeated: false, receipt, state: 'received' };
  const remote = (id: string): RemoteSubmission => ({
    id,
    revision: 1,
    receipt,
    state: 'received',
    updatedAt: null,
    note: null,
    missingDocuments: [],
    certificate: null,
  });
  return {
    effects,
    ams: {
      health: () => Promise.resolve(succeed({ outcome: 'online', clockOffsetMs: 0 })),
      uploadFile: () => Promise.resolve(succeed({ outcome: 'stored' })),
      putSubmission: ({ id }) => {
        effects.set(id, (effects.get(id) ?? 0) + 1);
        return Promise.resolve(succeed(stored));
      },
      getSubmission: ({ id }) =>
        Promise.resolve(
          succeed(
            effects.has(id)
              ? { outcome: 'found', submission: remote(id) }
              : { outcome: 'not-found' },
          ),
        ),
      listSubmissions: () =>
        Promise.resolve(succeed({ outcome: 'page', items: [], cursor: null, more: false })),
    },
  };
}

function engineOn(
  store: FakeStore,
  ams: Host['ams'],
  time: ManualTime,
  crasher: Crasher,
): SyncEngine {
  return createSyncEngine({
    store: crasher.wrap(store),
    ams: crasher.wrap(ams),
    clock: time.clock,
    random: () => 0.5,
    timers: time.timers,
    baseUrl: () => Promise.resolve('https://gateway.example'),
    author: SYSTEM_AUTHOR,
  });
}

/** Runs the crash, then a new program over the same rows when the old one was killed. */
async function runThrough(crash: Crash | null): Promise<{
  readonly store: FakeStore;
  readonly effects: Map<string, number>;
  readonly names: readonly string[];
}> {
  const store = createFakeStore();
  store.add(fakeJob(1), [fakeFile(1), fakeFile(2)]);
  store.add(fakeJob(2));
  const { ams, effects } = createForgetfulGateway();
  const crasher = createCrasher(crash);
  const first = createManualTime();
  engineOn(store, ams, first, crasher).start();
  await first.advance(30 * 60_000);
  if (crash?.kind.startsWith('killed') === true) {
    const second = createManualTime(first.now());
    engineOn(store, ams, second, createCrasher(null)).start();
    await second.advance(30 * 60_000);
  }
  return { store, effects, names: crasher.names };
}

describe('a program that ends or fails between any two steps', async () => {
  const clean = await runThrough(null);
  // Every call up to and including the last of the two jobs; later ones are probes and looks.
  const last = clean.names.findLastIndex((name) => name === 'jobs.patch' || name === 'execute') + 1;
  const kinds = ['killed-before', 'killed-after', 'throws-before', 'throws-after'] as const;

  it('has enough steps to be worth breaking', () => {
    expect(last).toBeGreaterThan(15);
    expect([...clean.effects.values()]).toEqual([1, 1]);
  });

  it.each(kinds)(
    '%s call k, for every k: each submission takes effect exactly once and ends done',
    async (kind) => {
      for (let at = 1; at <= last; at += 1) {
        const { store, effects, names } = await runThrough({ kind, at });
        const label = `${kind} call ${String(at)} (${names[at - 1] ?? ''})`;
        expect([...effects.values()], label).toEqual([1, 1]);
        expect(
          [...store.rows.values()].map(({ state }) => state),
          label,
        ).toEqual(['done', 'done']);
      }
    },
  );
});
