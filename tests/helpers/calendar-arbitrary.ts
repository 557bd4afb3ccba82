import fc from 'fast-check';
import type { CalendarSettings } from '../../src/domain/calendar/calendar-settings';
import { installedHolidays } from '../../src/domain/calendar/installed-holidays';
import {
  createWorkingCalendar,
  type WorkingCalendar,
} from '../../src/domain/calendar/working-calendar';
import type { TimeZone } from '../../src/domain/office/office-event';

const HALF_HOURS = 48;

function clock(halfHours: number): string {
  const hours = String(Math.floor(halfHours / 2)).padStart(2, '0');
  return `${hours}:${halfHours % 2 === 0 ? '00' : '30'}`;
}

/** No, one, two or three stretches of a day that do not overlap; "24:00" may be an end. */
const dayArbitrary = fc
  .uniqueArray(fc.integer({ min: 0, max: HALF_HOURS }), { maxLength: 6 })
  .map((ends) => {
    const sorted = ends.toSorted((one, other) => one - other);
    return Array.from({ length: Math.floor(sorted.length / 2) }, (_, index) => ({
      from: clock(sorted[2 * index] ?? 0),
      to: clock(sorted[2 * index + 1] ?? 0),
    }));
  });

/** A date around the turn from 2026 to 2027. */
const dateArbitrary = fc
  .integer({ min: 0, max: 500 })
  .map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));

export const settingsArbitrary: fc.Arbitrary<CalendarSettings> = fc.record({
  week: fc.tuple(
    dayArbitrary,
    dayArbitrary,
    dayArbitrary,
    dayArbitrary,
    dayArbitrary,
    dayArbitrary,
    dayArbitrary,
  ),
  exceptions: fc.array(
    fc.record({
      date: dateArbitrary,
      name: fc.constant('Hari Contoh'),
      kind: fc.constantFrom('holiday', 'working'),
    }),
    { maxLength: 12 },
  ),
});

export const zoneArbitrary: fc.Arbitrary<TimeZone> = fc.constantFrom(
  'Asia/Jakarta',
  'Asia/Makassar',
  'Asia/Jayapura',
);

/** Any office's calendar, one that never works among them. */
export const calendarArbitrary: fc.Arbitrary<WorkingCalendar> = fc
  .record({ settings: settingsArbitrary, timeZone: zoneArbitrary })
  .map((sources) => createWorkingCalendar({ ...sources, holidays: installedHolidays }));

/** An instant of 2026 or 2027, to the millisecond. */
export const momentArbitrary = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2027, 11, 31) })
  .map((time) => new Date(time).toISOString());
