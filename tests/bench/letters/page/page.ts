import { createLetterRenderer } from '../../../../src/documents/letters-client';
import type { LetterOptions } from '../../../../src/documents/letter-options';
import type { LetterContent } from '../../../../src/domain/letters/letter-content';

/** What the page noticed while letters were made. */
export interface PageFacts {
  readonly firstMs: number;
  readonly allMs: number;
  /** Longest time between two turns of the page, and how many it called long itself (50 ms). */
  readonly longestPauseMs: number;
  readonly longTasks: number;
  /** The same while nothing is made for as long: what the computer does to any page. */
  readonly idlePauseMs: number;
  readonly idleLongTasks: number;
}

export interface LettersBench {
  readonly run: (contents: readonly LetterContent[], options: LetterOptions) => Promise<PageFacts>;
}

/** Watches the turns of the page until it is told to stop. */
function watchTurns(): () => { readonly longest: number; readonly longTasks: number } {
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

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

const bench: LettersBench = {
  run: async (contents, given) => {
    const logo = given.logo && { ...given.logo, bytes: Uint8Array.from(given.logo.bytes) };
    const options = { ...given, logo };
    const renderer = createLetterRenderer();
    // What the test program handed over has to be unpacked by the page: that is not ours.
    await rest(500);
    const stop = watchTurns();
    const begun = performance.now();
    let firstMs = 0;
    for (const content of contents) {
      const made = await renderer.render(content, options);
      if (!made.ok) throw new Error(made.error.code);
      firstMs ||= performance.now() - begun;
    }
    const allMs = performance.now() - begun;
    const { longest, longTasks } = stop();
    renderer.dispose();
    const stopIdle = watchTurns();
    await rest(allMs);
    const idle = stopIdle();
    return {
      firstMs,
      allMs,
      longestPauseMs: longest,
      longTasks,
      idlePauseMs: idle.longest,
      idleLongTasks: idle.longTasks,
    };
  },
};
Object.assign(window, { lettersBench: bench });
