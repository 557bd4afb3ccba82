import { COARSEST_DPI, FINEST_DPI } from '../../../src/contract/scanner';

/** Dots per inch that are offered where a scanner takes any within a range. */
const USUAL = [75, 100, 150, 200, 300, 400, 600] as const;

/** The usual resolutions from `least` to `most` dots per inch; none where these are no numbers. */
export function usualWithin(least: number, most: number): readonly number[] {
  return USUAL.filter((dpi) => dpi >= least && dpi <= most);
}

/** What of a scanner's own resolutions this program asks for: each once, rising. */
export function offered(resolutions: readonly number[]): number[] {
  return [...new Set(resolutions)]
    .filter((dpi) => Number.isInteger(dpi) && dpi >= COARSEST_DPI && dpi <= FINEST_DPI)
    .toSorted((one, other) => one - other);
}
