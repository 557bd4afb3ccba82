import type { FolderLabel } from '../label-sheet';
import { millimetres } from '../letter-options';
import { lowered, type Mark } from './marks';
import { newTag, tagged, taggedLines } from './tags';
import { lineHeight, plain, setLines, type TextPlace, type TextStyle } from './text-lines';
import type { FontSet } from '../font-set';

/** A4, two columns of four labels. */
export const LABEL_SHEET = {
  pageWidth: millimetres(210),
  pageHeight: millimetres(297),
  columns: 2,
  rows: 4,
} as const;
const MARGIN = millimetres(10);
const PADDING = millimetres(4);
/** Lines of a name and of a unit that have room; of a longer one the end is left out, with "…". */
const MOST_LINES = 5;
const QR_SIDE = millimetres(22);
/** Read aloud in the place of the code. */
const QR_WORDS = 'Kode QR berisi nomor pengenal permohonan ini';

const WIDTH = (LABEL_SHEET.pageWidth - MARGIN * 2) / LABEL_SHEET.columns;
const HEIGHT = (LABEL_SHEET.pageHeight - MARGIN * 2) / LABEL_SHEET.rows;

/** Labels on one sheet. */
export const LABELS_A_SHEET = LABEL_SHEET.columns * LABEL_SHEET.rows;

/** The label at its place on the sheet, counted from 0 in reading order; pure. */
export function labelLayout(label: FolderLabel, index: number, fonts: FontSet): readonly Mark[] {
  const x = MARGIN + (index % LABEL_SHEET.columns) * WIDTH;
  const y = MARGIN + Math.floor(index / LABEL_SHEET.columns) * HEIGHT;
  const inner = { x: x + PADDING, width: WIDTH - PADDING * 2 };
  const narrow = { ...inner, width: inner.width - QR_SIDE - PADDING };
  const parts = [
    { text: label.registerNumber, bold: true, size: 17, place: narrow },
    { text: label.service, bold: false, size: 9.5, place: narrow },
    { text: label.received, bold: false, size: 9.5, place: narrow },
    { text: label.name, bold: true, size: 11.5, place: narrow },
    { text: label.unit, bold: false, size: 9.5, place: inner },
  ];
  const marks: Mark[] = [{ kind: 'box', x, y, width: WIDTH, height: HEIGHT, lineWidth: 0.4 }];
  let top = y + PADDING;
  for (const { text, bold, size, place } of parts) {
    const style: TextStyle = { fonts, size, spacing: 1.25 };
    const lines = linesOf(text, bold, style, place);
    for (const line of taggedLines(lines, newTag('P', null))) {
      marks.push(...line.map((mark) => lowered(mark, top)));
      top += lineHeight(style);
    }
    top += 2;
  }
  const at = { x: x + WIDTH - PADDING - QR_SIDE, y: y + PADDING, side: QR_SIDE };
  const code: Mark = { kind: 'qr', text: `loket-se:${label.requestId}`, ...at };
  return [...marks, ...tagged([code], newTag('Figure', null, { alt: QR_WORDS }))];
}

/** The lines of a text, cut at a word where there are more than have room. */
function linesOf(text: string, bold: boolean, style: TextStyle, place: TextPlace) {
  const whole = setLines(plain(text, bold), style, place);
  if (whole.length <= MOST_LINES) return whole;
  const words = text.split(' ');
  for (let count = words.length - 1; count > 0; count -= 1) {
    const cut = setLines(plain(`${words.slice(0, count).join(' ')} …`, bold), style, place);
    if (cut.length <= MOST_LINES) return cut;
  }
  return whole.slice(0, MOST_LINES);
}
