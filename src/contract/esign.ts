import { z } from 'zod';
import { offlineReasonSchema } from './ams';
import { fileAddressSchema, storedFileSchema } from './files';
import { secretBytesSchema } from './secret';
import type { ServiceContract } from './verb';

const bytes = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.length > 0,
);
const path = z.string().regex(/^\/[\x21-\x7e]{0,199}$/);
const milliseconds = z.number().int().min(100).max(600_000);

/** Paths below the base URL; `{nik}` and `{id}` are filled in. What is left out is BSrE's own. */
export const escPathsSchema = z
  .object({
    v1Sign: path,
    v1Download: path,
    v1Verify: path,
    v1Status: path,
    v2Sign: path,
    v2Totp: path,
    v2Status: path,
    v2Chain: path,
    v2Verify: path,
    v2SealActivation: path,
    v2SealRevoke: path,
    v2SealTotp: path,
    v2Seal: path,
  })
  .partial();

/** An office's Esign Client Service. The Basic credentials lie in the keys service, not here. */
export const escServerSchema = z.object({
  baseUrl: z.string().max(2000),
  version: z.enum(['v2', 'v1']),
  paths: escPathsSchema.optional(),
  timeouts: z
    .object({
      connectMs: milliseconds,
      readMs: milliseconds,
      signMs: milliseconds,
      verifyMs: milliseconds,
    })
    .partial()
    .optional(),
  /**
   * Version 1 only: whether `width` and `height` are sizes or the far corner. Public clients
   * disagree, so an office tries it once (esign-client-service.md, 1.2).
   */
  v1Box: z.enum(['size', 'corner']).optional(),
});
export type EscServer = z.infer<typeof escServerSchema>;

/** Whose certificate: NIK, or where version 2 is used the registered e-mail. */
export const escPersonSchema = z.discriminatedUnion('by', [
  z.object({ by: z.literal('nik'), nik: z.string().regex(/^\d{16}$/) }),
  z.object({ by: z.literal('email'), email: z.email().max(200) }),
]);
export type EscPerson = z.infer<typeof escPersonSchema>;

/** The nine statuses of BSrE's manual, and `unknown` for a word it does not have. */
export const escStatusSchema = z.enum([
  'issue',
  'expired',
  'renew',
  'waiting-for-verification',
  'new',
  'no-certificate',
  'not-registered',
  'suspend',
  'revoke',
  'unknown',
]);
export type EscStatus = z.infer<typeof escStatusSchema>;

/** What an error of the service means; `unknown` shows its text. */
export const escProblemSchema = z.enum([
  'passphrase-wrong',
  'not-registered',
  'no-certificate',
  'nik-missing',
  'nik-malformed',
  'nik-taken',
  'already-downloaded',
  'unknown',
]);
export type EscProblem = z.infer<typeof escProblemSchema>;

/** Size and place in PDF points. */
const length = z.number().min(1).max(20_000);
export const escPlacementSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invisible') }),
  /** From the top left corner of the page, y downwards. */
  z.object({
    kind: z.literal('box'),
    page: z.number().int().min(1).max(10_000),
    left: z.number().min(0).max(20_000),
    top: z.number().min(0).max(20_000),
    width: length,
    height: length,
    /** Height of that page: version 1 counts from the bottom. */
    pageHeight: length,
  }),
  /** At a marker that stands in the text, `#` for one. */
  z.object({
    kind: z.literal('tag'),
    tag: z.string().min(1).max(60),
    width: length,
    height: length,
  }),
]);
export type EscPlacement = z.infer<typeof escPlacementSchema>;

/** What a visible signature shows. `qr`: version 1 draws it itself; version 2 has no such thing. */
export const escLookSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({
    kind: z.literal('picture'),
    bytes,
    mediaType: z.enum(['image/png', 'image/jpeg']),
  }),
  z.object({ kind: z.literal('qr'), link: z.string().min(1).max(500) }),
]);
export type EscLook = z.infer<typeof escLookSchema>;

const signatureProperties = {
  placement: escPlacementSchema,
  look: escLookSchema,
  reason: z.string().max(200).nullable(),
  location: z.string().max(200).nullable(),
};

/** A stored document to be signed, frozen: the bytes must still be the ones that were looked at. */
const documentToSign = {
  address: fileAddressSchema,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** Whose file the signed one becomes (see `files.put`). */
  subject: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
};

const credentials = z.object({ outcome: z.literal('credentials'), status: z.number() });
const offline = z.object({
  outcome: z.literal('offline'),
  reason: offlineReasonSchema,
  detail: z.string(),
});
/** The server asks for patience (408, 429, 5xx), or broke off: a question may be asked again. */
const retry = z.object({
  outcome: z.literal('retry'),
  detail: z.string(),
  status: z.number().nullable(),
  retryAfterMs: z.number().min(0).nullable(),
});
/** A clear no. `text` is the service's own, any NIK in it masked. */
const refused = z.object({
  outcome: z.literal('refused'),
  status: z.number(),
  problem: escProblemSchema,
  code: z.string().nullable(),
  text: z.string(),
});
const asked = [refused, credentials, retry, offline] as const;

/** Plain http is open to listeners: the screen warns. Null for https. */
const caution = z.enum(['plainHttp', 'nameHttp']).nullable();

const statusAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('status'),
    status: escStatusSchema,
    code: z.string().nullable(),
    /** The word as the service wrote it, and its sentence, any NIK masked. */
    word: z.string(),
    text: z.string(),
    /** Server clock minus device clock in milliseconds, from `Date`. */
    clockOffsetMs: z.number().nullable(),
  }),
  ...asked,
]);
export type EscStatusAnswer = z.infer<typeof statusAnswerSchema>;

const connectionAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('answers'), clockOffsetMs: z.number().nullable() }),
  ...asked,
]);
export type EscConnectionAnswer = z.infer<typeof connectionAnswerSchema>;

/** What became of a request to sign. Nothing here is ever repeated by the program. */
export const escSignAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('signed'),
    bytes,
    sha256: z.string(),
    /** Version 1: for one later download. */
    documentId: z.string().nullable(),
    /** Already in the store; null with the kind of failure when the disk refused it. */
    stored: storedFileSchema.nullable(),
    storeFailure: z.string().nullable(),
    /** Whether the signed file begins with the very bytes that were sent. */
    keepsOriginal: z.boolean(),
  }),
  /** Nothing left this machine. */
  z.object({ outcome: z.literal('not-sent'), reason: offlineReasonSchema, detail: z.string() }),
  /** The stored file is missing, damaged, not a PDF, or not the one that was looked at. */
  z.object({
    outcome: z.literal('document-refused'),
    reason: z.enum(['missing', 'changed', 'not-a-pdf']),
  }),
  /** This version has no such way: a one-time code, an e-mail address, a QR. */
  z.object({ outcome: z.literal('not-in-this-version'), detail: z.string() }),
  /** 2031: type it again; nothing was signed. */
  z.object({ outcome: z.literal('passphrase-wrong'), text: z.string() }),
  refused,
  z.object({ outcome: z.literal('too-large') }),
  /** 429: turned away at the door; nothing was signed. */
  z.object({ outcome: z.literal('busy'), retryAfterMs: z.number().min(0).nullable() }),
  credentials,
  /** The request had begun to leave and no trustworthy answer came: a person decides. */
  z.object({
    outcome: z.literal('outcome-unknown'),
    detail: z.string(),
    status: z.number().nullable(),
    text: z.string(),
    /** Where the head of the answer still told it: version 1 can hand the file out once. */
    documentId: z.string().nullable(),
  }),
]);
export type EscSignAnswer = z.infer<typeof escSignAnswerSchema>;

const totpAnswerSchema = z.discriminatedUnion('outcome', [
  /** How the code reaches the signer differs by server: the text is shown, nothing promised. */
  z.object({ outcome: z.literal('sent'), text: z.string() }),
  ...asked,
]);

const chainAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('chain'),
    /** DER, in the order they came. */
    certificates: z.array(bytes),
    unreadable: z.number().int(),
  }),
  ...asked,
]);

/** A moment as the service wrote it; `iso` is null where it names no zone or cannot be read. */
export const escMomentSchema = z.object({ iso: z.string().nullable(), text: z.string() });
export type EscMoment = z.infer<typeof escMomentSchema>;

export const escSignatureSchema = z.object({
  signerName: z.string(),
  signedAt: escMomentSchema.nullable(),
  fieldName: z.string(),
  format: z.string(),
  reason: z.string(),
  location: z.string(),
  isIntact: z.boolean().nullable(),
  isTrusted: z.boolean().nullable(),
  isLongTerm: z.boolean().nullable(),
  timestamp: z.object({ signerName: z.string(), at: escMomentSchema.nullable() }).nullable(),
  certificates: z.array(
    z.object({
      commonName: z.string(),
      issuerName: z.string(),
      /** As written: decimal in version 2. */
      serialNumber: z.string(),
      notBefore: escMomentSchema.nullable(),
      notAfter: escMomentSchema.nullable(),
      algorithm: z.string(),
      keyUsages: z.array(z.string()),
    }),
  ),
});
export type EscSignature = z.infer<typeof escSignatureSchema>;

const verifyAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('verified'),
    conclusion: z.enum(['valid', 'no-signature', 'not-valid']),
    /** The service's own words; a conclusion it does not know counts as not valid. */
    conclusionText: z.string(),
    description: z.string(),
    signatureCount: z.number().int(),
    signatures: z.array(escSignatureSchema),
  }),
  ...asked,
]);
export type EscVerifyAnswer = z.infer<typeof verifyAnswerSchema>;

const downloadAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('document'),
    bytes,
    sha256: z.string(),
    stored: storedFileSchema.nullable(),
    storeFailure: z.string().nullable(),
  }),
  /** The one time it is handed out has been; or there is no such document. */
  z.object({ outcome: z.literal('gone'), text: z.string() }),
  ...asked,
]);

const sealCodeAnswerSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('done'),
    text: z.string(),
    /** The seal's own code where the answer holds one: shown once, kept nowhere. */
    totp: z.string().nullable(),
    expires: z.string().nullable(),
  }),
  ...asked,
]);

const server = { server: escServerSchema };
const subscriber = z.string().min(1).max(200);
function answering<Answer extends z.ZodType>(answer: Answer) {
  return z.object({ caution, answer });
}

/**
 * The agency's Esign Client Service (BSrE, "Petunjuk Teknis Penggunaan API Esign Client Service"
 * 2.0). One attempt per call; a request to sign is never repeated. Secrets are fields of
 * `secretBytesSchema` and live for one call.
 */
export const esignContract = {
  /** Whether the service answers a question about a status: being reachable alone is not enough. */
  checkConnection: { input: z.object(server), output: answering(connectionAnswerSchema) },
  /** Version 2 asks by POST; version 1 puts the NIK into the address, which its logs will hold. */
  checkStatus: {
    input: z.object({ ...server, person: escPersonSchema }),
    output: answering(statusAnswerSchema),
  },
  sign: {
    input: z.object({
      ...server,
      person: escPersonSchema,
      secret: z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('passphrase'), value: secretBytesSchema }),
        z.object({ kind: z.literal('totp'), value: secretBytesSchema }),
      ]),
      ...documentToSign,
      ...signatureProperties,
    }),
    output: answering(escSignAnswerSchema),
  },
  /** Has a one-time code sent to the signer for so many documents. */
  requestTotp: {
    input: z.object({
      ...server,
      person: escPersonSchema,
      documents: z.number().int().min(1).max(1000),
    }),
    output: answering(totpAnswerSchema),
  },
  certificateChain: {
    input: z.object({ ...server, id: z.string().min(1).max(200) }),
    output: answering(chainAnswerSchema),
  },
  verify: {
    input: z.object({ ...server, bytes, password: secretBytesSchema.nullable() }),
    output: answering(verifyAnswerSchema),
  },
  /** Version 1's recovery of a signed document: handed out once. */
  download: {
    input: z.object({
      ...server,
      documentId: z.string().min(1).max(200),
      subject: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
    }),
    output: answering(downloadAnswerSchema),
  },
  /** Without a code: has one sent. With it: tells whether it still holds. */
  sealActivation: {
    input: z.object({ ...server, subscriber, totp: secretBytesSchema.nullable() }),
    output: answering(sealCodeAnswerSchema),
  },
  sealRevokeActivation: {
    input: z.object({ ...server, subscriber, totp: secretBytesSchema }),
    output: answering(sealCodeAnswerSchema),
  },
  sealTotp: {
    input: z.object({
      ...server,
      subscriber,
      totp: secretBytesSchema,
      documents: z.number().int().min(1).max(1000),
    }),
    output: answering(sealCodeAnswerSchema),
  },
  seal: {
    input: z.object({
      ...server,
      subscriber,
      totp: secretBytesSchema,
      ...documentToSign,
      ...signatureProperties,
    }),
    output: answering(escSignAnswerSchema),
  },
} as const satisfies ServiceContract;
