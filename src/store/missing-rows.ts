import { OFFICE_STREAM } from '../domain/office/office-event';
import { RETENTION_STREAM } from '../domain/retention/retention-event';
import type { Memory } from './memory';
import type { LoketDatabase } from './schema';

/**
 * Whether a row of which there is only one is missing, or the books say another number than
 * was given last: without the office anybody could be its first administrator, without
 * retention no hold would count, and a number could be given twice. Only the journal tells
 * what belongs there. Rejects when IndexedDB cannot be read.
 */
export async function lacksSingleRows(db: LoketDatabase, memory: Memory): Promise<boolean> {
  const { applied, blocked, counters } = memory;
  if (applied.sequence === 0) return false;
  const [office, retention, retentionEvents] = await db.transaction(
    'r',
    [db.office, db.events],
    () =>
      Promise.all([
        db.office.get('office'),
        db.office.get('retention'),
        db.events
          .where('[stream+sequence+index]')
          .between([RETENTION_STREAM, 0, 0], [RETENTION_STREAM, Infinity, Infinity])
          .count(),
      ]),
  );
  // Set up by a newer program: that row waits for the update, and nobody sets up anew.
  if (!office && !blocked.has(OFFICE_STREAM)) return true;
  if (!retention && retentionEvents > 0) return true;
  // An earlier program did not write down what was given.
  return applied.numbersGiven !== undefined && applied.numbersGiven !== numbersGiven(counters);
}

/** Sum of the last numbers of all books; of a book named twice the later entry counts. */
export function numbersGiven(counters: Iterable<readonly [string, number]>): number {
  return [...new Map(counters).values()].reduce((sum, value) => sum + value, 0);
}
