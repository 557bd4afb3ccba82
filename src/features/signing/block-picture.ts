import { qrRectangles } from '../../documents/paint/qr-squares';
import { BLOCK } from './signature-placement';

/** What a visible signature shows: the same words whatever makes the signature. */
export interface SignatureBlock {
  readonly lines: readonly string[];
  /** The letter's id, as the letter's own code says. */
  readonly qr: string;
}

/** Heading of the block (letters.md, 4.4); always Indonesian, like the letter. */
const HEADING = 'Ditandatangani secara elektronik oleh:';

/** The block of a signer of a letter; each part of the position has a line of its own. */
export function signatureBlock(
  letterId: string,
  { name, position }: { readonly name: string; readonly position: string },
): SignatureBlock {
  return {
    lines: [HEADING, ...position.split('\n'), name].filter((line) => line !== ''),
    qr: letterId,
  };
}

/** Points of the picture for each point of the page: sharp on paper at 300 dpi. */
const SCALE = 4;
const INK = '#111111';

/** The block as a PNG, for a service that takes a picture; null where nothing can be drawn. */
export async function blockPicture(block: SignatureBlock): Promise<Uint8Array<ArrayBuffer> | null> {
  const canvas = document.createElement('canvas');
  canvas.width = BLOCK.width * SCALE;
  canvas.height = BLOCK.height * SCALE;
  const pen = canvas.getContext('2d');
  if (pen === null) return null;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = '#ffffff';
  pen.fillRect(0, 0, BLOCK.width, BLOCK.height);
  pen.fillStyle = INK;
  drawCode(pen, block.qr);
  drawLines(pen, block.lines);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  return blob === null ? null : new Uint8Array(await blob.arrayBuffer());
}

function drawCode(pen: CanvasRenderingContext2D, text: string): void {
  const { modules, rectangles } = qrRectangles(text);
  const side = BLOCK.height / modules;
  for (const { x, y, width } of rectangles) {
    pen.fillRect(x * side, y * side, width * side, side);
  }
}

function drawLines(pen: CanvasRenderingContext2D, lines: readonly string[]): void {
  const left = BLOCK.height + 4;
  const lineHeight = BLOCK.height / (lines.length + 1);
  const size = Math.min(8, lineHeight - 0.5);
  for (const [index, line] of lines.entries()) {
    pen.font = `${index === lines.length - 1 ? 'bold ' : ''}${size}px Arial, "Liberation Sans", sans-serif`;
    pen.fillText(line, left, (index + 1) * lineHeight + 2, BLOCK.width - left - 4);
  }
}
