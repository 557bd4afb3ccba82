import { stat } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import { z } from 'zod';
import { succeed, type Result } from '../../src/contract/result';
import type { WatchedFolderProblem } from '../../src/contract/watched-folder';
import { LARGEST_FILE } from '../../src/domain/documents/sniff-media-type';
import { isInside } from './backup/targets';
import { onDisk, replaceFile, type Disk } from './disk';
import { inTime } from './in-time';
import { createFolderWatch, type FolderWatch, type WholeFile } from './watch-folder';

export interface FolderInboxOptions<Finding extends string> {
  readonly dataFolder: string;
  readonly now: () => Date;
  readonly disk: Disk;
  /** Name of the file in the data folder that keeps which folder is watched. */
  readonly settingFile: string;
  /** Whether a file of this name is looked at at all. */
  readonly wants: (name: string) => boolean;
  /** What is said of a file's bytes once they stand still. */
  readonly examine: (bytes: Uint8Array<ArrayBuffer>) => Promise<Finding>;
}

type SetAnswer =
  | { readonly outcome: 'set'; readonly folder: string | null }
  | { readonly outcome: 'refused'; readonly problem: WatchedFolderProblem };
type LookAnswer<Finding> =
  | { readonly outcome: 'no-folder' }
  | { readonly outcome: 'folder-away'; readonly folder: string }
  | {
      readonly outcome: 'looked';
      readonly folder: string;
      readonly files: WholeFile<Finding>[];
      readonly settling: string[];
      readonly tooLarge: string[];
    };
type ReadAnswer =
  | { readonly outcome: 'file'; readonly bytes: Uint8Array<ArrayBuffer> }
  | { readonly outcome: 'gone' | 'changed' };

/** What `watchedFolderContract` asks of the shell. */
export interface FolderInbox<Finding extends string> {
  readonly describe: () => Promise<Result<{ readonly folder: string | null }>>;
  readonly setFolder: (asked: { readonly folder: string | null }) => Promise<Result<SetAnswer>>;
  readonly look: () => Promise<Result<LookAnswer<Finding>>>;
  readonly read: (asked: {
    readonly name: string;
    readonly sha256: string;
  }) => Promise<Result<ReadAnswer>>;
}

const settingSchema = z.object({ version: z.literal(1), folder: z.string().nullable() });
/** How long a share that does not answer may hold up a look, in milliseconds. */
const PATIENCE = 5_000;

/** Files that other programs put into a folder of this computer; it is only ever read. */
export function createFolderInbox<Finding extends string>(
  options: FolderInboxOptions<Finding>,
): FolderInbox<Finding> {
  const { dataFolder, disk, settingFile } = options;
  const settingPath = join(dataFolder, settingFile);
  let watched: { readonly folder: string; readonly watch: FolderWatch<Finding> } | null = null;

  async function folderNow(): Promise<string | null> {
    try {
      const text = Buffer.from(await disk.read(settingPath)).toString('utf8');
      return settingSchema.parse(JSON.parse(text)).folder;
    } catch {
      return null;
    }
  }

  function watchOf(folder: string): FolderWatch<Finding> {
    if (watched?.folder !== folder) watched = { folder, watch: watchOver(options, folder) };
    return watched.watch;
  }

  return {
    describe: async () => succeed({ folder: await folderNow() }),
    setFolder: ({ folder: typed }) =>
      onDisk<SetAnswer>(settingFile, async () => {
        const folder = typed === null || typed.trim() === '' ? null : normalize(typed.trim());
        const problem = folder === null ? null : await problemOf(folder, dataFolder);
        if (problem !== null) return succeed({ outcome: 'refused', problem });
        const setting = JSON.stringify({ version: 1, folder });
        await replaceFile(disk, settingPath, Buffer.from(setting));
        return succeed({ outcome: 'set', folder });
      }),
    look: async () => {
      const folder = await folderNow();
      if (folder === null) return succeed({ outcome: 'no-folder' });
      const looking = isThere(folder).then((there) => (there ? watchOf(folder).look() : undefined));
      const found = await inTime(looking, PATIENCE).catch(() => undefined);
      if (found === undefined) return succeed({ outcome: 'folder-away', folder });
      const { whole, settling, tooLarge } = found;
      return succeed({
        outcome: 'looked',
        folder,
        files: [...whole],
        settling: [...settling],
        tooLarge: [...tooLarge],
      });
    },
    read: ({ name, sha256 }) =>
      onDisk<ReadAnswer>(settingFile, async () => {
        const read = (await watched?.watch.read(name, sha256)) ?? null;
        if (read === null) return succeed({ outcome: 'changed' });
        if (!read.ok) return succeed({ outcome: read.error });
        return succeed({ outcome: 'file', bytes: read.value });
      }),
  };
}

function watchOver<Finding extends string>(
  { now, disk, wants, examine }: FolderInboxOptions<Finding>,
  folder: string,
): FolderWatch<Finding> {
  return createFolderWatch<Finding>({
    folder,
    disk,
    now: () => now().getTime(),
    // Hidden files are those a program is still busy with.
    wants: (name) => /^[^.~]/.test(name) && wants(name),
    examine,
    largest: LARGEST_FILE,
  });
}

/** `list` takes an absent folder for an empty one; here it makes a difference. */
async function isThere(folder: string): Promise<boolean> {
  return (await stat(folder)).isDirectory();
}

async function problemOf(folder: string, dataFolder: string): Promise<WatchedFolderProblem | null> {
  if (!isAbsolute(folder)) return 'not-absolute';
  try {
    if (!(await isThere(folder))) return 'not-a-folder';
    return (await isInside(folder, dataFolder)) ? 'inside-data' : null;
  } catch {
    return 'missing';
  }
}
