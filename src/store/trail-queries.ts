import type { Sealer } from '../domain/sealing/sealer';
import { kindOfAction, type TrailKind } from '../domain/trail/trail-kind';
import { openEventRow } from './event-rows';
import {
  isIncidentEvent,
  isOfficeEvent,
  isRequestEvent,
  isRetentionEvent,
  isTrailEvent,
  type StoreEvent,
} from './record-body';
import { requestIdOf, type EventRow, type RequestRow } from './rows';
import type { LoketDatabase } from './schema';
import type { Day, DayRequest, TrailFilter, TrailPage, TrailRow } from './trail-store';

/** Rows opened at a time, and at most for one page: a page never waits for the whole trail. */
const CHUNK = 200;
const MOST_EXAMINED = 2000;
/** A clock set back by less than this does not hide an event from its day (milliseconds). */
const CLOCK_SLACK = 24 * 3_600_000;

interface TrailParts {
  readonly db: LoketDatabase;
  readonly sealer: Sealer;
}

interface OpenedRow {
  readonly row: EventRow;
  readonly event: StoreEvent | null;
}

/** A page of the trail, newest first; see `TrailStore.page`. */
export async function trailPage(
  parts: TrailParts,
  cursor: string | null,
  size: number,
  filter: TrailFilter,
): Promise<TrailPage> {
  const found: OpenedRow[] = [];
  let below = cursor === null ? null : placeOf(cursor);
  for (let examined = 0; examined < MOST_EXAMINED; examined += CHUNK) {
    const chunk = await openedBelow(parts, below, CHUNK);
    for (const [index, opened] of chunk.entries()) {
      if (isWanted(opened, filter)) found.push(opened);
      const isLast = index === chunk.length - 1 && chunk.length < CHUNK;
      if (found.length === size) {
        return { rows: await rowsOf(parts, found), next: isLast ? null : keyOf(opened.row) };
      }
    }
    const last = chunk.at(-1);
    if (chunk.length < CHUNK || last === undefined) {
      return { rows: await rowsOf(parts, found), next: null };
    }
    below = [last.row.sequence, last.row.index];
  }
  const next = below === null ? null : below.join('/');
  return { rows: await rowsOf(parts, found), next };
}

/** See `TrailStore.day`. */
export async function trailDay(parts: TrailParts, from: string, before: string): Promise<Day> {
  const { db } = parts;
  const arrived = await db.requests.where('registerKey').between(from, before).toArray();
  const events = (await eventsOfDay(parts, from, before)).filter(isRequestEvent);
  const touched = await db.requests.bulkGet([...new Set(events.map(({ stream }) => stream))]);
  const rows = new Map<string, RequestRow>();
  for (const row of [...arrived, ...touched]) if (row) rows.set(row.id, row);
  const inOrder = [...rows.values()].toSorted((one, other) =>
    one.registerKey < other.registerKey ? -1 : 1,
  );
  return { requests: inOrder.map(dayRequest), received: arrived.length, events };
}

/** Whether an event is of a kind the list filters by. */
export function kindOfEvent(event: StoreEvent): TrailKind {
  if (isTrailEvent(event)) return kindOfAction(event.action);
  if (isRetentionEvent(event)) return 'retention';
  if (isIncidentEvent(event)) return 'incident';
  return isOfficeEvent(event) ? 'settings' : 'change';
}

/** The request an event is about; null for none. */
export function subjectOf(event: StoreEvent): string | null {
  if (isTrailEvent(event)) return event.subject;
  if (isRetentionEvent(event)) return 'requestId' in event ? event.requestId : null;
  return isOfficeEvent(event) || isIncidentEvent(event) ? null : event.stream;
}

async function eventsOfDay(
  parts: TrailParts,
  from: string,
  before: string,
): Promise<readonly StoreEvent[]> {
  const found: StoreEvent[] = [];
  const floor = new Date(Date.parse(from) - CLOCK_SLACK).toISOString();
  let below: readonly [number, number] | null = null;
  for (;;) {
    const chunk: readonly OpenedRow[] = await openedBelow(parts, below, CHUNK);
    const events = chunk.flatMap(({ event }) => event ?? []);
    found.push(...events.filter(({ at }) => at >= from && at < before));
    const last = chunk.at(-1);
    if (chunk.length < CHUNK || last === undefined) return found;
    if (events.length > 0 && events.every(({ at }) => at < floor)) return found;
    below = [last.row.sequence, last.row.index];
  }
}

async function openedBelow(
  { db, sealer }: TrailParts,
  below: readonly [number, number] | null,
  limit: number,
): Promise<readonly OpenedRow[]> {
  const all = db.events.orderBy('[sequence+index]');
  const start = below === null ? all : db.events.where('[sequence+index]').below([...below]);
  const rows = await start.reverse().limit(limit).toArray();
  return Promise.all(rows.map(async (row) => ({ row, event: await openEvent(sealer, row) })));
}

async function openEvent(sealer: Sealer, row: EventRow): Promise<StoreEvent | null> {
  try {
    return await openEventRow(sealer, row);
  } catch {
    return null;
  }
}

function isWanted({ event }: OpenedRow, filter: TrailFilter): boolean {
  const { from, before, staffId, subject, kind } = filter;
  // What does not open belongs to nobody and no day: only the whole trail shows it.
  if (event === null) return [from, before, staffId, subject, kind].every((one) => one === null);
  return (
    (from === null || event.at >= from) &&
    (before === null || event.at < before) &&
    (staffId === null || event.by.id === staffId) &&
    (subject === null || subjectOf(event) === subject) &&
    (kind === null || kindOfEvent(event) === kind)
  );
}

async function rowsOf(
  { db }: TrailParts,
  found: readonly OpenedRow[],
): Promise<readonly TrailRow[]> {
  const ids = found.map(({ event }) => event && subjectOf(event));
  const known = new Set(ids.filter((id) => id !== null));
  const requests = await db.requests.bulkGet([...known]);
  // Of a destroyed one the number is left: who looked at it when stays to be told.
  const destroyed = await db.destroyed.bulkGet([...known]);
  const rows = [...requests, ...destroyed];
  const byId = new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : [])));
  return found.map(({ row, event }, index) => {
    const request = byId.get(ids[index] ?? '');
    return {
      key: keyOf(row),
      sequence: row.sequence,
      event,
      subject: request
        ? { id: request.id, registerNumber: request.registerNumber, sop: request.sop }
        : null,
    };
  });
}

function keyOf({ sequence, index }: Pick<EventRow, 'sequence' | 'index'>): string {
  return `${sequence}/${index}`;
}

function placeOf(cursor: string): readonly [number, number] {
  const [sequence = 0, index = 0] = cursor.split('/').map(Number);
  return [sequence, index];
}

function dayRequest(row: RequestRow): DayRequest {
  const { registerKey, registerNumber, arrivedAt, service, status, sop, step } = row;
  return { id: requestIdOf(registerKey), registerNumber, arrivedAt, service, status, sop, step };
}
