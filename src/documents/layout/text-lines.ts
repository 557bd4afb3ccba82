import type { LetterText } from '../../domain/letters/letter-content';
import type { FontSet } from '../font-set';
import { breakLines, type BrokenLine } from './break-lines';
import type { FlowElement } from './flow';
import type { Mark, TextSpan } from './marks';

/** Ascent and descent of Liberation Sans, per point of size. */
const ASCENT = 0.905;
const DESCENT = 0.212;
/** A last word or two pulled across the whole line looks worse than a ragged line. */
const LEAST_FILL_TO_JUSTIFY = 0.72;

export type Alignment = 'left' | 'right' | 'centre' | 'justified';

export interface TextStyle {
  readonly fonts: FontSet;
  readonly size: number;
  /** Height of a line as a multiple of the size. */
  readonly spacing: number;
}

export interface TextPlace {
  readonly x: number;
  readonly width: number;
  readonly alignment?: Alignment;
  /** Of the first line. */
  readonly indent?: number;
  readonly underlined?: boolean;
  readonly grey?: number;
}

export function lineHeight({ size, spacing }: TextStyle): number {
  return size * spacing;
}

/** A text without marks of type. */
export function plain(text: string, bold = false): LetterText {
  return [{ text, bold, italic: false }];
}

/** The text in bold type. */
export function emboldened(text: LetterText): LetterText {
  return text.map((run) => ({ ...run, bold: true }));
}

/** Width of the text on one line, points. */
export function textWidth(text: LetterText, { fonts, size }: TextStyle): number {
  return Math.max(...breakLines(text, { fonts, size }, Infinity).map(({ width }) => width));
}

/**
 * The lines of a text, one mark list each, measured from the top of its own line. An empty
 * text has one empty line.
 */
export function setLines(
  text: LetterText,
  style: TextStyle,
  place: TextPlace,
): readonly (readonly Mark[])[] {
  const indent = place.indent ?? 0;
  const broken = breakLines(text, style, place.width, place.width - indent);
  return broken.map((line, index) => {
    const shift = index === 0 ? indent : 0;
    return lineMarks(line, style, { ...place, x: place.x + shift, width: place.width - shift });
  });
}

function lineMarks(line: BrokenLine, style: TextStyle, place: TextPlace): readonly Mark[] {
  if (line.pieces.length === 0) return [];
  const room = place.width - line.width;
  const alignment = place.alignment ?? 'left';
  const filled = line.width >= place.width * LEAST_FILL_TO_JUSTIFY;
  const justify = alignment === 'justified' && !line.ends && line.spaces > 0 && filled;
  const gap = justify ? room / line.spaces : 0;
  const shift = alignment === 'right' ? room : alignment === 'centre' ? room / 2 : 0;
  const spare = lineHeight(style) - (ASCENT + DESCENT) * style.size;
  return [
    {
      kind: 'text',
      spans: spansOf(line, place.x + shift, gap),
      y: spare / 2 + ASCENT * style.size,
      size: style.size,
      gap,
      underlined: place.underlined ?? false,
      grey: place.grey ?? 0,
    },
  ];
}

/** Neighbouring pieces of one style as one span. */
function spansOf(line: BrokenLine, start: number, gap: number): readonly TextSpan[] {
  const spans: TextSpan[] = [];
  let x = start;
  for (const { text, style, width } of line.pieces) {
    const advance = width + (text === ' ' ? gap : 0);
    const last = spans.at(-1);
    if (last?.style === style) {
      spans[spans.length - 1] = { ...last, text: last.text + text, width: last.width + advance };
    } else {
      spans.push({ text, style, x, width: advance });
    }
    x += advance;
  }
  return spans;
}

/** Lines as flow strips that leave no single line behind or ahead of a page break. */
export function linesAsFlow(
  lines: readonly (readonly Mark[])[],
  style: TextStyle,
): readonly FlowElement[] {
  return lines.map((marks, index) => ({
    height: lineHeight(style),
    marks,
    keepWithNext: index < lines.length - 1 && (index === 0 || index === lines.length - 2),
    spaceBefore: 0,
  }));
}

/** The lines with the first one's baseline there, the others below it. */
export function atBaseline(
  lines: readonly (readonly Mark[])[],
  style: TextStyle,
  baseline: number,
): readonly Mark[] {
  const height = lineHeight(style);
  return lines.flatMap((marks, index) =>
    marks.map((mark) => (mark.kind === 'text' ? { ...mark, y: baseline + index * height } : mark)),
  );
}

/** Lines one under another as one list of marks, from `top` on. */
export function stacked(
  lines: readonly (readonly Mark[])[],
  style: TextStyle,
  top = 0,
): readonly Mark[] {
  const height = lineHeight(style);
  return lines.flatMap((marks, index) =>
    marks.map((mark) =>
      mark.kind === 'text' ? { ...mark, y: mark.y + top + index * height } : mark,
    ),
  );
}
