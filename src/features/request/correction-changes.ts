import type { RequestData } from '../../domain/request/request-data';
import type { RequestEvent } from '../../domain/request/request-event';

/** One field a correction changed; null stands for an empty one. */
export interface FieldChange {
  /** Dotted path such as `applicant.nik`. */
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** The fields in which two records differ, in the order of the record. */
export function changesBetween(before: RequestData, after: RequestData): readonly FieldChange[] {
  const old = fieldsOf(before);
  const fresh = fieldsOf(after);
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((field) => ({ field, before: old.get(field) ?? null, after: fresh.get(field) ?? null }))
    .filter((change) => change.before !== change.after);
}

/**
 * What every correction of a request changed, by the event's id: each is held against the
 * data as they were before it.
 */
export function correctionChanges(
  events: readonly RequestEvent[],
): ReadonlyMap<string, readonly FieldChange[]> {
  const changes = new Map<string, readonly FieldChange[]>();
  let data: RequestData | null = null;
  for (const event of events) {
    if (event.type === 'request-recorded') data = event.data;
    if (event.type === 'request-corrected') {
      changes.set(event.id, data === null ? [] : changesBetween(data, event.data));
      data = event.data;
    }
  }
  return changes;
}

/** When the data were last corrected (RFC 3339 UTC); null when they never were. */
export function lastCorrection(events: readonly RequestEvent[]): string | null {
  return events.findLast(({ type }) => type === 'request-corrected')?.at ?? null;
}

function fieldsOf(data: RequestData): ReadonlyMap<string, string | null> {
  const { applicant, superior, certificate, reason } = data;
  const parts = { applicant, superior: superior ?? {}, certificate, reason };
  return new Map(
    Object.entries(parts).flatMap(([part, fields]) =>
      Object.entries(fields).map(
        ([name, value]: [string, string | null]) => [`${part}.${name}`, value] as const,
      ),
    ),
  );
}
