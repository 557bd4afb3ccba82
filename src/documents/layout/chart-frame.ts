import type { FontSet } from '../font-set';
import type { ChartPaper } from '../chart-content';
import { millimetres } from '../letter-options';
import type { TextStyle } from './text-lines';

/** Room for the line at the foot of each page. */
const FOOT = 18;

/** A lying page of a chart, points from its top left corner. */
export interface ChartFrame {
  readonly pageWidth: number;
  readonly pageHeight: number;
  readonly left: number;
  readonly right: number;
  readonly width: number;
  readonly top: number;
  readonly bottom: number;
  readonly text: TextStyle;
}

/** null when the margins leave no room: less than 150 mm across or 100 mm down. */
export function chartFrame(paper: ChartPaper, fonts: FontSet): ChartFrame | null {
  const pageWidth = millimetres(paper.width);
  const pageHeight = millimetres(paper.height);
  const margin = millimetres(paper.margin);
  const width = pageWidth - margin * 2;
  const bottom = pageHeight - margin - FOOT;
  if (width < millimetres(150) || bottom - margin < millimetres(100)) return null;
  const text = { fonts, size: 8, spacing: 1.2 };
  return {
    pageWidth,
    pageHeight,
    left: margin,
    right: margin + width,
    width,
    top: margin,
    bottom,
    text,
  };
}
