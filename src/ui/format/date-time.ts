import { translate, type Locale } from '../../messages/catalogue';

/** RFC 3339 text, epoch milliseconds or a Date. */
export type Instant = string | number | Date;

/** Where and in which language a time is read. */
export interface TimeContext {
  readonly locale: Locale;
  /** IANA name of the office's zone. */
  readonly timeZone: string;
}

export const defaultTimeContext: TimeContext = { locale: 'id', timeZone: 'Asia/Jakarta' };

const intlLocales: Readonly<Record<Locale, string>> = { id: 'id-ID', en: 'en-GB' };
const calendarDate = /^\d{4}-\d{2}-\d{2}$/;
const formatters = new Map<string, Intl.DateTimeFormat>();

function formatter(
  locale: string,
  timeZone: string,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, timeZone, options]);
  const known = formatters.get(key);
  if (known !== undefined) {
    return known;
  }
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone, calendar: 'gregory' });
  formatters.set(key, made);
  return made;
}

/** A plain calendar date ("1985-01-15") is the same day everywhere: it is read in UTC. */
function formatDay(
  value: Instant,
  context: TimeContext,
  options: Intl.DateTimeFormatOptions,
): string {
  const plain = typeof value === 'string' && calendarDate.test(value);
  const date = new Date(plain ? `${value}T12:00:00Z` : value);
  if (Number.isNaN(date.getTime())) {
    return '—';
  }
  const zone = plain ? 'UTC' : context.timeZone;
  return formatter(intlLocales[context.locale], zone, options).format(date);
}

/** "Senin, 2 Maret 2026". An unreadable value gives "—". */
export function formatLongDate(value: Instant, context: TimeContext = defaultTimeContext): string {
  return formatDay(value, context, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
}

/** "2 Maret 2026", as letters and lists write it. */
export function formatDate(value: Instant, context: TimeContext = defaultTimeContext): string {
  return formatDay(value, context, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "2 Mar 2026", for tables. */
export function formatShortDate(value: Instant, context: TimeContext = defaultTimeContext): string {
  return formatDay(value, context, { day: 'numeric', month: 'short', year: 'numeric' });
}

/** "02-03-2026", as it is typed. */
export function formatTypedDate(value: Instant, context: TimeContext = defaultTimeContext): string {
  const iso = formatDay(
    value,
    { ...context, locale: 'en' },
    {
      day: '2-digit',
      month: '2-digit',
      year: 'numeric',
    },
  );
  return iso.replaceAll('/', '-');
}

/** "09.14" (Indonesian) or "09:14", 24 hours. */
export function formatClock(value: Instant, context: TimeContext = defaultTimeContext): string {
  return formatDay(value, context, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
}

/** Indonesia's names (WIB, WITA, WIT), else the offset. */
export function zoneName(value: Instant, timeZone: string): string {
  const parts = formatter('id-ID', timeZone, { timeZoneName: 'short' }).formatToParts(
    new Date(value),
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? '';
}

/** "09.14 WIB". */
export function formatTime(value: Instant, context: TimeContext = defaultTimeContext): string {
  const clock = formatClock(value, context);
  return clock === '—' ? clock : `${clock} ${zoneName(value, context.timeZone)}`;
}

/** "2 Maret 2026 pukul 09.14 WIB". */
export function formatDateTime(value: Instant, context: TimeContext = defaultTimeContext): string {
  return translate(context.locale, 'ui.time.dateAtTime', {
    date: formatDate(value, context),
    time: formatTime(value, context),
  });
}

/** Whether two instants fall on one day in the office's zone. */
export function isSameDay(one: Instant, other: Instant, timeZone: string): boolean {
  const context: TimeContext = { locale: 'id', timeZone };
  return formatTypedDate(one, context) === formatTypedDate(other, context);
}

/** The clock alone for today ("09.14"), date and clock for any other day ("2 Mar 09.14"). */
export function formatTimeOrDay(
  value: Instant,
  now: Instant,
  context: TimeContext = defaultTimeContext,
): string {
  const clock = formatClock(value, context);
  if (isSameDay(value, now, context.timeZone)) {
    return clock;
  }
  return `${formatDay(value, context, { day: 'numeric', month: 'short' })} ${clock}`;
}
