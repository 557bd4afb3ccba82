/** The window's timers, handed in. Milliseconds. */
export interface Timers {
  readonly setTimeout: (run: () => void, milliseconds: number) => number;
  readonly clearTimeout: (handle: number) => void;
}

/** One pending wake-up at a time. */
export interface Alarm {
  /** Replaces the pending wake-up. */
  readonly setIn: (milliseconds: number) => void;
  readonly clear: () => void;
}

/** An alarm that runs `ring` once per `setIn`. */
export function createAlarm(timers: Timers, ring: () => void): Alarm {
  let pending: number | null = null;
  function clear(): void {
    if (pending !== null) timers.clearTimeout(pending);
    pending = null;
  }
  return {
    clear,
    setIn: (milliseconds) => {
      clear();
      pending = timers.setTimeout(
        () => {
          pending = null;
          ring();
        },
        Math.max(0, milliseconds),
      );
    },
  };
}
