import type { Raster } from './raster';

/** How a page of text stands; `unknown` where there are too few lines to tell. */
export type Standing = 'upright' | 'upside-down' | 'unknown';

/** Lines that have to agree. */
const LEAST_LINES = 3;

/**
 * Whether Latin text stands on its feet. Small letters with strokes above (b d f h k l t, and
 * capitals) are several times as frequent in Indonesian as those with strokes below (g j p q y):
 * of each line the ink above its dense middle is compared with the ink below it.
 */
export function findStanding({ width, height }: Raster, ink: Uint8Array): Standing {
  const rows = new Uint32Array(height);
  for (let y = 0; y < height; y += 1) {
    let sum = 0;
    for (let x = 0; x < width; x += 1) sum += ink[y * width + x] ?? 0;
    rows[y] = sum;
  }
  let up = 0;
  let down = 0;
  for (const line of linesOf(rows, width)) {
    const lean = leanOf(rows, line);
    if (lean > 0) up += 1;
    if (lean < 0) down += 1;
  }
  if (up + down < LEAST_LINES || Math.abs(up - down) < (up + down) / 3) return 'unknown';
  return up > down ? 'upright' : 'upside-down';
}

interface Line {
  readonly from: number;
  readonly to: number;
}

/** Bands of rows with ink between rows without. */
function linesOf(rows: Uint32Array, width: number): readonly Line[] {
  const lines: Line[] = [];
  const empty = Math.max(1, width / 400);
  let from = -1;
  for (let y = 0; y <= rows.length; y += 1) {
    const isInk = y < rows.length && (rows[y] ?? 0) > empty;
    if (isInk && from < 0) from = y;
    if (!isInk && from >= 0) {
      // Thinner is a rule, thicker a picture or a table.
      if (y - from >= 8 && y - from <= 60) lines.push({ from, to: y });
      from = -1;
    }
  }
  return lines;
}

/** Above 0: more ink over the dense middle than under it; 0 where the line says nothing. */
function leanOf(rows: Uint32Array, { from, to }: Line): number {
  const band = rows.subarray(from, to);
  const most = band.reduce((one, other) => Math.max(one, other), 0);
  const dense = [...band.keys()].filter((row) => (band[row] ?? 0) > most * 0.45);
  const [first, last] = [dense[0] ?? 0, dense.at(-1) ?? 0];
  const sum = (part: Uint32Array) => part.reduce((total, count) => total + count, 0);
  const above = sum(band.subarray(0, first));
  const below = sum(band.subarray(last + 1));
  const whole = sum(band);
  return Math.abs(above - below) < whole * 0.03 ? 0 : above - below;
}
