import type { Timers } from '../../src/sync/alarm';

/** A clock and timers that move only when a test says so. */
export interface ManualTime {
  readonly clock: () => Date;
  readonly now: () => number;
  readonly timers: Timers;
  /** Timers waiting now. */
  readonly pending: () => number;
  /** Runs everything that falls due within so many milliseconds, in order. */
  readonly advance: (milliseconds: number) => Promise<void>;
  /** Lets everything that waits for no timer finish. */
  readonly flush: () => Promise<void>;
  /** Sets the device's clock without any timer noticing. */
  readonly setClock: (now: number) => void;
}

export const TEST_START = Date.UTC(2026, 2, 2, 2, 0, 0);

export function createManualTime(start = TEST_START): ManualTime {
  let elapsed = 0;
  let offset = start;
  let handles = 0;
  const waiting = new Map<number, { readonly at: number; readonly run: () => void }>();

  async function flush(): Promise<void> {
    for (let turn = 0; turn < 40; turn += 1) await new Promise((done) => setImmediate(done));
  }

  function firstBy(
    limit: number,
  ): [number, { readonly at: number; readonly run: () => void }] | undefined {
    return [...waiting].filter(([, { at }]) => at <= limit).sort(([, a], [, b]) => a.at - b.at)[0];
  }

  return {
    now: () => offset + elapsed,
    clock: () => new Date(offset + elapsed),
    timers: {
      setTimeout: (run, milliseconds) => {
        handles += 1;
        waiting.set(handles, { at: elapsed + milliseconds, run });
        return handles;
      },
      clearTimeout: (handle) => {
        waiting.delete(handle);
      },
    },
    pending: () => waiting.size,
    flush,
    setClock: (now) => {
      offset = now - elapsed;
    },
    advance: async (milliseconds) => {
      const end = elapsed + milliseconds;
      await flush();
      for (let next = firstBy(end); next; next = firstBy(end)) {
        const [handle, { at, run }] = next;
        waiting.delete(handle);
        elapsed = at;
        run();
        await flush();
      }
      elapsed = end;
    },
  };
}
