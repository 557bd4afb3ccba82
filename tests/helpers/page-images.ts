import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GreyPicture } from './png';

/** The pages of a PDF in grey, as poppler draws them at so many dots per inch. */
export function pageImages(bytes: Uint8Array, dpi: number): readonly GreyPicture[] {
  const folder = mkdtempSync(join(tmpdir(), 'loket-pages-'));
  try {
    const path = join(folder, 'paper.pdf');
    writeFileSync(path, bytes);
    execFileSync('pdftoppm', ['-r', String(dpi), '-gray', path, join(folder, 'page')]);
    return readdirSync(folder)
      .filter((name) => name.endsWith('.pgm'))
      .sort()
      .map((name) => readPgm(readFileSync(join(folder, name))));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** "P5", width, height, 255, then the dots. */
function readPgm(file: Buffer): GreyPicture {
  const head = /^P5\s+(\d+)\s+(\d+)\s+\d+\s/.exec(file.toString('latin1', 0, 64));
  if (!head) throw new Error('not a PGM');
  const [width, height] = [Number(head[1]), Number(head[2])];
  return { width, height, dots: new Uint8Array(file.subarray(head[0].length)) };
}

/** In sixteen shades: enough to compare, and a tenth of the size. */
export function inSixteenShades({ dots, ...size }: GreyPicture): GreyPicture {
  return { ...size, dots: dots.map((dot) => Math.round(dot / 17) * 17) };
}

/** Side of the squares that are compared, dots. */
const SQUARE = 4;
/** Of a square's mean, 0 to 255: less is how another version draws edges. */
const SEEN = 40;

export interface Difference {
  /** Of all dots, 0 to 255. */
  readonly mean: number;
  /** Share of the squares whose darkness differs so that it is seen. */
  readonly changed: number;
}

/**
 * How much two pictures of a page differ. Single dots do wherever another version draws the
 * edges of letters in another way; squares do where a line has moved or something is missing.
 */
export function differenceOf(one: GreyPicture, other: GreyPicture): Difference {
  if (one.width !== other.width || one.height !== other.height) return { mean: 255, changed: 1 };
  let sum = 0;
  const columns = Math.ceil(one.width / SQUARE);
  const squares = new Float64Array(columns * Math.ceil(one.height / SQUARE));
  for (const [index, dot] of one.dots.entries()) {
    const difference = dot - (other.dots[index] ?? 0);
    sum += Math.abs(difference);
    const [x, y] = [index % one.width, Math.floor(index / one.width)];
    const square = Math.floor(y / SQUARE) * columns + Math.floor(x / SQUARE);
    squares[square] = (squares[square] ?? 0) + difference;
  }
  const changed = squares.filter((square) => Math.abs(square) / SQUARE ** 2 > SEEN).length;
  return { mean: sum / one.dots.length, changed: changed / squares.length };
}
