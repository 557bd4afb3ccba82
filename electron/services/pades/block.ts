import { encode } from 'uqr';
import type { PDFDocument, PDFFont, PDFImage, PDFRef } from 'pdf-lib';
import type { PadesBlock } from '../../../src/contract/pades';
import { fail, succeed, type Result } from '../../../src/contract/result';

/** Why a block cannot be drawn. */
export interface BlockFault {
  readonly reason: 'text-too-long' | 'letter-missing' | 'picture';
  readonly detail: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Points. */
const PAD = 3;
const LARGEST_TEXT = 9;
const SMALLEST_TEXT = 4;
const LEADING = 1.2;

function number(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}

/** Dark squares of a QR, with the quiet zone the standard asks for, as rectangles, joined along each row, in a square of `side` points. */
function drawQr(text: string, left: number, bottom: number, side: number): string {
  const { data, size } = encode(text, { ecc: 'M', border: 4 });
  const cell = side / size;
  const rectangles = data.flatMap((row, line) => {
    const runs: string[] = [];
    for (let from = 0; from < size; from += 1) {
      if (row[from] !== true) continue;
      let to = from;
      while (row[to] === true) to += 1;
      const x = left + from * cell;
      const y = bottom + side - (line + 1) * cell;
      runs.push(`${number(x)} ${number(y)} ${number((to - from) * cell)} ${number(cell)} re`);
      from = to;
    }
    return runs;
  });
  return `q 0 0 0 rg ${rectangles.join(' ')} f Q`;
}

function lineWidth(font: PDFFont, line: string, size: number): number {
  return font.widthOfTextAtSize(line, size);
}

/** Breaks lines at blanks so that they fit a width; null when a single word does not. */
function wrap(
  font: PDFFont,
  lines: readonly string[],
  size: number,
  width: number,
): string[] | null {
  const wrapped: string[] = [];
  for (const line of lines) {
    let current = '';
    for (const word of line.split(' ')) {
      const longer = current === '' ? word : `${current} ${word}`;
      if (lineWidth(font, longer, size) <= width) current = longer;
      else if (current === '' || lineWidth(font, word, size) > width) return null;
      else {
        wrapped.push(current);
        current = word;
      }
    }
    wrapped.push(current);
  }
  return wrapped;
}

/** The largest letters in which the lines fit a box; null when even the smallest do not. */
function fitText(
  font: PDFFont,
  lines: readonly string[],
  box: Size,
): { readonly size: number; readonly lines: readonly string[] } | null {
  for (let size = LARGEST_TEXT; size >= SMALLEST_TEXT; size -= 0.5) {
    const wrapped = wrap(font, lines, size, box.width);
    if (wrapped !== null && wrapped.length * size * LEADING <= box.height) {
      return { size, lines: wrapped };
    }
  }
  return null;
}

function drawText(
  font: PDFFont,
  lines: readonly string[],
  size: number,
  left: number,
  top: number,
) {
  const shown = lines.map((line, index) => {
    const y = top - size - index * size * LEADING;
    return `1 0 0 1 ${number(left)} ${number(y)} Tm ${font.encodeText(line).toString()} Tj`;
  });
  return `q 0 0 0 rg BT /F1 ${number(size)} Tf ${shown.join(' ')} ET Q`;
}

function drawPicture(image: PDFImage, left: number, bottom: number, box: Size): string {
  const scale = Math.min(box.width / image.width, box.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const x = left + (box.width - width) / 2;
  const y = bottom + (box.height - height) / 2;
  return `q ${number(width)} 0 0 ${number(height)} ${number(x)} ${number(y)} cm /I1 Do Q`;
}

async function embedPicture(
  document: PDFDocument,
  picture: NonNullable<PadesBlock['picture']>,
): Promise<Result<PDFImage, BlockFault>> {
  try {
    return succeed(
      picture.mediaType === 'image/png'
        ? await document.embedPng(picture.bytes)
        : await document.embedJpg(picture.bytes),
    );
  } catch {
    return fail({ reason: 'picture', detail: picture.mediaType });
  }
}

/** The letters of the lines that the font has not. */
function missingLetters(font: PDFFont, lines: readonly string[]): string {
  const has = new Set(font.getCharacterSet());
  const letters = new Set(lines.flatMap((line) => Array.from(line)));
  return Array.from(letters)
    .filter((letter) => !has.has(letter.codePointAt(0) ?? 0))
    .map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
    .join(' ');
}

/**
 * Draws a signature's block as a form XObject of its own size and returns its reference. Text is
 * set in Helvetica, which every viewer has; a letter it has not is refused, never left out.
 */
export async function drawBlock(
  document: PDFDocument,
  block: PadesBlock,
  size: Size,
): Promise<Result<PDFRef, BlockFault>> {
  const { StandardFonts } = await import('pdf-lib');
  const font = await document.embedFont(StandardFonts.Helvetica);
  const lines = block.lines.filter((line) => line.trim() !== '');
  const missing = missingLetters(font, lines);
  if (missing !== '') return fail({ reason: 'letter-missing', detail: missing });
  const picture = block.picture === null ? null : await embedPicture(document, block.picture);
  if (picture?.ok === false) return picture;
  const inner: Size = { width: size.width - 2 * PAD, height: size.height - 2 * PAD };
  const hasSign = picture !== null || block.qr !== null;
  const share = lines.length === 0 ? inner.width : inner.width * 0.4;
  const side = hasSign ? Math.min(inner.height, share) : 0;
  const signBox: Size = {
    width: lines.length === 0 && picture ? inner.width : side,
    height: picture ? inner.height : side,
  };
  const parts: string[] = [];
  if (picture !== null) parts.push(drawPicture(picture.value, PAD, PAD, signBox));
  else if (block.qr !== null) {
    parts.push(drawQr(block.qr, PAD, PAD + (inner.height - side) / 2, side));
  }
  if (lines.length > 0) {
    const left = PAD + (hasSign ? side + PAD : 0);
    const box: Size = { width: size.width - left - PAD, height: inner.height };
    const text = fitText(font, lines, box);
    if (text === null) return fail({ reason: 'text-too-long', detail: String(lines.length) });
    parts.push(drawText(font, text.lines, text.size, left, size.height - PAD));
  }
  const { context } = document;
  const stream = context.stream(parts.join('\n'), {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [0, 0, size.width, size.height],
    Resources: {
      Font: { F1: font.ref },
      ...(picture === null ? {} : { XObject: { I1: picture.value.ref } }),
    },
  });
  return succeed(context.register(stream));
}
