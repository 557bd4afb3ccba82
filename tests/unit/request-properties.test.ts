import fc from 'fast-check';
import { expect, test } from 'vitest';
import { replay } from '../../src/domain/request/evolve';
import { requestEventSchema } from '../../src/domain/request/request-event';
import { dispositionReturnsTo, findStep, stepAfter } from '../../src/domain/sop/route';
import { sop } from '../helpers/memory-desk';
import { walkArbitrary } from '../helpers/memory-walk';
import { walkOf } from '../helpers/request-walk';

const walks = walkArbitrary.map((attempts) =>
  walkOf(sop, [{ what: 'record', pick: 1 }, ...attempts]),
);
const runs = { numRuns: 300 };

test('walks reach the end of the SOP often enough to mean something', () => {
  const statuses = fc.sample(walks, { numRuns: 300, seed: 7 }).map(({ state }) => state?.status);
  for (const status of ['open', 'completed', 'cancelled'] as const) {
    expect(statuses.filter((one) => one === status).length, status).toBeGreaterThan(10);
  }
});

test('a request replayed from its events is the request as it grew', () => {
  fc.assert(
    fc.property(walks, ({ events, state }) => {
      expect(replay(events)).toEqual(state);
    }),
    runs,
  );
});

test('every event comes back whole from JSON, or a rebuild would set it aside', () => {
  fc.assert(
    fc.property(walks, ({ events }) => {
      for (const event of events) {
        expect(requestEventSchema.parse(JSON.parse(JSON.stringify(event)))).toEqual(event);
      }
    }),
    runs,
  );
});

test('no step is skipped: each passes while it is open, and opens the next or the one it returns to', () => {
  fc.assert(
    fc.property(walks, ({ events }) => {
      let open: string | null = null;
      for (const event of events) {
        if (event.type === 'request-recorded') open = event.firstStep;
        if (!('opens' in event)) continue;
        expect(event.step).toBe(open);
        const step = findStep(sop, event.step);
        const target = {
          'step-completed': stepAfter(sop, event.step)?.key ?? null,
          'step-skipped': stepAfter(sop, event.step)?.key ?? null,
          'step-refused': step?.refusal?.returnsTo,
          'disposition-returned': step && dispositionReturnsTo(sop, step)?.key,
        }[event.type];
        expect(event.opens).toBe(target);
        open = event.opens;
      }
    }),
    runs,
  );
});

test('numbers are given without gap and never twice', () => {
  fc.assert(
    fc.property(walks, ({ events }) => {
      const given = new Map<string, number>();
      for (const { counter } of events) {
        if (!counter) continue;
        expect(counter.value).toBe((given.get(counter.name) ?? 0) + 1);
        given.set(counter.name, counter.value);
      }
    }),
    runs,
  );
});

test('events that come late, twice or in any order break nothing', () => {
  const shuffled = walks.chain(({ events }) =>
    fc.shuffledSubarray([...events, ...events], { minLength: events.length }),
  );
  fc.assert(
    fc.property(shuffled, (events) => {
      const state = replay(events);
      for (const list of [state?.attachments, state?.letters, state?.submissions]) {
        const ids = (list ?? []).map((one) => one.id);
        expect(new Set(ids).size).toBe(ids.length);
      }
    }),
    runs,
  );
});

test('the same event twice in a row changes nothing but the count', () => {
  fc.assert(
    fc.property(walks, ({ events, state }) => {
      const twice = replay(events.flatMap((event) => [event, event]));
      expect({ ...twice, eventCount: 0, passages: [] }).toEqual({
        ...state,
        eventCount: 0,
        passages: [],
      });
    }),
    runs,
  );
});
