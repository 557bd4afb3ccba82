import type { Parts } from './follow';
import { readRequestEvents } from './memory';
import { replay } from '../domain/request/evolve';
import { letterRowsOf } from './rows';

/** Requests read at a time. */
const AT_ONCE = 100;

/**
 * Gives the final letters of an earlier program's requests their rows: once, at the first
 * start of this one. A request that does not open keeps its letters and has none. Rejects when
 * IndexedDB refuses to write; the next start begins anew.
 */
export async function fillLetterRows({ db, sealer, memory }: Parts): Promise<void> {
  const ids = await db.requests.toCollection().primaryKeys();
  for (let from = 0; from < ids.length; from += AT_ONCE) {
    const states = await Promise.all(
      ids.slice(from, from + AT_ONCE).map(async (id) => {
        const events = await readRequestEvents(db, sealer, id).catch(() => []);
        return replay(events);
      }),
    );
    const rows = states.flatMap((state) => (state === null ? [] : letterRowsOf(state)));
    if (rows.length > 0) await db.letters.bulkPut(rows);
  }
  const applied = { ...memory.applied, letterRows: true as const };
  await db.meta.put(applied);
  memory.applied = applied;
}
