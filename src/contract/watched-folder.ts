import { z } from 'zod';
import type { ServiceContract } from './verb';

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** Why a folder is not watched. */
export const watchedFolderProblemSchema = z.enum([
  'not-absolute',
  'missing',
  'not-a-folder',
  /** Inside the program's own data folder. */
  'inside-data',
]);
export type WatchedFolderProblem = z.infer<typeof watchedFolderProblemSchema>;

/**
 * The verbs of a folder that other programs put files into, where `finding` is what the shell says
 * of a file that stands still. The folder is a setting of this computer, like the target of
 * backups; nothing in it is ever changed, moved or removed.
 */
export function watchedFolderContract<Finding extends z.ZodType<string>>(finding: Finding) {
  /** A file of the watched folder that stands still; sizes in bytes. */
  const file = z.object({ name: z.string(), size: z.number().int(), sha256, finding });
  return {
    describe: { input: z.object({}), output: z.object({ folder: z.string().nullable() }) },
    /** Null: no folder is watched. */
    setFolder: {
      input: z.object({ folder: z.string().max(1000).nullable() }),
      output: z.discriminatedUnion('outcome', [
        z.object({ outcome: z.literal('set'), folder: z.string().nullable() }),
        z.object({ outcome: z.literal('refused'), problem: watchedFolderProblemSchema }),
      ]),
    },
    /** What lies there now; a file is told of once it stood still for two seconds. */
    look: {
      input: z.object({}),
      output: z.discriminatedUnion('outcome', [
        /** No folder is set on this computer. */
        z.object({ outcome: z.literal('no-folder') }),
        /** It cannot be listed now: a drive unplugged, a share that does not answer. */
        z.object({ outcome: z.literal('folder-away'), folder: z.string() }),
        z.object({
          outcome: z.literal('looked'),
          folder: z.string(),
          /** The newest first. */
          files: z.array(file),
          /** Names of files that are still written to. */
          settling: z.array(z.string()),
          /** Names of files larger than what the program takes. */
          tooLarge: z.array(z.string()),
        }),
      ]),
    },
    /** The bytes of a file `look` told of. */
    read: {
      input: z.object({ name: z.string().max(1000), sha256 }),
      output: z.discriminatedUnion('outcome', [
        z.object({
          outcome: z.literal('file'),
          bytes: z.custom<Uint8Array<ArrayBuffer>>((value) => value instanceof Uint8Array),
        }),
        z.object({ outcome: z.literal('gone') }),
        /** Other bytes by now, or never told of. */
        z.object({ outcome: z.literal('changed') }),
      ]),
    },
  } as const satisfies ServiceContract;
}
