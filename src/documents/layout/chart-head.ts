import { CHART_WORDS } from '../chart-content';
import type { LetterText } from '../../domain/letters/letter-content';
import { CELL_PADDING, longestWord, type ChartColumns, type Span } from './chart-columns';
import type { ChartFrame } from './chart-frame';
import { band, HEAD_GREY, ruled, type Mark } from './marks';
import { lineHeight, plain, setLines, stacked, type TextStyle } from './text-lines';

const PADDING = 3;
/** Of actors' names, points. */
const LEAST_SIZE = 5.5;

/** Lines of one cell and the style they are set in. */
interface HeadCell {
  readonly lines: readonly (readonly Mark[])[];
  readonly style: TextStyle;
}

/** The head of the table on two levels, as it stands on every page. */
export function chartHead(
  labels: readonly LetterText[],
  columns: ChartColumns,
  frame: ChartFrame,
  style: TextStyle,
): { readonly height: number; readonly marks: readonly Mark[] } {
  const { number, text, actors, actor } = columns;
  const narrow = fitting(labels, actor, style);
  const lower = [
    ...labels.map((label, index) =>
      cell(label, { x: actors.x + index * actor, width: actor }, narrow),
    ),
    word(CHART_WORDS.completeness, text.completeness, style),
    word(CHART_WORDS.time, text.time, style),
    word(CHART_WORDS.output, text.output, style),
  ];
  const quality = { x: text.completeness.x, width: text.note.x - text.completeness.x };
  const upperHeight = lineHeight(style) + PADDING * 2;
  const lowerHeight = Math.max(...lower.map(heightOf)) + PADDING * 2;
  const height = upperHeight + lowerHeight;
  return {
    height,
    marks: [
      band(frame, height, HEAD_GREY),
      ...rules(columns, labels.length, frame, upperHeight, height),
      ...inMiddle(word(CHART_WORDS.no, number, style), 0, height),
      ...inMiddle(word(CHART_WORDS.activity, text.activity, style), 0, height),
      ...inMiddle(word(CHART_WORDS.note, text.note, style), 0, height),
      ...inMiddle(word(CHART_WORDS.actors, actors, style), 0, upperHeight),
      ...inMiddle(word(CHART_WORDS.quality, quality, style), 0, upperHeight),
      ...lower.flatMap((label) => inMiddle(label, upperHeight, lowerHeight)),
    ],
  };
}

/** Smaller where a word of a label is wider than its column; cut only below the least size. */
function fitting(labels: readonly LetterText[], actor: number, style: TextStyle): TextStyle {
  const room = actor - paddingOf(actor) * 2;
  const widest = Math.max(1, ...labels.map((label) => longestWord(label, style)));
  const size = style.size * Math.min(1, room / widest);
  return { ...style, size: Math.max(LEAST_SIZE, Math.floor(size * 10) / 10) };
}

function paddingOf(width: number): number {
  return Math.min(CELL_PADDING, width / 20);
}

function word(label: string, span: Span, style: TextStyle): HeadCell {
  return cell(plain(label, true), span, style);
}

function cell(label: LetterText, { x, width }: Span, style: TextStyle): HeadCell {
  const padding = paddingOf(width);
  const place = { x: x + padding, width: width - padding * 2, alignment: 'centre' as const };
  return { lines: setLines(label, style, place), style };
}

function heightOf({ lines, style }: HeadCell): number {
  return lines.length * lineHeight(style);
}

function inMiddle(label: HeadCell, top: number, room: number): readonly Mark[] {
  return stacked(label.lines, label.style, top + (room - heightOf(label)) / 2);
}

/** Between the columns: full height, but below "Pelaksana" and "Mutu Baku" only. */
function rules(
  { actors, actor, text }: ChartColumns,
  count: number,
  frame: ChartFrame,
  upper: number,
  height: number,
): readonly Mark[] {
  const full = [
    frame.left,
    text.activity.x,
    actors.x,
    text.completeness.x,
    text.note.x,
    frame.right,
  ];
  const inner = Array.from(
    { length: Math.max(0, count - 1) },
    (_, at) => actors.x + (at + 1) * actor,
  );
  return [
    ...full.map((x) => ruled([x, 0], [x, height], 0.5)),
    ...[...inner, text.time.x, text.output.x].map((x) => ruled([x, upper], [x, height], 0.5)),
    ruled([actors.x, upper], [text.note.x, upper], 0.5),
  ];
}
