/** What a page noticed of its own pauses. */
export interface Turns {
  /** Longest time between two turns of the page, in milliseconds. */
  readonly longest: number;
  /** How many it called long itself (over 50 ms). */
  readonly longTasks: number;
}

/** Watches the turns of the page until it is told to stop. */
export function watchTurns(): () => Turns {
  let [longest, longTasks, last, isWatching] = [0, 0, performance.now(), true];
  const observer = new PerformanceObserver((list) => {
    longTasks += list.getEntries().length;
  });
  observer.observe({ type: 'longtask' });
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    // A turn of its own without the pauses timers have; a little rest, or it would starve the worker.
    if (isWatching) setTimeout(() => port2.postMessage(null), 1);
  };
  port2.postMessage(null);
  return () => {
    isWatching = false;
    observer.disconnect();
    return { longest, longTasks };
  };
}
