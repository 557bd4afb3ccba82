import type {
  CalendarException,
  CalendarSettings,
  Stretch,
} from '../../domain/calendar/calendar-settings';
import { fail, succeed, type Result } from '../../contract/result';

/** The calendar as the form holds it: a line of text for each weekday, Monday first. */
export interface CalendarEntries {
  readonly week: string[];
  readonly exceptions: CalendarException[];
}

/** The form's values, under the name of their section. */
export interface CalendarValues {
  readonly calendar: CalendarEntries;
}

/** Why a line is no working day, and the part of it that is not. */
export interface HoursProblem {
  readonly code: 'unreadable' | 'backwards' | 'overlap';
  readonly text: string;
}

const CLOCK = String.raw`(\d{1,2})(?:[.:](\d{2}))?`;
const STRETCH = new RegExp(
  String.raw`^${CLOCK}\s*(?:[–—-]|s\.?\s*/?\s*d\.?|sampai)\s*${CLOCK}$`,
  'i',
);
const CLOSED = /^(?:libur|tutup|closed|-|–)?$/i;

/** What the form shows of the settings: "07.30–12.00, 13.00–16.00"; blank for a day off. */
export function calendarEntries({ week, exceptions }: CalendarSettings): CalendarEntries {
  return { week: week.map(hoursText), exceptions: exceptions.map((one) => ({ ...one })) };
}

function hoursText(day: readonly Stretch[]): string {
  const dotted = (clock: string) => clock.replace(':', '.');
  return day.map(({ from, to }) => `${dotted(from)}–${dotted(to)}`).join(', ');
}

/**
 * Reads hours as people write them: "07.30-12.00, 13:00 – 16:00", "8 s.d. 14"; blank or
 * "libur" is a day off. The end of a day is 24.00.
 */
export function parseHours(text: string): Result<Stretch[], HoursProblem> {
  if (CLOSED.test(text.trim())) return succeed([]);
  const stretches: Stretch[] = [];
  for (const part of text.split(/[,;]/).map((one) => one.trim())) {
    const match = STRETCH.exec(part);
    const from = match === null ? null : clockOf(match[1], match[2]);
    const to = match === null ? null : clockOf(match[3], match[4]);
    if (from === null || to === null || from === '24:00') {
      return fail({ code: 'unreadable', text: part });
    }
    if (to <= from) return fail({ code: 'backwards', text: part });
    if ((stretches.at(-1)?.to ?? '') > from) return fail({ code: 'overlap', text: part });
    stretches.push({ from, to });
  }
  return succeed(stretches);
}

/** "07:30", or null for what no clock shows. */
function clockOf(hours: string | undefined, minutes = '00'): string | null {
  const hour = Number(hours);
  const isReal = (hour < 24 && Number(minutes) < 60) || (hour === 24 && minutes === '00');
  return isReal ? `${String(hour).padStart(2, '0')}:${minutes}` : null;
}

/** Minutes of work in a day. */
export function minutesOf(day: readonly Stretch[]): number {
  const minutes = (clock: string) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));
  return day.reduce((sum, { from, to }) => sum + minutes(to) - minutes(from), 0);
}

/** The settings of entries that were checked; a line that cannot be read keeps its old day. */
export function calendarOf(before: CalendarSettings, entries: CalendarEntries): CalendarSettings {
  const day = (index: 0 | 1 | 2 | 3 | 4 | 5 | 6): Stretch[] => {
    const hours = parseHours(entries.week[index] ?? '');
    return hours.ok ? hours.value : before.week[index];
  };
  return {
    week: [day(0), day(1), day(2), day(3), day(4), day(5), day(6)],
    exceptions: entries.exceptions.toSorted((one, other) => one.date.localeCompare(other.date)),
  };
}
