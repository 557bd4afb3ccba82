import { instantAt } from '../../domain/numbering/local-date';
import type { TimeZone } from '../../domain/office/office-event';
import { trailKinds } from '../../domain/trail/trail-kind';
import type { TrailFilter } from '../../store/trail-store';
import { parseTypedDate } from '../../ui/format/typed-date';

/** What is typed into the filter. Dates as typed, or yyyy-mm-dd. */
export interface FilterValues {
  readonly from: string;
  readonly to: string;
  readonly staffId: string;
  readonly kind: string;
  readonly number: string;
}

export const NO_FILTER: FilterValues = { from: '', to: '', staffId: '', kind: '', number: '' };

const DAY = 24 * 3_600_000;

/** The moments a day (yyyy-mm-dd) of the office begins and ends at. */
export function boundsOfDay(isoDate: string, timeZone: TimeZone) {
  const from = instantAt(isoDate, { hour: 0, minute: 0 }, timeZone);
  return { from, before: new Date(Date.parse(from) + DAY).toISOString() };
}

/** Which of the two dates is typed and is none. */
export function badDates({ from, to }: FilterValues) {
  const isBad = (text: string) => text.trim() !== '' && parseTypedDate(text) === null;
  return { from: isBad(from), to: isBad(to) };
}

/**
 * The filter of what was typed; a date that is none, and a kind that is none, filter nothing.
 * `subject` is the request the typed number belongs to.
 */
export function filterOf(
  values: FilterValues,
  subject: string | null,
  timeZone: TimeZone,
): TrailFilter {
  const from = parseTypedDate(values.from);
  const to = parseTypedDate(values.to);
  return {
    from: from === null ? null : boundsOfDay(from, timeZone).from,
    before: to === null ? null : boundsOfDay(to, timeZone).before,
    staffId: values.staffId === '' ? null : values.staffId,
    subject,
    kind: trailKinds.find((kind) => kind === values.kind) ?? null,
  };
}
