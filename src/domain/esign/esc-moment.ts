import type { EscMoment } from '../../contract/esign';

const withZone =
  /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}:\d{2})(?:\.\d{1,9})?\s?(Z|[+-]\d{2}:?\d{2})$/;

/**
 * A moment as the service writes it. Zones come as `+00:00`, `+0000` and `Z`; older answers name
 * none (`2023-10-16 13:28:34.0`), and then nobody can say which moment it is: `iso` is null
 * (esign-client-service.md, 1.2 and 1.3). Null for what is not a text.
 */
export function readMoment(value: unknown): EscMoment | null {
  if (typeof value !== 'string' || value.trim() === '') return null;
  const text = value.trim().slice(0, 100);
  const [, date, time, zone] = withZone.exec(text) ?? [];
  if (date === undefined || time === undefined || zone === undefined) return { iso: null, text };
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const milliseconds = Date.parse(`${date}T${time}${offset}`);
  return {
    iso: Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString(),
    text,
  };
}

/** A validity of version 1, `… to …`: its two ends, each null where it is not there. */
export function readValidity(value: unknown): readonly [EscMoment | null, EscMoment | null] {
  if (typeof value !== 'string') return [null, null];
  const [from, to] = value.split(/\s+to\s+/i);
  return [readMoment(from), readMoment(to)];
}
