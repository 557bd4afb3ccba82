import { PDFOperatorNames as Op, type PDFOperator } from 'pdf-lib';
import { assertNever } from '../../domain/assert-never';
import type { FontSet } from '../font-set';
import type { OutlineStep, Point } from '../fonts/outline';
import { op } from './operator';

const GREY = 0.9;
/** Height of a capital as a share of the font size. */
const CAPITAL = 0.72;

/**
 * A word of plain capitals across the page, at `angle` degrees, its middle in the middle of the
 * page. Drawn as outlines: as text it would come out among the lines when a draft's text is
 * copied.
 */
export function watermarkOperators(
  word: string,
  fonts: FontSet,
  page: {
    readonly width: number;
    readonly height: number;
    readonly size: number;
    readonly angle: number;
  },
): readonly PDFOperator[] {
  const turn = (page.angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn) * page.size, Math.sin(turn) * page.size];
  const half = fonts.widthOf(word, 'bold') / 2;
  const drop = CAPITAL / 2;
  const place = ([x, y]: Point): Point => [
    page.width / 2 + (x - half) * cos - (y - drop) * sin,
    page.height / 2 + (x - half) * sin + (y - drop) * cos,
  ];
  let pen: Point = [0, 0];
  const path = fonts.outlineOf(word, 'bold').map((step) => {
    const operator = stepOperator(step, pen, place);
    if (step.kind !== 'close') pen = step.to;
    return operator;
  });
  return [
    op(Op.NonStrokingColorGray, GREY),
    ...path,
    op(Op.FillNonZero),
    op(Op.NonStrokingColorGray, 0),
  ];
}

function stepOperator(step: OutlineStep, pen: Point, place: (point: Point) => Point): PDFOperator {
  switch (step.kind) {
    case 'move':
      return op(Op.MoveTo, ...place(step.to));
    case 'line':
      return op(Op.LineTo, ...place(step.to));
    case 'curve': {
      // PDF has curves with two control points only: the same curve, two thirds of the way.
      const near = place(between(pen, step.control));
      const far = place(between(step.to, step.control));
      return op(Op.AppendBezierCurve, ...near, ...far, ...place(step.to));
    }
    case 'close':
      return op(Op.ClosePath);
    default:
      return assertNever(step);
  }
}

function between(from: Point, to: Point): Point {
  return [from[0] + ((to[0] - from[0]) * 2) / 3, from[1] + ((to[1] - from[1]) * 2) / 3];
}
