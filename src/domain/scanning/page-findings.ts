import { likenessOf } from './likeness';
import { histogramOf, inkOf, shadeAt, type Raster } from './raster';
import { findSkew, LEAST_SKEW } from './skew';
import { findStanding } from './upright';

/** What should be looked at before a page is kept. */
export const pageWarnings = [
  'too-dark',
  'too-pale',
  'cut-edge',
  'too-coarse',
  'blank',
  'upside-down',
  'skewed',
] as const;
export type PageWarning = (typeof pageWarnings)[number];

export interface PageFindings {
  /** In the order of `pageWarnings`. */
  readonly warnings: readonly PageWarning[];
  /** Degrees, see `findSkew`. */
  readonly skew: number;
  /** See `likenessOf`. */
  readonly likeness: string;
}

/** Below so many dots per inch small print is lost. */
export const LEAST_DPI = 200;
/** Points along the longer side that findings are made on: enough for lines, quick to look at. */
export const FINDINGS_SIDE = 1100;

/** Share of ink below which a page counts as blank: dust, the other side shining through. */
const BLANK_INK = 0.0004;
/** Share of an edge's points that have to be ink for the writing to go on beyond it. */
const CUT_INK = 0.012;

/**
 * What is wrong with a page, from a raster of about `FINDINGS_SIDE` points. `dpi` is that of the
 * page as it was scanned; null for pictures that do not say (a photograph).
 */
export function findingsOf(raster: Raster, dpi: number | null): PageFindings {
  const { width } = raster;
  const ink = inkOf(raster, Math.round(width / 40));
  const histogram = histogramOf(raster);
  const inkShare = ink.reduce((sum, point) => sum + point, 0) / ink.length;
  const isBlank = inkShare < BLANK_INK;
  const skew = isBlank ? 0 : findSkew(raster, ink);
  const found: Readonly<Record<PageWarning, boolean>> = {
    // Nearly all points of a page are paper.
    'too-dark': shadeAt(histogram, 0.6) < 110,
    'too-pale': !isBlank && shadeAt(histogramOf(raster, ink), 0.2) > 165,
    'cut-edge': hasCutEdge(raster, ink),
    'too-coarse': dpi !== null && dpi < LEAST_DPI,
    blank: isBlank,
    'upside-down': findStanding(raster, ink) === 'upside-down',
    skewed: Math.abs(skew) >= LEAST_SKEW,
  };
  return {
    warnings: pageWarnings.filter((warning) => found[warning]),
    skew,
    likeness: likenessOf(raster),
  };
}

/**
 * Whether writing runs into an edge. A dark stripe along a whole edge is the scanner's lid or a
 * shadow, not writing.
 */
function hasCutEdge({ width, height }: Raster, ink: Uint8Array): boolean {
  const depth = Math.max(2, Math.round(width / 400));
  const edge = (length: number, at: (along: number, deep: number) => number): boolean => {
    let touched = 0;
    for (let along = 0; along < length; along += 1) {
      let isInk = true;
      for (let deep = 0; deep < depth; deep += 1) isInk &&= ink[at(along, deep)] === 1;
      if (isInk) touched += 1;
    }
    const share = touched / length;
    return share > CUT_INK && share < 0.5;
  };
  return (
    edge(width, (x, deep) => deep * width + x) ||
    edge(width, (x, deep) => (height - 1 - deep) * width + x) ||
    edge(height, (y, deep) => y * width + deep) ||
    edge(height, (y, deep) => y * width + (width - 1 - deep))
  );
}
