import type { Services } from '../../../src/contract/index';
import { isPdf } from '../../../src/domain/esign/read-signed';
import { systemDisk, type Disk } from '../disk';
import { createFolderInbox } from '../folder-inbox';

export interface ReturningFilesOptions {
  readonly dataFolder: string;
  readonly now: () => Date;
  /** Signatures of a PDF; null for what cannot be read as one. */
  readonly countSignatures: (bytes: Uint8Array<ArrayBuffer>) => Promise<number | null>;
  readonly disk?: Disk;
}

/**
 * Letters that come back from another program into a folder. Which letter a file is, and whether
 * it counts, is not decided here: the page compares it with what it exported.
 */
export function createReturningFiles(options: ReturningFilesOptions): Services['returns'] {
  const { dataFolder, now, countSignatures, disk = systemDisk } = options;
  return createFolderInbox({
    dataFolder,
    now,
    disk,
    settingFile: 'returning-files.json',
    wants: (name) => /\.pdf$/i.test(name),
    examine: async (bytes) => {
      const count = isPdf(bytes) ? await countSignatures(bytes) : null;
      return count === null ? 'unreadable' : count > 0 ? 'signed' : 'unsigned';
    },
  });
}
