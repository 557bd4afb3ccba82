import type { Host } from '../contract';
import type { Author } from '../domain/event';
import type { JobState } from '../domain/outbox/job';
import type { Store } from '../store/store';
import { createAlarm, type Alarm, type Timers } from './alarm';
import { attempt } from './attempt';
import { createLanes, type Lanes } from './lanes';
import { createLineWatch, type LineWatch } from './line-watch';
import type { LineState } from './line-state';
import { fetchReports } from './reports';
import type { Random } from './schedule';

/** Milliseconds between two looks at what changed at the gateway (contract page). */
const REPORT_INTERVAL = 5 * 60_000;
/** Milliseconds before the start is tried again when IndexedDB does not answer. */
const START_AGAIN = 5_000;

export interface SyncEngineOptions {
  readonly store: Pick<
    Store,
    'jobs' | 'execute' | 'setClockOffset' | 'getDeviceFact' | 'setDeviceFact'
  >;
  readonly ams: Host['ams'];
  readonly clock: () => Date;
  readonly random: Random;
  readonly timers: Timers;
  /** Base URL of the gateway from the settings; null where none is set up. */
  readonly baseUrl: () => Promise<string | null>;
  /** Who records what the gateway answered. */
  readonly author: Author;
}

export interface SyncEngine {
  /** Puts interrupted jobs right, asks the line, and sends what is due. */
  readonly start: () => void;
  /** Takes no new work; resolves when the attempts under way have ended. */
  readonly stop: () => Promise<void>;
  /** Something may have changed: network event, focus, a new job. Asks the line and looks at the outbox. */
  readonly wake: () => void;
  /** New settings, or a person's "try again": ends a pause for credentials, then as `wake`. */
  readonly resume: () => void;
  /** A person's Retry of a waiting job: due now, and a pause ends. False when it is not waiting. */
  readonly retryNow: (jobId: string) => Promise<boolean>;
  /** The same object until something changes. */
  readonly line: () => LineState;
  /** Called after every change; returns how to end it. */
  readonly subscribe: (listener: () => void) => () => void;
}

interface Parts {
  readonly options: SyncEngineOptions;
  readonly watch: LineWatch;
  readonly lanes: Lanes;
  readonly reportAlarm: Alarm;
  readonly startAlarm: Alarm;
  phase: 'idle' | 'starting' | 'running' | 'stopped';
  reporting: Promise<void> | null;
}

/**
 * The outbox engine: watches the line, sends due jobs, fetches what the gateway reports.
 * It owns no timers, clock or randomness. Every outcome is recorded through the store; when
 * that fails, the job stays where it will be checked before anything is sent again.
 * See docs/outbox.md.
 */
export function createSyncEngine(options: SyncEngineOptions): SyncEngine {
  const listeners = new Set<() => void>();
  function changed(): void {
    for (const listener of [...listeners]) listener();
  }
  const parts = assemble(options, changed);
  const { watch, lanes } = parts;

  function wake(): void {
    if (parts.phase !== 'running') return;
    lanes.fill();
    void watch.probe();
  }

  return {
    start: () => {
      if (parts.phase === 'idle') void begin(parts);
    },
    stop: async () => {
      parts.phase = 'stopped';
      watch.stop();
      parts.reportAlarm.clear();
      parts.startAlarm.clear();
      await lanes.stop();
      await parts.reporting;
    },
    wake,
    resume: () => {
      watch.resume();
      wake();
    },
    retryNow: async (jobId) => {
      const due = await makeDue(options, jobId);
      lanes.forgive(jobId);
      watch.resume();
      wake();
      return due;
    },
    line: watch.line,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function assemble(options: SyncEngineOptions, changed: () => void): Parts {
  const { store, ams, timers, random, author } = options;
  const now = (): number => options.clock().getTime();
  const watch = createLineWatch({
    store,
    ams,
    timers,
    now,
    baseUrl: options.baseUrl,
    changed,
    onUp: (cameBack) => {
      if (parts.phase !== 'running') return;
      parts.lanes.fill();
      if (cameBack) report(parts);
    },
  });
  const lanes = createLanes({
    jobs: store.jobs,
    timers,
    now,
    random,
    changed,
    open: () => isOpen(parts),
    turn: watch.turn,
    pauseQueue: watch.pause,
    probeLine: watch.probe,
    attempt: (job) =>
      attempt(job, { store, ams, baseUrl: watch.address() ?? '', author, now, random, changed }),
  });
  const parts: Parts = {
    options,
    watch,
    lanes,
    reportAlarm: createAlarm(timers, () => report(parts)),
    startAlarm: createAlarm(timers, () => void begin(parts)),
    phase: 'idle',
    reporting: null,
  };
  return parts;
}

function isOpen({ phase, watch }: Parts): boolean {
  const { state, paused } = watch.line();
  return phase === 'running' && state === 'online' && paused === null;
}

/** What was being sent when the program ended is unknown: nothing leaves before that is written. */
async function begin(parts: Parts): Promise<void> {
  parts.phase = 'starting';
  try {
    await parts.options.store.jobs.recoverInterrupted(parts.options.clock().toISOString());
  } catch {
    if (isStarting(parts)) parts.startAlarm.setIn(START_AGAIN);
    return;
  }
  if (!isStarting(parts)) return;
  parts.phase = 'running';
  await parts.watch.probe();
}

/** A person may have stopped the engine while it waited for IndexedDB. */
function isStarting({ phase }: Parts): boolean {
  return phase === 'starting';
}

/** Fetches reports unless that is under way; then again every five minutes. */
function report(parts: Parts): void {
  if (parts.reporting !== null || parts.phase !== 'running') return;
  parts.reporting = reportOnce(parts).finally(() => {
    parts.reporting = null;
    if (parts.phase === 'running') parts.reportAlarm.setIn(REPORT_INTERVAL);
  });
}

async function reportOnce(parts: Parts): Promise<void> {
  const { options, watch } = parts;
  const baseUrl = watch.address();
  if (baseUrl === null || !isOpen(parts)) return;
  const { store, ams, author } = options;
  const goOn = (): boolean => parts.phase === 'running';
  const turn = watch.turn();
  const end = await fetchReports({ store, ams, baseUrl, author, goOn });
  if (end === 'pause-queue') watch.pause(turn);
}

const RETRYABLE = [
  'will-retry',
  'ready',
  'outcome-unknown',
  'awaiting-receipt',
] as const satisfies readonly JobState[];

async function makeDue({ store, clock }: SyncEngineOptions, jobId: string): Promise<boolean> {
  const change = { nextAttemptAt: clock().getTime(), updatedAt: clock().toISOString() };
  for (const state of RETRYABLE) {
    if (await store.jobs.patch(jobId, state, change)) return true;
  }
  return false;
}
