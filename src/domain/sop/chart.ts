import { refusalTarget, stepAfter } from './route';
import type { Sop, SopStep } from './sop';

/**
 * The flow of an SOP as PermenPAN-RB 35/2012 draws it: one row per step, one column per actor,
 * symbols and the lines between them. Measures are those of columns and rows, so that the
 * screen and the paper stretch the same drawing over rows of any height (docs/sop-chart.md).
 */

/** Heights within a row, from above; `entry` lies between `top` and `symbol-top`. */
export type ChartLevel = 'top' | 'entry' | 'symbol-top' | 'middle' | 'symbol-bottom' | 'bottom';

export interface ChartPoint {
  /** In columns: column i spans i to i + 1, its middle is i + 0.5. */
  readonly x: number;
  readonly level: ChartLevel;
}

/** A straight piece of a line within one row, horizontal or vertical. */
export interface ChartSegment {
  readonly from: ChartPoint;
  readonly to: ChartPoint;
  /** An arrow head stands at `to`. */
  readonly arrow: boolean;
  /** Pieces of one line have the same number; no two lines share one. */
  readonly edge: number;
}

/** Capsule for the first and last step, diamond where the step may refuse, box otherwise. */
export interface ChartSymbol {
  readonly column: number;
  readonly kind: 'terminator' | 'process' | 'decision';
}

/** "Ya" or "Tidak" where a line leaves a diamond, on that side of the point. */
export interface ChartLabel {
  readonly text: 'yes' | 'no';
  readonly at: ChartPoint;
  readonly side: 'left' | 'right';
}

export interface ChartRow {
  readonly step: SopStep;
  readonly symbols: readonly ChartSymbol[];
  readonly segments: readonly ChartSegment[];
  readonly labels: readonly ChartLabel[];
}

/** How far a symbol reaches to either side of its column's middle, in columns. */
export const SYMBOL_HALF_WIDTH = 0.32;
/** Lanes run between the symbols and the column's edge. */
const LANE_FROM = 0.34;
const LANE_ROOM = 0.15;

type Side = 'left' | 'right';

/** A line from one row to another that is not simply the next. */
interface Detour {
  readonly from: number;
  readonly to: number;
  readonly side: Side;
  /** The column in whose margin its lane runs. */
  readonly column: number;
  readonly label: ChartLabel['text'] | null;
}

interface Sketch {
  readonly step: SopStep;
  /** Columns of its symbols, ascending; none where no actor is known. */
  readonly columns: readonly number[];
  /** The column lines enter by: that of the actor the SOP names first. */
  readonly main: number | undefined;
  readonly segments: ChartSegment[];
  readonly labels: ChartLabel[];
}

/** Rows of the chart in the order of the steps. Draws what can be drawn of a broken SOP. */
export function chartRows(sop: Pick<Sop, 'steps' | 'actors'>): readonly ChartRow[] {
  const rows = sop.steps.map((step): Sketch => {
    const actors = [step.actor, ...step.alternateActors];
    const columns = actors.map((key) => sop.actors.findIndex((actor) => actor.key === key));
    const known = [...new Set(columns)].filter((column) => column >= 0);
    const sorted = known.toSorted((one, other) => one - other);
    return { step, columns: sorted, main: known[0], segments: [], labels: [] };
  });
  let edges = 0;
  const nextEdge = () => (edges += 1);
  const detours: Detour[] = [];
  rows.forEach((row, index) => {
    joinSymbols(row, nextEdge());
    detours.push(...drawPass(sop, rows, index, nextEdge()), ...refusalOf(sop, rows, index));
  });
  for (const [lane, detour] of lanesOf(detours)) drawDetour(rows, detour, lane, nextEdge());
  return rows.map(({ step, columns, segments, labels }, index) => ({
    step,
    symbols: columns.map((column) => ({ column, kind: kindOf(sop, step, index) })),
    segments,
    labels,
  }));
}

function kindOf(sop: Pick<Sop, 'steps'>, step: SopStep, index: number): ChartSymbol['kind'] {
  if (step.refusal !== undefined) return 'decision';
  const ends = stepAfter(sop, step.key) === undefined;
  return index === 0 || ends ? 'terminator' : 'process';
}

/** Everybody who may do the step: their symbols hang on one line. */
function joinSymbols({ columns, segments }: Sketch, edge: number): void {
  columns.forEach((column, place) => {
    const next = columns[place + 1];
    if (next === undefined) return;
    segments.push(
      line([edgeOf(column, 'right'), 'middle'], [edgeOf(next, 'left'), 'middle'], edge),
    );
  });
}

/** Draws the way to the next row; another row is answered as a detour. */
function drawPass(
  sop: Pick<Sop, 'steps'>,
  rows: readonly Sketch[],
  index: number,
  edge: number,
): readonly Detour[] {
  const row = rows[index];
  const target = row && stepAfter(sop, row.step.key);
  const to = target === undefined ? -1 : rows.findIndex(({ step }) => step === target);
  const next = rows[to];
  const into = next?.main;
  if (row === undefined || next === undefined || into === undefined) return [];
  if (row.columns.length === 0) return [];
  const decides = row.step.refusal !== undefined;
  const exit = exitTo(row, into);
  if (to !== index + 1) {
    const side = exit.side ?? 'right';
    return [{ from: index, to, side, column: outermost(row, side), label: decides ? 'yes' : null }];
  }
  const x = middleOf(into);
  if (exit.side === null) row.segments.push(line([x, 'symbol-bottom'], [x, 'bottom'], edge));
  else {
    const start = edgeOf(exit.column, exit.side);
    row.segments.push(
      line([start, 'middle'], [x, 'middle'], edge),
      line([x, 'middle'], [x, 'bottom'], edge),
    );
  }
  if (decides) row.labels.push(yesLabel(exit, x));
  next.segments.push(line([x, 'top'], [x, 'symbol-top'], edge, true));
  return [];
}

function yesLabel(
  exit: { readonly column: number; readonly side: Side | null },
  x: number,
): ChartLabel {
  return exit.side === null
    ? // A refusal of such a step leaves to the right.
      { text: 'yes', at: { x, level: 'symbol-bottom' }, side: 'left' }
    : { text: 'yes', at: { x: edgeOf(exit.column, exit.side), level: 'middle' }, side: exit.side };
}

/** The side by which the way on leaves a symbol; null: downwards, or not at all. */
function passSide(sop: Pick<Sop, 'steps'>, rows: readonly Sketch[], index: number): Side | null {
  const row = rows[index];
  const on = row && stepAfter(sop, row.step.key);
  const to = on === undefined ? -1 : rows.findIndex(({ step }) => step === on);
  const into = rows[to]?.main;
  if (row === undefined || into === undefined) return null;
  const { side } = exitTo(row, into);
  // A way past other rows runs in a lane even where its target lies straight below.
  return side ?? (to === index + 1 ? null : 'right');
}

/** A refusal leaves on the side the way on does not take. */
function refusalOf(
  sop: Pick<Sop, 'steps'>,
  rows: readonly Sketch[],
  index: number,
): readonly Detour[] {
  const row = rows[index];
  const target = row && refusalTarget(sop, row.step);
  const to = target === undefined ? -1 : rows.findIndex(({ step }) => step === target);
  if (row === undefined || to < 0 || row.columns.length === 0) return [];
  if ((rows[to]?.columns.length ?? 0) === 0) return [];
  const side = passSide(sop, rows, index) === 'right' ? 'left' : 'right';
  return [{ from: index, to, side, column: outermost(row, side), label: 'no' }];
}

/**
 * Each detour with its place in the margin: those that meet stand beside each other, the
 * shortest nearest to the symbols, where it crosses the fewest; others share a lane.
 */
function lanesOf(detours: readonly Detour[]): readonly (readonly [number, Detour])[] {
  const places = new Map<Detour, number>();
  for (const detour of detours.toSorted((one, other) => rowsOf(one) - rowsOf(other))) {
    const taken = detours.filter((other) => meet(detour, other)).map((other) => places.get(other));
    const free = detours.findIndex((_, place) => !taken.includes(place));
    places.set(detour, free);
  }
  return detours.map((detour) => {
    const margin = detours.filter((other) => sharesMargin(detour, other));
    const lanes = Math.max(...margin.map((other) => places.get(other) ?? 0)) + 1;
    const away = LANE_FROM + (LANE_ROOM * ((places.get(detour) ?? 0) + 1)) / (lanes + 1);
    const x = middleOf(detour.column) + (detour.side === 'right' ? away : -away);
    return [x, detour] as const;
  });
}

function rowsOf({ from, to }: Detour): number {
  return Math.abs(to - from);
}

function sharesMargin(one: Detour, other: Detour): boolean {
  return one.column === other.column && one.side === other.side;
}

/** Whether two detours of one margin have a row in common. */
function meet(one: Detour, other: Detour): boolean {
  return (
    sharesMargin(one, other) &&
    Math.max(Math.min(one.from, one.to), Math.min(other.from, other.to)) <=
      Math.min(Math.max(one.from, one.to), Math.max(other.from, other.to))
  );
}

/** Out of the symbol's side into the lane, along it, and from above into the target. */
function drawDetour(rows: readonly Sketch[], detour: Detour, lane: number, edge: number): void {
  const { from, to, side, column, label } = detour;
  const [source, target] = [rows[from], rows[to]];
  const into = target?.main;
  if (source === undefined || target === undefined || into === undefined) return;
  const start = edgeOf(column, side);
  source.segments.push(line([start, 'middle'], [lane, 'middle'], edge));
  if (label !== null) {
    source.labels.push({ text: label, at: { x: start, level: 'middle' }, side });
  }
  const down = to > from;
  if (to !== from) {
    source.segments.push(line([lane, 'middle'], [lane, down ? 'bottom' : 'top'], edge));
    for (const between of rows.slice(Math.min(from, to) + 1, Math.max(from, to))) {
      between.segments.push(
        line([lane, down ? 'top' : 'bottom'], [lane, down ? 'bottom' : 'top'], edge),
      );
    }
  }
  const arrives: ChartLevel = to === from ? 'middle' : down ? 'top' : 'bottom';
  const x = middleOf(into);
  target.segments.push(
    line([lane, arrives], [lane, 'entry'], edge),
    line([lane, 'entry'], [x, 'entry'], edge),
    line([x, 'entry'], [x, 'symbol-top'], edge, true),
  );
}

/** From which symbol, and to which side, the way to a column leaves; null: straight down. */
function exitTo(
  { columns }: Pick<Sketch, 'columns'>,
  into: number,
): { readonly column: number; readonly side: Side | null } {
  const nearest = columns.toSorted(
    (one, other) => Math.abs(one - into) - Math.abs(other - into),
  )[0];
  const column = nearest ?? into;
  if (column === into) return { column, side: null };
  return { column, side: into > column ? 'right' : 'left' };
}

function outermost({ columns }: Sketch, side: Side): number {
  return (side === 'right' ? columns.at(-1) : columns[0]) ?? 0;
}

function middleOf(column: number): number {
  return column + 0.5;
}

function edgeOf(column: number, side: Side): number {
  return middleOf(column) + (side === 'right' ? SYMBOL_HALF_WIDTH : -SYMBOL_HALF_WIDTH);
}

function line(
  [x1, from]: readonly [number, ChartLevel],
  [x2, to]: readonly [number, ChartLevel],
  edge: number,
  arrow = false,
): ChartSegment {
  return { from: { x: x1, level: from }, to: { x: x2, level: to }, arrow, edge };
}
