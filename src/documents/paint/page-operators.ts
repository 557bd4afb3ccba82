import {
  PDFArray,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFOperatorNames as Op,
  type PDFContext,
} from 'pdf-lib';
import { assertNever } from '../../domain/assert-never';
import type { FontStyle } from '../font-set';
import type { EmbeddedFont } from '../fonts/embedded-font';
import { op, rounded } from './operator';
import { shapeOperators } from './shape-operators';
import type { Mark, PictureName, TextSpan } from '../layout/marks';
import { qrRectangles } from './qr-squares';

/** A font as a page knows it. */
export interface PageFont {
  readonly font: EmbeddedFont;
  readonly key: PDFName;
}

export interface Brush {
  readonly context: PDFContext;
  readonly pageHeight: number;
  readonly fontOf: (style: FontStyle) => PageFont;
  /** A picture as the page knows it; null for one the paper does not have. */
  readonly pictureOf: (name: PictureName) => PDFName | null;
}

type TextMark = Extract<Mark, { kind: 'text' }>;
type LineMark = Extract<Mark, { kind: 'line' }>;

/** A mark as PDF operators: the only place where the y axis turns upward. */
export function markOperators(mark: Mark, brush: Brush): readonly PDFOperator[] {
  switch (mark.kind) {
    case 'text':
      return textOperators(mark, brush);
    case 'line':
      return strokeLine(mark, brush.pageHeight);
    case 'box': {
      const { x, y, width, height, lineWidth } = mark;
      return [
        op(Op.SetLineWidth, lineWidth),
        op(Op.AppendRectangle, x, brush.pageHeight - y - height, width, height),
        op(Op.StrokePath),
      ];
    }
    case 'shape':
    case 'capsule':
      return shapeOperators(mark, brush.pageHeight);
    case 'picture': {
      const key = brush.pictureOf(mark.of);
      if (key === null) return [];
      const { x, y, width, height } = mark;
      return [
        op(Op.PushGraphicsState),
        op(Op.ConcatTransformationMatrix, width, 0, 0, height, x, brush.pageHeight - y - height),
        PDFOperator.of(Op.DrawObject, [key]),
        op(Op.PopGraphicsState),
      ];
    }
    case 'qr':
      return qrOperators(mark, brush.pageHeight);
    case 'blank':
    case 'signing-place':
      return [];
    default:
      return assertNever(mark);
  }
}

function textOperators(mark: TextMark, brush: Brush): readonly PDFOperator[] {
  const y = brush.pageHeight - mark.y;
  const operators = [op(Op.BeginText), op(Op.NonStrokingColorGray, mark.grey)];
  for (const span of mark.spans) {
    const { font, key } = brush.fontOf(span.style);
    operators.push(
      PDFOperator.of(Op.SetFontAndSize, [key, PDFNumber.of(mark.size)]),
      op(Op.SetTextMatrix, 1, 0, 0, 1, span.x, y),
      showSpan(span, mark, font, brush.context),
    );
  }
  operators.push(op(Op.EndText), op(Op.NonStrokingColorGray, 0));
  if (mark.underlined) operators.push(...underline(mark, y));
  return operators;
}

/** Justified text widens its spaces inside TJ: word spacing does not work for these fonts. */
function showSpan(
  { text }: TextSpan,
  { gap, size }: TextMark,
  font: EmbeddedFont,
  context: PDFContext,
): PDFOperator {
  if (gap === 0) return PDFOperator.of(Op.ShowText, [font.encode(text)]);
  const parts = PDFArray.withContext(context);
  for (const part of text.split(/(?<= )/)) {
    parts.push(font.encode(part));
    if (part.endsWith(' ')) parts.push(PDFNumber.of(rounded((-gap / size) * 1000)));
  }
  return PDFOperator.of(Op.ShowTextAdjusted, [parts]);
}

function underline({ spans, size }: TextMark, y: number): readonly PDFOperator[] {
  const first = spans[0];
  const last = spans.at(-1);
  if (!first || !last) return [];
  const below = y - size * 0.12;
  return [
    op(Op.SetLineWidth, size * 0.06),
    op(Op.MoveTo, first.x, below),
    op(Op.LineTo, last.x + last.width, below),
    op(Op.StrokePath),
  ];
}

function strokeLine(mark: LineMark, pageHeight: number): readonly PDFOperator[] {
  const { x1, y1, x2, y2, width } = mark;
  const path = [
    op(Op.SetLineWidth, width),
    op(Op.MoveTo, x1, pageHeight - y1),
    op(Op.LineTo, x2, pageHeight - y2),
    op(Op.StrokePath),
  ];
  if (mark.grey !== undefined) {
    return [op(Op.StrokingColorGray, mark.grey), ...path, op(Op.StrokingColorGray, 0)];
  }
  if (!mark.dotted) return path;
  return [
    op(Op.PushGraphicsState),
    op(Op.SetLineCapStyle, 1),
    dots(),
    ...path,
    op(Op.PopGraphicsState),
  ];
}

function dots(): PDFOperator {
  return PDFOperator.of(Op.SetLineDashPattern, ['[0 2.6]', PDFNumber.of(0)]);
}

/** A QR code in one fill. */
function qrOperators(
  { text, x, y, side }: Extract<Mark, { kind: 'qr' }>,
  pageHeight: number,
): readonly PDFOperator[] {
  const { modules, rectangles } = qrRectangles(text);
  const unit = side / modules;
  const squares = rectangles.map((one) =>
    op(
      Op.AppendRectangle,
      x + one.x * unit,
      pageHeight - y - (one.y + 1) * unit,
      one.width * unit,
      unit,
    ),
  );
  return [op(Op.NonStrokingColorGray, 0), ...squares, op(Op.FillNonZero)];
}
