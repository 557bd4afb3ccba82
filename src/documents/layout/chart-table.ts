import { chartRows, type ChartRow } from '../../domain/sop/chart';
import type { StandardTime } from '../../domain/sop/sop';
import { CHART_WORDS, type ChartContent } from '../chart-content';
import type { LetterText } from '../../domain/letters/letter-content';
import {
  CELL_PADDING,
  chartColumns,
  TEXT_COLUMNS,
  type ChartColumns,
  type RowTexts,
} from './chart-columns';
import {
  crossingsBelow,
  flowMarks,
  LEAST_ROW_HEIGHT,
  passingMarks,
  type Crossing,
  type FlowPlace,
} from './chart-flow';
import type { ChartFrame } from './chart-frame';
import { chartHead } from './chart-head';
import { band, lowered, ruled, type Mark } from './marks';
import { lineHeight, plain, setLines, stacked, type TextStyle } from './text-lines';

const OPEN_GREY = 0.87;
const CELL_TOP = 3.5;
/** Paler than the lines of the flow, which run close to them. */
const BETWEEN_ACTORS = 0.6;

/** A row of the table, or a part of one that is taller than a page. */
export interface TableStrip {
  readonly height: number;
  /** From its own top, with its rules. */
  readonly marks: readonly Mark[];
  /** The lines that leave it at its bottom. */
  readonly below: readonly Crossing[];
}

/** The table before it is cut into pages. */
export interface ChartTable {
  readonly head: Pick<TableStrip, 'height' | 'marks'>;
  readonly strips: readonly TableStrip[];
  /** The vertical rules of a strip of the given height. */
  readonly rules: (height: number) => readonly Mark[];
  readonly place: Omit<FlowPlace, 'height'>;
}

/** The rows of the chart with their drawing; none is taller than `room`, points. */
export function chartTable(
  content: ChartContent,
  frame: ChartFrame,
  roomOf: (headHeight: number) => number,
): ChartTable {
  const { sop } = content;
  const headStyle = { ...frame.text, size: frame.text.size - 0.5 };
  const rows = chartRows(sop);
  const texts = rows.map((row) => rowTexts(row, content));
  const labels = sop.actors.map(({ label }) => plain(label, true));
  const columns = chartColumns(labels, [HEAD_TEXTS, ...texts], frame, headStyle);
  const rules = (height: number) => verticalRules(columns, sop.actors.length, frame, height);
  const place = {
    left: columns.actors.x,
    actor: columns.actor,
    columns: Math.max(1, sop.actors.length),
    words: { ...frame.text, size: 6.5 },
  };
  const head = chartHead(labels, columns, frame, headStyle);
  const room = roomOf(head.height);
  const strips = rows.flatMap((row, index) => {
    const cells = cellLines(row, texts[index] ?? HEAD_TEXTS, columns, frame.text);
    const isOpen = content.progress?.current === row.step.key;
    return rowStrips(row, { cells, isOpen, frame, place, room, rules });
  });
  return { head, strips, rules, place };
}

const HEAD_TEXTS: RowTexts = {
  activity: plain(CHART_WORDS.activity, true),
  completeness: plain(CHART_WORDS.completeness, true),
  time: plain(CHART_WORDS.time, true),
  output: plain(CHART_WORDS.output, true),
  note: plain(CHART_WORDS.note, true),
};

function rowTexts({ step }: ChartRow, { progress }: ChartContent): RowTexts {
  return {
    activity: plain(step.activity),
    completeness: plain(step.completeness ?? '–'),
    time: timeText(step.key, step.standardTime, progress),
    output: plain(step.output ?? '–'),
    note: plain(step.note ?? ''),
  };
}

/** The standard time, and below it what a request took of it. */
function timeText(
  step: string,
  standardTime: StandardTime | null,
  progress: ChartContent['progress'],
): LetterText {
  const standard = plain(standardTime === null ? '–' : standardText(standardTime));
  const own = progress?.steps[step];
  if (own === undefined || own.state === 'waiting') return standard;
  const state = plain(`\n${CHART_WORDS.states[own.state]}`, true);
  const took = own.state !== 'skipped' && own.words.length > 0;
  const words = [...(took ? [CHART_WORDS.actual] : []), ...own.words];
  return [...standard, ...state, ...words.flatMap((word) => plain(`\n${word}`))];
}

/** Halves stay halves: "0,5 menit". */
function standardText({ amount, unit }: StandardTime): string {
  const words = new Intl.NumberFormat('id').format(amount);
  return unit === 'minutes' ? CHART_WORDS.minutes(words) : CHART_WORDS.workingDays(words);
}

/** The lines of each cell, the number's first. */
function cellLines(
  { step }: ChartRow,
  texts: RowTexts,
  columns: ChartColumns,
  style: TextStyle,
): readonly (readonly (readonly Mark[])[])[] {
  const { x, width } = columns.number;
  const number = setLines(plain(String(step.number)), style, { x, width, alignment: 'centre' });
  return [
    number,
    ...TEXT_COLUMNS.map((column) => {
      const span = columns.text[column];
      const place = { x: span.x + CELL_PADDING, width: span.width - CELL_PADDING * 2 };
      return setLines(texts[column], style, place);
    }),
  ];
}

interface RowRoom {
  readonly cells: readonly (readonly (readonly Mark[])[])[];
  readonly isOpen: boolean;
  readonly frame: ChartFrame;
  readonly place: Omit<FlowPlace, 'height'>;
  readonly room: number;
  readonly rules: ChartTable['rules'];
}

/** One strip, or several where the texts are taller than a page: the drawing is in the first. */
function rowStrips(row: ChartRow, given: RowRoom): readonly TableStrip[] {
  const { cells, isOpen, frame, place, room, rules } = given;
  const lineSize = lineHeight(frame.text);
  const count = Math.max(...cells.map((lines) => lines.length));
  const perStrip = Math.max(1, Math.floor((room - CELL_TOP * 2) / lineSize));
  const below = crossingsBelow(row);
  return Array.from({ length: Math.ceil(count / perStrip) }, (_, part): TableStrip => {
    const parts = cells.map((lines) => lines.slice(part * perStrip, (part + 1) * perStrip));
    const lines = Math.max(...parts.map(({ length }) => length));
    const least = part === 0 ? LEAST_ROW_HEIGHT : 0;
    const height = Math.max(least, lines * lineSize + CELL_TOP * 2);
    const drawn = { ...place, height };
    return {
      height,
      marks: [
        ...(isOpen ? [band(frame, height, OPEN_GREY)] : []),
        ...rules(height),
        ...parts.flatMap((cell) => stacked(cell, frame.text, CELL_TOP)),
        ...(part === 0 ? flowMarks(row, drawn) : passingMarks(below, drawn)),
      ],
      below,
    };
  });
}

function verticalRules(
  columns: ChartColumns,
  actors: number,
  frame: ChartFrame,
  height: number,
): readonly Mark[] {
  const { actors: all, actor, text } = columns;
  const count = Math.max(0, actors - 1);
  const between = Array.from({ length: count }, (_, index) => all.x + (index + 1) * actor);
  const starts = [frame.left, ...TEXT_COLUMNS.map((column) => text[column].x), all.x, frame.right];
  return [
    ...between.map((x) => ({ ...ruled([x, 0], [x, height], 0.5), grey: BETWEEN_ACTORS })),
    ...starts.map((x) => ruled([x, 0], [x, height], 0.5)),
  ];
}

/** The strip so much lower, between rules that a shade does not hide. */
export function setStrip(
  strip: Pick<TableStrip, 'height' | 'marks'>,
  y: number,
  frame: ChartFrame,
): readonly Mark[] {
  const rules = [y, y + strip.height].map((at) => ruled([frame.left, at], [frame.right, at], 0.5));
  return [...strip.marks.map((mark) => lowered(mark, y)), ...rules];
}
