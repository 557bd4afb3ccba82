import { z } from 'zod';
import { requestFileSchema } from './request-file';

/**
 * How a letter is signed: by the office's Esign Client Service, with a key file on this
 * computer, in another program (BeSign, Panter), or by hand on paper.
 */
export const signingWaySchema = z.enum(['esc', 'local', 'external', 'paper']);
export type SigningWay = z.infer<typeof signingWaySchema>;

/** What a new signature says of itself once it was looked at. */
export const signatureFactsSchema = z.object({
  /** Common name of the certificate's subject; null where none could be read. */
  signer: z.string().nullable(),
  /** Lower-case hex without leading noughts. */
  serialHex: z.string().nullable(),
  /** `B-B`, `B-T`, or the kind of signature where it is no PAdES. */
  level: z.string(),
  /** RFC 3339 UTC: of the timestamp, else as the signer's program claims; null for neither. */
  signedAt: z.string().nullable(),
  isTimestamped: z.boolean(),
  trust: z.enum(['trusted', 'unknown', 'untrusted']),
});
export type SignatureFacts = z.infer<typeof signatureFactsSchema>;

/** A version of a letter that bears one signature more. */
export const signedVersionSchema = z.object({
  file: requestFileSchema,
  /** It begins with the very bytes that were there before. */
  keepsOriginal: z.boolean(),
  signature: signatureFactsSchema,
});
export type SignedVersion = z.infer<typeof signedVersionSchema>;

/** Longest text of somebody else's program that is recorded. */
export const LONGEST_ANSWER = 500;
const answerText = z.string().max(LONGEST_ANSWER);

/** What became of one signing. Nothing here is ever repeated by the program. */
export const signingOutcomeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('signed'), ...signedVersionSchema.shape }),
  z.object({ kind: z.literal('passphrase-wrong') }),
  /** A clear no: a code of ours, and the service's own text with any NIK masked. */
  z.object({ kind: z.literal('refused'), code: z.string(), text: answerText }),
  /** Nothing left this computer. */
  z.object({ kind: z.literal('not-sent'), code: z.string() }),
  /** It had begun to leave and no trustworthy answer came. */
  z.object({
    kind: z.literal('unknown'),
    code: z.string(),
    /** Version 1 of the service hands a document out once by it. */
    documentId: z.string().nullable(),
    /** What came and was stored, and yet did not prove to be the signed document. */
    file: requestFileSchema.nullable(),
  }),
  /** A person takes back what was exported or printed to be signed. */
  z.object({ kind: z.literal('given-up'), reason: z.string() }),
  /** Signed by hand: the scan is an attachment and bears no electronic signature. */
  z.object({ kind: z.literal('paper-scanned'), attachmentId: z.uuid() }),
]);
export type SigningOutcome = z.infer<typeof signingOutcomeSchema>;

/** How a person settled an outcome nobody knew (esign-client-service.md, 1.5). */
export const signingSettlementSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('downloaded'), ...signedVersionSchema.shape }),
  z.object({ by: z.literal('found-signed'), ...signedVersionSchema.shape }),
  /** The document as it was before is to be signed once more. */
  z.object({ by: z.literal('sign-again'), reason: z.string() }),
  z.object({ by: z.literal('given-up'), reason: z.string() }),
]);
export type SigningSettlement = z.infer<typeof signingSettlementSchema>;

const signing = { signingId: z.uuid(), letterId: z.uuid(), letter: z.string() };

/** Payloads of a request's stream about the signatures of its letters. */
export const signingPayloadSchemas = [
  /** Recorded before anything leaves: without an end, nobody knows what became of it. */
  z.object({
    type: z.literal('signing-begun'),
    ...signing,
    /** Who signs: actor key of the letter's signature, with the name the person signs under. */
    actor: z.string(),
    name: z.string(),
    way: signingWaySchema,
    /** Of the bytes that are signed. */
    sha256: z.string(),
  }),
  z.object({ type: z.literal('signing-ended'), ...signing, outcome: signingOutcomeSchema }),
  z.object({ type: z.literal('signing-reconciled'), ...signing, how: signingSettlementSchema }),
] as const;
