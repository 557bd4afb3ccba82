import { PDFDocument, rgb, type PDFPage } from 'pdf-lib';
import { embedFont } from '../../src/documents/fonts/embedded-font';
import { atBaseline, plain, setLines } from '../../src/documents/layout/text-lines';
import { markOperators } from '../../src/documents/paint/page-operators';
import { renderLetter } from '../../src/documents/render-letter';
import { installedCases, specialCases } from '../helpers/letter-cases';
import { readFonts } from '../helpers/letters';

/** Columns of the sheet, points between its papers, and their width. */
const COLUMNS = 6;
const GAP = 18;
const PAPER_WIDTH = 190;
const LABEL = 22;
const A4 = { width: 595.28, height: 841.89 };

/** The first page of every paper side by side, each with its name, as one PDF page. */
export async function letterSheet(fontsFolder: string): Promise<Uint8Array> {
  const fonts = readFonts(fontsFolder);
  const sheet = await PDFDocument.create({ updateMetadata: false });
  const cases = [...installedCases, ...specialCases];
  const scale = PAPER_WIDTH / A4.width;
  const tallest = Math.max(...cases.map(({ options }) => (options.paper.height * 72) / 25.4));
  const cell = { width: PAPER_WIDTH + GAP, height: tallest * scale + LABEL + GAP };
  const rows = Math.ceil(cases.length / COLUMNS);
  const page = sheet.addPage([COLUMNS * cell.width + GAP, rows * cell.height + GAP]);
  const font = embedFont(sheet.context, fonts, 'regular', 'LEMBAR');
  const key = page.node.newFontDictionary('Huruf', font.ref);
  page.drawRectangle({ ...page.getSize(), x: 0, y: 0, color: rgb(0.93, 0.94, 0.95) });
  for (const [index, { title, content, options }] of cases.entries()) {
    const made = await renderLetter(content, { fonts }, options);
    if (!made.ok) throw new Error(`${title}: ${made.error.code}`);
    const x = GAP + (index % COLUMNS) * cell.width;
    const top = GAP + Math.floor(index / COLUMNS) * cell.height;
    await drawPaper(sheet, page, made.value, { x, top, scale });
    const style = { fonts, size: 8, spacing: 1.2 };
    const lines = setLines(plain(title), style, { x, width: PAPER_WIDTH });
    const brush = {
      context: sheet.context,
      pageHeight: page.getHeight(),
      fontOf: () => ({ font, key }),
      pictureOf: () => null,
    };
    const baseline = top + ((options.paper.height * 72) / 25.4) * scale + 12;
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
