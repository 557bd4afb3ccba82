import { isRealIsoDate } from '../../domain/identifiers/calendar-date';
import { instantAt, localDate } from '../../domain/numbering/local-date';
import type { TimeZone } from '../../domain/office/office-event';
import type { IntakeValues } from './intake-values';

/** A clock time as clerks write it: "09.14", "9:14", "0914", "9". Null when it is none. */
export function parseClock(
  typed: string,
): { readonly hour: number; readonly minute: number } | null {
  const match = /^(\d{1,2})(?:[.:\s]?(\d{2}))?$/.exec(typed.trim());
  if (match === null) return null;
  const hour = Number(match[1]);
  const minute = Number(match[2] ?? '0');
  return hour < 24 && minute < 60 ? { hour, minute } : null;
}

/** The arrival as the form shows it: yyyy-mm-dd and "09.14" on the office's clock. */
export function arrivalOf(instant: string, timeZone: TimeZone): IntakeValues['arrival'] {
  const { isoDate, hour, minute } = localDate(instant, timeZone);
  return { date: isoDate, time: `${twoDigits(hour)}.${twoDigits(minute)}` };
}

/** What is wrong with a typed arrival, by its field; empty when it is a moment until `now`. */
export function checkArrival(
  arrival: IntakeValues['arrival'],
  now: string,
  timeZone: TimeZone,
): readonly { readonly field: ArrivalField; readonly code: ArrivalProblem }[] {
  const clock = parseClock(arrival.time);
  if (!isRealIsoDate(arrival.date)) return [{ field: 'arrival.date', code: 'date-invalid' }];
  if (clock === null) return [{ field: 'arrival.time', code: 'time-invalid' }];
  // The form shows minutes: a moment within the present one is not the future.
  const isFuture = Date.parse(instantAt(arrival.date, clock, timeZone)) > Date.parse(now);
  return isFuture ? [{ field: 'arrival.date', code: 'arrival-future' }] : [];
}
export type ArrivalField = 'arrival.date' | 'arrival.time';
export type ArrivalProblem = 'date-invalid' | 'time-invalid' | 'arrival-future';

/** The typed arrival as RFC 3339 UTC; null when it is no moment. */
export function arrivalInstant(
  arrival: IntakeValues['arrival'],
  timeZone: TimeZone,
): string | null {
  const clock = parseClock(arrival.time);
  if (clock === null || !isRealIsoDate(arrival.date)) return null;
  return instantAt(arrival.date, clock, timeZone);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
