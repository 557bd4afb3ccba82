import { z } from 'zod';
import { fileAddressSchema, storedFileSchema } from './files';
import { certificateFactsSchema } from './pki';
import { secretBytesSchema } from './secret';
import type { ServiceContract } from './verb';

const bytes = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.length > 0,
);
/** A .p12 or .pfx as chosen for this one call; it is not kept. */
const keyFile = { keyFile: bytes, passphrase: secretBytesSchema };
const length = z.number().min(1).max(20_000);

/** Where the visible block goes: points from the top left corner of the page as it is stored. */
export const padesPlacementSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('invisible') }),
  z.object({
    kind: z.literal('box'),
    page: z.number().int().min(1).max(10_000),
    left: z.number().min(0).max(20_000),
    top: z.number().min(0).max(20_000),
    width: length,
    height: length,
  }),
]);
export type PadesPlacement = z.infer<typeof padesPlacementSchema>;

/** What the block shows: a picture or a QR at its left, lines of text beside it. */
export const padesBlockSchema = z.object({
  lines: z.array(z.string().max(200)).max(12),
  qr: z.string().min(1).max(500).nullable(),
  picture: z.object({ bytes, mediaType: z.enum(['image/png', 'image/jpeg']) }).nullable(),
});
export type PadesBlock = z.infer<typeof padesBlockSchema>;

/** Why a certificate may not sign now. */
export const signerFaultSchema = z.enum([
  'expired',
  'not-yet-valid',
  /** Neither digitalSignature nor nonRepudiation. */
  'key-usage',
  'is-authority',
  /** Another kind of key than RSA, EC P-256 or P-384, or RSA under 2048 bits. */
  'key-kind',
]);
export type SignerFault = z.infer<typeof signerFaultSchema>;

const keyFileRefused = [
  z.object({ outcome: z.literal('passphrase-wrong') }),
  z.object({ outcome: z.literal('not-a-key-file') }),
  z.object({ outcome: z.literal('not-supported'), detail: z.string() }),
  /** No key, or none that fits a certificate in it. */
  z.object({ outcome: z.literal('no-key') }),
] as const;

export const padesSignOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('signed'),
    bytes,
    sha256: z.string(),
    level: z.enum(['B-B', 'B-T']),
    /** Why there is no timestamp although one was asked for; null otherwise. */
    timestampFailure: z.string().nullable(),
    certificate: certificateFactsSchema,
    fieldName: z.string(),
    stored: storedFileSchema.nullable(),
    storeFailure: z.string().nullable(),
  }),
  ...keyFileRefused,
  z.object({ outcome: z.literal('signer-refused'), faults: z.array(signerFaultSchema) }),
  z.object({
    outcome: z.literal('document-refused'),
    reason: z.enum([
      'missing',
      'changed',
      'not-a-pdf',
      'unreadable',
      'encrypted',
      /** A certification in it allows no further change. */
      'certified',
      /** What was written does not hold: nothing is handed out. */
      'self-check',
    ]),
    detail: z.string(),
  }),
  z.object({
    outcome: z.literal('block-refused'),
    reason: z.enum(['page-missing', 'outside-page', 'text-too-long', 'letter-missing', 'picture']),
    detail: z.string(),
  }),
  /** Only where a timestamp is required. */
  z.object({ outcome: z.literal('timestamp-failed'), detail: z.string() }),
]);
export type PadesSignOutcome = z.infer<typeof padesSignOutcomeSchema>;

/**
 * Signing on this computer with a key file. Such a certificate is a *local* one: whether an office
 * may use it is the office's decision, which the screens ask for before they offer it.
 */
export const padesContract = {
  /** Opens a key file to see whose it is and whether it could sign now. */
  describe: {
    input: z.object(keyFile),
    output: z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('key-file'),
        certificate: certificateFactsSchema,
        chain: z.array(certificateFactsSchema),
        faults: z.array(signerFaultSchema),
      }),
      ...keyFileRefused,
    ]),
  },
  /** PAdES-B-B by an incremental update, B-T with a timestamp. What was there stays byte for byte. */
  sign: {
    input: z.object({
      ...keyFile,
      address: fileAddressSchema,
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
      subject: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
      placement: padesPlacementSchema,
      block: padesBlockSchema,
      reason: z.string().max(200).nullable(),
      location: z.string().max(200).nullable(),
      /** An authority for timestamps (RFC 3161). */
      timestamp: z
        .object({
          url: z.string().max(2000),
          isRequired: z.boolean(),
          /** It stands inside the office's network. */
          allowPrivate: z.boolean(),
        })
        .nullable(),
    }),
    output: padesSignOutcomeSchema,
  },
} as const satisfies ServiceContract;
