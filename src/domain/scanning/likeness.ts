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

/**
 * By how much two likenesses differ, 0 to 1: of the bits set in either, the share that is not in
 * both. Paper between the writing sets none, so that two nearly empty pages are not alike for it.
 */
export function difference(one: string, other: string): number {
  let either = 0;
  let both = 0;
  for (let at = 0; at < one.length; at += 1) {
    const first = Number.parseInt(one[at] ?? '0', 16);
    const second = Number.parseInt(other[at] ?? '0', 16);
    either += bitsOf(first | second);
    both += bitsOf(first & second);
  }
  return either === 0 ? 0 : 1 - both / either;
}

function bitsOf(digit: number): number {
  let bits = 0;
  for (let left = digit; left > 0; left >>= 1) bits += left & 1;
  return bits;
}

/** Two scans of one paper differ by less. */
export const ALIKE = 0.4;
