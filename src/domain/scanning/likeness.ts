import type { Raster } from './raster';

const SIDE = 16;

/**
 * A page's likeness in 256 bits, as 64 lower-case hex digits: whether each of 16 × 16 fields is
 * lighter than its right neighbour (difference hash, Krawetz 2013). The same paper scanned twice
 * differs in few of them.
 */
export function likenessOf({ width, height, grey }: Raster): string {
  const fields = new Float64Array((SIDE + 1) * SIDE);
  for (let row = 0; row < SIDE; row += 1) {
    const [top, bottom] = [span(row, SIDE, height), span(row + 1, SIDE, height)];
    for (let column = 0; column <= SIDE; column += 1) {
      const [left, right] = [span(column, SIDE + 1, width), span(column + 1, SIDE + 1, width)];
      let sum = 0;
      for (let y = top; y < bottom; y += 1) {
        for (let x = left; x < right; x += 1) sum += grey[y * width + x] ?? 0;
      }
      fields[row * (SIDE + 1) + column] = sum / Math.max(1, (bottom - top) * (right - left));
    }
  }
  let digits = '';
  for (let row = 0; row < SIDE; row += 1) {
    for (let column = 0; column < SIDE; column += 4) {
      let digit = 0;
      for (let bit = 0; bit < 4; bit += 1) {
        const at = row * (SIDE + 1) + column + bit;
        digit = digit * 2 + ((fields[at] ?? 0) > (fields[at + 1] ?? 0) + 0.5 ? 1 : 0);
      }
      digits += digit.toString(16);
    }
  }
  return digits;
}

function span(index: number, parts: number, length: number): number {
  return Math.floor((index * length) / parts);
}

/** Share of the bits in which two likenesses differ, 0 to 1. */
export function difference(one: string, other: string): number {
  let bits = 0;
  for (let at = 0; at < one.length; at += 1) {
    let both = Number.parseInt(one[at] ?? '0', 16) ^ Number.parseInt(other[at] ?? '0', 16);
    for (; both > 0; both >>= 1) bits += both & 1;
  }
  return bits / (one.length * 4);
}

/** At most this share differs between two scans of one paper (tests/bench/scan measures it). */
export const ALIKE = 0.1;
