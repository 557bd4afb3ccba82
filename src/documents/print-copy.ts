import { PDFArray, PDFDocument, PDFName, type PDFPage } from 'pdf-lib';
import type { FontSet } from './font-set';
import { madeLetter, refusedLetter, type LetterResult } from './letter-result';
import { embedFonts } from './pdf-parts';
import { watermarkOperators } from './paint/watermark';

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
  if (copies.length > 0) await markCopies(document, copies, fonts);
  return madeLetter(await document.save({ updateFieldAppearances: false }));
}

function opening(bytes: Uint8Array): Promise<PDFDocument> {
  return PDFDocument.load(bytes, { updateMetadata: false });
}

async function addPages(to: PDFDocument, from: PDFDocument): Promise<readonly PDFPage[]> {
  const pages = await to.copyPages(from, from.getPageIndices());
  return pages.map((page) => to.addPage(page));
}

async function markCopies(
  document: PDFDocument,
  pages: readonly PDFPage[],
  fonts: FontSet,
): Promise<void> {
  const font = (await embedFonts(document, fonts, ['bold'], MARK_ID)).get('bold');
  if (font === undefined) throw new Error('The font was not embedded');
  for (const page of pages) {
    const { width, height } = page.getSize();
    const x = width - FROM_EDGE - font.widthOfTextAtSize(WORD, WORD_SIZE);
    page.drawText(WORD, { x, y: height - FROM_EDGE - WORD_SIZE / 2, size: WORD_SIZE, font });
    const across = watermarkOperators(WORD, fonts, { width, height, size: 130, angle: 52 });
    putBehind(document, page, across);
  }
}

/** Before everything else on the page, so that it hides no text. */
function putBehind(
  { context }: PDFDocument,
  page: PDFPage,
  operators: ReturnType<typeof watermarkOperators>,
): void {
  const contents = page.node.lookup(PDFName.of('Contents'), PDFArray);
  contents.insert(0, context.register(context.contentStream([...operators])));
}
