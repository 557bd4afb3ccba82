import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  chartRows,
  SYMBOL_HALF_WIDTH,
  type ChartRow,
  type ChartSegment,
} from '../../src/domain/sop/chart';
import type { Sop } from '../../src/domain/sop/sop';
import { allSops, presetOf } from '../helpers/all-sops';
import { anySopArbitrary } from '../helpers/sop-arbitrary';

type Drawn = Pick<Sop, 'steps' | 'actors'>;

const everySop: fc.Arbitrary<Drawn> = fc.oneof(fc.constantFrom(...allSops), anySopArbitrary);

/** SOPs as they stand while somebody types: actors gone, targets that lead nowhere or anywhere. */
const typedSop: fc.Arbitrary<Drawn> = fc
  .record({
    sop: everySop,
    actors: fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }),
    ways: fc.array(fc.constantFrom('keep', 'nowhere', 'first', 'self', 'last', 'end'), {
      minLength: 11,
      maxLength: 11,
    }),
  })
  .map(({ sop, actors, ways }) => ({
    actors: sop.actors.filter((_, index) => actors[index] !== false),
    steps: sop.steps.map((step, index) => {
      const keys = {
        nowhere: 'nowhere',
        first: sop.steps[0]?.key ?? '',
        self: step.key,
        last: sop.steps.at(-1)?.key ?? '',
      };
      const way = ways[index] ?? 'keep';
      if (way === 'keep') return step;
      if (way === 'end') return { ...step, passesTo: null };
      const refusal = step.refusal && { ...step.refusal, returnsTo: keys[way] };
      return { ...step, passesTo: keys[way], ...(refusal && { refusal }) };
    }),
  }));

/** Whether two pieces of one row lie on each other for more than a point. */
function overlap(one: ChartSegment, other: ChartSegment): boolean {
  const isLevel = one.from.level === one.to.level;
  if (!isLevel || one.from.level !== other.from.level || other.from.level !== other.to.level) {
    return false;
  }
  const from = Math.max(Math.min(one.from.x, one.to.x), Math.min(other.from.x, other.to.x));
  const to = Math.min(Math.max(one.from.x, one.to.x), Math.max(other.from.x, other.to.x));
  return to - from > 1e-9;
}

/** How far from the middle of its column a point stands. */
function off(x: number): number {
  return Math.abs(x - Math.floor(x) - 0.5);
}

/** The lanes that run through or into a row: uprights outside the columns' middles. */
function lanesIn({ segments }: ChartRow): readonly number[] {
  const uprights = segments.filter(({ from, to }) => from.x === to.x && off(from.x) > 1e-9);
  return [...new Set(uprights.map(({ from }) => from.x))].toSorted((a, b) => a - b);
}

function never(): never {
  throw new Error('no such row');
}

describe('the chart of an SOP somebody is typing', () => {
  test('every line, word and symbol stays on the sheet, whatever leads nowhere', () => {
    fc.assert(
      fc.property(typedSop, (sop) => {
        const rows = chartRows(sop);
        expect(rows.map(({ step }) => step)).toEqual(sop.steps);
        for (const { symbols, segments, labels } of rows) {
          for (const { column } of symbols) expect(sop.actors[column]).toBeDefined();
          const points = [
            ...segments.flatMap(({ from, to }) => [from, to]),
            ...labels.map(({ at }) => at),
          ];
          for (const { x } of points) {
            expect(x).toBeGreaterThan(0);
            expect(x).toBeLessThan(sop.actors.length);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a step nobody is known to do has no symbol, and no line begins or ends there', () => {
    fc.assert(
      fc.property(typedSop, (sop) => {
        for (const { symbols, segments, labels } of chartRows(sop)) {
          if (symbols.length > 0) continue;
          expect(labels).toEqual([]);
          for (const { from, to } of segments) {
            expect([from.level, to.level].toSorted()).toEqual(['bottom', 'top']);
          }
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('lines that could be taken for another', () => {
  test('lines lie on each other sideways only where they arrive together or part from one step', () => {
    fc.assert(
      fc.property(typedSop, (sop) => {
        for (const { segments, symbols } of chartRows(sop)) {
          for (const one of segments) {
            for (const other of segments) {
              if (one.edge >= other.edge || !overlap(one, other)) continue;
              if (one.from.level === 'entry') {
                // Into the same symbol: two lines that arrive together.
                expect(one.to.x).toBe(other.to.x);
              } else {
                // Off the line that joins several who may act.
                expect(symbols.length).toBeGreaterThan(1);
              }
            }
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a lane stands clear of symbols and of the rule between columns', () => {
    fc.assert(
      fc.property(typedSop, (sop) => {
        for (const row of chartRows(sop)) {
          for (const x of lanesIn(row)) {
            expect(off(x)).toBeGreaterThan(SYMBOL_HALF_WIDTH + 0.02);
            expect(off(x)).toBeLessThan(0.5 - 0.01);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  test('loops that do not meet share a lane, and one within another stands nearer the symbols', () => {
    const sop = presetOf('ciamis-2025-revocation');
    const [first] = sop.actors;
    const loops = (ways: Readonly<Record<number, number>>) =>
      chartRows({
        actors: sop.actors,
        steps: sop.steps.map(({ refusal: _, ...step }, index) => {
          const target = ways[index] === undefined ? undefined : sop.steps[ways[index]];
          return {
            ...step,
            actor: first?.key ?? '',
            ...(target && {
              refusal: { returnsTo: target.key, renewsDocuments: false, inferred: false },
            }),
          };
        }),
      });
    const apart = loops({ 2: 0, 6: 4 });
    expect(lanesIn(apart[1] ?? never())).toEqual(lanesIn(apart[5] ?? never()));
    const nested = loops({ 5: 3, 8: 0 });
    const alone = lanesIn(nested[1] ?? never());
    const both = lanesIn(nested[4] ?? never());
    expect(both).toHaveLength(2);
    expect(alone).toEqual(both.slice(1));
  });

  test('the words at a diamond stand at the start of two different lines, on its own rim', () => {
    fc.assert(
      fc.property(typedSop, (sop) => {
        for (const { labels, segments, symbols } of chartRows(sop)) {
          if (labels.length > 0) expect(symbols.some(({ kind }) => kind === 'decision')).toBe(true);
          const starts = labels.map(({ at }) =>
            segments.filter(({ from }) => from.x === at.x && from.level === at.level),
          );
          for (const lines of starts) expect(lines.length).toBeGreaterThan(0);
          const places = labels.map(({ at }) => `${at.level} ${at.x}`);
          expect(new Set(places).size).toBe(labels.length);
        }
      }),
      { numRuns: 500 },
    );
  });
});
