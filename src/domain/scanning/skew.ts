import type { Raster } from './raster';

/** Degrees to either side that are looked at: paper laid by hand, not a photograph. */
export const MOST_SKEW = 8;
/** Degrees between two angles that are tried at first, and in the end. */
const COARSE = 0.5;
const FINE = 0.1;
/** Less than this is not worth a new encoding of the picture, in degrees. */
export const LEAST_SKEW = 0.3;

/**
 * By how many degrees the lines of a page rise to the right (negative) or fall (positive); 0
 * where no lines are found. Lines make the sums of rows differ most when the page is straight:
 * the angle with the largest difference of neighbouring sums wins (projection profile, Postl 1986).
 */
export function findSkew({ width, height }: Raster, ink: Uint8Array): number {
  const points = inkPoints(ink, width);
  if (points.length < width / 2) return 0;
  const roughness = (angle: number) => profileRoughness(points, width, height, angle);
  const steps = Math.round(MOST_SKEW / COARSE);
  const coarse = bestAngle(
    Array.from({ length: steps * 2 + 1 }, (_, index) => (index - steps) * COARSE),
    roughness,
  );
  const near = Math.round(COARSE / FINE);
  const fine = bestAngle(
    Array.from({ length: near * 2 + 1 }, (_, index) => coarse + (index - near) * FINE),
    roughness,
  );
  // A page without lines is as rough at every angle.
  if (roughness(fine) < roughness(0) * 1.05) return 0;
  return Math.round(fine * 10) / 10;
}

function bestAngle(angles: readonly number[], roughness: (angle: number) => number): number {
  let best = 0;
  let most = -1;
  for (const angle of angles) {
    const found = roughness(angle);
    if (found <= most) continue;
    most = found;
    best = angle;
  }
  return best;
}

/** Places of ink; at most some ten thousand, evenly taken. */
function inkPoints(ink: Uint8Array, width: number): readonly (readonly [number, number])[] {
  let count = 0;
  for (const point of ink) count += point;
  const every = Math.max(1, Math.floor(count / 30_000));
  const points: [number, number][] = [];
  let seen = 0;
  for (let at = 0; at < ink.length; at += 1) {
    if (ink[at] !== 1) continue;
    if (seen % every === 0) points.push([at % width, Math.floor(at / width)]);
    seen += 1;
  }
  return points;
}

function profileRoughness(
  points: readonly (readonly [number, number])[],
  width: number,
  height: number,
  angle: number,
): number {
  const slope = Math.tan((angle * Math.PI) / 180);
  const margin = Math.ceil(Math.abs(slope) * width) + 1;
  const rows = new Uint32Array(height + margin * 2);
  for (const [x, y] of points) {
    const row = Math.round(y - x * slope) + margin;
    rows[row] = (rows[row] ?? 0) + 1;
  }
  let roughness = 0;
  for (let row = 1; row < rows.length; row += 1) {
    const step = (rows[row] ?? 0) - (rows[row - 1] ?? 0);
    roughness += step * step;
  }
  return roughness;
}
