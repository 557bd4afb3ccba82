import { zlibSync } from 'fflate';
import { degrees, PDFDocument, PDFName, PDFRawStream, type PDFPage, type PDFRef } from 'pdf-lib';
import { sizeOfJpeg } from '../../domain/documents/inspect-picture';
import { findRightSize, type Fineness } from '../../domain/scanning/right-size';
import { isUnedited, presumedDpi } from '../../domain/scanning/scan-page';
import type { BoundDocument, PageToBind } from '../scan-protocol';
import { drawPage, jpegOf, packedBits, readPicture } from './picture';

/** Bytes a PDF takes for its own order, and for each page beside its picture (measured). */
const OWN_WEIGHT = 1500;
const PAGE_WEIGHT = 500;

/** Finer than this nobody needs black and white, in dots per inch. */
const FINEST_BITS = 300;

/** A picture as a page of the document holds it. */
interface PagePicture {
  readonly kind: 'jpeg' | 'bits';
  readonly bytes: Uint8Array;
  /** Points. */
  readonly pixels: { readonly width: number; readonly height: number };
  /** Inches. */
  readonly width: number;
  readonly height: number;
}

/**
 * One PDF of the pages in their order, the finest that weighs at most `limit` bytes. Scanned JPEGs
 * that are within it go in as the bytes they are; pages of other PDFs are copied as they are, the
 * look of their form fields with them. Rejects with a code as its message.
 */
export async function bindPages(
  pages: readonly PageToBind[],
  limit: number,
  title: string,
  onProgress: (share: number) => void,
): Promise<BoundDocument> {
  const pictures = pages.filter(({ pdfPage }) => pdfPage === null);
  const sources = await openSources(pages);
  const copied = await weightOfCopies(sources, pages);
  let done = 0;
  const kept: { made: readonly PagePicture[]; fits: boolean } = { made: [], fits: false };
  const weigh = async (fineness: Fineness | null): Promise<number> => {
    const made: PagePicture[] = [];
    for (const page of pictures) {
      made.push(await encodePage(page, fineness));
      done += 1;
      // Five encodings of each page at most: as scanned and four steps of the search.
      onProgress(Math.min(0.95, done / (pictures.length * 5)));
    }
    const pictured = made.reduce((sum, { bytes }) => sum + bytes.length, 0);
    const weight = pictured + copied + OWN_WEIGHT + PAGE_WEIGHT * pages.length;
    // What fits is finer than what fitted before; of what does not, the latest is the smallest.
    if (weight <= limit || !kept.fits) Object.assign(kept, { made, fits: weight <= limit });
    return weight;
  };
  const size = await findRightSize(weigh, limit);
  const bytes = await writeDocument(pages, kept.made, sources, title);
  onProgress(1);
  const before = [...new Set(pages.map((page) => page.bytes))].reduce(
    (sum, one) => sum + one.length,
    0,
  );
  return { ...size, bytes, before, weight: bytes.length, fits: bytes.length <= limit };
}

async function encodePage(page: PageToBind, fineness: Fineness | null): Promise<PagePicture> {
  const { edit, dpi } = page;
  const own = fineness === null && isUnedited(edit) ? plainJpegSize(page.bytes) : null;
  if (own !== null) {
    const perInch = dpi ?? presumedDpi(own.width, own.height);
    const inches = { width: own.width / perInch, height: own.height / perInch };
    return { kind: 'jpeg', bytes: page.bytes, pixels: own, ...inches };
  }
  const picture = await readPicture(page.bytes);
  const isBits = edit.colour === 'black-white';
  const most = fineness?.dpi ?? 600;
  const drawn = drawPage(picture, dpi, edit, { dpi: isBits ? Math.min(most, FINEST_BITS) : most });
  picture.close();
  const { canvas, width, height } = drawn;
  const bytes = isBits
    ? zlibSync(packedBits(drawn), { level: 9 })
    : await jpegOf(drawn, fineness?.quality ?? 0.92);
  return {
    kind: isBits ? 'bits' : 'jpeg',
    bytes,
    pixels: { width: canvas.width, height: canvas.height },
    width,
    height,
  };
}

/** Points of a JPEG without marks of its own (EXIF) that turn it; null for any other picture. */
function plainJpegSize(
  bytes: Uint8Array,
): { readonly width: number; readonly height: number } | null {
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  return bytes[0] === 0xff && !head.includes('Exif\0') ? sizeOfJpeg(bytes) : null;
}

/** PDFs that pages come from, each opened once; what people filled in becomes part of the page. */
async function openSources(pages: readonly PageToBind[]): Promise<Map<Uint8Array, PDFDocument>> {
  const sources = new Map<Uint8Array, PDFDocument>();
  for (const { bytes, pdfPage } of pages) {
    if (pdfPage === null || sources.has(bytes)) continue;
    const source = await PDFDocument.load(bytes);
    const form = source.getForm();
    if (form.getFields().length > 0) form.flatten();
    sources.set(bytes, source);
  }
  return sources;
}

/** Bytes of the copied pages alone, as the document will hold them. */
async function weightOfCopies(
  sources: ReadonlyMap<Uint8Array, PDFDocument>,
  pages: readonly PageToBind[],
): Promise<number> {
  if (sources.size === 0) return 0;
  const trial = await PDFDocument.create();
  await copyInto(
    trial,
    sources,
    pages.filter(({ pdfPage }) => pdfPage !== null),
  );
  return (await trial.save()).length;
}

/** Copies pages of each source at once, so that what they share is kept once; in their order. */
async function copyInto(
  document: PDFDocument,
  sources: ReadonlyMap<Uint8Array, PDFDocument>,
  pages: readonly PageToBind[],
): Promise<Map<PageToBind, PDFPage>> {
  const copies = new Map<PageToBind, PDFPage>();
  for (const [bytes, source] of sources) {
    const own = pages.filter((page) => page.bytes === bytes);
    const numbers = own.map(({ pdfPage }) => pdfPage ?? 0);
    const copied = await document.copyPages(source, numbers);
    for (const [index, page] of own.entries()) {
      const copy = copied[index];
      if (copy !== undefined) copies.set(page, copy);
    }
  }
  return copies;
}

async function writeDocument(
  pages: readonly PageToBind[],
  pictures: readonly PagePicture[],
  sources: ReadonlyMap<Uint8Array, PDFDocument>,
  title: string,
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  document.setTitle(title, { showInWindowTitleBar: true });
  document.setLanguage('id-ID');
  document.setProducer('Loket SE');
  document.setCreator('Loket SE');
  const copies = await copyInto(document, sources, pages);
  let next = 0;
  for (const page of pages) {
    const copy = copies.get(page);
    if (copy !== undefined) {
      copy.setRotation(degrees((copy.getRotation().angle + page.edit.rotation) % 360));
      document.addPage(copy);
      continue;
    }
    const picture = pictures[next];
    next += 1;
    if (picture === undefined) throw new Error('page-lost');
    addPicture(document, await embed(document, picture), picture);
  }
  return new Uint8Array(await document.save());
}

function addPicture(document: PDFDocument, picture: PDFRef, inches: PagePicture): void {
  const width = inches.width * 72;
  const height = inches.height * 72;
  const page = document.addPage([width, height]);
  const name = page.node.newXObject('Scan', picture);
  page.node.addContentStream(
    document.context.register(
      document.context.flateStream(`q ${width} 0 0 ${height} 0 0 cm ${name.toString()} Do Q`),
    ),
  );
}

async function embed(document: PDFDocument, picture: PagePicture): Promise<PDFRef> {
  if (picture.kind === 'jpeg') {
    const image = await document.embedJpg(picture.bytes);
    return image.ref;
  }
  const { width, height } = picture.pixels;
  const dictionary = document.context.obj({
    Type: PDFName.of('XObject'),
    Subtype: PDFName.of('Image'),
    Width: width,
    Height: height,
    BitsPerComponent: 1,
    ColorSpace: PDFName.of('DeviceGray'),
    Filter: PDFName.of('FlateDecode'),
  });
  return document.context.register(PDFRawStream.of(dictionary, picture.bytes));
}
