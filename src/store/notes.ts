import { fail, succeed, type Result } from '../contract/result';
import type { Author, Occasion } from '../domain/event';
import { afterNote, isRepeated, type NotedLooks } from '../domain/trail/coalesce';
import { noted, type TrailNote } from '../domain/trail/trail-event';
import { commit } from './commit';
import type { Parts } from './follow';
import type { CommandFailure } from './store';

interface NoteParts extends Parts {
  readonly clock: () => Date;
  /** False once another window took over. */
  readonly isActive: () => boolean;
}

export type TakeNote = (
  note: TrailNote,
  by: Author,
  occasion: () => Occasion,
) => Promise<Result<void, CommandFailure>>;

/**
 * Notes of the trail, each a record of its own. Looks that repeat within ten minutes are one;
 * which were noted is only remembered by this window, and a note that failed is not among them.
 */
export function createNotes(parts: NoteParts): TakeNote {
  let looks: NotedLooks = new Map();
  return async (note, by, occasion) => {
    if (!parts.isActive()) return fail({ kind: 'not-the-active-window' });
    const now = parts.clock().getTime();
    if (isRepeated(looks, note, by.id, now)) return succeed(undefined);
    const recorded = await commit(parts, () => Promise.resolve(succeed([noted(note, occasion())])));
    if (recorded.ok) looks = afterNote(looks, note, by.id, now);
    return recorded;
  };
}
