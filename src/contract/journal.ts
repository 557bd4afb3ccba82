import { z } from 'zod';
import { sealedSchema } from './sealed';
import type { ServiceContract } from './verb';

/** Place in the journal: 0 and the empty hash before the first record. */
export const journalHeadSchema = z.object({
  sequence: z.number().int().min(0),
  /** SHA-256 of the last record, lower-case hex; '' for an empty journal. */
  hash: z.string(),
});
export type JournalHead = z.infer<typeof journalHeadSchema>;

/** One commit as the journal keeps it: everything a command caused, or nothing of it. */
export const journalRecordSchema = z.object({
  sequence: z.number().int().min(1),
  id: z.uuid(),
  /** RFC 3339 UTC, the shell's clock when the record was written. */
  at: z.string(),
  previousHash: z.string(),
  hash: z.string(),
  sealed: sealedSchema,
});
export type JournalRecord = z.infer<typeof journalRecordSchema>;

/** What the shell found when it opened the journal and the user should know. */
export const journalNoticeSchema = z.discriminatedUnion('kind', [
  /** The last line was cut short by a crash: it never counted, and was set aside. */
  z.object({ kind: z.literal('torn-tail-set-aside'), file: z.string(), bytes: z.number() }),
  /** A line in the middle does not fit the chain: somebody or something changed the file. */
  z.object({ kind: z.literal('chain-broken'), file: z.string(), line: z.number() }),
]);
export type JournalNotice = z.infer<typeof journalNoticeSchema>;

export const journalContract = {
  /**
   * Appends one record and returns after it is on the disk (fsync). Refuses with
   * `journal-moved` when the journal's head is not `expectedHead`. Repeating the record
   * that is already the last one answers as the first time (a lost reply does no harm).
   */
  append: {
    input: z.object({ expectedHead: journalHeadSchema, id: z.uuid(), sealed: sealedSchema }),
    output: journalRecordSchema.omit({ sealed: true }),
  },
  /** Records after a sequence number, oldest first, at most `limit` of them. */
  read: {
    input: z.object({ after: z.number().int().min(0), limit: z.number().int().min(1).max(1000) }),
    output: z.object({ records: z.array(journalRecordSchema), head: journalHeadSchema }),
  },
  head: {
    input: z.object({}),
    output: z.object({ head: journalHeadSchema, notices: z.array(journalNoticeSchema) }),
  },
} as const satisfies ServiceContract;
