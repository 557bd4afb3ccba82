import type { LetterText } from '../../domain/letters/letter-content';
import { breakLines } from './break-lines';
import type { ChartFrame } from './chart-frame';
import { plain, textWidth, type TextStyle } from './text-lines';

/** White space at either side of a cell's text, points. */
export const CELL_PADDING = 3;
const NUMBER_WIDTH = 22;
/** Symbols get no wider than a sheet looks good with, and together less than half of it. */
const WIDEST_ACTOR = 84;
const PLEASANT_ACTOR = 62;
const ACTORS_SHARE = 0.46;
const WIDEST_WORD = 96;
/** Room is handed out in pieces of so many points. */
const PIECE = 3;

/** The columns of text, from the left; the actors' stand after the first. */
export const TEXT_COLUMNS = ['activity', 'completeness', 'time', 'output', 'note'] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** The texts of one row; the head is one as well. */
export type RowTexts = Readonly<Record<TextColumn, LetterText>>;

export interface Span {
  readonly x: number;
  readonly width: number;
}

/** Where the columns stand, points from the left of the page. */
export interface ChartColumns {
  readonly number: Span;
  readonly text: Readonly<Record<TextColumn, Span>>;
  /** All actors together: each has the width `actor`. */
  readonly actors: Span;
  readonly actor: number;
}

/**
 * Columns that fill the frame: actors as wide as the longest word of their names, at most
 * about half of the sheet; the texts share the rest so that the rows get low.
 */
export function chartColumns(
  actors: readonly LetterText[],
  rows: readonly RowTexts[],
  frame: ChartFrame,
  headStyle: TextStyle,
): ChartColumns {
  const count = Math.max(1, actors.length);
  const word = Math.max(0, ...actors.map((label) => longestWord(label, headStyle)));
  const wished = Math.min(WIDEST_ACTOR, Math.max(PLEASANT_ACTOR, word + CELL_PADDING * 2));
  const actor = Math.min(wished, (frame.width * ACTORS_SHARE) / count);
  const widths = textWidths(rows, frame.width - NUMBER_WIDTH - actor * count, frame.text);
  let x = frame.left;
  const next = (width: number): Span => {
    const span = { x, width };
    x += width;
    return span;
  };
  const number = next(NUMBER_WIDTH);
  const activity = next(widths.activity);
  const all = next(actor * count);
  const completeness = next(widths.completeness);
  const time = next(widths.time);
  const output = next(widths.output);
  const note = next(widths.note);
  return { number, text: { activity, completeness, time, output, note }, actors: all, actor };
}

/** Each piece of room goes to the column by which the rows lose the most height. */
function textWidths(
  rows: readonly RowTexts[],
  room: number,
  style: TextStyle,
): Readonly<Record<TextColumn, number>> {
  const lengths = rows.map((row) => ofEach((column) => lineWidths(row[column], style)));
  const least = ofEach((column) => {
    const words = rows.map((row) => longestWord(row[column], style));
    return Math.min(WIDEST_WORD, Math.max(0, ...words)) + CELL_PADDING * 2 + 1;
  });
  const needed = TEXT_COLUMNS.reduce((sum, column) => sum + least[column], 0);
  const scale = Math.min(1, room / needed);
  const widths = ofEach((column) => least[column] * scale);
  for (let left = room - needed * scale; left > 0.01; left -= PIECE) {
    const piece = Math.min(PIECE, left);
    const costs = TEXT_COLUMNS.map((column) =>
      heightOf(lengths, { ...widths, [column]: widths[column] + piece }),
    );
    const best = TEXT_COLUMNS[costs.indexOf(Math.min(...costs))] ?? 'activity';
    widths[best] += piece;
  }
  return widths;
}

/** Widths of the lines a text has of itself, points. */
function lineWidths(text: LetterText, style: TextStyle): readonly number[] {
  return breakLines(text, style, Infinity).map(({ width }) => width);
}

/**
 * How tall the rows get, in lines, roughly: a high power of each column's lines instead of
 * their maximum, so that the second tallest counts a little as well.
 */
function heightOf(
  lengths: readonly Readonly<Record<TextColumn, readonly number[]>>[],
  widths: Readonly<Record<TextColumn, number>>,
): number {
  return lengths.reduce((sum, length) => {
    const powers = TEXT_COLUMNS.map((column) => {
      const room = widths[column] - CELL_PADDING * 2;
      return length[column].reduce((lines, width) => lines + Math.max(1, width / room), 0) ** 4;
    });
    return sum + powers.reduce((total, power) => total + power, 0) ** 0.25;
  }, 0);
}

/** Width of the widest word, points. */
export function longestWord(text: LetterText, style: TextStyle): number {
  const words = text.flatMap((run) =>
    run.text.split(/[ \n]/).map((word) => textWidth(plain(word, run.bold), style)),
  );
  return Math.max(0, ...words);
}

function ofEach<Value>(value: (column: TextColumn) => Value): Record<TextColumn, Value> {
  return {
    activity: value('activity'),
    completeness: value('completeness'),
    time: value('time'),
    output: value('output'),
    note: value('note'),
  };
}
