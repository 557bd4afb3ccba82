import type { DispositionContent, LetterText } from '../../domain/letters/letter-content';
import { rowsLayout, valueOffset } from './block-layout';
import { flowHeight, paginate, type FlowElement } from './flow';
import { boxedIn, dotted, lowered, ruled } from './marks';
import type { PageFrame } from './page-frame';
import type { Seal } from './electronic-block';
import { SIGNING_ROOM, signatureBlock } from './signature-layout';
import { cellLines, newTag, taggedLines, type Tag } from './tags';
import { emboldened, lineHeight, plain, setLines, stacked, type TextStyle } from './text-lines';
import { ticks, type Cell, type Place } from './ticks-layout';

const PADDING = 6;
/** Room for handwriting: between dotted lines, and in a row of the chain. */
const WRITING_LINE = 22;
const CHAIN_ROW = 52;
const NOTES_ROOM = 90;
/** How far that room may shrink so that a sheet with long names stays one sheet. */
const WRITING_SCALES = [1, 0.9, 0.8, 0.7, 0.6];
/** Leaves the rules of the box whole when the notes fill the page. */
const SPARE = 2;
/** Shares of the width: from, to, instruction, date and initials. */
const CHAIN_COLUMNS = [0.24, 0.24, 0.32, 0.2];

/**
 * The disposition sheet (letters.md 4.3) as rows of one ruled box: what came in, its subject,
 * to whom and with what request, the chain of officials, notes and signature. It is one sheet
 * (`room` points high) as long as shrinking the room to write on allows; the notes take what
 * is left over. No page break cuts a row.
 */
export function dispositionLayout(
  content: DispositionContent,
  frame: PageFrame,
  seal: Seal,
  room: number,
): readonly FlowElement[] {
  const fitted = (scale: number, more: number) => sheet(content, frame, { seal, scale, more });
  const fits = WRITING_SCALES.find((scale) => flowHeight(fitted(scale, 0)) <= room);
  if (fits === undefined) return fitted(1, 0);
  const spare = room - flowHeight(fitted(fits, 0)) - SPARE;
  return fitted(fits, Math.max(spare, 0));
}

interface SheetRoom {
  readonly seal: Seal;
  /** Of the room to write on. */
  readonly scale: number;
  /** Points more for the notes. */
  readonly more: number;
}

/** The rows with their room to write scaled, and so many points more for the notes. */
function sheet(
  content: DispositionContent,
  frame: PageFrame,
  room: SheetRoom,
): readonly FlowElement[] {
  const { scale } = room;
  const style = { ...frame.body, size: frame.body.size - 1, spacing: 1.2 };
  const { left, width } = frame;
  const half = width / 2;
  const sides: readonly [Place, Place] = [
    padded({ x: left, width: half }),
    padded({ x: left + half, width: half }),
  ];
  return [
    heading(content.heading, frame),
    boxRow(
      frame,
      [half],
      [stackRows(rowsLayout(content.left, style, sides[0])), arrival(content, style, sides[1])],
    ),
    boxRow(
      frame,
      [],
      [stackRows(rowsLayout([content.subject], style, padded({ x: left, width })))],
    ),
    boxRow(
      frame,
      [half],
      [
        forwarding(content.forwardTo, style, sides[0], scale),
        requests(content.requests, style, sides[1]),
      ],
    ),
    ...chain(content.chain, style, frame, scale),
    notes(content, style, sides, frame, room),
  ];
}

function heading(text: LetterText, frame: PageFrame): FlowElement {
  const style = { ...frame.body, size: frame.body.size + 1 };
  const place = { x: frame.left, width: frame.width, alignment: 'centre' as const };
  const marks = stacked(taggedLines(setLines(emboldened(text), style, place), newTag('H1')), style);
  return { height: lineHeight(style) + 8, marks, keepWithNext: true, spaceBefore: 0 };
}

/** Register rows, then the urgency as boxes to tick. */
function arrival(content: DispositionContent, style: TextStyle, place: Place): Cell {
  const blank = { label: content.urgency.label, text: plain(' ') };
  const rows = rowsLayout([...content.right, blank], style, place);
  const above = stackRows(rows);
  const first = above.height - lineHeight(style);
  const indent = valueOffset([...content.right, blank], style, place.width);
  const choicePlace = { x: place.x + indent, width: place.width - indent };
  const choices = ticks(content.urgency.choices, style, choicePlace);
  return {
    height: first + choices.height,
    marks: [...above.marks, ...choices.marks.map((mark) => lowered(mark, first))],
  };
}

function forwarding(
  { heading: title, lines: count, filled, ending }: DispositionContent['forwardTo'],
  style: TextStyle,
  place: Place,
  scale: number,
): Cell {
  const marks = [...stacked(taggedLines(setLines(title, style, place), newTag('P')), style)];
  const list = newTag('L');
  let y = lineHeight(style);
  for (let number = 1; number <= count; number += 1) {
    const item = newTag('LI', list);
    const digits = setLines(plain(`${String(number)}.`), style, place);
    const label = taggedLines(digits, newTag('Lbl', item));
    const name = filled[number - 1];
    const indented = { x: place.x + 16, width: place.width - 16 };
    const body = newTag('LBody', item);
    const written = name === undefined ? [] : taggedLines(setLines(name, style, indented), body);
    y += Math.max(WRITING_LINE * scale, written.length * lineHeight(style) + 3);
    const top = y - Math.max(1, written.length) * lineHeight(style);
    marks.push(...stacked(label, style, top), ...stacked(written, style, top));
    if (name === undefined) marks.push(dotted(indented.x, place.x + place.width, y - 3));
  }
  y += 4;
  const lines = taggedLines(setLines(ending, style, place), newTag('P'));
  marks.push(...stacked(lines, style, y));
  return { height: y + lines.length * lineHeight(style), marks };
}

function requests(
  { heading: title, choices, blanks }: DispositionContent['requests'],
  style: TextStyle,
  place: Place,
): Cell {
  const marks = [...stacked(taggedLines(setLines(title, style, place), newTag('P')), style)];
  const list = newTag('L');
  let y = lineHeight(style) + 5;
  for (const choice of choices) {
    const cell = ticks([choice], style, place, list);
    marks.push(...cell.marks.map((mark) => lowered(mark, y)));
    y += cell.height + 4;
  }
  for (let blank = 0; blank < blanks; blank += 1) {
    const cell = ticks([{ text: plain(''), ticked: false }], style, place, list);
    marks.push(...cell.marks.map((mark) => lowered(mark, y)));
    marks.push(dotted(place.x + style.size + 5, place.x + place.width, y + lineHeight(style) - 3));
    y += cell.height + 4;
  }
  return { height: y, marks };
}

function chain(
  { columns, rows }: DispositionContent['chain'],
  style: TextStyle,
  frame: PageFrame,
  scale: number,
): readonly FlowElement[] {
  const room = CHAIN_ROW * scale;
  const small = { ...style, size: style.size - 1 };
  const starts = CHAIN_COLUMNS.map(
    (_, index) =>
      frame.width * CHAIN_COLUMNS.slice(0, index).reduce((sum, share) => sum + share, 0),
  );
  const placeOf = (index: number): Place =>
    padded({
      x: frame.left + (starts[index] ?? 0),
      width: frame.width * (CHAIN_COLUMNS[index] ?? 0),
    });
  const textCell = (text: LetterText, index: number, least: number, tag: Tag): Cell => {
    const lines = cellLines(setLines(text, small, placeOf(index)), tag);
    const height = Math.max(least, lines.length * lineHeight(small));
    return { height, marks: stacked(lines, small) };
  };
  const inner = starts.slice(1);
  const table = newTag('Table');
  const headRow = newTag('TR', table);
  const headCells = columns.map((column, index) =>
    textCell(emboldened(column), index, 0, newTag('TH', headRow, { scope: 'Column' })),
  );
  const head = { ...boxRow(frame, inner, headCells), keepWithNext: true };
  return [
    head,
    ...rows.map((row) => {
      const least = isWritten(row) ? 0 : room;
      const line = newTag('TR', table);
      const cells = row.map((text, index) => textCell(text, index, least, newTag('TD', line)));
      return { ...boxRow(frame, inner, cells), repeatedHead: head };
    }),
  ];
}

/** What was recorded needs no room to write on. */
function isWritten(row: DispositionContent['chain']['rows'][number]): boolean {
  return row[2].length > 0;
}

/** Notes at the left, the disposing officer's signature at the right, in one row. */
function notes(
  content: DispositionContent,
  style: TextStyle,
  [left, right]: readonly [Place, Place],
  frame: PageFrame,
  { seal, scale, more }: SheetRoom,
): FlowElement {
  const lines = taggedLines(setLines(content.notesHeading, style, left), newTag('P'));
  const blocks = content.signatures
    .slice(0, 1)
    .map((one) => signatureBlock(one, style, right, seal, SIGNING_ROOM * scale));
  const least = Math.max(NOTES_ROOM * scale, ...blocks.map(({ height }) => height));
  const cells = [{ height: least + more, marks: stacked(lines, style) }, ...blocks];
  return boxRow(frame, [], cells);
}

/** One ruled row; `inner` are the distances of its inner rules from the left edge. */
function boxRow(frame: PageFrame, inner: readonly number[], cells: readonly Cell[]): FlowElement {
  const height = Math.max(...cells.map((cell) => cell.height)) + PADDING * 2;
  const marks = cells.flatMap((cell) => cell.marks.map((mark) => lowered(mark, PADDING)));
  const rules = inner.map((x) => ruled([frame.left + x, 0], [frame.left + x, height]));
  const box = boxedIn({ x: frame.left, y: 0, width: frame.width, height });
  return { height, marks: [box, ...rules, ...marks], keepWithNext: false, spaceBefore: 0 };
}

function stackRows(rows: readonly FlowElement[]): Cell {
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  const [marks] = paginate(rows, { top: 0, laterTop: 0, bottom: Infinity });
  return { height, marks: marks ?? [] };
}

function padded({ x, width }: Place): Place {
  return { x: x + PADDING, width: width - PADDING * 2 };
}
