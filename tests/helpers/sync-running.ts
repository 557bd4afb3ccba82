import { SYSTEM_AUTHOR } from '../../src/domain/event';
import type { Store } from '../../src/store/store';
import { createSyncEngine, type SyncEngine } from '../../src/sync/engine';
import type { Crasher } from './sync-crasher';
import type { Desk } from './sync-desk';

/** An engine over real services whose waiting time passes as fast as a test wants. */
export interface RunningEngine extends Pick<
  SyncEngine,
  'stop' | 'wake' | 'resume' | 'line' | 'retryNow'
> {
  /** The engine's clock, milliseconds since 1970. */
  readonly now: () => number;
  /** Lets time pass for the engine: timers that fall due run in their order. */
  readonly pass: (milliseconds: number) => Promise<void>;
  /** Runs the next waiting timer, moving the clock to it. */
  readonly skip: () => void;
}

/** Starts an engine; network and disk take their real time, waits between attempts take none. */
export function startDeskEngine(desk: Desk, store: Store, crasher?: Crasher): RunningEngine {
  let ahead = 0;
  let handles = 0;
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>();
  const now = (): number => Date.now() + ahead;

  function skip(limit = Infinity): boolean {
    const next = [...waiting].sort(([, one], [, other]) => one.at - other.at)[0];
    if (!next || next[1].at > limit) return false;
    waiting.delete(next[0]);
    ahead += Math.max(0, next[1].at - now());
    next[1].run();
    return true;
  }

  const wrap = <Target extends object>(target: Target): Target => crasher?.wrap(target) ?? target;
  const engine = createSyncEngine({
    store: wrap(store),
    ams: wrap(desk.host.ams),
    clock: () => new Date(now()),
    random: () => 0.5,
    timers: {
      setTimeout: (run, milliseconds) => {
        handles += 1;
        waiting.set(handles, { at: now() + milliseconds, run });
        return handles;
      },
      clearTimeout: (handle) => {
        waiting.delete(handle);
      },
    },
    baseUrl: async () => (await store.office()).profile?.gateway.baseUrl ?? null,
    author: SYSTEM_AUTHOR,
  });
  engine.start();
  return {
    ...engine,
    now,
    skip: () => void skip(),
    pass: async (milliseconds) => {
      const end = now() + milliseconds;
      do await realPause();
      while (skip(end));
    },
  };
}

function realPause(): Promise<void> {
  return new Promise((done) => setTimeout(done, 25));
}

/**
 * Lets the engine work until `met`; when nothing has moved for a moment its next timer runs.
 * Ends with an error when that goes on for too long: then the engine has stopped for good.
 */
export async function runUntil(engine: RunningEngine, met: () => Promise<boolean>): Promise<void> {
  for (let turn = 0; turn < 600; turn += 1) {
    if (await met()) return;
    await realPause();
    if (turn % 4 === 3) engine.skip();
  }
  throw new Error('the engine did not get there');
}
