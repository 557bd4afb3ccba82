import { OFFICE_STREAM } from '../domain/office/office-event';
import { evolveOffice, type OfficeState } from '../domain/office/office-state';
import { jobChangeOf, type Job } from '../domain/outbox/job';
import { evolve } from '../domain/request/evolve';
import { registerKey, summarise } from '../domain/request/request-summary';
import type { RequestEvent } from '../domain/request/request-event';
import type { RequestState } from '../domain/request/request-state';
import { indexWords } from '../domain/search/words';
import { RETENTION_STREAM } from '../domain/retention/retention-event';
import { evolveRetention, type RetentionState } from '../domain/retention/retention-state';
import type { Sealer } from '../domain/sealing/sealer';
import { destroyedBy, removalsOf, withoutDestroyed, type Removals } from './destroyed';
import { stateOf, type Memory } from './memory';
import {
  countersOf,
  isOfficeEvent,
  isRequestEvent,
  isRetentionEvent,
  type StoreEvent,
} from './record-body';
import {
  jobRow,
  letterRowsOf,
  requestRow,
  type CounterRow,
  type DestroyedRow,
  type EventRow,
  type JobRow,
  type LetterRow,
  type OfficeRow,
  type RequestRow,
  type SetAsideRow,
  type TokenKey,
} from './rows';
import type { LoketDatabase } from './schema';

/** Records of the journal in their order, sorted into what is shown and what is set aside. */
export interface Batch {
  readonly records: readonly {
    readonly sequence: number;
    readonly events: readonly StoreEvent[];
  }[];
  readonly aside: readonly SetAsideRow[];
  /** Numbers taken by records set aside. */
  readonly counters: readonly CounterRow[];
}

/** What an event of a request does to the outbox, sealed and ready to be written. */
export type JobWrite =
  | { readonly change: 'enqueue'; readonly row: JobRow }
  | { readonly change: 'patch'; readonly id: string; readonly patch: Partial<Job> };

/** Everything one transaction writes for a batch; nothing is left to compute or to wait for. */
export interface Writes {
  readonly events: readonly EventRow[];
  readonly requests: readonly RequestRow[];
  readonly addedTokens: readonly TokenKey[];
  readonly removedTokens: readonly TokenKey[];
  readonly counters: readonly CounterRow[];
  readonly jobs: readonly JobWrite[];
  readonly letters: readonly LetterRow[];
  readonly office: readonly OfficeRow[];
  readonly setAside: readonly SetAsideRow[];
  readonly destroyed: readonly DestroyedRow[];
  readonly removals: Removals;
  readonly openDelta: number;
  /** What the memory becomes once the transaction is through. */
  readonly states: readonly RequestState[];
  readonly officeState: OfficeState | null;
  readonly retentionState: RetentionState | null;
}

interface Change {
  readonly before: RequestState | null;
  after: RequestState | null;
}

/** Folds a batch over the memory and seals every row of it: all waiting, before the transaction. */
export async function prepare(
  batch: Batch,
  memory: Memory,
  db: LoketDatabase,
  sealer: Sealer,
): Promise<Writes> {
  const changes = new Map<string, Change>();
  const jobs: Promise<JobWrite>[] = [];
  const all = batch.records.flatMap(({ events }) => events);
  const destroyed = destroyedBy(all);
  let office: OfficeState | null = null;
  let retention: RetentionState | null = null;
  for (const event of withoutDestroyed(all, destroyed)) {
    if (isOfficeEvent(event)) office = evolveOffice(office ?? memory.office, event);
    if (isRetentionEvent(event)) retention = evolveRetention(retention ?? memory.retention, event);
    // A note is its row among the events; nothing else follows from it.
    if (!isRequestEvent(event)) continue;
    const change = await changeOf(changes, event.stream, memory, db, sealer);
    change.after = evolve(change.after, event);
    const job = jobWrite(event, change.after?.registerNumber ?? '', sealer);
    if (job) jobs.push(job);
  }
  const changed = [...changes.values()];
  const tokens = await Promise.all(changed.map((change) => tokenChanges(change, sealer)));
  const removals = await removalsOf(db, [...destroyed.keys()]);
  return {
    events: withoutDestroyed(await eventRows(batch, sealer), destroyed),
    requests: await Promise.all(statesAfter(changed).map((state) => sealedRow(state, sealer))),
    addedTokens: tokens.flatMap(({ added }) => added),
    removedTokens: [...tokens.flatMap(({ removed }) => removed), ...removals.tokens],
    counters: advanced(batch, memory),
    jobs: await Promise.all(jobs),
    letters: changed.flatMap(changedLetters),
    office: await officeRows(office, retention, sealer),
    setAside: batch.aside,
    destroyed: [...destroyed.values()],
    removals,
    openDelta:
      changed.reduce((sum, { before, after }) => sum + isOpen(after) - isOpen(before), 0) -
      removals.open,
    states: statesAfter(changed),
    officeState: office,
    retentionState: retention,
  };
}

async function changeOf(
  changes: Map<string, Change>,
  stream: string,
  memory: Memory,
  db: LoketDatabase,
  sealer: Sealer,
): Promise<Change> {
  const known = changes.get(stream);
  if (known) return known;
  const before = await stateOf(memory, db, sealer, stream);
  const change = { before, after: before };
  changes.set(stream, change);
  return change;
}

function statesAfter(changes: readonly Change[]): readonly RequestState[] {
  return changes.flatMap(({ after }) => (after ? [after] : []));
}

/** Rows of the letters of a request that a batch touched. */
function changedLetters({ before, after }: Change): readonly LetterRow[] {
  if (after === null) return [];
  const old = before === null ? [] : letterRowsOf(before);
  return letterRowsOf(after).filter(
    (row) => !old.some((one) => one.id === row.id && one.printKey === row.printKey),
  );
}

function isOpen(state: RequestState | null): number {
  return state?.status === 'open' ? 1 : 0;
}

function eventRows({ records }: Batch, sealer: Sealer): Promise<readonly EventRow[]> {
  return Promise.all(
    records.flatMap(({ sequence, events }) =>
      events.map(async (event, index) => ({
        stream: event.stream,
        sequence,
        index,
        id: event.id,
        sealed: await sealer.seal(event, {
          table: 'events',
          id: event.id,
          subject: event.stream,
        }),
      })),
    ),
  );
}

async function sealedRow(state: RequestState, sealer: Sealer): Promise<RequestRow> {
  const { id, origin } = state;
  const [sealed, importToken] = await Promise.all([
    sealer.seal(summarise(state), { table: 'requests', id, subject: id }),
    origin.kind === 'import' ? sealer.token(origin.key) : undefined,
  ]);
  return requestRow(state, sealed, importToken);
}

async function officeRows(
  office: OfficeState | null,
  retention: RetentionState | null,
  sealer: Sealer,
): Promise<readonly OfficeRow[]> {
  const kept = [
    { id: 'office' as const, subject: OFFICE_STREAM, state: office },
    { id: 'retention' as const, subject: RETENTION_STREAM, state: retention },
  ].filter(({ state }) => state !== null);
  return Promise.all(
    kept.map(async ({ id, subject, state }) => ({
      id,
      sealed: await sealer.seal(state, { table: 'office', id, subject }),
    })),
  );
}

function jobWrite(
  event: RequestEvent,
  registerNumber: string,
  sealer: Sealer,
): Promise<JobWrite> | null {
  const change = jobChangeOf(event, registerNumber);
  if (change?.change !== 'enqueue') return change && Promise.resolve(change);
  const { job, payload } = change;
  return sealer
    .seal(payload, { table: 'jobs', id: job.id, subject: job.requestId })
    .then((sealed) => ({ change: 'enqueue', row: jobRow(job, sealed) }));
}

interface TokenChanges {
  readonly added: readonly TokenKey[];
  readonly removed: readonly TokenKey[];
}

/** Only the difference is written: most events leave name and numbers as they are. */
async function tokenChanges({ before, after }: Change, sealer: Sealer): Promise<TokenChanges> {
  if (!after || !mayChangeSummary(before, after)) return { added: [], removed: [] };
  const old = new Set(before ? indexWords(summarise(before)) : []);
  const now = new Set(indexWords(summarise(after)));
  const key = registerKey(after);
  const keyOf = async (word: string): Promise<TokenKey> => [await sealer.token(word), key];
  return {
    added: await Promise.all([...now].filter((word) => !old.has(word)).map(keyOf)),
    removed: await Promise.all([...old].filter((word) => !now.has(word)).map(keyOf)),
  };
}

function mayChangeSummary(before: RequestState | null, after: RequestState): boolean {
  return (
    before?.data !== after.data ||
    before.letters !== after.letters ||
    before.submissions !== after.submissions
  );
}

function advanced({ records, counters }: Batch, memory: Memory): readonly CounterRow[] {
  const taken = records.flatMap(({ events }) => events.flatMap(countersOf));
  const values = new Map<string, number>();
  for (const { name, value } of [...taken, ...counters]) {
    const last = values.get(name) ?? memory.counters.get(name) ?? 0;
    // A late event of another book-keeper never turns a counter back.
    if (value > last) values.set(name, value);
  }
  return [...values].map(([name, value]) => ({ name, value }));
}
