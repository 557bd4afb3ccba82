import { PDFDocument, rgb, type PDFPage } from 'pdf-lib';
import { embedFont } from '../../src/documents/fonts/embedded-font';
import { atBaseline, plain, setLines } from '../../src/documents/layout/text-lines';
import { markOperators } from '../../src/documents/paint/page-operators';
import type { FontSet } from '../../src/documents/font-set';
import type { LetterResult } from '../../src/documents/letter-result';
import { renderLetter } from '../../src/documents/render-letter';
import { installedCases, specialCases } from '../helpers/letter-cases';
import { batchCases } from '../helpers/batch-cases';
import { readFonts } from '../helpers/letters';

/** Columns of the sheet, points between its papers, and their width. */
const COLUMNS = 6;
const GAP = 18;
const PAPER_WIDTH = 190;
const LABEL = 22;
const A4 = { width: 595.28, height: 841.89 };

interface MadePaper {
  readonly title: string;
  readonly bytes: Uint8Array;
  /** Of its first page, points. */
  readonly size: { readonly width: number; readonly height: number };
}

/** Every paper the program makes: letters, what offices make of them, lists, labels, the chart. */
async function allPapers(fonts: FontSet): Promise<readonly MadePaper[]> {
  const letters = [...installedCases, ...specialCases].map(async ({ title, content, options }) =>
    madePaper(title, await renderLetter(content, { fonts }, options)),
  );
  const others = batchCases.map(async ({ title, render }) =>
    madePaper(title, await render({ fonts })),
  );
  return Promise.all([...letters, ...others]);
}

async function madePaper(title: string, made: LetterResult): Promise<MadePaper> {
  if (!made.ok) throw new Error(`${title}: ${made.error.code}`);
  const document = await PDFDocument.load(made.value, { updateMetadata: false });
  return { title, bytes: made.value, size: document.getPage(0).getSize() };
}

/** The first page of every paper side by side, each with its name, as one PDF page. */
export async function letterSheet(fontsFolder: string): Promise<Uint8Array> {
  const fonts = readFonts(fontsFolder);
  const sheet = await PDFDocument.create({ updateMetadata: false });
  const papers = await allPapers(fonts);
  const scale = PAPER_WIDTH / A4.width;
  const tallest = Math.max(...papers.map(({ size }) => size.height));
  const cell = { width: PAPER_WIDTH + GAP, height: tallest * scale + LABEL + GAP };
  const rows = Math.ceil(papers.length / COLUMNS);
  const page = sheet.addPage([COLUMNS * cell.width + GAP, rows * cell.height + GAP]);
  const font = embedFont(sheet.context, fonts, 'regular', 'LEMBAR');
  const key = page.node.newFontDictionary('Huruf', font.ref);
  page.drawRectangle({ ...page.getSize(), x: 0, y: 0, color: rgb(0.93, 0.94, 0.95) });
  for (const [index, { title, bytes, size }] of papers.entries()) {
    const x = GAP + (index % COLUMNS) * cell.width;
    const top = GAP + Math.floor(index / COLUMNS) * cell.height;
    await drawPaper(sheet, page, bytes, {
      x,
      top,
      scale: PAPER_WIDTH / Math.max(A4.width, size.width),
    });
    const style = { fonts, size: 8, spacing: 1.2 };
    const lines = setLines(plain(title), style, { x, width: PAPER_WIDTH });
    const brush = {
      context: sheet.context,
      pageHeight: page.getHeight(),
      fontOf: () => ({ font, key }),
      pictureOf: () => null,
    };
    const height = (size.height * PAPER_WIDTH) / Math.max(A4.width, size.width);
    const baseline = top + height + 12;
    const marks = atBaseline(lines, style, baseline);
    page.pushOperators(...marks.flatMap((mark) => markOperators(mark, brush)));
  }
  font.finish();
  return sheet.save({ updateFieldAppearances: false });
}

async function drawPaper(
  sheet: PDFDocument,
  page: PDFPage,
  bytes: Uint8Array,
  { x, top, scale }: { readonly x: number; readonly top: number; readonly scale: number },
): Promise<void> {
  const [paper] = await sheet.embedPdf(bytes, [0]);
  if (!paper) throw new Error('no page');
  const [width, height] = [paper.width * scale, paper.height * scale];
  const y = page.getHeight() - top - height;
  page.drawRectangle({ x, y, width, height, color: rgb(1, 1, 1) });
  page.drawPage(paper, { x, y, width, height });
}
