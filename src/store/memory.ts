import type { JournalHead } from '../contract/journal';
import { EMPTY_OFFICE, upgradedOffice, type OfficeState } from '../domain/office/office-state';
import type { RequestEvent } from '../domain/request/request-event';
import type { RequestState } from '../domain/request/request-state';
import { replay } from '../domain/request/evolve';
import { EMPTY_RETENTION, type RetentionState } from '../domain/retention/retention-state';
import type { Sealer } from '../domain/sealing/sealer';
import { hasRow } from './bare';
import { openEventRow } from './event-rows';
import { isRequestEvent, type StoreEvent } from './record-body';
import { NOTHING_APPLIED, type AppliedRow } from './rows';
import type { LoketDatabase } from './schema';

/** Requests whose state is kept; beyond, the one longest untouched is read again. */
const KEPT_STATES = 256;

/**
 * What a decision looks at, as of one head of the journal. It is only ever used for a record
 * that the journal takes at exactly this head, so a copy that grew old decides nothing.
 */
export interface Memory {
  applied: AppliedRow;
  counters: Map<string, number>;
  office: OfficeState;
  /** Streams a record this program cannot read has touched. */
  blocked: Set<string>;
  states: Map<string, RequestState>;
  retention: RetentionState;
}

export function emptyMemory(): Memory {
  return {
    applied: NOTHING_APPLIED,
    counters: new Map(),
    office: EMPTY_OFFICE,
    blocked: new Set(),
    states: new Map(),
    retention: EMPTY_RETENTION,
  };
}

export function headOf(memory: Memory): JournalHead {
  const { sequence, hash } = memory.applied;
  return { sequence, hash };
}

/** Reads everything anew, in one transaction: the tables agree with each other. */
export async function loadMemory(db: LoketDatabase, sealer: Sealer): Promise<Memory> {
  const [applied, counters, office, retention, setAside] = await db.transaction(
    'r',
    [db.meta, db.counters, db.office, db.setAside],
    () =>
      Promise.all([
        db.meta.get('applied'),
        db.counters.toArray(),
        db.office.get('office'),
        db.office.get('retention'),
        db.setAside.toArray(),
      ]),
  );
  return {
    applied: applied ?? NOTHING_APPLIED,
    counters: new Map(counters.map(({ name, value }) => [name, value])),
    office: office ? await openOffice(sealer, office.sealed) : EMPTY_OFFICE,
    blocked: new Set(setAside.flatMap(({ streams }) => streams)),
    states: new Map(),
    retention: retention ? await openRetention(sealer, retention.sealed) : EMPTY_RETENTION,
  };
}

/** Retention as its row has it. */
export async function openRetention(
  sealer: Sealer,
  sealed: Parameters<Sealer['open']>[0],
): Promise<RetentionState> {
  const kept = await sealer.open(sealed, { table: 'office', id: 'retention' });
  return { ...EMPTY_RETENTION, ...(kept as Partial<RetentionState>) };
}

/** The office as its row has it, whichever version of the program wrote it. */
export async function openOffice(
  sealer: Sealer,
  sealed: Parameters<Sealer['open']>[0],
): Promise<OfficeState> {
  const kept = await sealer.open(sealed, { table: 'office', id: 'office' });
  return upgradedOffice(kept as Partial<OfficeState>);
}

/** Every event of a stream in the journal's order. Rejects when a row is damaged. */
export async function readEvents(
  db: LoketDatabase,
  sealer: Sealer,
  stream: string,
): Promise<readonly StoreEvent[]> {
  const rows = await db.events
    .where('[stream+sequence+index]')
    .between([stream, 0, 0], [stream, Infinity, Infinity])
    .toArray();
  return Promise.all(rows.map((row) => openEventRow(sealer, row)));
}

/** The request's events; for streams that are requests. */
export async function readRequestEvents(
  db: LoketDatabase,
  sealer: Sealer,
  id: string,
): Promise<readonly RequestEvent[]> {
  const events = await readEvents(db, sealer, id);
  return events.filter(isRequestEvent);
}

/** The request as of this memory; null when nobody recorded it. */
export async function stateOf(
  memory: Memory,
  db: LoketDatabase,
  sealer: Sealer,
  id: string,
): Promise<RequestState | null> {
  const kept = memory.states.get(id);
  if (kept) return kept;
  // A request nobody recorded has no row, and its events, come early, make none.
  if (db.isOpen() && !(await hasRow(db, 'requests', id))) return null;
  return replay(await readRequestEvents(db, sealer, id));
}

/** Keeps a state; the oldest gives way. */
export function keepState(memory: Memory, state: RequestState): void {
  memory.states.delete(state.id);
  memory.states.set(state.id, state);
  const [oldest] = memory.states.keys();
  if (memory.states.size > KEPT_STATES && oldest !== undefined) memory.states.delete(oldest);
}
