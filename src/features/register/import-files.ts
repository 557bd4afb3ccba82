/** A file that lies beside the walk-ins, by the path a browser tells of it. */
export interface NearbyFile {
  /** `scans/a.pdf` or `folder/scans/a.pdf` from a folder, the bare name from a list of files. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  readonly read: () => Promise<Uint8Array>;
}

/** Where a row's paper is, or why it cannot be read. */
export type FoundFile =
  | { readonly found: 'yes'; readonly file: NearbyFile }
  | { readonly found: 'missing' }
  /** The path leaves the folder of the walk-ins. */
  | { readonly found: 'outside' };

/**
 * Finds a row's paper among the chosen files. Paths are relative to the file of walk-ins
 * (walk-ins.md), but a browser tells them from the folder that was chosen, or not at all:
 * the longest common ending wins, and a bare name counts only when it is the only one.
 */
export function findNearbyFile(path: string, files: readonly NearbyFile[]): FoundFile {
  const wanted = partsOf(path);
  if (wanted === null) return { found: 'outside' };
  const whole = files.filter((file) => endsWithParts(partsOf(file.path) ?? [], wanted));
  const [match, ...others] = whole;
  if (match !== undefined && others.length === 0) return { found: 'yes', file: match };
  const shortest = whole.toSorted((one, other) => one.path.length - other.path.length)[0];
  if (shortest !== undefined) return { found: 'yes', file: shortest };
  const name = wanted.at(-1);
  const [only, ...more] = files.filter((file) => file.path === name);
  return only !== undefined && more.length === 0
    ? { found: 'yes', file: only }
    : { found: 'missing' };
}

/** The parts of a relative path without "." and backslashes; null when it leads outside. */
function partsOf(path: string): readonly string[] | null {
  if (/^([a-z]:|[\\/])/i.test(path)) return null;
  const parts: string[] = [];
  for (const part of path.split(/[\\/]+/)) {
    if (part === '..') {
      if (parts.pop() === undefined) return null;
    } else if (part !== '.' && part !== '') {
      parts.push(part);
    }
  }
  return parts;
}

function endsWithParts(parts: readonly string[], ending: readonly string[]): boolean {
  const from = parts.length - ending.length;
  return (
    ending.length > 0 && from >= 0 && ending.every((part, index) => parts[from + index] === part)
  );
}
