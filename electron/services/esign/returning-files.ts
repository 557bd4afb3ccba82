import { stat } from 'node:fs/promises';
import { isAbsolute, join, normalize } from 'node:path';
import { z } from 'zod';
import type { Services } from '../../../src/contract/index';
import type {
  FoundFile,
  ReturnFolderProblem,
  returnsContract,
} from '../../../src/contract/returns';
import { succeed } from '../../../src/contract/result';
import { LARGEST_FILE } from '../../../src/domain/documents/sniff-media-type';
import { isPdf } from '../../../src/domain/esign/read-signed';
import { isInside } from '../backup/targets';
import { onDisk, replaceFile, systemDisk, type Disk } from '../disk';
import { inTime } from '../in-time';
import { createFolderWatch, type FolderWatch } from '../watch-folder';

type Finding = FoundFile['finding'];
type SetAnswer = z.input<typeof returnsContract.setFolder.output>;
type ReadAnswer = z.input<typeof returnsContract.read.output>;

export interface ReturningFilesOptions {
  readonly dataFolder: string;
  readonly now: () => Date;
  /** Signatures of a PDF; null for what cannot be read as one. */
  readonly countSignatures: (bytes: Uint8Array<ArrayBuffer>) => Promise<number | null>;
  readonly disk?: Disk;
}

const settingSchema = z.object({ version: z.literal(1), folder: z.string().nullable() });
/** How long a share that does not answer may hold up a look, in milliseconds. */
const PATIENCE = 5_000;

/**
 * Letters that come back from another program into a folder. Which letter a file is, and whether
 * it counts, is not decided here: the page compares it with what it exported.
 */
export function createReturningFiles(options: ReturningFilesOptions): Services['returns'] {
  const { dataFolder } = options;
  const disk = options.disk ?? systemDisk;
  const settingPath = join(dataFolder, 'returning-files.json');
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
    if (watched?.folder !== folder) watched = { folder, watch: watchOver(options, disk, folder) };
    return watched.watch;
  }

  return {
    describe: async () => succeed({ folder: await folderNow() }),
    setFolder: ({ folder: typed }) =>
      onDisk<SetAnswer>('returning-files', async () => {
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
        settling,
        tooLarge: [...tooLarge],
      });
    },
    read: ({ name, sha256 }) =>
      onDisk<ReadAnswer>('returning-files', async () => {
        const read = (await watched?.watch.read(name, sha256)) ?? null;
        if (read === null) return succeed({ outcome: 'changed' });
        if (!read.ok) return succeed({ outcome: read.error });
        return succeed({ outcome: 'file', bytes: read.value });
      }),
  };
}

function watchOver(
  { now, countSignatures }: ReturningFilesOptions,
  disk: Disk,
  folder: string,
): FolderWatch<Finding> {
  return createFolderWatch<Finding>({
    folder,
    disk,
    now: () => now().getTime(),
    // Hidden files are those a program is still busy with.
    wants: (name) => /^[^.~].*\.pdf$/i.test(name),
    examine: async (bytes) => {
      const count = isPdf(bytes) ? await countSignatures(bytes) : null;
      return count === null ? 'unreadable' : count > 0 ? 'signed' : 'unsigned';
    },
    largest: LARGEST_FILE,
  });
}

/** `list` takes an absent folder for an empty one; here it makes a difference. */
async function isThere(folder: string): Promise<boolean> {
  return (await stat(folder)).isDirectory();
}

async function problemOf(folder: string, dataFolder: string): Promise<ReturnFolderProblem | null> {
  if (!isAbsolute(folder)) return 'not-absolute';
  try {
    if (!(await isThere(folder))) return 'not-a-folder';
    return (await isInside(folder, dataFolder)) ? 'inside-data' : null;
  } catch {
    return 'missing';
  }
}
