import type { Sealer } from '../domain/sealing/sealer';
import { TRAIL_STREAM, type TrailEvent } from '../domain/trail/trail-event';
import { openEventRow } from './event-rows';
import { isTrailEvent } from './record-body';
import type { EventRow } from './rows';
import type { LoketDatabase } from './schema';

/** Rows opened at a time: the page breathes between any two. */
const CHUNK = 500;

/**
 * The notes about these requests, oldest first. Every note is opened once, and nothing but
 * notes; one that does not open is passed over, as the trail's own check tells of it.
 * Stops with what it has when the signal says so.
 */
export async function notesAbout(
  { db, sealer }: { readonly db: LoketDatabase; readonly sealer: Sealer },
  requestIds: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<readonly TrailEvent[]> {
  const found: TrailEvent[] = [];
  let after: readonly [number, number] = [0, -1];
  for (;;) {
    const rows: readonly EventRow[] = await db.events
      .where('[stream+sequence+index]')
      .between([TRAIL_STREAM, ...after], [TRAIL_STREAM, Infinity, Infinity], false)
      .limit(CHUNK)
      .toArray();
    const opened = await Promise.all(rows.map((row) => openNote(sealer, row)));
    const notes = opened.filter((note) => note !== null);
    found.push(...notes.filter((note) => isAbout(note, requestIds)));
    const last = rows.at(-1);
    if (rows.length < CHUNK || last === undefined || signal.aborted) return found;
    after = [last.sequence, last.index];
  }
}

function isAbout({ subject }: TrailEvent, requestIds: ReadonlySet<string>): boolean {
  return subject !== null && requestIds.has(subject);
}

async function openNote(sealer: Sealer, row: EventRow): Promise<TrailEvent | null> {
  try {
    const event = await openEventRow(sealer, row);
    return isTrailEvent(event) ? event : null;
  } catch {
    return null;
  }
}
