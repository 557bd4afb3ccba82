import { readdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  calendarSettingsSchema,
  DEFAULT_CALENDAR,
  type CalendarException,
  type CalendarSettings,
} from '../../src/domain/calendar/calendar-settings';
import { installedHolidays } from '../../src/domain/calendar/installed-holidays';
import { nationalHolidaysSchema } from '../../src/domain/calendar/national-holidays';
import {
  addWorkingMinutes,
  closingAfterWorkingDays,
  createWorkingCalendar,
  isWorkingDay,
  isWorkingTime,
  nextOpening,
  workingMinutesBetween,
  yearsUnknown,
} from '../../src/domain/calendar/working-calendar';
import type { TimeZone } from '../../src/domain/office/office-event';
import {
  calendarArbitrary,
  momentArbitrary,
  settingsArbitrary,
  zoneArbitrary,
} from '../helpers/calendar-arbitrary';

function calendarOf(change: Partial<CalendarSettings> = {}, timeZone: TimeZone = 'Asia/Jakarta') {
  return createWorkingCalendar({
    settings: { ...DEFAULT_CALENDAR, ...change },
    timeZone,
    holidays: installedHolidays,
  });
}

const usual = calendarOf();
const closed = calendarOf({ week: [[], [], [], [], [], [], []] });

/** An instant of the WIB clock: "2026-03-02 09:14". */
function wib(text: string): string {
  return new Date(`${text.replace(' ', 'T')}:00+07:00`).toISOString();
}

function between(from: string, until: string): number {
  return workingMinutesBetween(usual, wib(from), wib(until));
}

function added(from: string, minutes: number): string | null {
  return addWorkingMinutes(usual, wib(from), minutes);
}

const minutesArbitrary = fc.integer({ min: 0, max: 20_000_000 }).map((count) => count / 1000);

describe('working time, whatever the calendar', () => {
  it('adds what it counts: no minute is lost or made on the way there and back', () => {
    fc.assert(
      fc.property(calendarArbitrary, momentArbitrary, minutesArbitrary, (calendar, from, count) => {
        const minutes = Math.round(count * 60_000) / 60_000;
        const until = addWorkingMinutes(calendar, from, minutes);
        if (until === null) {
          expect(calendar.minutesPerDay).toBe(0);
          return;
        }
        expect(workingMinutesBetween(calendar, from, until)).toBeCloseTo(minutes, 9);
      }),
    );
  });

  it('finds the earliest instant: never one after the time that was counted', () => {
    fc.assert(
      fc.property(calendarArbitrary, momentArbitrary, momentArbitrary, (calendar, one, other) => {
        const [from, until] = one < other ? [one, other] : [other, one];
        const back = addWorkingMinutes(
          calendar,
          from,
          workingMinutesBetween(calendar, from, until),
        );
        expect(back).not.toBeNull();
        expect((back ?? '') <= until).toBe(true);
        expect(workingMinutesBetween(calendar, back ?? '', until)).toBe(0);
      }),
    );
  });

  it('never runs backwards, and neither does what falls due', () => {
    fc.assert(
      fc.property(
        calendarArbitrary,
        fc.array(momentArbitrary, { minLength: 3, maxLength: 3 }),
        minutesArbitrary,
        (calendar, moments, minutes) => {
          const [from = '', middle = '', until = ''] = moments.toSorted();
          const near = workingMinutesBetween(calendar, from, middle);
          const far = workingMinutesBetween(calendar, from, until);
          expect(near).toBeGreaterThanOrEqual(0);
          expect(near).toBeLessThanOrEqual(far);
          const early = addWorkingMinutes(calendar, from, minutes);
          const late = addWorkingMinutes(calendar, middle, minutes);
          expect((early ?? '') <= (late ?? '')).toBe(true);
        },
      ),
    );
  });

  it('is the sum of its parts wherever it is cut', () => {
    fc.assert(
      fc.property(
        calendarArbitrary,
        momentArbitrary,
        momentArbitrary,
        momentArbitrary,
        (calendar, from, cut, until) => {
          const whole = workingMinutesBetween(calendar, from, until);
          const parts =
            workingMinutesBetween(calendar, from, cut) +
            workingMinutesBetween(calendar, cut, until);
          expect(parts).toBeCloseTo(whole, 6);
        },
      ),
    );
  });

  it('is the same in WIB, WITA and WIT at the same time of the clock', () => {
    fc.assert(
      fc.property(settingsArbitrary, zoneArbitrary, momentArbitrary, momentArbitrary, (...all) => {
        const [settings, timeZone, from, until] = all;
        const hours = { 'Asia/Jakarta': 0, 'Asia/Makassar': 1, 'Asia/Jayapura': 2 }[timeZone];
        const shifted = (moment: string) =>
          new Date(Date.parse(moment) - hours * 3_600_000).toISOString();
        const there = calendarOf(settings, timeZone);
        expect(workingMinutesBetween(there, shifted(from), shifted(until))).toBe(
          workingMinutesBetween(calendarOf(settings), from, until),
        );
      }),
    );
  });

  it('never counts a minute of a day off', () => {
    fc.assert(
      fc.property(settingsArbitrary, fc.constantFrom(...daysOff()), (settings, date) => {
        const calendar = calendarOf({ ...settings, exceptions: [] });
        expect(isWorkingDay(calendar, date)).toBe(false);
        const midnight = `${date}T00:00:00+07:00`;
        expect(workingMinutesBetween(calendar, midnight, `${date}T23:59:59.999+07:00`)).toBe(0);
        const due = addWorkingMinutes(calendar, midnight, 1);
        expect(due === null || due > new Date(`${date}T23:59:59+07:00`).toISOString()).toBe(true);
      }),
    );
  });

  it('ends its search in an office that never works', () => {
    expect(addWorkingMinutes(closed, wib('2026-03-02 09:00'), 0.5)).toBeNull();
    expect(closingAfterWorkingDays(closed, wib('2026-03-02 09:00'), 7)).toBeNull();
    expect(nextOpening(closed, wib('2026-03-02 09:00'))).toBeNull();
    expect(closed.minutesPerDay).toBe(0);
    expect(addWorkingMinutes(usual, wib('2026-03-02 09:00'), 1e12)).toBeNull();
  });
});

function daysOff(): readonly string[] {
  return installedHolidays.flatMap(({ days }) => days.map(({ date }) => date));
}

describe('the working day', () => {
  it('stands still over lunch', () => {
    expect(between('2026-03-02 11:50', '2026-03-02 13:10')).toBe(20);
    expect(added('2026-03-02 11:50', 10)).toBe(wib('2026-03-02 12:00'));
    expect(added('2026-03-02 11:50', 10.5)).toBe('2026-03-02T06:00:30.000Z');
  });

  it('has its longer lunch on Friday', () => {
    expect(between('2026-03-06 07:30', '2026-03-06 16:30')).toBe(450);
    expect(added('2026-03-06 11:20', 20)).toBe(wib('2026-03-06 13:10'));
  });

  it('keeps half a minute half a minute', () => {
    expect(added('2026-03-02 09:00', 0.5)).toBe('2026-03-02T02:00:30.000Z');
    expect(workingMinutesBetween(usual, wib('2026-03-02 09:00'), '2026-03-02T02:00:30.000Z')).toBe(
      0.5,
    );
  });

  it('goes on from Friday afternoon on Monday', () => {
    expect(added('2026-03-06 16:20', 30)).toBe(wib('2026-03-09 07:50'));
    expect(between('2026-03-06 20:00', '2026-03-08 20:00')).toBe(0);
  });

  it('does not put off to the next morning what falls due when work ends', () => {
    expect(added('2026-03-02 15:30', 30)).toBe(wib('2026-03-02 16:00'));
  });

  it('counts back as far as forth', () => {
    expect(between('2026-03-02 13:10', '2026-03-02 11:50')).toBe(-20);
  });

  it('knows when work goes on', () => {
    expect(isWorkingTime(usual, wib('2026-03-02 07:30'))).toBe(true);
    expect(isWorkingTime(usual, wib('2026-03-02 12:00'))).toBe(false);
    expect(nextOpening(usual, wib('2026-03-06 16:30'))).toBe(wib('2026-03-09 07:30'));
  });

  it('counts a shift that ends at 24:00 and one that begins at 00:00 without a gap', () => {
    const night = calendarOf({
      week: [
        [{ from: '22:00', to: '24:00' }],
        [{ from: '00:00', to: '06:00' }],
        [],
        [],
        [],
        [],
        [],
      ],
    });
    expect(workingMinutesBetween(night, wib('2026-03-02 23:50'), wib('2026-03-03 00:10'))).toBe(20);
    expect(isWorkingTime(night, wib('2026-03-03 00:00'))).toBe(true);
  });

  it('takes the day from the clocks of its zone, not from UTC', () => {
    const east = calendarOf({}, 'Asia/Jayapura');
    // Monday 07.30 in Jayapura is still Sunday in UTC.
    expect(addWorkingMinutes(east, '2026-03-01T22:30:00Z', 30)).toBe('2026-03-01T23:00:00.000Z');
    expect(addWorkingMinutes(usual, '2026-03-01T22:30:00Z', 30)).toBe('2026-03-02T01:00:00.000Z');
  });

  it('refuses what is no instant instead of counting nonsense', () => {
    expect(() => workingMinutesBetween(usual, 'kapan-kapan', '2026-03-02T00:00:00Z')).toThrow(
      RangeError,
    );
  });
});

describe('holidays', () => {
  it('leaps over Lebaran 2026: from the eve of Nyepi to the Wednesday after', () => {
    expect(added('2026-03-17 15:50', 20)).toBe(wib('2026-03-25 07:40'));
    expect(between('2026-03-17 16:00', '2026-03-25 07:30')).toBe(0);
  });

  it('leaps over the turn of the year, with the holidays of both years', () => {
    expect(added('2025-12-31 15:50', 20)).toBe(wib('2026-01-02 07:40'));
    expect(between('2025-12-24 16:00', '2025-12-29 08:00')).toBe(30);
  });

  it('knows 29 February in leap years alone', () => {
    expect(isWorkingDay(usual, '2028-02-29')).toBe(true);
    const leap = closingAfterWorkingDays(usual, wib('2028-02-28 09:00'), 1);
    expect(leap).toBe(wib('2028-02-29 16:00'));
    const common = closingAfterWorkingDays(usual, wib('2027-02-26 09:00'), 1);
    expect(common).toBe(wib('2027-03-01 16:00'));
  });

  it('takes the office at its word on its own days', () => {
    const exceptions: CalendarException[] = [
      { date: '2026-03-03', name: 'Hari Jadi Kabupaten', kind: 'holiday' },
      { date: '2026-03-18', name: 'Pelayanan dibuka', kind: 'working' },
      { date: '2026-03-07', name: 'Pelayanan Sabtu', kind: 'working' },
    ];
    const own = calendarOf({ exceptions });
    expect(isWorkingDay(own, '2026-03-03')).toBe(false);
    expect(isWorkingDay(own, '2026-03-18')).toBe(true);
    // A Saturday has no hours of its own: it is worked like a Monday.
    expect(workingMinutesBetween(own, wib('2026-03-07 00:00'), wib('2026-03-08 00:00'))).toBe(450);
    const twice = calendarOf({
      exceptions: [...exceptions, { date: '2026-03-18', name: 'Tutup', kind: 'holiday' }],
    });
    expect(isWorkingDay(twice, '2026-03-18')).toBe(false);
  });

  it('says which years it does not know in full instead of taking them for free of holidays', () => {
    expect(yearsUnknown(usual, wib('2026-03-02 09:00'), wib('2026-12-31 23:59'))).toEqual([]);
    expect(yearsUnknown(usual, wib('2026-12-30 09:00'), wib('2028-01-04 09:00'))).toEqual([
      2027, 2028,
    ]);
    // It is 2027 in Jakarta already while UTC still writes 2026.
    expect(yearsUnknown(usual, '2026-12-31T17:00:00Z', '2026-12-31T17:30:00Z')).toEqual([2027]);
  });
});

describe('working days', () => {
  it('end when the office closes on the last of them', () => {
    expect(closingAfterWorkingDays(usual, wib('2026-03-02 09:14'), 1)).toBe(
      wib('2026-03-03 16:00'),
    );
    expect(closingAfterWorkingDays(usual, wib('2026-03-05 09:14'), 1)).toBe(
      wib('2026-03-06 16:30'),
    );
    expect(closingAfterWorkingDays(usual, wib('2026-03-16 09:14'), 2)).toBe(
      wib('2026-03-25 16:00'),
    );
  });

  it('begin on the day work goes on for what opens after closing time or on a day off', () => {
    const monday = closingAfterWorkingDays(usual, wib('2026-03-09 07:30'), 1);
    expect(closingAfterWorkingDays(usual, wib('2026-03-06 16:30'), 1)).toBe(monday);
    expect(closingAfterWorkingDays(usual, wib('2026-03-07 10:00'), 1)).toBe(monday);
    expect(closingAfterWorkingDays(usual, wib('2026-03-09 05:00'), 1)).toBe(monday);
  });
});

describe('holiday files', () => {
  it('are installed, every one, so that no year is left lying beside the program', () => {
    const years = readdirSync('resources/holidays').map((name) => Number(name.slice(0, 4)));
    expect(installedHolidays.map(({ year }) => year)).toEqual(years.toSorted());
  });

  it('have the number of days the decrees have', () => {
    const counts = installedHolidays.map(({ year, complete, days }) => [
      year,
      complete,
      days.filter(({ kind }) => kind === 'national').length,
      days.filter(({ kind }) => kind === 'joint-leave').length,
    ]);
    expect(counts).toEqual([
      [2025, true, 17, 11],
      [2026, true, 17, 8],
      [2027, false, 5, 0],
    ]);
  });

  it('are refused with a date of another year or out of order', () => {
    const day = { date: '2026-01-01', name: 'Tahun Baru', kind: 'national' };
    const year = { year: 2026, source: 'Contoh', complete: true };
    const read = (days: unknown) => nationalHolidaysSchema.safeParse({ ...year, days }).success;
    expect(read([day])).toBe(true);
    expect(read([{ ...day, date: '2025-12-31' }])).toBe(false);
    expect(read([{ ...day, date: '2026-02-29' }])).toBe(false);
    expect(read([day, day])).toBe(false);
  });

  it('leave the usual week of the program a valid one', () => {
    expect(calendarSettingsSchema.parse(DEFAULT_CALENDAR)).toEqual(DEFAULT_CALENDAR);
    expect(usual.minutesPerDay).toBe(450);
  });
});
