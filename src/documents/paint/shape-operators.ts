import { PDFOperatorNames as Op, type PDFOperator } from 'pdf-lib';
import type { Mark } from '../layout/marks';
import { op } from './operator';

type ShapeMark = Extract<Mark, { kind: 'shape' | 'capsule' }>;

/** Distance of a quarter circle's control points, in radii. */
const KAPPA = 0.5523;

/** A closed shape, filled and outlined as its mark says; the colour is black again after it. */
export function shapeOperators(mark: ShapeMark, pageHeight: number): readonly PDFOperator[] {
  const { fill, lineWidth } = mark;
  if (fill === null && lineWidth === 0) return [];
  const path = mark.kind === 'shape' ? shapePath(mark, pageHeight) : capsulePath(mark, pageHeight);
  const paint =
    fill === null ? Op.StrokePath : lineWidth === 0 ? Op.FillNonZero : Op.FillNonZeroAndStroke;
  return [
    ...(fill === null ? [] : [op(Op.NonStrokingColorGray, fill)]),
    op(Op.SetLineWidth, lineWidth),
    ...path,
    op(paint),
    ...(fill === null ? [] : [op(Op.NonStrokingColorGray, 0)]),
  ];
}

function shapePath(
  { points }: Extract<ShapeMark, { kind: 'shape' }>,
  pageHeight: number,
): readonly PDFOperator[] {
  const corners = points.map(([x, y], index) =>
    op(index === 0 ? Op.MoveTo : Op.LineTo, x, pageHeight - y),
  );
  return [...corners, op(Op.ClosePath)];
}

function capsulePath(
  { x, y, width, height }: Extract<ShapeMark, { kind: 'capsule' }>,
  pageHeight: number,
): readonly PDFOperator[] {
  const radius = Math.min(width, height) / 2;
  const away = radius * KAPPA;
  const [top, bottom, middle] = [
    pageHeight - y,
    pageHeight - y - height,
    pageHeight - y - height / 2,
  ];
  const [left, right] = [x, x + width];
  return [
    op(Op.MoveTo, left + radius, top),
    op(Op.LineTo, right - radius, top),
    op(Op.AppendBezierCurve, right - radius + away, top, right, middle + away, right, middle),
    op(
      Op.AppendBezierCurve,
      right,
      middle - away,
      right - radius + away,
      bottom,
      right - radius,
      bottom,
    ),
    op(Op.LineTo, left + radius, bottom),
    op(Op.AppendBezierCurve, left + radius - away, bottom, left, middle - away, left, middle),
    op(Op.AppendBezierCurve, left, middle + away, left + radius - away, top, left + radius, top),
    op(Op.ClosePath),
  ];
}
