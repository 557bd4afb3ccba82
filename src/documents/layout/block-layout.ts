import { assertNever } from '../../domain/assert-never';
import type {
  LetterBlock,
  LetterRow,
  LetterRun,
  LetterText,
} from '../../domain/letters/letter-content';
import { millimetres } from '../letter-options';
import { spaced, type FlowElement } from './flow';
import type { Mark } from './marks';
import type { PageFrame } from './page-frame';
import { cellLines, newTag, taggedLines } from './tags';
import { ticks } from './ticks-layout';
import { linesAsFlow, plain, setLines, textWidth, type TextStyle } from './text-lines';

const FIRST_LINE_INDENT = millimetres(12.5);
const COLON_GAP = 5;
/** A label takes at most this share of its row; a longer one wraps. */
const WIDEST_LABEL = 0.42;

/**
 * A block of the body as strips, with the white space that parts it from the one before. The
 * colons of all tables of a letter stand under one another, so `allRows` are those of them all.
 */
export function blockLayout(
  block: LetterBlock,
  frame: PageFrame,
  allRows: readonly LetterRow[],
): readonly FlowElement[] {
  const space = frame.paragraphSpacing;
  switch (block.kind) {
    case 'paragraph':
      return spaced(paragraph(block.text, block.indented, frame), space);
    case 'table': {
      const x = frame.left + FIRST_LINE_INDENT;
      return spaced(
        rowsLayout(block.rows, frame.body, { x, width: frame.right - x }, allRows),
        space,
      );
    }
    case 'choices': {
      const place = { x: frame.left + FIRST_LINE_INDENT, width: frame.width - FIRST_LINE_INDENT };
      const list = newTag('L');
      const strips = block.items.map((item) => ({
        ...ticks([item], frame.body, place, list),
        keepWithNext: true,
        spaceBefore: 0,
      }));
      return spaced(strips, space);
    }
    case 'list':
      return spaced(listLayout(block.items, frame.body, frame), space);
    default:
      return assertNever(block);
  }
}

function paragraph(text: LetterText, indented: boolean, frame: PageFrame): readonly FlowElement[] {
  const place = {
    x: frame.left,
    width: frame.width,
    alignment: frame.justified ? ('justified' as const) : ('left' as const),
    indent: indented ? FIRST_LINE_INDENT : 0,
  };
  return splitParagraphs(text).flatMap((part, index) =>
    spaced(
      linesAsFlow(taggedLines(setLines(part, frame.body, place), newTag('P')), frame.body),
      index === 0 ? 0 : frame.body.size * 0.3,
    ),
  );
}

/** A line break typed into a note starts a paragraph of its own; blank lines are dropped. */
function splitParagraphs(text: LetterText): readonly LetterText[] {
  const parts: LetterRun[][] = [[]];
  for (const run of text) {
    run.text.split('\n').forEach((line, index) => {
      if (index > 0) parts.push([]);
      if (line !== '') parts.at(-1)?.push({ ...run, text: line });
    });
  }
  return parts.filter((part, index) => part.length > 0 || (index === 0 && parts.length === 1));
}

/**
 * Rows "label : value" with one colon column; what does not fit its column wraps within it.
 * A row of up to four lines is not parted by a page break.
 */
export function rowsLayout(
  rows: readonly LetterRow[],
  style: TextStyle,
  { x, width }: { readonly x: number; readonly width: number },
  alignedRows: readonly LetterRow[] = rows,
): readonly FlowElement[] {
  const labelWidth = labelColumn(alignedRows, style, width);
  const colonX = x + labelWidth + COLON_GAP;
  const valueX = x + valueOffset(alignedRows, style, width);
  const table = newTag('Table');
  return rows.flatMap(({ label, text }) => {
    const row = newTag('TR', table);
    const head = newTag('TH', row, { scope: 'Row' });
    const labels = setLines(label, style, { x, width: labelWidth + 0.5 });
    const colon = setLines(plain(':'), style, { x: colonX, width: COLON_GAP * 2 });
    const values = setLines(text, style, { x: valueX, width: x + width - valueX });
    const columns = [
      taggedLines(labels, head, true),
      taggedLines(colon, head),
      cellLines(values, newTag('TD', row)),
    ];
    return rowStrips(sideBySide(columns), style);
  });
}

/** Distance of the values of `rowsLayout` from the left of their rows. */
export function valueOffset(rows: readonly LetterRow[], style: TextStyle, width: number): number {
  return labelColumn(rows, style, width) + textWidth(plain(':'), style) + COLON_GAP * 2;
}

function labelColumn(rows: readonly LetterRow[], style: TextStyle, width: number): number {
  const widest = Math.max(...rows.map(({ label }) => textWidth(label, style)));
  return Math.min(widest, width * WIDEST_LABEL);
}

function rowStrips(lines: readonly (readonly Mark[])[], style: TextStyle): readonly FlowElement[] {
  const strips = linesAsFlow(lines, style);
  if (lines.length > 4) return strips;
  return strips.map((strip, index) => ({ ...strip, keepWithNext: index < lines.length - 1 }));
}

/** Numbered lines "1." with a hanging indent. */
export function listLayout(
  items: readonly LetterText[],
  style: TextStyle,
  { left, right }: { readonly left: number; readonly right: number },
): readonly FlowElement[] {
  const hang = textWidth(plain('10. '), style);
  const list = newTag('L');
  return items.flatMap((item, index) => {
    const entry = newTag('LI', list);
    const number = setLines(plain(`${String(index + 1)}.`), style, { x: left, width: hang });
    const lines = setLines(item, style, { x: left + hang, width: right - left - hang });
    const columns = [
      taggedLines(number, newTag('Lbl', entry)),
      taggedLines(lines, newTag('LBody', entry)),
    ];
    return rowStrips(sideBySide(columns), style);
  });
}

/** Columns of lines as lines. */
export function sideBySide(
  columns: readonly (readonly (readonly Mark[])[])[],
): readonly (readonly Mark[])[] {
  const count = Math.max(...columns.map((column) => column.length));
  return Array.from({ length: count }, (_, index) =>
    columns.flatMap((column) => column[index] ?? []),
  );
}
