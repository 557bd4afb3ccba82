import type { FolderLabel } from '../label-sheet';
import { millimetres } from '../letter-options';
import { lowered, type Mark } from './marks';
import { newTag, tagged, taggedLines } from './tags';
import { lineHeight, plain, setLines, type TextStyle } from './text-lines';
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
/** Lines of a long unit name that are shown; the rest is left out. */
const MOST_LINES = 3;
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
    { text: plain(label.registerNumber, true), size: 17, place: narrow },
    { text: plain(label.service), size: 9.5, place: narrow },
    { text: plain(label.received), size: 9.5, place: narrow },
    { text: plain(label.name, true), size: 11.5, place: narrow },
    { text: plain(label.unit), size: 9.5, place: inner },
  ];
  const marks: Mark[] = [{ kind: 'box', x, y, width: WIDTH, height: HEIGHT, lineWidth: 0.4 }];
  let top = y + PADDING;
  for (const { text, size, place } of parts) {
    const style: TextStyle = { fonts, size, spacing: 1.25 };
    const lines = setLines(text, style, place).slice(0, MOST_LINES);
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
