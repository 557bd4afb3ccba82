import { z } from 'zod';
import type { ServiceContract } from './verb';

/** A member of staff as the key ring knows one: no name, only what the sign-in shows. */
export const vaultMemberSchema = z.object({
  /** Id of the member of staff. */
  id: z.uuid(),
  signInName: z.string(),
  /** The passphrase was given by the administrator and is still to be replaced by an own one. */
  initial: z.boolean(),
});
export type VaultMember = z.infer<typeof vaultMemberSchema>;

const passphraseSchema = z.string().min(1).max(1024);
const signInNameSchema = z.string().max(64);
const subjectSchema = z.string().regex(/^[A-Za-z0-9-]{1,64}$/);

/** How an attempt to open the records ended. `waitSeconds` before the next one is looked at. */
export const unlockOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('open'),
    member: vaultMemberSchema,
    /** Wrong passphrases given for this member since the last right one. */
    failedBefore: z.number().int().min(0),
  }),
  z.object({ outcome: z.literal('wrong'), waitSeconds: z.number().int().min(0) }),
  z.object({ outcome: z.literal('wait'), waitSeconds: z.number().int().min(1) }),
  z.object({ outcome: z.literal('unknown-member') }),
]);
export type UnlockOutcome = z.infer<typeof unlockOutcomeSchema>;

const newMember = {
  memberId: z.uuid(),
  signInName: signInNameSchema,
  passphrase: passphraseSchema,
};
const addedSchema = z.object({ outcome: z.enum(['added', 'name-taken']) });

/**
 * The office's keys: one data key, wrapped for each member of staff and for a printed
 * recovery key (architecture, point 4). Passphrases travel once, to be derived from, and are
 * kept nowhere.
 */
export const vaultContract = {
  describe: {
    input: z.object({}),
    output: z.object({
      /**
       * `absent`: nobody made keys yet. `lost`: there are sealed records and no key ring: it has
       * to come back from a backup. `locked`: nobody opened them since the program began.
       */
      state: z.enum(['absent', 'lost', 'locked', 'open']),
      members: z.array(vaultMemberSchema),
      /** The recovery key was typed back by somebody who had it on paper. */
      recoveryConfirmed: z.boolean(),
      /** Staff of records made before there were keys; null where there are no such records. */
      plainStaff: z.array(z.object({ id: z.uuid(), name: z.string() })).nullable(),
    }),
  },
  /**
   * Makes the office's keys and opens them. Records made before are sealed first: the call
   * answers when nothing readable is left of them in journal, files and drafts. The recovery
   * key is shown this once.
   */
  create: {
    input: z.object(newMember),
    output: z.object({ recoveryGroups: z.array(z.string()) }),
  },
  /** Opens the keys, or proves who sits at the desk when they are open already. */
  unlock: {
    input: z.object({ memberId: z.uuid(), passphrase: passphraseSchema }),
    output: unlockOutcomeSchema,
  },
  /**
   * Opens with the printed key and gives a member a new passphrase, as after a restore on an
   * empty computer or when nobody remembers one.
   */
  recover: {
    input: z.object({ recoveryKey: z.string().max(256), ...newMember }),
    output: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('open') }),
      z.object({ outcome: z.literal('wrong'), waitSeconds: z.number().int().min(0) }),
      z.object({ outcome: z.literal('wait'), waitSeconds: z.number().int().min(1) }),
      z.object({ outcome: z.literal('unreadable'), group: z.number().int().nullable() }),
      z.object({ outcome: z.literal('name-taken') }),
    ]),
  },
  /** A way in for another member of staff, who replaces the passphrase at the first sign-in. */
  addMember: { input: z.object(newMember), output: addedSchema },
  /** Destroys a member's way in; the records stay open to the others. */
  removeMember: { input: z.object({ memberId: z.uuid() }), output: z.object({}) },
  changePassphrase: {
    input: z.object({ memberId: z.uuid(), current: passphraseSchema, next: passphraseSchema }),
    output: unlockOutcomeSchema,
  },
  /** Replaces the recovery key; the one printed before opens nothing any more. */
  renewRecoveryKey: {
    input: z.object({}),
    output: z.object({ recoveryGroups: z.array(z.string()) }),
  },
  confirmRecoveryKey: { input: z.object({}), output: z.object({}) },
  /**
   * Keys of subjects, 32 bytes each, in the order asked. `create` makes those there are not
   * yet, on the disk before it answers. `erased` was destroyed on purpose; `unknown` never was.
   */
  subjectKeys: {
    input: z.object({ subjects: z.array(subjectSchema).max(2000), create: z.boolean() }),
    output: z.object({
      keys: z.array(
        z.union([
          z.custom<Uint8Array<ArrayBuffer>>((one) => one instanceof Uint8Array),
          z.enum(['erased', 'unknown']),
        ]),
      ),
    }),
  },
  /** The key of search tokens: the same as long as the office lives. */
  tokenKey: {
    input: z.object({}),
    output: z.object({
      key: z.custom<Uint8Array<ArrayBuffer>>((one) => one instanceof Uint8Array),
    }),
  },
  /**
   * Destroys the keys of requests for good, in this folder; answers how many there were. Only
   * requests have ids of this form: the keys of office, drafts and trail cannot be named.
   */
  eraseSubjects: {
    input: z.object({ subjects: z.array(z.uuid()).max(2000) }),
    output: z.object({ erased: z.number().int() }),
  },
  /** Replaces the data key; what is under way goes on after a kill at the next opening. */
  rotate: {
    input: z.object({}),
    output: z.object({ keyId: z.string(), subjects: z.number().int() }),
  },
} as const satisfies ServiceContract;
