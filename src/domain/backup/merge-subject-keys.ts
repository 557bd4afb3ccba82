/** What a line of `subject-keys.jsonl` says, as far as backups need to know. */
export interface SubjectLine {
  readonly subject: string;
  readonly isDestroyed: boolean;
  /** Data key that wraps it; null where the line names none. */
  readonly keyId: string | null;
}

/** Two sets of wrapped keys made one. */
export interface MergedKeys {
  /** Complete lines, each with its end of line. */
  readonly text: string;
  /** Lines of either that could not be read and are not in `text`. */
  readonly unreadable: number;
}

/**
 * The wrapped subject keys after a restore: those of the present data folder, and those only
 * the backup has. A key is never lost by it, and a destroyed one does not come back: a line
 * of the present file with `"destroyed": true` wins over any key of that subject, whichever
 * side has it. Where both have a subject, the present lines count. `keyIds` names the data
 * keys of the key ring they will lie beside: what another data key wraps (of another office,
 * or from before a rotation) would open nothing and is left out. Null: the ring names none.
 */
export function mergeSubjectKeys(
  present: string,
  fromBackup: string,
  keyIds: readonly string[] | null = null,
): MergedKeys {
  const here = readLines(present);
  const there = readLines(fromBackup);
  const destroyed = new Set(
    [...here.lines, ...there.lines].flatMap(({ subject, isDestroyed }) =>
      isDestroyed ? [subject] : [],
    ),
  );
  const opens = (keyId: string | null): boolean =>
    keyIds === null || keyId === null || keyIds.includes(keyId);
  const live = ({ subject, isDestroyed, keyId }: SubjectLine): boolean =>
    isDestroyed || (!destroyed.has(subject) && opens(keyId));
  const mine = here.lines.filter(live);
  const known = new Set(mine.map(({ subject }) => subject));
  const kept = [...mine, ...there.lines.filter(live).filter(({ subject }) => !known.has(subject))];
  return {
    text: kept.map(({ line }) => `${line}\n`).join(''),
    unreadable: here.unreadable + there.unreadable,
  };
}

/** What the readable lines of a file of wrapped keys say, in their order. */
export function keyLines(text: string): readonly SubjectLine[] {
  return readLines(text).lines;
}

/** Number of lines of a file of wrapped keys that cannot be read; 0 for a sound file. */
export function unreadableKeyLines(text: string): number {
  return readLines(text).unreadable;
}

function readLines(text: string): {
  readonly lines: readonly (SubjectLine & { readonly line: string })[];
  readonly unreadable: number;
} {
  const all = text.split('\n').filter((line) => line.trim() !== '');
  const lines = all.flatMap((line) => {
    const read = readLine(line);
    return read === null ? [] : [{ ...read, line }];
  });
  return { lines, unreadable: all.length - lines.length };
}

function readLine(line: string): SubjectLine | null {
  try {
    const read: unknown = JSON.parse(line);
    if (typeof read !== 'object' || read === null || !('subject' in read)) return null;
    if (typeof read.subject !== 'string') return null;
    const isDestroyed = 'destroyed' in read && read.destroyed === true;
    const keyId = 'keyId' in read && typeof read.keyId === 'string' ? read.keyId : null;
    return { subject: read.subject, isDestroyed, keyId };
  } catch {
    return null;
  }
}
