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

/** A place up to which the chain was checked, and where the next line begins. */
export const journalCheckpointSchema = journalHeadSchema.extend({
  /** Month file of the next line; '' before the first. */
  file: z.string(),
  /** Lines of that file already checked. */
  line: z.number().int().min(0),
  /** Bytes from the start of that file. */
  offset: z.number().int().min(0),
  /** Lines since the record of `sequence` that could not be told to be any record. */
  unread: z.number().int().min(0),
});
export type JournalCheckpoint = z.infer<typeof journalCheckpointSchema>;

/** One place where the journal is not what was written. */
export const chainBreakSchema = z.object({
  /**
   * `altered`: the line does not fit its hash, its spelling or the record before it.
   * `missing`: `count` records from `sequence` on are not there. `reordered`: the record stands
   * after a later one, or twice. `unreadable`: the line is no record at all. `truncated`: what
   * came up to `sequence` was there once, as an anchor tells, and is not there any more.
   */
  kind: z.enum(['altered', 'missing', 'reordered', 'truncated', 'unreadable']),
  /** Month file and line number from 1; '' and 0 for `truncated`. */
  file: z.string(),
  line: z.number().int().min(0),
  /** The record's number as far as it can be told. */
  sequence: z.number().int().min(0),
  /** Records concerned. */
  count: z.number().int().min(1),
  /** RFC 3339 UTC, when the anchor was written; null for all other kinds. */
  at: z.string().nullable(),
});
export type ChainBreak = z.infer<typeof chainBreakSchema>;

/** What is known of the anchor: the head of the chain, kept outside the journal. */
export const journalAnchorSchema = z.object({
  /** `locked`: protected by a key that is not at hand now. */
  state: z.enum(['none', 'unkeyed', 'keyed', 'locked']),
  /**
   * Where this anchor's memory begins and why. `first`: with an empty journal. `missing`,
   * `forged`, `unkeyed`: the file was absent, did not fit its key, or carried none.
   */
  since: z
    .object({
      sequence: z.number().int().min(0),
      at: z.string(),
      how: z.enum(['first', 'missing', 'forged', 'unkeyed']),
    })
    .nullable(),
});
export type JournalAnchor = z.infer<typeof journalAnchorSchema>;

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
  /**
   * Checks the next stretch of the chain, a few mebibytes, from a place on (`null`: from the
   * first record). Call it again with `checkedTo` until `done`; what the anchor tells comes
   * with the last answer. A place that is no longer there begins anew.
   */
  verify: {
    input: z.object({ from: journalCheckpointSchema.nullable() }),
    output: z.object({
      checkedTo: journalCheckpointSchema,
      /** Lines checked by this call. */
      records: z.number().int().min(0),
      breaks: z.array(chainBreakSchema),
      done: z.boolean(),
      head: journalHeadSchema,
      anchor: journalAnchorSchema,
    }),
  },
  /** The last place up to which a check found nothing, and when that was. */
  checkpoint: {
    input: z.object({}),
    output: z.object({
      kept: z.object({ to: journalCheckpointSchema, at: z.string() }).nullable(),
    }),
  },
  /** Remembers a place up to which a check found nothing. */
  keepCheckpoint: {
    input: z.object({ to: journalCheckpointSchema }),
    output: z.object({}),
  },
} as const satisfies ServiceContract;
