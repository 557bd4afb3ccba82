import {
  SYMBOL_HALF_WIDTH,
  type ChartLabel,
  type ChartLevel,
  type ChartPoint,
  type ChartRow,
  type ChartSegment,
  type ChartSymbol,
} from '../../domain/sop/chart';
import { assertNever } from '../../domain/assert-never';
import { CHART_WORDS } from '../chart-content';
import { ruled, type Mark } from './marks';
import type { LetterText } from '../../domain/letters/letter-content';
import { plain, setLines, textWidth, type TextStyle } from './text-lines';

const SYMBOL_HEIGHT = 20;
/** How far above a symbol a detour comes in. */
const ENTRY = 8;
const LINE = 0.9;
/** Between a word and the line or edge it stands at. */
const GAP = 1.5;
/** Height of a capital, per point of size. */
const CAPITAL = 0.72;
const ARROW = { width: 5.5, height: 5.5 };
/** A row is at least so high that lines have room above and below its symbol. */
export const LEAST_ROW_HEIGHT = SYMBOL_HEIGHT + 2 * (ENTRY + 3);

/** The actor columns as a row's drawing stretches over them, points. */
export interface FlowPlace {
  /** Left edge of the first actor's column, and the width of each. */
  readonly left: number;
  readonly actor: number;
  /** How many actors there are. */
  readonly columns: number;
  readonly height: number;
  /** Of "Ya" and "Tidak". */
  readonly words: TextStyle;
}

/** Symbols, lines and answers of one row, from its top. */
export function flowMarks(row: ChartRow, place: FlowPlace): readonly Mark[] {
  return [
    ...row.segments.flatMap((segment) => segmentMarks(segment, place)),
    ...row.symbols.map((symbol) => symbolMark(symbol, place)),
    ...row.labels.flatMap((label) => labelMarks(label, place)),
  ];
}

function levelOf(level: ChartLevel, height: number): number {
  const middle = height / 2;
  switch (level) {
    case 'top':
      return 0;
    case 'entry':
      return middle - SYMBOL_HEIGHT / 2 - ENTRY;
    case 'symbol-top':
      return middle - SYMBOL_HEIGHT / 2;
    case 'middle':
      return middle;
    case 'symbol-bottom':
      return middle + SYMBOL_HEIGHT / 2;
    case 'bottom':
      return height;
    default:
      return assertNever(level);
  }
}

function pointOf({ x, level }: ChartPoint, place: FlowPlace): readonly [x: number, y: number] {
  return [place.left + x * place.actor, levelOf(level, place.height)];
}

function segmentMarks({ from, to, arrow }: ChartSegment, place: FlowPlace): readonly Mark[] {
  const [start, end] = [pointOf(from, place), pointOf(to, place)];
  const line = ruled(start, end, LINE);
  return arrow ? [line, arrowHead(end, 'down')] : [line];
}

/** A black arrow head with its tip at the point. */
export function arrowHead([x, y]: readonly [x: number, y: number], towards: 'up' | 'down'): Mark {
  const back = towards === 'down' ? y - ARROW.height : y + ARROW.height;
  return {
    kind: 'shape',
    points: [
      [x, y],
      [x - ARROW.width / 2, back],
      [x + ARROW.width / 2, back],
    ],
    fill: 0,
    lineWidth: 0,
  };
}

function symbolMark({ column, kind }: ChartSymbol, { left, actor, height }: FlowPlace): Mark {
  const centre = left + (column + 0.5) * actor;
  const half = actor * SYMBOL_HALF_WIDTH;
  const y = levelOf('symbol-top', height);
  const look = { fill: 1, lineWidth: 1 };
  const [x, right, low] = [centre - half, centre + half, y + SYMBOL_HEIGHT];
  switch (kind) {
    case 'terminator':
      return { kind: 'capsule', x, y, width: half * 2, height: SYMBOL_HEIGHT, ...look };
    case 'decision': {
      const middle = y + SYMBOL_HEIGHT / 2;
      const points = [
        [centre, y],
        [right, middle],
        [centre, low],
        [x, middle],
      ] as const;
      return { kind: 'shape', points, ...look };
    }
    case 'process': {
      const points = [
        [x, y],
        [right, y],
        [right, low],
        [x, low],
      ] as const;
      return { kind: 'shape', points, ...look };
    }
    default:
      return assertNever(kind);
  }
}

/**
 * "Ya" stands above its line, or beside one that leaves downwards. "Tidak" stands below its
 * line and ends with the column, where longer it would run into the text beside it; in a
 * narrow column it moves down along the diamond.
 */
function labelMarks({ text, at, side }: ChartLabel, place: FlowPlace): readonly Mark[] {
  const { left, actor, words } = place;
  const [x, y] = pointOf(at, place);
  const word = plain(text === 'yes' ? CHART_WORDS.yes : CHART_WORDS.refuse);
  const width = textWidth(word, words);
  if (text === 'yes') {
    const start = side === 'right' ? x + GAP : x - GAP - width;
    return atBaseline(word, words, start, at.level === 'symbol-bottom' ? y + 7 : y - 2);
  }
  const edge = left + (side === 'left' ? Math.floor(at.x) : Math.ceil(at.x)) * actor;
  const start = side === 'left' ? edge + GAP : edge - GAP - width;
  const inner = actor / 2 - GAP - width;
  const slope = 1 - Math.max(0, inner - GAP * 2.5) / (actor * SYMBOL_HALF_WIDTH);
  const below = Math.max(4, (slope * SYMBOL_HEIGHT) / 2);
  return atBaseline(word, words, start, y + below + words.size * CAPITAL);
}

function atBaseline(word: LetterText, style: TextStyle, x: number, y: number): readonly Mark[] {
  const lines = setLines(word, style, { x, width: Infinity });
  return lines.flat().map((mark) => (mark.kind === 'text' ? { ...mark, y } : mark));
}

/** A line that leaves a row at its bottom, to the next row or to one after it. */
export interface Crossing {
  /** In columns. */
  readonly x: number;
  readonly towards: 'up' | 'down';
}

/** The lines below a row, from the left. */
export function crossingsBelow({ segments }: ChartRow): readonly Crossing[] {
  return segments
    .flatMap(({ from, to }): readonly Crossing[] => {
      if (to.level === 'bottom') return [{ x: to.x, towards: 'down' }];
      return from.level === 'bottom' ? [{ x: from.x, towards: 'up' }] : [];
    })
    .toSorted((one, other) => one.x - other.x);
}

/** The lines through a part of a row that is cut, below the part with its symbols. */
export function passingMarks(
  crossings: readonly Crossing[],
  { left, actor, height }: FlowPlace,
): readonly Mark[] {
  return crossings.map(({ x }) => ruled([left + x * actor, 0], [left + x * actor, height], LINE));
}
