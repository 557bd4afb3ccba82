import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { fail, succeed, type Result } from '../../src/contract/result';
import { errorCode, type Disk } from './disk';

/** A file of a watched folder that is whole: nobody writes to it any more, and it was read. */
export interface WholeFile<Finding> {
  /** Its name in the folder. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
  /** What the reader made of its bytes. */
  readonly finding: Finding;
}

/** One look at the folder. */
export interface FolderLook<Finding> {
  /** The newest first. */
  readonly whole: readonly WholeFile<Finding>[];
  /** Names of files that are still written to, or were looked at too briefly to tell. */
  readonly settling: readonly string[];
  /** Names of files that are larger than what is read. */
  readonly tooLarge: readonly string[];
}

/** A folder in which files arrive. It has no clock and no timer: somebody looks now and then. */
export interface FolderWatch<Finding> {
  /** Rejects where the folder cannot be listed. */
  readonly look: () => Promise<FolderLook<Finding>>;
  /** The bytes of a file as `look` told of it; `changed` when they are others by now. */
  readonly read: (
    name: string,
    sha256: string,
  ) => Promise<Result<Uint8Array<ArrayBuffer>, 'gone' | 'changed'>>;
}

export interface FolderWatchOptions<Finding> {
  readonly folder: string;
  readonly disk: Pick<Disk, 'list' | 'find' | 'read'>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Whether a file of this name is looked at at all. */
  readonly wants: (name: string) => boolean;
  /** Reads bytes once they stand still; its answer is kept until the file changes. */
  readonly examine: (bytes: Uint8Array<ArrayBuffer>) => Promise<Finding>;
  /** Bytes of the largest file that is read. */
  readonly largest: number;
}

/** How long size and time of change have to stand still, in milliseconds. */
export const STILL = 2_000;
/** Files of a folder that are looked at, the newest. */
const MOST = 100;

interface Seen<Finding> {
  readonly size: number;
  readonly changedAt: number;
  /** When it was first seen like this. */
  readonly since: number;
  readonly whole: WholeFile<Finding> | null;
}

type Found = { readonly name: string; readonly size: number; readonly changedAt: number };

/**
 * Watches a folder by looking at it: a file counts as whole when its size and its time of change
 * stood still between two looks at least two seconds apart, and were the same again after its
 * bytes were read. Nothing in the folder is ever changed, moved or removed.
 */
export function createFolderWatch<Finding>(
  options: FolderWatchOptions<Finding>,
): FolderWatch<Finding> {
  const { folder, disk, now, wants, largest } = options;
  let seen: ReadonlyMap<string, Seen<Finding>> = new Map();

  async function find(): Promise<readonly Found[]> {
    const names = (await disk.list(folder)).filter(wants);
    const found = await Promise.all(
      names.map(async (name) => {
        const here = await disk.find(join(folder, name)).catch(() => undefined);
        return here === undefined ? [] : [{ name, ...here }];
      }),
    );
    return found
      .flat()
      .sort((one, other) => other.changedAt - one.changedAt)
      .slice(0, MOST);
  }

  return {
    look: async () => {
      const found = await find();
      const next = new Map<string, Seen<Finding>>();
      for (const file of found.filter(({ size }) => size <= largest)) {
        next.set(file.name, await lookAt(options, file, seen.get(file.name), now()));
      }
      seen = next;
      const all = [...next.values()];
      return {
        whole: all.flatMap(({ whole }) => (whole === null ? [] : [whole])),
        settling: [...next].flatMap(([name, { whole }]) => (whole === null ? [name] : [])),
        tooLarge: found.filter(({ size }) => size > largest).map(({ name }) => name),
      };
    },
    read: async (name, sha256) => {
      // Only what a look told of: a name never leads out of the folder.
      if (seen.get(name)?.whole?.sha256 !== sha256) return fail('changed');
      try {
        const bytes = await disk.read(join(folder, name));
        return hashOf(bytes) === sha256 ? succeed(bytes) : fail('changed');
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return fail('gone');
        throw error;
      }
    },
  };
}

async function lookAt<Finding>(
  { folder, disk, examine }: FolderWatchOptions<Finding>,
  { name, size, changedAt }: Found,
  before: Seen<Finding> | undefined,
  at: number,
): Promise<Seen<Finding>> {
  const isSame = before?.size === size && before.changedAt === changedAt;
  if (!isSame) return { size, changedAt, since: at, whole: null };
  // A clock that was set back begins the waiting anew.
  if (before.since > at) return { ...before, since: at };
  if (before.whole !== null || size === 0 || at - before.since < STILL) return before;
  const path = join(folder, name);
  const bytes = await disk.read(path).catch(() => null);
  const after = await disk.find(path).catch(() => undefined);
  const isStill = after?.size === size && after.changedAt === changedAt;
  if (bytes === null || !isStill || bytes.length !== size) return { ...before, since: at };
  const finding = await examine(bytes);
  return { ...before, whole: { name, size, sha256: hashOf(bytes), finding } };
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
