import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFString,
  type PDFContext,
} from 'pdf-lib';
import type { Mark } from './layout/marks';

/** Points from the top left corner of a page. */
export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Where an electronic signature is to stand in a letter. */
export interface SignaturePlace {
  /** Actor key of the SOP. */
  readonly actor: string;
  /** From 1. */
  readonly page: number;
  /** The box with all its words. */
  readonly block: Rectangle;
  /** The part of it that holds no words: what a signing program may draw on. */
  readonly room: Rectangle;
}

/** The program's own part of the file (ISO 32000-1, 14.5), for who signs the stored bytes later. */
const OWN = PDFName.of('LoketSE');
const PIECE_INFO = PDFName.of('PieceInfo');
const PRIVATE = PDFName.of('Private');
const PLACES = PDFName.of('SignaturePlaces');

/** The places of electronic signatures among the marks of a letter's pages. */
export function signaturePlaces(pages: readonly (readonly Mark[])[]): readonly SignaturePlace[] {
  return pages.flatMap((marks, index) => {
    const places = marks.flatMap((mark) => (mark.kind === 'signing-place' ? [mark] : []));
    const blocks = places.filter(({ part }) => part === 'block');
    const rooms = places.filter(({ part }) => part === 'room');
    return blocks.flatMap((block, at) => {
      const room = rooms[at];
      if (room === undefined) return [];
      const { actor } = block;
      return [{ actor, page: index + 1, block: rectangleOf(block), room: rectangleOf(room) }];
    });
  });
}

function rectangleOf({ x, y, width, height }: Rectangle): Rectangle {
  return { x, y, width, height };
}

/** Writes the places into the document, so that they are found again in the stored bytes. */
export function writeSignaturePlaces(
  { context, catalog }: PDFDocument,
  places: readonly SignaturePlace[],
  at: Date,
): void {
  if (places.length === 0) return;
  const list = places.map(({ actor, page, block, room }) => ({
    Actor: PDFHexString.fromText(actor),
    Page: page,
    Block: numbersOf(block),
    Room: numbersOf(room),
  }));
  const own = { LastModified: PDFString.fromDate(at), Private: { SignaturePlaces: list } };
  catalog.set(PIECE_INFO, context.obj({ LoketSE: own }));
}

function numbersOf({ x, y, width, height }: Rectangle): number[] {
  return [x, y, width, height].map((number) => Math.round(number * 1000) / 1000);
}

/** The places a stored letter names; none for a file without them. Throws for what is no PDF. */
export async function readSignaturePlaces(bytes: Uint8Array): Promise<readonly SignaturePlace[]> {
  const { context, catalog } = await PDFDocument.load(bytes, { updateMetadata: false });
  const list = [PIECE_INFO, OWN, PRIVATE].reduce<PDFDict | undefined>(
    (dictionary, name) => inDictionary(context, dictionary, name),
    catalog,
  );
  const places = context.lookup(list?.get(PLACES));
  if (!(places instanceof PDFArray)) return [];
  return places.asArray().flatMap((entry) => {
    const place = context.lookup(entry);
    const found = place instanceof PDFDict ? placeOf(place) : null;
    return found === null ? [] : [found];
  });
}

function inDictionary(
  context: PDFContext,
  dictionary: PDFDict | undefined,
  name: PDFName,
): PDFDict | undefined {
  const found = context.lookup(dictionary?.get(name));
  return found instanceof PDFDict ? found : undefined;
}

function placeOf(place: PDFDict): SignaturePlace | null {
  const actor = place.lookup(PDFName.of('Actor'));
  const page = place.lookup(PDFName.of('Page'));
  const block = rectangleIn(place, 'Block');
  const room = rectangleIn(place, 'Room');
  if (!(actor instanceof PDFHexString) || !(page instanceof PDFNumber)) return null;
  if (block === null || room === null) return null;
  return { actor: actor.decodeText(), page: page.asNumber(), block, room };
}

function rectangleIn(place: PDFDict, name: string): Rectangle | null {
  const numbers = place.lookup(PDFName.of(name));
  if (!(numbers instanceof PDFArray)) return null;
  const [x, y, width, height] = numbers
    .asArray()
    .map((number) => (number instanceof PDFNumber ? number.asNumber() : undefined));
  if (x === undefined || y === undefined || width === undefined || height === undefined) {
    return null;
  }
  return { x, y, width, height };
}
