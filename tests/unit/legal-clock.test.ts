import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { legalClock, legalDueAt } from '../../src/domain/privacy/legal-clock';

const HOUR = 3_600_000;
const instant = fc
  .date({
    min: new Date('2022-01-01T00:00:00Z'),
    max: new Date('2090-01-01T00:00:00Z'),
    noInvalidDate: true,
  })
  .map((date) => date.toISOString());
const after = (at: string, milliseconds: number) =>
  new Date(Date.parse(at) + milliseconds).toISOString();

describe('the clock of 3 x 24 hours', () => {
  test('counts calendar hours: over a weekend with a holiday nothing is added', () => {
    // Friday 20 March 2026, before Nyepi and Idulfitri.
    expect(legalDueAt('2026-03-20T09:00:00+07:00')).toBe('2026-03-23T02:00:00.000Z');
  });

  test('is 72 hours for every moment it may begin', () => {
    fc.assert(
      fc.property(instant, (start) => {
        expect(Date.parse(legalDueAt(start)) - Date.parse(start)).toBe(72 * HOUR);
      }),
    );
  });

  test('while it runs its standing follows from what is left, and never goes back', () => {
    const order = ['running', 'close', 'overdue'];
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 0, max: 200 * HOUR }),
        fc.integer({ min: 0, max: 200 * HOUR }),
        (start, one, other) => {
          const [early, late] = [Math.min(one, other), Math.max(one, other)].map((passed) =>
            legalClock(start, null, after(start, passed)),
          );
          expect(order.indexOf(late?.standing ?? '')).toBeGreaterThanOrEqual(
            order.indexOf(early?.standing ?? ''),
          );
          expect(late?.standing === 'overdue').toBe((late?.left ?? 0) < 0);
        },
      ),
    );
  });

  test('once it has ended the time of looking changes nothing', () => {
    fc.assert(
      fc.property(
        instant,
        fc.integer({ min: 0, max: 200 * HOUR }),
        instant,
        (start, passed, now) => {
          const end = after(start, passed);
          const clock = legalClock(start, end, now);
          expect(clock.standing).toBe(passed <= 72 * HOUR ? 'met' : 'missed');
          expect(clock).toEqual(legalClock(start, end, end));
        },
      ),
    );
  });

  test('at the very moment it is due it is in time', () => {
    const start = '2026-03-02T02:00:00.000Z';
    const due = legalDueAt(start);
    expect(legalClock(start, due, due).standing).toBe('met');
    expect(legalClock(start, null, due).standing).toBe('close');
    expect(legalClock(start, null, after(due, 1)).standing).toBe('overdue');
  });
});
