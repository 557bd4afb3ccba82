import type { Host } from '../contract';
import type { JournalRecord } from '../contract/journal';
import { fail, succeed, type Result } from '../contract/result';
import { EMPTY_OFFICE } from '../domain/office/office-state';
import type { Sealer } from '../domain/sealing/sealer';
import { TRAIL_STREAM } from '../domain/trail/trail-event';
import { apply } from './apply';
import { loadMemory, type Memory } from './memory';
import { prepare, type Batch } from './prepare';
import { countersOf, openRecord, type OpenedRecord } from './record-body';
import type { LoketDatabase } from './schema';

/** Records read and written at a time: few enough that one transaction stays short. */
const BATCH_SIZE = 250;
/** Times in a row another window may be quicker before this one gives up. */
const PATIENCE = 8;

/** What the parts of the store work with. */
export interface Parts {
  readonly db: LoketDatabase;
  readonly journal: Host['journal'];
  readonly sealer: Sealer;
  readonly memory: Memory;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
}

/**
 * Reads everything of the memory anew from IndexedDB. Rejects, and changes nothing, when the
 * office this window knows is gone from its table: the next start follows the journal anew.
 */
export async function reload({
  db,
  sealer,
  memory,
}: Pick<Parts, 'db' | 'sealer' | 'memory'>): Promise<void> {
  const loaded = await loadMemory(db, sealer);
  const isLost = memory.office !== EMPTY_OFFICE && loaded.office === EMPTY_OFFICE;
  // Another window that just begins to rebuild stands at no record.
  if (isLost && loaded.applied.sequence > 0) throw new Error('The row of the office is missing');
  Object.assign(memory, loaded);
}

/**
 * Brings IndexedDB to the head of the journal in batches; answers how many records it lacked.
 * Fails with the journal's error, rejects when IndexedDB refuses; what was brought in stays.
 */
export async function catchUp(
  parts: Parts,
  options: { readonly jobsUnchecked: boolean },
): Promise<Result<number>> {
  let total = 0;
  let overtaken = 0;
  for (;;) {
    const after = parts.memory.applied.sequence;
    const read = await parts.journal.read({ after, limit: BATCH_SIZE });
    if (!read.ok) return read;
    const { records } = read.value;
    if (records.length === 0) return succeed(total);
    if ((await bringIn(records, parts, options)) === 'moved') {
      overtaken += 1;
      if (overtaken > PATIENCE) return fail({ kind: 'internal', detail: 'indexeddb:moved' });
      await reload(parts);
      continue;
    }
    total += records.length;
  }
}

async function bringIn(
  records: readonly JournalRecord[],
  { db, sealer, memory }: Parts,
  options: { readonly jobsUnchecked: boolean },
) {
  const last = records.at(-1);
  if (!last) return 'applied';
  const opened = await Promise.all(records.map((record) => openRecord(sealer, record)));
  const writes = await prepare(sortOut(opened, memory.blocked), memory, db, sealer);
  return apply(writes, { sequence: last.sequence, hash: last.hash }, memory, db, options);
}

/**
 * Unreadable records go aside, and with them every later record of the streams they touch:
 * a request is never shown with a hole in its history. Other requests go on, and so do the
 * notes of the trail, which do not build on each other.
 */
export function sortOut(opened: readonly OpenedRecord[], before: ReadonlySet<string>): Batch {
  const blocked = new Set(before);
  const records: Batch['records'][number][] = [];
  const holdsBack = (stream: string) => stream !== TRAIL_STREAM && blocked.has(stream);
  const aside: Batch['aside'][number][] = [];
  const counters: Batch['counters'][number][] = [];
  for (const one of opened) {
    const { record } = one;
    // Destroyed: the event of its destruction tells what is left; a check tells where none does.
    if (!one.readable && one.erased !== null) continue;
    const streams = one.readable
      ? [...new Set(one.events.map(({ stream }) => stream))]
      : one.streams;
    if (one.readable && !streams.some(holdsBack)) {
      records.push({ sequence: record.sequence, events: one.events });
      continue;
    }
    for (const stream of streams) blocked.add(stream);
    aside.push({ sequence: record.sequence, record, streams });
    counters.push(...(one.readable ? one.events.flatMap(countersOf) : one.counters));
  }
  return { records, aside, counters };
}
