import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { replaceFile, systemDisk, type Disk } from '../disk';

/** Which file goes to which gateway. */
export interface UploadKey {
  /** The gateway's `/v1/files`. */
  readonly filesUrl: string;
  /** The address in the local store; unlike the SHA-256 it may lie open on the disk. */
  readonly address: string;
}

/** Where unfinished uploads are continued, also after a restart of the application. */
export interface UploadMarks {
  readonly find: (key: UploadKey) => Promise<string | null>;
  /** Best effort: without a mark an upload starts from its first byte again, nothing else is lost. */
  readonly keep: (key: UploadKey, uploadUrl: string) => Promise<void>;
  readonly forget: (key: UploadKey) => Promise<void>;
}

const markSchema = z.object({
  version: z.literal(1),
  filesUrl: z.string(),
  address: z.string(),
  uploadUrl: z.string(),
});

/** One small file per unfinished upload in `folder`, replaced atomically; an unreadable one counts as absent. */
export function createUploadMarks(folder: string, disk: Disk = systemDisk): UploadMarks {
  function pathOf(key: UploadKey): string {
    const name = createHash('sha256').update(`${key.filesUrl}\n${key.address}`).digest('hex');
    return join(folder, `${name}.json`);
  }

  return {
    find: async (key) => {
      try {
        const mark = markSchema.parse(
          JSON.parse(new TextDecoder().decode(await disk.read(pathOf(key)))),
        );
        return mark.filesUrl === key.filesUrl && mark.address === key.address
          ? mark.uploadUrl
          : null;
      } catch {
        return null;
      }
    },
    keep: async (key, uploadUrl) => {
      try {
        await disk.makeFolder(folder);
        const mark: z.infer<typeof markSchema> = { version: 1, ...key, uploadUrl };
        await replaceFile(disk, pathOf(key), new TextEncoder().encode(JSON.stringify(mark)));
      } catch {
        // See `keep` above: a full disk must not keep a file from leaving.
      }
    },
    forget: async (key) => {
      // A mark left behind is harmless: HEAD tells what it is worth.
      await disk.remove(pathOf(key)).catch(() => undefined);
    },
  };
}
