import type { FontSet } from '../font-set';
import type { LetterPaper } from '../../domain/letters/letter-paper';
import { millimetres } from '../letter-options';
import type { TextStyle } from './text-lines';

/** Side of the QR code at the foot of each page, and its distance from the paper's edge. */
export const QR_SIDE = millimetres(18);
const QR_FROM_EDGE = millimetres(9);

/** The part of a page that text may fill, points from the top left corner. */
export interface PageFrame {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly top: number;
  /** Top of the text on later pages, under the page number. */
  readonly laterTop: number;
  readonly bottom: number;
  /** Top of what stands at the foot of every page. */
  readonly footTop: number;
  readonly body: TextStyle;
  /** White space between two parts of the text. */
  readonly paragraphSpacing: number;
  readonly justified: boolean;
}

/** null when the margins leave no room to write: less than 80 mm across or 100 mm down. */
export function pageFrame(paper: LetterPaper, fonts: FontSet): PageFrame | null {
  const { margins, fontSize, lineSpacing, paragraphSpacing, justified } = paper;
  const pageWidth = millimetres(paper.width);
  const pageHeight = millimetres(paper.height);
  const left = millimetres(margins.left);
  const right = pageWidth - millimetres(margins.right);
  const top = millimetres(margins.top);
  const footTop = pageHeight - QR_FROM_EDGE - QR_SIDE;
  const bottom = Math.min(pageHeight - millimetres(margins.bottom), footTop - millimetres(5));
  if (right - left < millimetres(80) || bottom - top < millimetres(100)) return null;
  const body = { fonts, size: fontSize, spacing: lineSpacing };
  const laterTop = top + fontSize * 2.5;
  const edges = { left, right, width: right - left, top, laterTop, bottom, footTop };
  return { pageWidth, pageHeight, ...edges, body, paragraphSpacing, justified };
}

/** The same page with a left margin as narrow as the right one, for a form in a box. */
export function widened(frame: PageFrame): PageFrame {
  const left = Math.min(frame.left, frame.pageWidth - frame.right);
  return { ...frame, left, width: frame.right - left };
}

export interface LogoSize {
  readonly width: number;
  readonly height: number;
}
