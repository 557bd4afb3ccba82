import { PDFOperatorNames as Op, type PDFOperator } from 'pdf-lib';
import { assertNever } from '../../domain/assert-never';
import type { FontSet, OutlineStep } from '../font-set';
import { op } from './operator';

const GREY = 0.9;
/** Height of a capital as a share of the font size. */
const CAPITAL = 0.72;

/**
 * A word across the page, at `angle` degrees, its middle in the middle of the page. Drawn as
 * outlines: as text it would come out among the lines when a draft's text is copied.
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
  const place = (points: readonly number[]): readonly number[] =>
    points.map((_, index) => {
      const [x, y] = pointOf(points, index);
      return index % 2 === 0
        ? page.width / 2 + (x - half) * cos - (y - drop) * sin
        : page.height / 2 + (x - half) * sin + (y - drop) * cos;
    });
  let pen: readonly number[] = [0, 0];
  const path = fonts.outlineOf(word, 'bold').map((step) => {
    const operator = stepOperator(step, pen, place);
    if (step.args.length > 0) pen = step.args.slice(-2);
    return operator;
  });
  return [
    op(Op.NonStrokingColorGray, GREY),
    ...path,
    op(Op.FillNonZero),
    op(Op.NonStrokingColorGray, 0),
  ];
}

function pointOf(points: readonly number[], index: number): readonly [x: number, y: number] {
  const first = index - (index % 2);
  return [points[first] ?? 0, points[first + 1] ?? 0];
}

function stepOperator(
  { command, args }: OutlineStep,
  pen: readonly number[],
  place: (points: readonly number[]) => readonly number[],
): PDFOperator {
  switch (command) {
    case 'moveTo':
      return op(Op.MoveTo, ...place(args));
    case 'lineTo':
      return op(Op.LineTo, ...place(args));
    case 'quadraticCurveTo':
      return op(Op.AppendBezierCurve, ...place(cubic(pen, args)));
    case 'bezierCurveTo':
      return op(Op.AppendBezierCurve, ...place(args));
    case 'closePath':
      return op(Op.ClosePath);
    default:
      return assertNever(command);
  }
}

/** PDF has cubic curves only: the same curve with two control points. */
function cubic(pen: readonly number[], args: readonly number[]): readonly number[] {
  const [controlX, controlY] = pointOf(args, 0);
  const [endX, endY] = pointOf(args, 2);
  const [penX, penY] = pointOf(pen, 0);
  const toward = (from: number, to: number) => from + ((to - from) * 2) / 3;
  return [
    toward(penX, controlX),
    toward(penY, controlY),
    toward(endX, controlX),
    toward(endY, controlY),
    endX,
    endY,
  ];
}
