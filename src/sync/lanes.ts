import type { Job } from '../domain/outbox/job';
import type { JobStore } from '../store/store';
import { createAlarm, type Timers } from './alarm';
import type { AttemptEnd } from './attempt';
import {
  afterLineHeld,
  afterLocalFailure,
  LONGEST_PATIENCE,
  nextDelay,
  RETRY_CAP,
  type JobPatch,
  type Random,
} from './schedule';

/** Requests sent at the same time; jobs of one request always follow one another. */
const LANES = 4;
/** Due jobs looked at together. */
const LOOK_AHEAD = 64;
/** Milliseconds between two looks at the outbox at least and at most. */
const SHORTEST_LOOK = 1_000;
const LONGEST_LOOK = 60_000;
/** Further away than any wait the engine writes: the device's clock was set back. */
const BEYOND_ANY_WAIT = LONGEST_PATIENCE + RETRY_CAP;

export interface LanesOptions {
  readonly jobs: JobStore;
  readonly timers: Timers;
  readonly now: () => number;
  readonly random: Random;
  /** Whether jobs may leave: line up, queue not paused, engine running. */
  readonly open: () => boolean;
  readonly attempt: (job: Job) => Promise<AttemptEnd>;
  readonly turn: () => number;
  /** Pauses the queue unless its credentials changed since that turn. */
  readonly pauseQueue: (turn: number) => void;
  /** Asks the line; true when it is up. */
  readonly probeLine: () => Promise<boolean>;
  readonly changed: () => void;
}

export interface Lanes {
  /** Takes up due jobs as far as lanes are free. */
  readonly fill: () => void;
  /** Forgets local waits of a job, so that a person's wish counts at once. */
  readonly forgive: (id: string) => void;
  /** Takes no new job; resolves when the running attempts have ended. */
  readonly stop: () => Promise<void>;
}

/** A job whose writing failed here: not taken up before `until`, put right first. */
interface Stranded {
  readonly job: Job;
  readonly until: number;
  readonly failures: number;
}

interface Work {
  readonly options: LanesOptions;
  readonly running: Map<string, { readonly requestId: string; readonly done: Promise<void> }>;
  readonly stranded: Map<string, Stranded>;
  /** Due jobs already read, oldest first. */
  queue: Job[];
}

/**
 * Runs due jobs, oldest first, in a few lanes. A slow job keeps its own lane, a failing one
 * goes back to waiting: neither holds up another request's jobs.
 */
export function createLanes(options: LanesOptions): Lanes {
  const work: Work = { options, running: new Map(), stranded: new Map(), queue: [] };
  let filling = false;
  let wanted = false;
  let stopped = false;
  const alarm = createAlarm(options.timers, fill);

  function fill(): void {
    wanted = true;
    if (filling || stopped) return;
    filling = true;
    void fillWhileWanted();
  }

  async function fillWhileWanted(): Promise<void> {
    let wait = LONGEST_LOOK;
    while (wanted && !stopped) {
      wanted = false;
      try {
        await rescue(work);
        wait = options.open() ? await startDue(work, lane) : LONGEST_LOOK;
      } catch {
        // IndexedDB did not answer: look again, nothing was taken up.
        wait = SHORTEST_LOOK * 5;
      }
    }
    // In the same turn as the last look at `wanted`, so that no wish falls in between.
    filling = false;
    if (!stopped) alarm.setIn(Math.min(wait, untilRescue(work)));
  }

  function lane(job: Job): void {
    const done = runLane(work, job).finally(() => {
      work.running.delete(job.id);
      fill();
    });
    work.running.set(job.id, { requestId: job.requestId, done });
  }

  return {
    fill,
    forgive: (id) => {
      const waits = work.stranded.get(id);
      if (waits) work.stranded.set(id, { ...waits, until: 0 });
    },
    stop: async () => {
      stopped = true;
      alarm.clear();
      await Promise.all([...work.running.values()].map(({ done }) => done));
    },
  };
}

/** Starts jobs in the free lanes; milliseconds until the outbox is worth another look. */
async function startDue(work: Work, lane: (job: Job) => void): Promise<number> {
  const { options, running } = work;
  if (running.size >= LANES) return LONGEST_LOOK;
  if (!work.queue.some((job) => startable(work, job))) work.queue = [...(await readDue(work))];
  while (running.size < LANES && options.open()) {
    const next = work.queue.findIndex((job) => startable(work, job));
    const [job] = next < 0 ? [] : work.queue.splice(next, 1);
    if (!job) break;
    lane(job);
  }
  if (running.size >= LANES) return LONGEST_LOOK;
  const due = await options.jobs.nextDueAt();
  if (due === null) return LONGEST_LOOK;
  return Math.min(Math.max(due - options.now(), SHORTEST_LOOK), LONGEST_LOOK);
}

async function readDue({ options }: Work): Promise<readonly Job[]> {
  const due = await options.jobs.due(options.now(), LOOK_AHEAD);
  if (due.length > 0) return due;
  const next = await options.jobs.nextDueAt();
  const clockSetBack = next !== null && next > options.now() + BEYOND_ANY_WAIT;
  return clockSetBack ? options.jobs.due(next, LOOK_AHEAD) : [];
}

function startable({ options, running, stranded }: Work, job: Job): boolean {
  if (running.has(job.id) || (stranded.get(job.id)?.until ?? 0) > options.now()) return false;
  return [...running.values()].every(({ requestId }) => requestId !== job.requestId);
}

async function runLane(work: Work, job: Job): Promise<void> {
  const { options, stranded } = work;
  const turn = options.turn();
  const ended = await options.attempt(job);
  switch (ended.end) {
    case 'settled':
    case 'taken-over':
      stranded.delete(job.id);
      break;
    case 'pause-queue':
      work.queue = [];
      options.pauseQueue(turn);
      break;
    case 'probe-line':
      work.queue = [];
      if ((await options.probeLine()) && !(await backOff(work, ended.job))) strand(work, ended.job);
      break;
    case 'local-failure':
      strand(work, ended.job);
      break;
  }
}

function strand(work: Work, job: Job): void {
  const failures = (work.stranded.get(job.id)?.failures ?? 0) + 1;
  const until = work.options.now() + nextDelay(failures, work.options.random);
  work.stranded.set(job.id, { job, until, failures });
}

function untilRescue({ stranded, options }: Work): number {
  const first = Math.min(...[...stranded.values()].map(({ until }) => until));
  return Math.max(first - options.now(), SHORTEST_LOOK);
}

/** The line is up although this job found it down: it waits like after any attempt. */
async function backOff(work: Work, job: Job): Promise<boolean> {
  if (job.reason.code !== 'line-down') return true;
  return tryPatch(work, job, afterLineHeld(job, work.options.now(), work.options.random));
}

/** Brings stranded rows back to a state that is taken up again: sent ones are checked first. */
async function rescue(work: Work): Promise<void> {
  for (const [id, { job, until }] of work.stranded) {
    if (until > work.options.now() || work.running.has(id)) continue;
    if (await rescueOne(work, job)) work.stranded.delete(id);
    else strand(work, job);
  }
}

/**
 * A write that failed may still have reached the row, so it stands in the state the attempt
 * knew or in one it wanted next; only this engine sets those, and none of them may remain.
 */
async function rescueOne(work: Work, job: Job): Promise<boolean> {
  const { now, random } = work.options;
  for (const state of new Set([job.state, 'sending-files', 'sending'] as const)) {
    const found = { ...job, state };
    if (!(await tryPatch(work, found, afterLocalFailure(found, now(), random)))) return false;
  }
  return true;
}

/** False when IndexedDB did not answer. A row in another state is left alone: that is no failure. */
async function tryPatch({ options }: Work, job: Job, patch: JobPatch): Promise<boolean> {
  const updatedAt = new Date(options.now()).toISOString();
  try {
    await options.jobs.patch(job.id, job.state, { ...patch, updatedAt });
    options.changed();
    return true;
  } catch {
    return false;
  }
}
