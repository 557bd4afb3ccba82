import type { JournalHead } from '../contract/journal';
import type { Job } from '../domain/outbox/job';
import { announce, beginStrict, ended, putAll, type Puts } from './bare';
import { keepState, type Memory } from './memory';
import type { JobWrite, Writes } from './prepare';
import { numbersGiven } from './missing-rows';
import {
  jobOf,
  jobRow,
  NOTHING_APPLIED,
  type AppliedRow,
  type CounterRow,
  type JobRow,
} from './rows';
import type { LoketDatabase } from './schema';

/** `moved`: IndexedDB is no longer where the memory says; nothing was written. */
export type Applied = 'applied' | 'moved';

export interface ApplyOptions {
  /** Jobs are to be marked at the end of this start: IndexedDB was not where the journal is. */
  readonly jobsUnchecked: boolean;
}

/**
 * Writes a batch and the head it leads to in one strict transaction, only while IndexedDB
 * stands exactly where the memory does: applying twice, or beside another window, is safe.
 * Rejects when IndexedDB refuses; then nothing was written.
 */
export async function apply(
  writes: Writes,
  to: JournalHead,
  memory: Memory,
  db: LoketDatabase,
  { jobsUnchecked }: ApplyOptions,
): Promise<Applied> {
  const next: AppliedRow = {
    key: 'applied',
    ...to,
    open: memory.applied.open + writes.openDelta,
    jobsUnchecked: memory.applied.jobsUnchecked || jobsUnchecked,
    ...(memory.applied.letterRows && { letterRows: true }),
    numbersGiven: numbersGiven([...memory.counters, ...writes.counters.map(counterEntry)]),
  };
  // After the browser closed the connection (a full or removed disk) the next use opens it.
  if (!db.isOpen()) await db.open();
  const puts = putsOf(writes, next);
  const removed = removedOf(writes);
  const tables = [
    ...new Set([
      ...puts.map(({ table }) => table),
      ...(writes.jobs.length > 0 ? ['jobs'] : []),
      ...removed.map(({ table }) => table),
    ]),
  ];
  const transaction = beginStrict(db, tables);
  const finished = ended(transaction);
  const jobs: JobRow[] = [];
  const check = { moved: false };
  try {
    whenFound(transaction.objectStore('meta').get('applied'), (found) => {
      check.moved = !isAt((found as AppliedRow | undefined) ?? NOTHING_APPLIED, memory.applied);
      if (check.moved) transaction.abort();
      // Every put is under way: nothing is gained by waiting for each one's answer.
      else if (writes.jobs.length === 0) transaction.commit();
    });
    putAll(transaction, puts);
    for (const { table, keys } of removed) {
      for (const key of keys) transaction.objectStore(table).delete(key);
    }
    writeJobs(transaction, writes.jobs, (row) => jobs.push(row));
  } catch (error) {
    // A row that IndexedDB refuses at once takes the others with it.
    abort(transaction);
    await finished.catch(() => undefined);
    throw error;
  }
  await finished.catch((error: unknown) => {
    if (!check.moved) throw error;
  });
  if (check.moved) return 'moved';
  announce(db, [...puts, { table: 'jobs', rows: jobs }], removed);
  adopt(memory, writes, next);
  return 'applied';
}

function counterEntry({ name, value }: CounterRow): readonly [string, number] {
  return [name, value];
}

function abort(transaction: IDBTransaction): void {
  try {
    transaction.abort();
  } catch {
    // It had given up by itself.
  }
}

function isAt(found: JournalHead, expected: JournalHead): boolean {
  return found.sequence === expected.sequence && found.hash === expected.hash;
}

function whenFound(request: IDBRequest<unknown>, use: (row: unknown) => void): void {
  request.addEventListener('success', () => {
    use(request.result);
  });
}

/** Only the tables a batch touches are locked: a screen reading others does not wait. */
function putsOf(writes: Writes, next: AppliedRow): readonly Puts[] {
  const { events, requests, addedTokens, counters, letters, office, setAside, destroyed } = writes;
  const puts: readonly Puts[] = [
    { table: 'meta', rows: [next] },
    { table: 'events', rows: events },
    { table: 'requests', rows: requests },
    { table: 'counters', rows: counters },
    { table: 'letters', rows: letters },
    { table: 'office', rows: office },
    { table: 'setAside', rows: setAside },
    { table: 'destroyed', rows: destroyed },
  ];
  const tokens: Puts = {
    table: 'searchTokens',
    rows: addedTokens.map(() => 0),
    keys: addedTokens,
  };
  return [
    ...puts.filter(({ rows }) => rows.length > 0),
    ...(addedTokens.length > 0 ? [tokens] : []),
  ];
}

function removedOf({ removedTokens, removals }: Writes) {
  const removed: readonly { readonly table: string; readonly keys: readonly IDBValidKey[] }[] = [
    { table: 'searchTokens', keys: removedTokens },
    { table: 'events', keys: removals.events },
    { table: 'requests', keys: removals.requests },
    { table: 'jobs', keys: removals.jobs },
    { table: 'letters', keys: removals.letters },
  ];
  return removed.filter(({ keys }) => keys.length > 0);
}

/** Each job's changes over its row as it is now: attempts were written beside the events. */
function writeJobs(
  transaction: IDBTransaction,
  writes: readonly JobWrite[],
  written: (row: JobRow) => void,
): void {
  const idOf = (write: JobWrite) => (write.change === 'enqueue' ? write.row.id : write.id);
  for (const id of new Set(writes.map(idOf))) {
    const jobs = transaction.objectStore('jobs');
    whenFound(jobs.get(id), (found) => {
      const before = found as JobRow | undefined;
      const row = writes.filter((write) => idOf(write) === id).reduce(changedRow, before);
      if (!row || row === before) return;
      jobs.put(row);
      written(row);
    });
  }
}

function changedRow(row: JobRow | undefined, write: JobWrite): JobRow | undefined {
  // Queued twice is queued once: what is under way keeps its progress.
  if (write.change === 'enqueue') return row ?? write.row;
  return row && patched(row, write.patch);
}

/** A job's row after a change, its index keys renewed. */
export function patched(row: JobRow, patch: Partial<Job>): JobRow {
  return jobRow({ ...jobOf(row), ...patch, id: row.id }, row.sealed);
}

function adopt(memory: Memory, writes: Writes, next: AppliedRow): void {
  memory.applied = next;
  for (const { name, value } of writes.counters) memory.counters.set(name, value);
  if (writes.officeState) memory.office = writes.officeState;
  for (const { streams } of writes.setAside) {
    for (const stream of streams) memory.blocked.add(stream);
  }
  for (const state of writes.states) keepState(memory, state);
  for (const { id } of writes.destroyed) memory.states.delete(id);
  if (writes.retentionState) memory.retention = writes.retentionState;
}
