import { encode } from 'uqr';

export interface QrRectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

export interface QrCode {
  /** On a side, with the quiet zone of four modules the standard asks for. */
  readonly modules: number;
  /** The dark modules as rows of merged rectangles one module high. */
  readonly rectangles: readonly QrRectangle[];
}

/** The code drawn last: it stands on every page of a letter, and beside its signatures. */
let last: { readonly text: string; readonly code: QrCode } | null = null;

/** The QR code of a text. */
export function qrRectangles(text: string): QrCode {
  if (last?.text !== text) last = { text, code: drawnCode(text) };
  return last.code;
}

function drawnCode(text: string): QrCode {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const rectangles = data.flatMap((row, y) => {
    const runs: QrRectangle[] = [];
    for (let x = 0; x < size; x += 1) {
      const before = runs.at(-1);
      if (!row[x]) continue;
      if (before && before.x + before.width === x)
        runs[runs.length - 1] = { ...before, width: before.width + 1 };
      else runs.push({ x, y, width: 1 });
    }
    return runs;
  });
  return { modules: size, rectangles };
}
