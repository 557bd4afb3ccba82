import { instantAt } from '../numbering/local-date';
import type { TimeZone } from '../office/office-event';
import type { CalendarSettings, Stretch } from './calendar-settings';
import type { NationalHolidays } from './national-holidays';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** Where a search for working time ends: a hundred years without any are a calendar without. */
const SEARCH_DAYS = 36_600;
/** 1 January 1970, day 0, was a Thursday: the fourth of a week that begins on Monday. */
const WEEKDAY_OF_DAY_0 = 3;

/** A stretch of work in milliseconds since midnight of its day. */
interface Hours {
  readonly from: number;
  readonly until: number;
}

/**
 * When an office works: what every length of working time is counted on. Made of the office's
 * hours, the national holidays and the office's own exceptions; see docs/sop-time.md.
 */
export interface WorkingCalendar {
  readonly timeZone: TimeZone;
  /** Milliseconds the office's clocks are ahead of UTC, all year round. */
  readonly offset: number;
  /** Monday first. */
  readonly week: readonly (readonly Hours[])[];
  /** Days unlike their weekday, by the number of the day since 1 January 1970. */
  readonly special: ReadonlyMap<number, readonly Hours[]>;
  /** Years whose national holidays are known in full. */
  readonly knownYears: ReadonlySet<number>;
  /** Of the days of the week that are worked, on average: what "1 hari kerja" is long. */
  readonly minutesPerDay: number;
}

export interface CalendarSources {
  readonly settings: CalendarSettings;
  readonly timeZone: TimeZone;
  readonly holidays: readonly NationalHolidays[];
}

/**
 * The calendar of an office. A national holiday or joint leave is a day off unless the office
 * says that it works then; a date it works on has its weekday's hours, and where that weekday
 * has none those of the first day of the week that has (Monday's, as a rule). Of two
 * exceptions for one date the later in the list counts.
 */
export function createWorkingCalendar(sources: CalendarSources): WorkingCalendar {
  const { settings, timeZone, holidays } = sources;
  const week = settings.week.map((day) => day.map(hoursOf));
  const usual = week.find((day) => day.length > 0) ?? [];
  const special = new Map<number, readonly Hours[]>();
  for (const { date } of holidays.flatMap(({ days }) => days)) special.set(dayOfDate(date), []);
  for (const { date, kind } of settings.exceptions) {
    const day = dayOfDate(date);
    const own = week[weekdayOf(day)] ?? [];
    special.set(day, kind === 'holiday' ? [] : own.length > 0 ? own : usual);
  }
  const worked = week.map(lengthOf).filter((length) => length > 0);
  const total = worked.reduce((sum, length) => sum + length, 0);
  return {
    timeZone,
    offset: -Date.parse(instantAt('1970-01-01', { hour: 0, minute: 0 }, timeZone)),
    week,
    special,
    knownYears: new Set(holidays.filter(({ complete }) => complete).map(({ year }) => year)),
    minutesPerDay: worked.length === 0 ? 0 : total / worked.length / MINUTE,
  };
}

/**
 * Working minutes from one instant (RFC 3339) to another, with fractions; negative where
 * `until` lies before `from`. Throws a RangeError for what is no instant.
 */
export function workingMinutesBetween(
  calendar: WorkingCalendar,
  from: string,
  until: string,
): number {
  const start = parse(from);
  const end = parse(until);
  if (end < start) return -workingMinutesBetween(calendar, until, from);
  const last = dayAt(calendar, end);
  let sum = 0;
  for (let day = dayAt(calendar, start); day <= last; day += 1) {
    for (const hours of hoursOn(calendar, day)) {
      const { opens, closes } = at(calendar, day, hours);
      sum += Math.max(0, Math.min(closes, end) - Math.max(opens, start));
    }
  }
  return sum / MINUTE;
}

/**
 * The first instant (RFC 3339 UTC) at which so many working minutes have passed since `from`,
 * to the millisecond; `from` itself for none. Null where the calendar has no working time
 * within a hundred years. What falls due when work ends falls due then, not the next morning.
 */
export function addWorkingMinutes(
  calendar: WorkingCalendar,
  from: string,
  minutes: number,
): string | null {
  const start = parse(from);
  let rest = Math.round(minutes * MINUTE);
  if (rest <= 0) return instant(start);
  const first = dayAt(calendar, start);
  for (let day = first; day < first + SEARCH_DAYS; day += 1) {
    for (const hours of hoursOn(calendar, day)) {
      const { opens, closes } = at(calendar, day, hours);
      const begins = Math.max(opens, start);
      const length = Math.max(0, closes - begins);
      if (length >= rest) return instant(begins + rest);
      rest -= length;
    }
  }
  return null;
}

/** Whether the office works at that instant; the closing minute is not worked any more. */
export function isWorkingTime(calendar: WorkingCalendar, moment: string): boolean {
  return nextOpening(calendar, moment) === instant(parse(moment));
}

/** When work goes on: the instant itself within working hours; null without working time. */
export function nextOpening(calendar: WorkingCalendar, moment: string): string | null {
  const start = parse(moment);
  const first = dayAt(calendar, start);
  for (let day = first; day < first + SEARCH_DAYS; day += 1) {
    for (const hours of hoursOn(calendar, day)) {
      const { opens, closes } = at(calendar, day, hours);
      if (closes > start) return instant(Math.max(opens, start));
    }
  }
  return null;
}

/** Whether the office works at all on a date (yyyy-mm-dd in its zone). */
export function isWorkingDay(calendar: WorkingCalendar, isoDate: string): boolean {
  return hoursOn(calendar, dayOfDate(isoDate)).length > 0;
}

/**
 * Closing time of the n-th working day (n: 1 or more, whole) after the day `from` falls on;
 * what happens outside working hours falls on the day work goes on. Null without working time.
 */
export function closingAfterWorkingDays(
  calendar: WorkingCalendar,
  from: string,
  days: number,
): string | null {
  const opening = nextOpening(calendar, from);
  if (opening === null) return null;
  let left = days;
  const first = dayAt(calendar, parse(opening)) + 1;
  for (let day = first; day < first + SEARCH_DAYS; day += 1) {
    const last = hoursOn(calendar, day).at(-1);
    if (last === undefined) continue;
    left -= 1;
    if (left <= 0) return instant(at(calendar, day, last).closes);
  }
  return null;
}

/** Years an interval touches whose national holidays are not known in full, in order. */
export function yearsUnknown(
  calendar: WorkingCalendar,
  from: string,
  until: string,
): readonly number[] {
  const [start, end] = [parse(from), parse(until)].sort((one, other) => one - other);
  const yearOf = (time: number | undefined) =>
    new Date((time ?? 0) + calendar.offset).getUTCFullYear();
  const years: number[] = [];
  for (let year = yearOf(start); year <= yearOf(end); year += 1) {
    if (!calendar.knownYears.has(year)) years.push(year);
  }
  return years;
}

function hoursOf({ from, to }: Stretch): Hours {
  return { from: ofClock(from), until: ofClock(to) };
}

/** Milliseconds since midnight of "07:30"; "24:00" is the end of the day. */
function ofClock(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return (hours * 60 + minutes) * MINUTE;
}

function lengthOf(day: readonly Hours[]): number {
  return day.reduce((sum, { from, until }) => sum + until - from, 0);
}

function hoursOn(calendar: WorkingCalendar, day: number): readonly Hours[] {
  return calendar.special.get(day) ?? calendar.week[weekdayOf(day)] ?? [];
}

/** Opening and closing as epoch milliseconds. */
function at({ offset }: WorkingCalendar, day: number, { from, until }: Hours) {
  const midnight = day * DAY - offset;
  return { opens: midnight + from, closes: midnight + until };
}

function dayAt({ offset }: WorkingCalendar, time: number): number {
  return Math.floor((time + offset) / DAY);
}

function dayOfDate(isoDate: string): number {
  return Math.floor(Date.parse(`${isoDate}T00:00:00Z`) / DAY);
}

/** 0 for Monday to 6 for Sunday, also before 1970. */
function weekdayOf(day: number): number {
  return (((day + WEEKDAY_OF_DAY_0) % 7) + 7) % 7;
}

function parse(moment: string): number {
  const time = Date.parse(moment);
  if (Number.isNaN(time)) throw new RangeError('not an instant');
  return time;
}

function instant(time: number): string {
  return new Date(time).toISOString();
}
