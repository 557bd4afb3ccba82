import { qrRectangles } from '../../documents/paint/qr-squares';

/** What a visible signature shows: the same words whatever makes the signature. */
export interface SignatureBlock {
  readonly lines: readonly string[];
  /** The letter's id, as the letter's own code says; null where that code stands beside it. */
  readonly qr: string | null;
}

/** Points of the box it is drawn for. */
interface BlockSize {
  readonly width: number;
  readonly height: number;
}

/** Words of the block (letters.md, 4.4); always Indonesian, like the letter. */
const HEADING = 'Ditandatangani secara elektronik oleh:';
const MARK = 'Ditandatangani secara elektronik';

/**
 * The block of a signer of a letter. In the letter's own box heading, position, name and code
 * stand around it: there it only says that this was signed, and by whom. Elsewhere each part of the
 * position has a line of its own.
 */
export function signatureBlock(
  letterId: string,
  { name, position }: { readonly name: string; readonly position: string },
  isOwnPlace: boolean,
): SignatureBlock {
  if (isOwnPlace) return { lines: [MARK, name], qr: null };
  return {
    lines: [HEADING, ...position.split('\n'), name].filter((line) => line !== ''),
    qr: letterId,
  };
}

/** Points of the picture for each point of the page: sharp on paper at 300 dpi. */
const SCALE = 4;
const INK = '#111111';

/** The block as a PNG, for a service that takes a picture; null where nothing can be drawn. */
export async function blockPicture(
  block: SignatureBlock,
  size: BlockSize,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(size.width * SCALE);
  canvas.height = Math.round(size.height * SCALE);
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, size.width, size.height);
  pen.fillStyle = INK;
  if (block.qr !== null) drawCode(pen, block.qr, size.height);
  drawLines(pen, block.lines, size, block.qr === null ? 0 : size.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
}

function drawCode(pen: CanvasRenderingContext2D, text: string, height: number): void {
  const { modules, rectangles } = qrRectangles(text);
  const side = height / modules;
  for (const { x, y, width } of rectangles) {
    pen.fillRect(x * side, y * side, width * side, side);
  }
}

function drawLines(
  pen: CanvasRenderingContext2D,
  lines: readonly string[],
  { width, height }: BlockSize,
  taken: number,
): void {
  const left = taken + 4;
  const lineHeight = height / (lines.length + 1);
  const size = Math.min(8, lineHeight - 0.5);
  for (const [index, line] of lines.entries()) {
    pen.font = `${index === lines.length - 1 ? 'bold ' : ''}${size}px Arial, "Liberation Sans", sans-serif`;
    pen.fillText(line, left, (index + 1) * lineHeight + 2, width - left - 4);
  }
}
