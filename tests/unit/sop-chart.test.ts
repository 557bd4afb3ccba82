import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chartRows,
  SYMBOL_HALF_WIDTH,
  type ChartLevel,
  type ChartRow,
  type ChartSegment,
} from '../../src/domain/sop/chart';
import { refusalTarget, stepAfter } from '../../src/domain/sop/route';
import type { Sop } from '../../src/domain/sop/sop';
import { allSops, presetOf } from '../helpers/all-sops';
import { anySopArbitrary } from '../helpers/sop-arbitrary';

/** Heights on a row one unit high; a symbol takes the middle. */
const HEIGHTS: Readonly<Record<ChartLevel, number>> = {
  top: 0,
  entry: 0.1,
  'symbol-top': 0.25,
  middle: 0.5,
  'symbol-bottom': 0.75,
  bottom: 1,
};
const EPSILON = 1e-9;

interface Piece {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly edge: number;
  readonly row: number;
}

/** Every piece on one sheet, row below row. */
function piecesOf(rows: readonly ChartRow[]): readonly Piece[] {
  return rows.flatMap(({ segments }, row) =>
    segments.map(({ from, to, edge }: ChartSegment) => ({
      x1: from.x,
      y1: row + HEIGHTS[from.level],
      x2: to.x,
      y2: row + HEIGHTS[to.level],
      edge,
      row,
    })),
  );
}

/** Whether a piece runs through the inside of a symbol. */
function crosses(piece: Piece, column: number, row: number): boolean {
  const box = {
    left: column + 0.5 - SYMBOL_HALF_WIDTH + EPSILON,
    right: column + 0.5 + SYMBOL_HALF_WIDTH - EPSILON,
    top: row + HEIGHTS['symbol-top'] + EPSILON,
    bottom: row + HEIGHTS['symbol-bottom'] - EPSILON,
  };
  const [left, right] = [Math.min(piece.x1, piece.x2), Math.max(piece.x1, piece.x2)];
  const [top, bottom] = [Math.min(piece.y1, piece.y2), Math.max(piece.y1, piece.y2)];
  return left < box.right && right > box.left && top < box.bottom && bottom > box.top;
}

/** Whether two pieces lie on each other for more than a point. */
function sharesStretch(one: Piece, other: Piece): boolean {
  const common = (from1: number, to1: number, from2: number, to2: number) =>
    Math.min(Math.max(from1, to1), Math.max(from2, to2)) -
    Math.max(Math.min(from1, to1), Math.min(from2, to2));
  if (one.y1 === one.y2 && other.y1 === other.y2) {
    return one.y1 === other.y1 && common(one.x1, one.x2, other.x1, other.x2) > EPSILON;
  }
  if (one.x1 !== one.x2 || other.x1 !== other.x2) return false;
  return one.x1 === other.x1 && common(one.y1, one.y2, other.y1, other.y2) > EPSILON;
}

/** Follows one line's pieces: whether they are one path from a symbol's rim to an arrow. */
function isOnePath(pieces: readonly Piece[]): boolean {
  return pieces.every((piece, index) => {
    const next = pieces[index + 1];
    if (next === undefined) return true;
    return Math.abs(piece.x2 - next.x1) < EPSILON && Math.abs(piece.y2 - next.y1) < EPSILON;
  });
}

function check(sop: Pick<Sop, 'steps' | 'actors'>): void {
  const rows = chartRows(sop);
  const pieces = piecesOf(rows);
  for (const piece of pieces) {
    expect(piece.x1 === piece.x2 || piece.y1 === piece.y2, 'straight').toBe(true);
    rows.forEach(({ symbols }, row) => {
      for (const { column } of symbols)
        expect(crosses(piece, column, row), 'free of symbols').toBe(false);
    });
  }
}

const everySop = fc.oneof(fc.constantFrom(...allSops), anySopArbitrary);

describe('the drawing', () => {
  test('every line is straight and runs through no symbol, whatever the SOP', () => {
    fc.assert(fc.property(everySop, check), { numRuns: 600 });
  });

  test('every way on and every refusal is one line from its symbol to an arrow at its target', () => {
    fc.assert(
      fc.property(everySop, (sop) => {
        const rows = chartRows(sop);
        const pieces = piecesOf(rows);
        const arrows = rows.flatMap(({ segments }, row) =>
          segments.filter(({ arrow }) => arrow).map(({ edge }) => ({ edge, row })),
        );
        const wanted = sop.steps.flatMap((step, from) =>
          [stepAfter(sop, step.key), refusalTarget(sop, step)].flatMap((target) =>
            target === undefined ? [] : [{ from, to: sop.steps.indexOf(target) }],
          ),
        );
        expect(arrows).toHaveLength(wanted.length);
        const drawn = arrows.map(({ edge, row }) => {
          const line = pieces.filter((piece) => piece.edge === edge);
          expect(isOnePath(inOrder(line)), 'one path').toBe(true);
          return `${inOrder(line)[0]?.row ?? -1} → ${row}`;
        });
        expect(drawn.toSorted()).toEqual(
          wanted.map(({ from, to }) => `${from} → ${to}`).toSorted(),
        );
      }),
      { numRuns: 400 },
    );
  });

  test('no two lines run on top of each other in a lane', () => {
    fc.assert(
      fc.property(everySop, (sop) => {
        const lanes = piecesOf(chartRows(sop)).filter(
          ({ x1, x2 }) => x1 === x2 && Math.abs((x1 % 1) - 0.5) > SYMBOL_HALF_WIDTH,
        );
        for (const one of lanes) {
          for (const other of lanes) {
            if (one.edge === other.edge || Math.abs(one.x1 - other.x1) > EPSILON) continue;
            const overlap =
              Math.min(Math.max(one.y1, one.y2), Math.max(other.y1, other.y2)) -
              Math.max(Math.min(one.y1, one.y2), Math.min(other.y1, other.y2));
            expect(overlap).toBeLessThanOrEqual(EPSILON);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('lines to different steps share no stretch, so that no eye follows the wrong one', () => {
    fc.assert(
      fc.property(everySop, (sop) => {
        const pieces = piecesOf(chartRows(sop));
        const arrows = chartRows(sop).flatMap(({ segments }, row) =>
          segments.filter(({ arrow }) => arrow).map(({ edge }) => [edge, row] as const),
        );
        const leadsTo = new Map(arrows);
        const led = pieces.filter(({ edge }) => leadsTo.has(edge));
        for (const one of led) {
          for (const other of led) {
            if (leadsTo.get(one.edge) === leadsTo.get(other.edge)) continue;
            expect(sharesStretch(one, other)).toBe(false);
          }
        }
      }),
      { numRuns: 400 },
    );
  });

  test('what is broken while somebody types is drawn as far as it goes', () => {
    const sop = presetOf('ciamis-2025-revocation');
    const broken = {
      actors: sop.actors.slice(1),
      steps: sop.steps.map((step, index) => ({
        ...step,
        ...(index === 3 && { passesTo: 'nowhere' }),
        ...(step.refusal && { refusal: { ...step.refusal, returnsTo: 'nowhere' } }),
      })),
    };
    const rows = chartRows(broken);
    expect(rows).toHaveLength(sop.steps.length);
    expect(rows[0]?.symbols).toEqual([]);
    check(broken);
    expect(chartRows({ actors: [], steps: [] })).toEqual([]);
  });
});

/** The pieces of a line from its start to its arrow: each begins where another ends. */
function inOrder(pieces: readonly Piece[]): readonly Piece[] {
  const rest = [...pieces];
  const meets = (one: Piece, other: Piece) =>
    Math.abs(one.x2 - other.x1) < EPSILON && Math.abs(one.y2 - other.y1) < EPSILON;
  const start = rest.findIndex(
    (piece) => !rest.some((other) => other !== piece && meets(other, piece)),
  );
  const ordered = rest.splice(Math.max(0, start), 1);
  for (let last = ordered.at(-1); last !== undefined && rest.length > 0; last = ordered.at(-1)) {
    const end = last;
    const next = rest.findIndex((piece) => meets(end, piece));
    if (next < 0) break;
    ordered.push(...rest.splice(next, 1));
  }
  return [...ordered, ...rest];
}

describe('the five SOPs', () => {
  const kinds = (id: string) =>
    chartRows(presetOf(id)).map(({ symbols }) =>
      symbols.map(({ column, kind }) => `${column} ${kind}`).join(', '),
    );

  test('Ciamis revocation: five columns, a diamond at 5, capsules at both ends', () => {
    expect(kinds('ciamis-2025-revocation')).toEqual([
      '0 terminator',
      '1 process',
      '2 process',
      '3 process',
      '3 decision',
      '0 process',
      '0 process',
      '0 process',
      '4 process',
      '4 process',
      '0 terminator',
    ]);
  });

  test('Meranti: user and verifier share a line, BSrE decides', () => {
    expect(kinds('meranti-2022-revocation')).toEqual([
      '0 terminator, 1 terminator',
      '0 process, 1 process',
      '2 decision',
      '0 terminator',
    ]);
    const [, second, third] = chartRows(presetOf('meranti-2022-revocation'));
    // The way to BSrE leaves from the nearer of the two.
    expect(
      second?.segments.some(({ from, to }) => from.x === 1.5 + SYMBOL_HALF_WIDTH && to.x === 2.5),
    ).toBe(true);
    expect(third?.labels.map(({ text }) => text).toSorted()).toEqual(['no', 'yes']);
  });

  test('a diamond says Ya and Tidak on different sides', () => {
    for (const sop of allSops) {
      for (const { labels } of chartRows(sop)) {
        if (labels.length < 2) continue;
        const places = labels.map(({ at, side }) => `${at.level} ${side}`);
        expect(new Set(places).size, sop.id).toBe(labels.length);
      }
    }
  });
});
