import { encode } from 'uqr';

export interface QrRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/**
 * The dark modules of a QR code as rows of merged rectangles one module high, and the number
 * of modules a side, with the quiet zone of four modules the standard asks for.
 */
export function qrRectangles(text: string): {
  readonly modules: number;
  readonly rectangles: readonly QrRectangle[];
} {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const rectangles = data.flatMap((row, y) => {
    const runs: QrRectangle[] = [];
    for (let x = 0; x < size; x += 1) {
      const last = runs.at(-1);
      if (!row[x]) continue;
      if (last && last.x + last.width === x)
        runs[runs.length - 1] = { ...last, width: last.width + 1 };
      else runs.push({ x, y, width: 1 });
    }
    return runs;
  });
  return { modules: size, rectangles };
}
