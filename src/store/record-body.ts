import { z } from 'zod';
import type { JournalRecord } from '../contract/journal';
import type { Sealed } from '../contract/sealed';
import { OFFICE_STREAM, officeEventSchema, type OfficeEvent } from '../domain/office/office-event';
import { requestEventSchema, type RequestEvent } from '../domain/request/request-event';
import {
  RETENTION_STREAM,
  retentionEventSchema,
  type RetentionEvent,
} from '../domain/retention/retention-event';
import { SubjectErased, type Sealer } from '../domain/sealing/sealer';
import { TRAIL_STREAM, trailEventSchema, type TrailEvent } from '../domain/trail/trail-event';

export type StoreEvent = RequestEvent | OfficeEvent | TrailEvent | RetentionEvent;

/** What one command caused, as the journal keeps it. Raised when old programs must not read it. */
const RECORD_VERSION = 1;
const bodySchema = z.object({
  version: z.literal(RECORD_VERSION),
  events: z.array(z.unknown()).min(1),
});

/** What can still be told of a record this program does not understand. */
const outlineSchema = z.object({
  events: z.array(
    z.object({
      stream: z.string(),
      counter: z
        .object({ name: z.string(), value: z.number() })
        .optional()
        .catch(() => undefined),
      counters: z
        .array(z.object({ name: z.string(), value: z.number() }))
        .optional()
        .catch(() => undefined),
    }),
  ),
});

/** A record of the journal after opening it. */
export type OpenedRecord =
  | {
      readonly readable: true;
      readonly record: JournalRecord;
      readonly events: readonly StoreEvent[];
    }
  | {
      readonly readable: false;
      readonly record: JournalRecord;
      /** The subject whose key was destroyed: nobody can read it any more, by right or not. */
      readonly erased: string | null;
      /** Streams it touches, as far as it tells. */
      readonly streams: readonly string[];
      /** Numbers it took, as far as it tells: they must never be given again. */
      readonly counters: readonly { readonly name: string; readonly value: number }[];
    };

export function isOfficeEvent(event: StoreEvent): event is OfficeEvent {
  return event.stream === OFFICE_STREAM;
}

export function isTrailEvent(event: StoreEvent): event is TrailEvent {
  return event.stream === TRAIL_STREAM;
}

export function isRequestEvent(event: StoreEvent): event is RequestEvent {
  return !isOfficeEvent(event) && !isTrailEvent(event) && !isRetentionEvent(event);
}

export function isRetentionEvent(event: StoreEvent): event is RetentionEvent {
  return event.stream === RETENTION_STREAM;
}

/** The numbers an event took or carries. */
export function countersOf(
  event: StoreEvent,
): readonly { readonly name: string; readonly value: number }[] {
  const carried =
    isRetentionEvent(event) && event.type === 'records-destroyed' ? event.counters : [];
  return event.counter ? [event.counter, ...carried] : carried;
}

/**
 * Seals the events of one command as the body of the journal record `recordId`, under the
 * key of the request (or the office) they are about.
 */
export function sealRecord(
  sealer: Sealer,
  recordId: string,
  events: readonly StoreEvent[],
): Promise<Sealed> {
  const subject = events[0]?.stream ?? OFFICE_STREAM;
  return sealer.seal(
    { version: RECORD_VERSION, events },
    { table: 'journal', id: recordId, subject },
  );
}

/** Opens a journal record; one that does not parse or is newer is `readable: false`, never thrown. */
export async function openRecord(sealer: Sealer, record: JournalRecord): Promise<OpenedRecord> {
  const opened = await openBody(sealer, record);
  if (opened.erased !== null) {
    return { readable: false, record, erased: opened.erased, streams: [], counters: [] };
  }
  const { body } = opened;
  const parsed = bodySchema.safeParse(body);
  const events = parsed.success ? parsed.data.events.map(parseEvent) : [undefined];
  const readable = events.filter((event) => event !== undefined);
  if (readable.length === events.length) return { readable: true, record, events: readable };
  const outline = outlineSchema.safeParse(body);
  const known = outline.success ? outline.data.events : [];
  return {
    readable: false,
    record,
    erased: null,
    streams: [...new Set(known.map(({ stream }) => stream))],
    counters: known.flatMap(({ counter, counters = [] }) => [
      ...(counter ? [counter] : []),
      ...counters,
    ]),
  };
}

/** The event, parsed; undefined when this program does not know it. */
export function parseEvent(value: unknown): StoreEvent | undefined {
  const stream = z.object({ stream: z.string() }).safeParse(value);
  if (!stream.success) return undefined;
  switch (stream.data.stream) {
    case OFFICE_STREAM:
      return officeEventSchema.safeParse(value).data;
    case TRAIL_STREAM:
      return trailEventSchema.safeParse(value).data;
    case RETENTION_STREAM:
      return retentionEventSchema.safeParse(value).data;
    default:
      return requestEventSchema.safeParse(value).data;
  }
}

async function openBody(
  sealer: Sealer,
  record: JournalRecord,
): Promise<{ readonly body: unknown; readonly erased: string | null }> {
  try {
    const body = await sealer.open(record.sealed, { table: 'journal', id: record.id });
    return { body, erased: null };
  } catch (error) {
    return { body: undefined, erased: error instanceof SubjectErased ? error.subject : null };
  }
}
