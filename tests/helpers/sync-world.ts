import type {
  GetOutcome,
  HealthOutcome,
  ListOutcome,
  PutOutcome,
  RemoteSubmission,
  UploadOutcome,
} from '../../src/contract/ams';
import type { Host } from '../../src/contract';
import { succeed, type Result } from '../../src/contract/result';
import { SYSTEM_AUTHOR } from '../../src/domain/event';
import type { JobState } from '../../src/domain/outbox/job';
import { createSyncEngine, type SyncEngine } from '../../src/sync/engine';
import { createFakeStore, fakeJob, type FakeStore } from './sync-fake-store';
import { createManualTime, type ManualTime } from './sync-manual-time';

export const receipt = { number: 'AMS-1', receivedAt: '2026-03-02T02:00:00Z' };
export const stored: PutOutcome = {
  outcome: 'stored',
  repeated: false,
  receipt,
  state: 'received',
};
export const offline = { outcome: 'offline', reason: 'no-connection', detail: '' } as const;

/** What the gateway answers; each may be replaced in the middle of a test. */
export interface Gateway {
  health: () => Promise<Result<HealthOutcome>>;
  upload: (sha256: string) => Promise<Result<UploadOutcome>>;
  put: (id: string) => Promise<Result<PutOutcome>>;
  get: (id: string) => Promise<Result<GetOutcome>>;
  list: (cursor: string | null) => Promise<Result<ListOutcome>>;
  readonly calls: string[];
}

export interface World {
  readonly time: ManualTime;
  readonly store: FakeStore;
  readonly gateway: Gateway;
  readonly engine: SyncEngine;
  address: string | null;
  readonly state: (number: number) => JobState | undefined;
  readonly count: (call: string) => number;
}

export function answer<Value>(value: Value): Promise<Result<Value>> {
  return Promise.resolve(succeed(value));
}

export function remote(id: string, change: Partial<RemoteSubmission> = {}): RemoteSubmission {
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

export function createWorld(): World {
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

export async function begin(world: World): Promise<void> {
  world.engine.start();
  await world.time.flush();
}
