import { createLetterRenderer } from '../../../../src/documents/letters-client';
import type { LetterOptions } from '../../../../src/documents/letter-options';
import type { LetterContent } from '../../../../src/domain/letters/letter-content';
import { watchTurns } from '../../watch-turns';

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
  readonly prepare: (contents: readonly LetterContent[], options: LetterOptions) => void;
  readonly run: () => Promise<PageFacts>;
  /** Makes them again without watching: what the page's own thread does then is theirs alone. */
  readonly again: () => Promise<void>;
}

function rest(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** What a test program hands over knows no bytes: they come as a list of numbers. */
function withBytes(given: LetterOptions): LetterOptions {
  const logo = given.logo && { ...given.logo, bytes: Uint8Array.from(given.logo.bytes) };
  return { ...given, logo };
}

let asked: { readonly contents: readonly LetterContent[]; readonly options: LetterOptions };

/** Makes all letters one after another in a worker of their own. */
async function makeAll(): Promise<Pick<PageFacts, 'firstMs' | 'allMs'>> {
  const { contents, options } = asked;
  const renderer = createLetterRenderer();
  const begun = performance.now();
  let firstMs = 0;
  for (const content of contents) {
    const made = await renderer.render(content, options);
    if (!made.ok) throw new Error(made.error.code);
    firstMs ||= performance.now() - begun;
  }
  const allMs = performance.now() - begun;
  renderer.dispose();
  return { firstMs, allMs };
}

const bench: LettersBench = {
  prepare: (contents, given) => {
    asked = { contents, options: withBytes(given) };
  },
  run: async () => {
    const stop = watchTurns();
    const times = await makeAll();
    const { longest, longTasks } = stop();
    const stopIdle = watchTurns();
    await rest(times.allMs);
    const idle = stopIdle();
    return {
      ...times,
      longestPauseMs: longest,
      longTasks,
      idlePauseMs: idle.longest,
      idleLongTasks: idle.longTasks,
    };
  },
  again: async () => {
    await makeAll();
  },
};
Object.assign(window, { lettersBench: bench });
