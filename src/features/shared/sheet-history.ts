/** What is being written, whole, with what came before it and what was undone. */
export interface SheetHistory<Sheet> {
  readonly past: readonly Sheet[];
  readonly present: Sheet;
  readonly future: readonly Sheet[];
  /** Names the piece of typing the present sheet came from: more of it is the same change. */
  readonly typing: string | null;
}

/** Changes that can be taken back. */
const LONGEST_PAST = 200;

/** A history without a change. */
export function beginHistory<Sheet>(present: Sheet): SheetHistory<Sheet> {
  return { past: [], present, future: [], typing: null };
}

/**
 * The history with a change made. Changes of one piece of typing are one step back; a change
 * that leaves the sheet as it is is none.
 */
export function changed<Sheet>(
  history: SheetHistory<Sheet>,
  next: Sheet,
  typing: string | null,
): SheetHistory<Sheet> {
  const { past, present } = history;
  if (isSame(present, next)) return history;
  if (typing !== null && typing === history.typing)
    return { ...history, present: next, future: [] };
  return { past: [...past, present].slice(-LONGEST_PAST), present: next, future: [], typing };
}

function isSame(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}

/** One change back; the same history where there is none. */
export function undone<Sheet>({
  past,
  present,
  future,
  typing,
}: SheetHistory<Sheet>): SheetHistory<Sheet> {
  const before = past.at(-1);
  if (before === undefined) return { past, present, future, typing };
  return { past: past.slice(0, -1), present: before, future: [present, ...future], typing: null };
}

/** What was undone last made again; the same history where there is nothing. */
export function redone<Sheet>({
  past,
  present,
  future,
  typing,
}: SheetHistory<Sheet>): SheetHistory<Sheet> {
  const [next, ...rest] = future;
  if (next === undefined) return { past, present, future, typing };
  return { past: [...past, present], present: next, future: rest, typing: null };
}
