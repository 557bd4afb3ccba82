import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffSops, type SopDiff } from '../../src/domain/sop/diff-sops';
import type { Sop, SopStep } from '../../src/domain/sop/sop';
import { allSops, presetOf } from '../helpers/all-sops';
import { anySopArbitrary } from '../helpers/sop-arbitrary';

const tapin = presetOf('tapin-2025-revocation');

function withSteps(sop: Sop, steps: readonly SopStep[]): Sop {
  return { ...sop, steps: steps.map((step, index) => ({ ...step, number: index + 1 })) };
}

function withStep(sop: Sop, number: number, change: Partial<SopStep>): Sop {
  return withSteps(
    sop,
    sop.steps.map((step) => (step.number === number ? { ...step, ...change } : step)),
  );
}

/** Rows that differ, as "key: change (fields)". */
function rowsOf({ actors, documents, reasons, steps }: SopDiff): readonly string[] {
  return [actors, documents, reasons, steps]
    .flat()
    .filter(({ change }) => change !== 'same')
    .map(({ key, change, fields }) => `${key}: ${change} (${fields.join(', ')})`);
}

describe('comparing two SOPs', () => {
  test('the same SOP differs from itself in nothing', () => {
    for (const sop of allSops) {
      const diff = diffSops(sop, structuredClone(sop));
      expect(diff.changes).toBe(0);
      expect(rowsOf(diff)).toEqual([]);
      expect(diff.identity).toEqual([]);
    }
  });

  test('one step put first is one moved row, not every row below it', () => {
    const [first, second, third, ...rest] = tapin.steps as [SopStep, SopStep, SopStep];
    const moved = withSteps(tapin, [third, first, second, ...rest]);
    expect(rowsOf(diffSops(tapin, moved))).toEqual(['apply-in-ams: moved ()']);
    expect(diffSops(tapin, moved).changes).toBe(1);
  });

  test('a step moved and changed says both', () => {
    const changed = withStep(tapin, 8, { standardTime: { amount: 2, unit: 'minutes' } });
    const moved = withSteps(changed, [...changed.steps.slice(7), ...changed.steps.slice(0, 7)]);
    expect(rowsOf(diffSops(tapin, moved))).toEqual(['receive-notification: moved (standardTime)']);
  });

  test('a changed time is told from no time, and minutes from days', () => {
    const times = [null, { amount: 0.5, unit: 'minutes' }, { amount: 15, unit: 'working-days' }];
    for (const standardTime of times as SopStep['standardTime'][]) {
      const after = withStep(tapin, 1, { standardTime });
      expect(rowsOf(diffSops(tapin, after))).toEqual([
        'write-reason-statement: changed (standardTime)',
      ]);
    }
  });

  test('a renamed actor is one changed row, whatever steps name it', () => {
    const actors = tapin.actors.map((actor) =>
      actor.key === 'bsre-op' ? { ...actor, label: 'Verifikator Contoh' } : actor,
    );
    expect(rowsOf(diffSops(tapin, { ...tapin, actors }))).toEqual(['bsre-op: changed (label)']);
  });

  test('a row taken away stands where it was, an added one where it is', () => {
    const added = { ...(tapin.steps[0] as SopStep), key: 'log-in-again', activity: 'Masuk lagi' };
    const rest = tapin.steps.filter(({ key }) => key !== 'log-in-to-ams');
    const after = withSteps(tapin, [...rest, added]);
    const { steps } = diffSops(tapin, after);
    expect(steps.map(({ key }) => key).indexOf('log-in-to-ams')).toBe(1);
    expect(steps.at(-1)).toMatchObject({ key: 'log-in-again', change: 'added', before: null });
    expect(diffSops(tapin, after).changes).toBe(2);
  });

  test('the end of the SOP is not taken for the next row', () => {
    const ended = withStep(tapin, 4, { passesTo: null });
    expect(rowsOf(diffSops(tapin, ended))).toEqual(['upload-reason-statement: changed (passesTo)']);
  });

  test('where a fact was read, and that it was inferred, is no change', () => {
    const confirmed = tapin.steps.map((step) => ({ ...step, inferred: false, source: null }));
    expect(diffSops(tapin, { ...tapin, steps: confirmed }).changes).toBe(0);
  });

  test('a reason a document is asked for is a change of its step', () => {
    const requires = [{ document: 'reason-statement', onlyForReasons: ['retired'] }].map((one) => ({
      ...one,
      source: null,
      inferred: false,
    }));
    expect(rowsOf(diffSops(tapin, withStep(tapin, 4, { requires })))).toEqual([
      'upload-reason-statement: changed (requires)',
    ]);
  });

  test('identity, service and notices are named by their fields', () => {
    const after: Sop = {
      ...tapin,
      service: 'renewal',
      identity: { ...tapin.identity, number: '1', legalBases: [] },
      notices: [],
    };
    expect(diffSops(tapin, after).identity).toEqual(['service', 'number', 'legalBases', 'notices']);
  });

  test('read the other way round, added and removed change places and nothing is lost', () => {
    fc.assert(
      fc.property(anySopArbitrary, anySopArbitrary, (one, other) => {
        const there = diffSops(one, other);
        const back = diffSops(other, one);
        expect(there.changes).toBe(back.changes);
        expect(there.steps.flatMap(({ before }) => before ?? []).map(({ key }) => key)).toEqual(
          expect.arrayContaining(one.steps.map(({ key }) => key)),
        );
        expect(there.steps.flatMap(({ after }) => after ?? [])).toEqual(other.steps);
        const count = (diff: SopDiff, change: string) =>
          diff.steps.filter((row) => row.change === change).length;
        expect(count(there, 'added')).toBe(count(back, 'removed'));
        expect(count(there, 'moved')).toBe(count(back, 'moved'));
      }),
    );
  });
});
