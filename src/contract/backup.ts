import { z } from 'zod';
import type { ServiceContract } from './verb';

/** Why a folder cannot hold backups, or be read as one. */
export const targetProblemSchema = z.enum([
  'not-absolute',
  'missing',
  'not-a-folder',
  /** Inside the data folder: what destroys the one destroys the other. */
  'inside-data',
  'not-writable',
  'full',
  /** It holds the backups of another office's journal. */
  'other-office',
  /** Nothing of Loket SE lies there. */
  'no-backup',
]);
export type TargetProblem = z.infer<typeof targetProblemSchema>;

/** Why a backup, a rehearsal or a restore came to nothing. Earlier snapshots are as they were. */
export const backupFailureSchema = z.enum([
  'target-missing',
  'target-full',
  /** The target refused to write or read. */
  'target-failed',
  /** What was written came back different: the drive does not keep what it is given. */
  'not-read-back',
  'other-office',
  /** The journal here lacks the record that was its last in the newest snapshot. */
  'journal-cut',
  /** Journal, files or drafts of this computer cannot be read. */
  'source-not-read',
  /**
   * The file of wrapped keys is missing, damaged or shorter than the one in the backup, or does
   * not fit the key ring here; the good one in the backup stays.
   */
  'vault-incomplete',
  /** No snapshot, or its list does not fit its own checksum. */
  'snapshot-not-read',
  /** Too little room in the data folder for the copy. */
  'no-room',
  /** The program was closed; the next run goes on. */
  'stopped',
]);
export type BackupFailure = z.infer<typeof backupFailureSchema>;

const countsSchema = z.object({
  /** Lines of the journal. */
  records: z.number().int().min(0),
  files: z.number().int().min(0),
  drafts: z.number().int().min(0),
  /** Bytes of everything in the snapshot. */
  bytes: z.number().min(0),
});

/** A file that is not as the snapshot says; paths inside the data folder, never a person. */
export const damageSchema = z.object({
  path: z.string(),
  /** `incomplete`: wrapped keys that do not open all the journal names. */
  problem: z.enum(['missing', 'altered', 'not-read', 'incomplete']),
});
export type Damage = z.infer<typeof damageSchema>;

export const backupAttemptSchema = z.object({
  /** RFC 3339 UTC, when it ended. */
  at: z.string(),
  outcome: z.discriminatedUnion('kind', [
    countsSchema.extend({
      kind: z.literal('good'),
      snapshot: z.string(),
      /** Objects and bytes written anew; the rest lay there already. */
      newObjects: z.number().int().min(0),
      newBytes: z.number().min(0),
      /** False when an unreadable snapshot kept the old ones from being tidied away. */
      tidied: z.boolean(),
    }),
    z.object({ kind: z.literal('failed'), reason: backupFailureSchema, detail: z.string() }),
  ]),
});
export type BackupAttempt = z.infer<typeof backupAttemptSchema>;

export const rehearsalSchema = z.object({
  at: z.string(),
  snapshot: z.string(),
  outcome: z.discriminatedUnion('kind', [
    countsSchema.extend({ kind: z.literal('good') }),
    countsSchema.extend({
      kind: z.literal('damaged'),
      /** At most fifty, the first by name. */
      damaged: z.array(damageSchema),
      damagedCount: z.number().int().min(0),
      /** Whether number, chain and head of the journal's records are those of the snapshot. */
      journalFits: z.boolean(),
    }),
    z.object({ kind: z.literal('failed'), reason: backupFailureSchema, detail: z.string() }),
  ]),
});
export type Rehearsal = z.infer<typeof rehearsalSchema>;

/** Damaged files by their path: at most fifty, the first by name, and how many in all. */
export const leftOutSchema = z.object({
  damaged: z.array(damageSchema),
  damagedCount: z.number().int().min(0),
});
export type LeftOut = z.infer<typeof leftOutSchema>;

export const restoreStateSchema = z.object({
  at: z.string(),
  snapshot: z.string(),
  outcome: z.discriminatedUnion('kind', [
    /**
     * Copied and checked; it takes the place of the data at the next start. `without` names
     * what was damaged on the drive and is left out because the person said so.
     */
    z.object({ kind: z.literal('ordered'), without: leftOutSchema.optional() }),
    /** Done at a start; the data of before lies in the folder `movedTo` of the data folder. */
    z.object({
      kind: z.literal('done'),
      movedTo: z.string(),
      without: leftOutSchema.optional(),
    }),
    leftOutSchema.extend({
      kind: z.literal('damaged'),
      /** Only scans and drafts are damaged: the rest can be restored without them. */
      canLeaveOut: z.boolean().optional(),
    }),
    z.object({ kind: z.literal('failed'), reason: backupFailureSchema, detail: z.string() }),
  ]),
});
export type RestoreState = z.infer<typeof restoreStateSchema>;

export const snapshotSummarySchema = z.discriminatedUnion('state', [
  countsSchema.extend({
    state: z.literal('whole'),
    /** Its file's name without the ending; sorts by time. */
    name: z.string(),
    takenAt: z.string(),
    program: z.string(),
    /** Of another office than the one whose records are on this computer. */
    otherOffice: z.boolean(),
  }),
  z.object({ state: z.literal('unreadable'), name: z.string() }),
]);
export type SnapshotSummary = z.infer<typeof snapshotSummarySchema>;

const folderSchema = z.string().min(1).max(1000);

export const backupStatusSchema = z.object({
  target: z
    .object({
      folder: z.string(),
      /** RFC 3339 UTC, when it was chosen. */
      since: z.string(),
      /** False while the drive is unplugged or the share does not answer. */
      present: z.boolean(),
      freeBytes: z.number().nullable(),
      /** On the same disk as the data: no help when that disk fails. */
      sameDisk: z.boolean(),
    })
    .nullable(),
  lastGood: backupAttemptSchema.nullable(),
  lastAttempt: backupAttemptSchema.nullable(),
  rehearsal: rehearsalSchema.nullable(),
  restore: restoreStateSchema.nullable(),
  running: z
    .object({
      work: z.enum(['backup', 'rehearsal', 'restore']),
      /** Files done of all; both 0 until they are counted. */
      done: z.number().int(),
      total: z.number().int(),
    })
    .nullable(),
});
export type BackupStatus = z.infer<typeof backupStatusSchema>;

/**
 * Backups of the data folder to another disk. Long work is only started by a verb; `status`
 * tells how far it is and how it ended.
 */
export const backupContract = {
  status: { input: z.object({}), output: backupStatusSchema },
  /** Chooses where backups go, and begins the first one there. */
  setTarget: {
    input: z.object({ folder: folderSchema }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('set'), folder: z.string() }),
      z.object({ outcome: z.literal('refused'), problem: targetProblemSchema }),
    ]),
  },
  /** Drives that are plugged in and shares that are mounted, other than the system's own. */
  suggestTargets: {
    input: z.object({}),
    output: z.object({
      targets: z.array(
        z.object({
          folder: z.string(),
          freeBytes: z.number().nullable(),
          hasBackup: z.boolean(),
        }),
      ),
    }),
  },
  /** The snapshots of any folder, newest first: for a new computer, before anything exists. */
  listSnapshots: {
    input: z.object({ folder: folderSchema }),
    output: z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('found'),
        folder: z.string(),
        snapshots: z.array(snapshotSummarySchema),
      }),
      z.object({ outcome: z.literal('refused'), problem: targetProblemSchema }),
    ]),
  },
  runNow: {
    input: z.object({}),
    output: z.object({ outcome: z.enum(['started', 'busy', 'no-target']) }),
  },
  /** Restores the newest snapshot into a scratch folder and compares it with what it says. */
  rehearse: {
    input: z.object({}),
    output: z.object({ outcome: z.enum(['started', 'busy', 'no-target']) }),
  },
  /**
   * Copies a snapshot beside the data and checks it; at the next start of the program it takes
   * the data's place, which is moved aside and not deleted. Nothing is replaced on any damage.
   * Another office's snapshot is refused (`other-office`) unless `otherOffice` says that the
   * person was told whose it is. `leaveOut` restores without damaged files of `files/` and
   * `drafts/`, and says which; damage of the journal or of keys is never left out.
   */
  restore: {
    input: z.object({
      folder: folderSchema,
      snapshot: z.string().regex(/^\d{8}T\d{9}Z$/),
      otherOffice: z.boolean().optional(),
      leaveOut: z.boolean().optional(),
    }),
    output: z.object({ outcome: z.enum(['started', 'busy']) }),
  },
} as const satisfies ServiceContract;
