import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SYSTEM_AUTHOR } from '../../src/domain/event';
import { replay } from '../../src/domain/request/evolve';
import { openStep } from '../../src/domain/sop/progress';
import { findStep, mainRoute } from '../../src/domain/sop/route';
import type { Sop } from '../../src/domain/sop/sop';
import { allSops } from '../helpers/all-sops';
import { walkArbitrary, type Attempt } from '../helpers/memory-walk';
import { forwardMoves, walkOf, type Walk } from '../helpers/request-walk';
import { soundSopArbitrary } from '../helpers/sop-arbitrary';

/** The five presets each by name, and made-up SOPs that may be published. */
const sources: readonly (readonly [string, fc.Arbitrary<Sop>, number])[] = [
  ...allSops.map((sop) => [sop.id, fc.constant(sop), 150] as const),
  ['SOPs of other offices', soundSopArbitrary, 400],
];

interface Walked extends Walk {
  readonly sop: Sop;
  readonly attempts: readonly Attempt[];
}

function walked(sops: fc.Arbitrary<Sop>): fc.Arbitrary<Walked> {
  return fc.tuple(sops, walkArbitrary).map(([sop, random]) => {
    const attempts: readonly Attempt[] = [{ what: 'record', pick: 1 }, ...random];
    return { sop, attempts, ...walkOf(sop, attempts) };
  });
}

describe.each(sources)('%s', (_name, sops, numRuns) => {
  test('from every state a request can get into, people can bring it to its end', () => {
    fc.assert(
      fc.property(walked(sops), ({ sop, attempts, state }) => {
        fc.pre(state?.status === 'open');
        const end = walkOf(sop, [...attempts, ...forwardMoves(sop)]).state;
        expect(end?.status).toBe('completed');
      }),
      { numRuns },
    );
  });

  test('no step is left out unless the SOP calls it optional', () => {
    fc.assert(
      fc.property(walked(sops), ({ sop, attempts }) => {
        const { events, state } = walkOf(sop, [...attempts, ...forwardMoves(sop)]);
        const skipped = events.flatMap((event) => (event.type === 'step-skipped' ? [event] : []));
        for (const { step } of skipped) expect(findStep(sop, step)?.optional).toBe(true);
        // A refusal that leads off the way everybody goes is a branch the SOP draws itself.
        const route = mainRoute(sop);
        const branches = sop.steps.some(
          ({ refusal }) => refusal && !route.includes(refusal.returnsTo),
        );
        if (state?.status !== 'completed' || branches) return;
        for (const step of route) {
          const passages = state.passages.filter((passage) => passage.step === step);
          expect(
            passages.some(({ outcome }) => outcome === 'completed' || outcome === 'skipped'),
          ).toBe(true);
        }
      }),
      { numRuns },
    );
  });

  test('the program alone never decides: a loop goes round, and ends, by a person', () => {
    fc.assert(
      fc.property(walked(sops), ({ sop, events }) => {
        for (const event of events) {
          if (event.by.id !== SYSTEM_AUTHOR.id || !('step' in event)) continue;
          expect(event.type).toBe('step-completed');
          expect(findStep(sop, event.step)?.kind).toBe('submit');
          expect(findStep(sop, event.step)?.refusal).toBeUndefined();
        }
      }),
      { numRuns },
    );
  });

  test('events replayed give the same state, whatever happened on the way', () => {
    fc.assert(
      fc.property(walked(sops), ({ events, state }) => {
        expect(replay(events)).toEqual(state);
      }),
      { numRuns },
    );
  });

  test('each visit of a step begins where the one before ended, and no pause outlives it', () => {
    fc.assert(
      fc.property(walked(sops), ({ events, state }) => {
        let since = events[0]?.at;
        for (const passage of state?.passages ?? []) {
          expect(passage.since).toBe(since);
          since = passage.at;
          for (const { from, until } of passage.pauses) {
            expect(until).not.toBeNull();
            expect(
              passage.since <= from && from <= (until ?? '') && (until ?? '') <= passage.at,
            ).toBe(true);
          }
        }
      }),
      { numRuns },
    );
  });

  test('an open request always says who acts, what is missing and where a refusal leads', () => {
    fc.assert(
      fc.property(walked(sops), ({ sop, state }) => {
        fc.pre(state?.status === 'open');
        const open = openStep(sop, state);
        expect(open?.step.key).toBe(state.step);
        expect(sop.actors.map(({ key }) => key)).toEqual(
          expect.arrayContaining([...(open?.actors ?? [])]),
        );
        const { refusal } = open?.step ?? {};
        if (refusal) expect(open?.returnsTo?.key).toBe(refusal.returnsTo);
      }),
      { numRuns },
    );
  });
});
