import { isRealDate } from '../identifiers/calendar-date';

const RFC3339 =
  /^(\d{4})-(\d{2})-(\d{2})[Tt ]([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(\.\d+)?([Zz]|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;

/**
 * An RFC 3339 moment as UTC ("2026-03-02T02:14:00.000Z"); null for anything else, above all
 * for a time without an offset, which could be any of three Indonesian zones.
 */
export function instantOf(text: string): string | null {
  const match = RFC3339.exec(text);
  if (match === null) return null;
  if (!isRealDate(Number(match[1]), Number(match[2]), Number(match[3]))) return null;
  return new Date(Date.parse(text.replace(' ', 'T').toUpperCase())).toISOString();
}
