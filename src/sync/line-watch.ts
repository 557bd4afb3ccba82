import type { Host } from '../contract';
import type { Store } from '../store/store';
import { createAlarm, type Timers } from './alarm';
import { called } from './attempt';
import { unknownLine, withFinding, type LineState } from './line-state';

/** Milliseconds between probes. */
const OFFLINE_FIRST = 30_000;
const OFFLINE_LONGEST = 120_000;
const ONLINE_WITH_JOBS = 60_000;
const ONLINE_IDLE = 5 * 60_000;

export interface LineWatchOptions {
  readonly store: Pick<Store, 'jobs' | 'setClockOffset'>;
  readonly ams: Host['ams'];
  readonly timers: Timers;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Base URL of the gateway from the settings; null where none is set up. */
  readonly baseUrl: () => Promise<string | null>;
  readonly changed: () => void;
  /** After every probe that found the line up; `cameBack` when it was not up before. */
  readonly onUp: (cameBack: boolean) => void;
}

export interface LineWatch {
  readonly line: () => LineState;
  /** The gateway's address at the last probe. */
  readonly address: () => string | null;
  /** Asks now; several askers share one probe. True when the line is up. */
  readonly probe: () => Promise<boolean>;
  /** Counts how often the credentials may have changed: what is sent bears the count of its start. */
  readonly turn: () => number;
  /** Credentials of that turn were refused; of an earlier one, nothing is known of the present. */
  readonly pause: (turn: number) => void;
  readonly resume: () => void;
  readonly stop: () => void;
}

/** Watches the line by content: only the gateway's own health answer counts as online. */
export function createLineWatch(options: LineWatchOptions): LineWatch {
  const { timers, now } = options;
  let line = unknownLine(at());
  let address: string | null = null;
  let failures = 0;
  let turn = 0;
  let stopped = false;
  let running: Promise<boolean> | null = null;
  const alarm = createAlarm(timers, () => void probe());

  function at(): string {
    return new Date(now()).toISOString();
  }

  function become(next: LineState): void {
    line = next;
    options.changed();
  }

  function probe(): Promise<boolean> {
    if (stopped) return Promise.resolve(false);
    running ??= probeOnce()
      .catch(() => {
        alarm.setIn(OFFLINE_FIRST);
        return false;
      })
      .finally(() => (running = null));
    return running;
  }

  async function probeOnce(): Promise<boolean> {
    const before = line.state;
    const found = await ask(options);
    if (stopped) return false;
    // New settings deserve a new try with whatever credentials belong to them.
    const isSame = found.address === address;
    const paused = isSame ? line.paused : null;
    if (!isSame) turn += 1;
    address = found.address;
    become({ ...withFinding(line, found, at()), paused });
    if (found.clockOffsetMs !== null) options.store.setClockOffset(found.clockOffsetMs);
    const isUp = found.state === 'online';
    failures = isUp ? 0 : failures + 1;
    alarm.setIn(isUp ? await onlineInterval(options) : offlineInterval(failures));
    if (isUp) options.onUp(before !== 'online');
    return isUp;
  }

  return {
    line: () => line,
    address: () => address,
    probe,
    turn: () => turn,
    pause: (refused) => {
      if (refused === turn && line.paused === null) become({ ...line, paused: 'credentials' });
    },
    resume: () => {
      turn += 1;
      if (line.paused !== null) become({ ...line, paused: null });
    },
    stop: () => {
      stopped = true;
      alarm.clear();
    },
  };
}

type Finding = Parameters<typeof withFinding>[1] & { readonly address: string | null };

async function ask({ ams, baseUrl }: LineWatchOptions): Promise<Finding> {
  const none = { reason: null, clockOffsetMs: null };
  const address = await baseUrl().catch(() => null);
  if (address === null) return { ...none, state: 'no-gateway', address };
  const outcome = await called(() => ams.health({ baseUrl: address }));
  switch (outcome.outcome) {
    case 'online':
      return { state: 'online', reason: null, clockOffsetMs: outcome.clockOffsetMs, address };
    case 'offline':
      return { ...none, state: 'offline', reason: outcome.reason, address };
    default:
      // The shell did not answer: nothing can be sent, and the network may be fine.
      return { ...none, state: 'offline', address };
  }
}

function offlineInterval(failures: number): number {
  return Math.min(OFFLINE_LONGEST, OFFLINE_FIRST * 2 ** Math.min(failures - 1, 8));
}

async function onlineInterval({ store }: LineWatchOptions): Promise<number> {
  try {
    return (await store.jobs.counts()).waiting > 0 ? ONLINE_WITH_JOBS : ONLINE_IDLE;
  } catch {
    return ONLINE_WITH_JOBS;
  }
}
