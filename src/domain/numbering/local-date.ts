import type { TimeZone } from '../office/office-event';

/**
 * Hours ahead of UTC. Indonesia's three zones know no daylight saving, so that a fixed
 * offset is exact and needs no time zone data (WIB, WITA, WIT; Keppres 41/1987).
 */
const OFFSETS = {
  'Asia/Jakarta': { hours: 7, label: 'WIB' },
  'Asia/Makassar': { hours: 8, label: 'WITA' },
  'Asia/Jayapura': { hours: 9, label: 'WIT' },
} as const satisfies Record<TimeZone, { hours: number; label: string }>;

const MONTHS = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;
const ROMAN_MONTHS = [
  'I',
  'II',
  'III',
  'IV',
  'V',
  'VI',
  'VII',
  'VIII',
  'IX',
  'X',
  'XI',
  'XII',
] as const;

/** A moment as clocks and calendars of an office's zone show it. */
export interface LocalDate {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** Date yyyy-mm-dd. */
  readonly isoDate: string;
}

/** The parts of an RFC 3339 instant in the zone. Throws a RangeError for what is no instant. */
export function localDate(instant: string, timeZone: TimeZone): LocalDate {
  const moment = new Date(Date.parse(instant) + OFFSETS[timeZone].hours * 3_600_000);
  return {
    year: moment.getUTCFullYear(),
    month: moment.getUTCMonth() + 1,
    day: moment.getUTCDate(),
    hour: moment.getUTCHours(),
    minute: moment.getUTCMinutes(),
    isoDate: moment.toISOString().slice(0, 10),
  };
}

/**
 * The instant at which clocks of the zone show this day and time, as RFC 3339 UTC. The
 * caller has made sure that day (yyyy-mm-dd) and time exist.
 */
export function instantAt(
  isoDate: string,
  time: { readonly hour: number; readonly minute: number },
  timeZone: TimeZone,
): string {
  const atMidnightUtc = Date.parse(`${isoDate}T00:00:00Z`);
  const minutes = (time.hour - OFFSETS[timeZone].hours) * 60 + time.minute;
  return new Date(atMidnightUtc + minutes * 60_000).toISOString();
}

/** "WIB", "WITA" or "WIT". */
export function timeZoneLabel(timeZone: TimeZone): string {
  return OFFSETS[timeZone].label;
}

/** Indonesian name of a month from 1 to 12; '' for any other number. */
export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** "III" for 3; '' for what is no month. Letter numbers write months so (letters.md, 4.1). */
export function romanMonth(month: number): string {
  return ROMAN_MONTHS[month - 1] ?? '';
}

/** "2 Maret 2026", as letters in Indonesian write a date whatever the screen's language. */
export function letterDate(date: Pick<LocalDate, 'year' | 'month' | 'day'>): string {
  return `${date.day} ${monthName(date.month)} ${date.year}`;
}

/** "2 Maret 2026" for yyyy-mm-dd; the text itself where it is no such date. */
export function letterDateOfIso(isoDate: string): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(isoDate);
  const [year, month, day] = (match ?? []).slice(1).map(Number);
  if (!year || !month || !day || month > 12) return isoDate;
  return letterDate({ year, month, day });
}
