/** How finely pages are encoded: at most so many dots per inch, at JPEG's quality from 0 to 1. */
export interface Fineness {
  readonly dpi: number;
  readonly quality: number;
}

/**
 * From the finest to the coarsest that is still read without effort: first the quality goes, which
 * the eye forgives, then the resolution; 100 dots per inch is the least for a letter's text.
 */
export const finenesses: readonly Fineness[] = [
  { dpi: 600, quality: 0.92 },
  { dpi: 300, quality: 0.9 },
  { dpi: 300, quality: 0.8 },
  { dpi: 300, quality: 0.65 },
  { dpi: 250, quality: 0.65 },
  { dpi: 200, quality: 0.65 },
  { dpi: 200, quality: 0.5 },
  { dpi: 150, quality: 0.6 },
  { dpi: 150, quality: 0.45 },
  { dpi: 120, quality: 0.45 },
  { dpi: 100, quality: 0.4 },
];

/** What the best document under a limit is made of. */
export interface RightSize {
  /** null: as scanned, nothing was encoded again that need not be. */
  readonly fineness: Fineness | null;
  /** Bytes it weighs. */
  readonly weight: number;
  /** Whether it is within the limit; if not, it is the smallest there is. */
  readonly fits: boolean;
}

/**
 * The finest encoding whose document weighs at most `limit` bytes, with few encodings: `weigh`
 * answers the weight at a fineness, null for as scanned. Weights fall along `finenesses`.
 */
export async function findRightSize(
  weigh: (fineness: Fineness | null) => Promise<number>,
  limit: number,
): Promise<RightSize> {
  const scanned = await weigh(null);
  if (scanned <= limit) return { fineness: null, weight: scanned, fits: true };
  let best: RightSize | null = null;
  let [from, to] = [0, finenesses.length - 1];
  let smallest = scanned;
  while (from <= to) {
    const middle = (from + to) >> 1;
    const fineness = finenesses[middle] ?? null;
    const weight = await weigh(fineness);
    smallest = Math.min(smallest, weight);
    if (weight <= limit) {
      best = { fineness, weight, fits: true };
      to = middle - 1;
    } else from = middle + 1;
  }
  if (best !== null) return best;
  return { fineness: finenesses.at(-1) ?? null, weight: smallest, fits: false };
}
