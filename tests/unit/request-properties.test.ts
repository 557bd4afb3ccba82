import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Occasion } from '../../src/domain/event';
import { decide } from '../../src/domain/request/decide';
import { evolve, replay } from '../../src/domain/request/evolve';
import { requestEventSchema, type RequestEvent } from '../../src/domain/request/request-event';
import type { RequestState } from '../../src/domain/request/request-state';
import { stepAfter } from '../../src/domain/sop/route';
import { profile, sop, staff } from '../helpers/memory-desk';
import { commandOf, walkArbitrary, type Attempt } from '../helpers/memory-walk';

const id = '01930000-0000-7000-8000-000000000001';

/** Everything that happened in a walk: each attempt decided on the state the ones before left. */
function walk(attempts: readonly Attempt[]) {
  const counters = new Map<string, number>();
  const events: RequestEvent[] = [];
  let state: RequestState | null = null;
  let ids = 0;
  const newId = () => `01930000-0000-7000-9000-${(ids += 1).toString(16).padStart(12, '0')}`;
  const nextOf = (name: string) => (counters.get(name) ?? 0) + 1;
  for (const attempt of attempts) {
    const command = commandOf(attempt, state, nextOf, newId);
    const context = {
      sop,
      office: profile,
      counters: (name: string) => counters.get(name) ?? 0,
      importedAs: null,
    };
    const at = new Date(Date.UTC(2026, 2, 2, 2, 0, events.length)).toISOString();
    const occasion: Occasion = { at, clockOffsetMs: null, by: staff, desk: 'A', newId };
    const decided = decide(id, state, command, context, occasion);
    if (!decided.ok) continue;
    for (const event of decided.value) {
      events.push(event);
      state = evolve(state, event);
      if (event.counter) counters.set(event.counter.name, event.counter.value);
    }
  }
  return { events, state };
}

const walks = walkArbitrary.map((attempts) => walk([{ what: 'record', pick: 1 }, ...attempts]));
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
        if (event.type !== 'step-completed' && event.type !== 'step-refused') continue;
        expect(event.step).toBe(open);
        const returnsTo = sop.steps.find(({ key }) => key === event.step)?.refusal?.returnsTo;
        const next = stepAfter(sop, event.step)?.key ?? null;
        expect(event.opens).toBe(event.type === 'step-completed' ? next : returnsTo);
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
