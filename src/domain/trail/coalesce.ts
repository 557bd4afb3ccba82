import type { TrailAction, TrailNote } from './trail-event';

/** The same look again within so many milliseconds is the same look. */
export const QUIET_FOR = 10 * 60_000;

const repeatable: readonly TrailAction[] = [
  'view-request',
  'view-file',
  'view-history',
  'view-person',
  'view-trail',
  'search',
];

/** When each look was noted last (milliseconds since 1970), by `lookKey`. */
export type NotedLooks = ReadonlyMap<string, number>;

/** Whether a note only repeats one of the last ten minutes by the same person. */
export function isRepeated(
  looks: NotedLooks,
  note: TrailNote,
  staffId: string,
  now: number,
): boolean {
  const key = lookKey(note, staffId);
  const last = key === null ? undefined : looks.get(key);
  // A clock set back makes the last look lie ahead: then it is noted again.
  return last !== undefined && now >= last && now - last < QUIET_FOR;
}

/** The looks after one more was noted; those of more than ten minutes ago are forgotten. */
export function afterNote(
  looks: NotedLooks,
  note: TrailNote,
  staffId: string,
  now: number,
): NotedLooks {
  const key = lookKey(note, staffId);
  if (key === null) return looks;
  const recent = [...looks].filter(([, at]) => now >= at && now - at < QUIET_FOR);
  return new Map([...recent, [key, now]]);
}

/** Equal for looks that count as one; null for what is noted each time. */
function lookKey({ action, subject, details = {} }: TrailNote, staffId: string): string | null {
  if (!repeatable.includes(action)) return null;
  const { letter = null, document = null, file = null, text = null } = details;
  return JSON.stringify([staffId, action, subject, letter, document, file, text]);
}
