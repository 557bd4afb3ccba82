import type { IndexableTypeArrayReadonly } from 'dexie';
import type { JournalHead } from '../contract/journal';
import type { Job } from '../domain/outbox/job';
import { keepState, type Memory } from './memory';
import type { JobWrite, Writes } from './prepare';
import { jobOf, jobRow, NOTHING_APPLIED, type AppliedRow, type JobRow } from './rows';
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
  };
  const applied = await db.transaction('rw', tablesOf(writes, db), async () => {
    const found = (await db.meta.get('applied')) ?? NOTHING_APPLIED;
    const same = found.sequence === memory.applied.sequence && found.hash === memory.applied.hash;
    if (!same) return 'moved';
    await writeAll(writes, next, db);
    return 'applied';
  });
  if (applied === 'applied') adopt(memory, writes, next);
  return applied;
}

/** Only the tables a batch touches are locked: a screen reading others does not wait. */
function tablesOf(writes: Writes, db: LoketDatabase) {
  return [
    db.events,
    db.meta,
    ...(writes.requests.length > 0 ? [db.requests] : []),
    ...(writes.addedTokens.length + writes.removedTokens.length > 0 ? [db.searchTokens] : []),
    ...(writes.counters.length > 0 ? [db.counters] : []),
    ...(writes.jobs.length > 0 ? [db.jobs] : []),
    ...(writes.office ? [db.office] : []),
    ...(writes.setAside.length > 0 ? [db.setAside] : []),
  ];
}

/** All requests are made at once; the transaction ends when the last one is through. */
async function writeAll(writes: Writes, next: AppliedRow, db: LoketDatabase): Promise<void> {
  const { events, requests, removedTokens, addedTokens, counters, office, setAside } = writes;
  const pending: PromiseLike<unknown>[] = [db.meta.put(next), db.events.bulkPut(events)];
  if (requests.length > 0) pending.push(db.requests.bulkPut(requests));
  if (removedTokens.length > 0) pending.push(db.searchTokens.bulkDelete([...removedTokens]));
  if (addedTokens.length > 0) {
    const nothing = addedTokens.map(() => 0 as const);
    // Dexie's types know no compound keys beside their rows; IndexedDB and Dexie do.
    const keys = addedTokens as unknown as IndexableTypeArrayReadonly;
    pending.push(db.searchTokens.bulkPut(nothing, keys));
  }
  if (counters.length > 0) pending.push(db.counters.bulkPut(counters));
  if (office) pending.push(db.office.put(office));
  if (setAside.length > 0) pending.push(db.setAside.bulkPut(setAside));
  if (writes.jobs.length > 0) pending.push(writeJobs(writes.jobs, db));
  await Promise.all(pending);
}

async function writeJobs(jobs: readonly JobWrite[], db: LoketDatabase): Promise<void> {
  const ids = [...new Set(jobs.map((job) => (job.change === 'enqueue' ? job.row.id : job.id)))];
  const rows = new Map<string, JobRow>();
  for (const row of await db.jobs.bulkGet(ids)) if (row) rows.set(row.id, row);
  for (const write of jobs) {
    if (write.change === 'enqueue') {
      // Queued twice is queued once: what is under way keeps its progress.
      if (!rows.has(write.row.id)) rows.set(write.row.id, write.row);
      continue;
    }
    const row = rows.get(write.id);
    if (row) rows.set(row.id, patched(row, write.patch));
  }
  await db.jobs.bulkPut([...rows.values()]);
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
}
