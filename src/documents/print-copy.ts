import { PDFArray, PDFDocument, PDFName, type PDFOperator, type PDFPage } from 'pdf-lib';
import type { FontSet } from './font-set';
import { madeLetter, refusedLetter, type LetterResult } from './letter-result';
import { embedFonts, pageFonts } from './pdf-parts';
import { markOperators } from './paint/page-operators';
import { decoration } from './paint/structure';
import { watermarkOperators } from './paint/watermark';
import { atBaseline, plain, setLines } from './layout/text-lines';

/** A stored paper on its way to a printer. */
export interface PaperToPrint {
  readonly bytes: Uint8Array;
  /** Every page of it says SALINAN. */
  readonly isCopy: boolean;
}

/** Letters are always Indonesian. */
const WORD = 'SALINAN';
const WORD_SIZE = 14;
/** Distance of the word from the edges of the page, in points: 10 mm, which printers reach. */
const FROM_EDGE = 28;
/** The id the names of the marks' fonts are made from; the same papers give the same bytes. */
const MARK_ID = '00000000-0000-0000-0000-000000000000';

/**
 * Papers as one PDF for the printer, in their order: copies say SALINAN on each page, across
 * it behind the text and in the upper right corner. What is stored is never changed: this is
 * another file, and the same papers always give the same bytes.
 */
export async function papersToPrint(
  papers: readonly PaperToPrint[],
  fonts: FontSet,
): Promise<LetterResult> {
  const [only] = papers;
  if (only === undefined) return refusedLetter({ code: 'renderer-failed', detail: 'papers' });
  const opened = await Promise.all(
    papers.map(async ({ bytes, isCopy }) => ({ document: await opening(bytes), isCopy })),
  );
  const document =
    opened.length === 1 && opened[0] !== undefined
      ? opened[0].document
      : await PDFDocument.create({ updateMetadata: false });
  const copies: PDFPage[] = [];
  for (const paper of opened) {
    const pages =
      paper.document === document ? document.getPages() : await addPages(document, paper.document);
    if (paper.isCopy) copies.push(...pages);
  }
  if (copies.length > 0) markCopies(document, copies, fonts);
  const options = { updateFieldAppearances: false, objectsPerTick: Infinity };
  return madeLetter(await document.save(options));
}

function opening(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false });
}

async function addPages(to: PDFDocument, from: PDFDocument): Promise<readonly PDFPage[]> {
  const pages = await to.copyPages(from, from.getPageIndices());
  return pages.map((page) => to.addPage(page));
}

function markCopies(document: PDFDocument, pages: readonly PDFPage[], fonts: FontSet): void {
  const embedded = embedFonts(document, fonts, ['bold'], MARK_ID);
  const style = { fonts, size: WORD_SIZE, spacing: 1 };
  for (const page of pages) {
    const { width, height } = page.getSize();
    const place = { x: FROM_EDGE, width: width - FROM_EDGE * 2, alignment: 'right' as const };
    const word = setLines(plain(WORD, true), style, place);
    const brush = {
      context: document.context,
      pageHeight: height,
      fontOf: pageFonts(embedded, page),
      pictureOf: () => null,
    };
    const corner = atBaseline(word, style, FROM_EDGE + WORD_SIZE / 2).flatMap((mark) =>
      markOperators(mark, brush),
    );
    page.pushOperators(...decoration(corner));
    const across = watermarkOperators(WORD, fonts, { width, height, size: 130, angle: 52 });
    putBehind(document, page, decoration(across));
  }
  for (const font of embedded.values()) font.finish();
}

/** Before everything else on the page, so that it hides no text. */
function putBehind(
  { context }: PDFDocument,
  page: PDFPage,
  operators: readonly PDFOperator[],
): void {
  const contents = page.node.lookup(PDFName.of('Contents'), PDFArray);
  contents.insert(0, context.register(context.contentStream([...operators])));
}
