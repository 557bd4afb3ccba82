import type { SignaturePlace } from '../../documents/signature-places';
import { openPdf, readPdfPageRoom, type PdfPageRoom } from '../../ui/viewers/pdf-document';

/** Where a visible signature goes: points from the top left corner of a page (from 1). */
export interface SignatureBox {
  readonly page: number;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly pageHeight: number;
}

/** Of the block, in points: three lines of text beside a code. */
export const BLOCK = { width: 210, height: 60 } as const;
const MARGIN = 48;
/** Above the foot, where a letter says who issued the certificates. */
const FOOT = 70;
const STEP = 6;

/**
 * The lowest place for a signer's block that covers no text: the last signer at the right, those
 * before him to his left; pure. Null where the page has no such room in its lower half.
 */
export function freeBox(
  { width, height, texts }: PdfPageRoom,
  place: { readonly page: number; readonly index: number; readonly signers: number },
): SignatureBox | null {
  const fromRight = place.signers - 1 - place.index;
  const left = width - MARGIN - BLOCK.width - fromRight * (BLOCK.width + STEP);
  if (left < 0) return null;
  for (let top = height - FOOT - BLOCK.height; top >= height / 2; top -= STEP) {
    const covers = texts.some(
      (text) =>
        text.left < left + BLOCK.width &&
        text.right > left &&
        text.top < top + BLOCK.height &&
        text.bottom > top,
    );
    if (!covers) return { page: place.page, left, top, ...BLOCK, pageHeight: height };
  }
  return null;
}

/** A visible block's place, and whether the letter itself keeps it for this signer. */
export interface Placement {
  readonly box: SignatureBox;
  /** The letter says heading, position, name and code around it already. */
  readonly isOwn: boolean;
}

/**
 * The room a letter keeps free in its own box for a signer; pure. Null where it names none for
 * this actor: the office has such letters signed by hand, or the file is none of ours.
 */
export function ownPlace(
  places: readonly SignaturePlace[],
  actor: string,
): Omit<SignatureBox, 'pageHeight'> | null {
  const place = places.find((one) => one.actor === actor);
  if (place === undefined) return null;
  const { x: left, y: top, width, height } = place.room;
  return { page: place.page, left, top, width, height };
}

/**
 * Where a letter's signer gets a visible block: the place the letter has for him, else the lowest
 * free one of its last page; null where no room is free or the pages cannot be read: then the
 * signature is made without one, and covers nothing.
 */
export async function signaturePlacement(letter: {
  readonly bytes: Uint8Array;
  /** All signers in their order, and the one who signs now. */
  readonly signers: readonly string[];
  readonly actor: string;
}): Promise<Placement | null> {
  const { bytes, signers, actor } = letter;
  try {
    const own = ownPlace(await placesIn(bytes), actor);
    const { task, document } = await openPdf(bytes);
    try {
      const page = own?.page ?? document.numPages;
      const room = await readPdfPageRoom(document, page);
      if (room === null) return null;
      if (own !== null) return { box: { ...own, pageHeight: room.height }, isOwn: true };
      const index = Math.max(0, signers.indexOf(actor));
      const box = freeBox(room, { page, index, signers: signers.length });
      return box === null ? null : { box, isOwn: false };
    } finally {
      void task.destroy();
    }
  } catch {
    return null;
  }
}

/** A file that the letters' library cannot read names no place. */
async function placesIn(bytes: Uint8Array): Promise<readonly SignaturePlace[]> {
  // Brings the PDF library along: only whoever signs needs it.
  const { readSignaturePlaces } = await import('../../documents/signature-places');
  return readSignaturePlaces(bytes).catch(() => []);
}
