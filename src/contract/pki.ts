import { z } from 'zod';
import { secretBytesSchema } from './secret';
import type { ServiceContract } from './verb';

const bytes = z.custom<Uint8Array<ArrayBuffer>>(
  (value) => value instanceof Uint8Array && value.length > 0,
);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
/** ISO 8601 in UTC. */
const moment = z.string();

/** What a certificate says, as a person and the checks need it. */
export const certificateFactsSchema = z.object({
  /** `CN=…, O=…, C=ID`, the most particular first. */
  subjectDn: z.string(),
  commonName: z.string().nullable(),
  organization: z.string().nullable(),
  organizationalUnit: z.string().nullable(),
  issuerDn: z.string(),
  issuerCommonName: z.string().nullable(),
  /** Lower-case hex without leading noughts, and the same number in decimal. */
  serialHex: z.string(),
  serialDecimal: z.string(),
  notBefore: moment,
  notAfter: moment,
  /** Null where the certificate sets no limit. */
  keyUsage: z.array(z.string()).nullable(),
  extendedKeyUsage: z.array(z.string()).nullable(),
  policies: z.array(z.string()),
  isAuthority: z.boolean(),
  isSelfIssued: z.boolean(),
  keyKind: z.string(),
  crlAddresses: z.array(z.string()),
  ocspAddresses: z.array(z.string()),
  issuerAddresses: z.array(z.string()),
  /** SHA-256 of the certificate: what a person compares. */
  fingerprint: sha256,
  der: bytes,
});
export type CertificateFacts = z.infer<typeof certificateFactsSchema>;

/** What is known of a certificate's revocation, from one source: kept as evidence. */
export const revocationEvidenceSchema = z.object({
  source: z.enum(['crl', 'ocsp', 'embedded-crl', 'embedded-ocsp']),
  /** Where it was fetched; null for what a document brought along. */
  address: z.string().nullable(),
  status: z.enum(['good', 'revoked', 'unknown']),
  /** Why nothing can be said, as a code; null where something can. */
  doubt: z.string().nullable(),
  thisUpdate: moment.nullable(),
  nextUpdate: moment.nullable(),
  revokedAt: moment.nullable(),
  reason: z.string().nullable(),
  /** SHA-256 of the list or answer as it came; null where none came. */
  sha256: sha256.nullable(),
  /** Entries of the list. */
  entries: z.number().int().nullable(),
  isFromCache: z.boolean(),
});
export type RevocationEvidence = z.infer<typeof revocationEvidenceSchema>;

export const trustSchema = z.object({
  state: z.enum(['trusted', 'unknown', 'untrusted']),
  /** Codes, each with a sentence in the catalogue. */
  reasons: z.array(z.string()),
});
export type Trust = z.infer<typeof trustSchema>;

export const integritySchema = z.object({
  state: z.enum(['ok', 'broken', 'not-checked']),
  /** Why, as a code; null for `ok`. */
  code: z.string().nullable(),
  /** MD5 or SHA-1: intact, and yet it proves little. */
  isWeak: z.boolean(),
});
export type Integrity = z.infer<typeof integritySchema>;

export const signatureReportSchema = z.object({
  fieldName: z.string(),
  kind: z.enum(['signature', 'document-timestamp']),
  subFilter: z.string(),
  /** What the document says of itself: believed no more than any text. */
  claimedName: z.string(),
  reason: z.string(),
  location: z.string(),
  claimedAt: moment.nullable(),
  integrity: integritySchema,
  /** The certificate is bound to the signature (signing-certificate attribute). */
  isCertificateBound: z.boolean(),
  /** Nothing but blanks follows what it covers. */
  coversWholeFile: z.boolean(),
  /** Bytes of the revision it covers. */
  revisionEnd: z.number().int().nullable(),
  changes: z.object({
    kind: z.enum(['nothing', 'signatures', 'forms', 'content', 'unreadable']),
    details: z.array(z.string()),
  }),
  /** Changes a certification allows, and whether later ones keep to it; null where none is set. */
  certification: z.object({ level: z.number().int(), isKept: z.boolean() }).nullable(),
  timestamp: z
    .object({
      at: moment,
      integrity: integritySchema,
      authority: z.string().nullable(),
      trust: trustSchema,
    })
    .nullable(),
  certificate: certificateFactsSchema.nullable(),
  /** From the signer's issuer upwards. */
  chain: z.array(certificateFactsSchema),
  revocation: z.array(revocationEvidenceSchema),
  trust: trustSchema,
});
export type SignatureReport = z.infer<typeof signatureReportSchema>;

export const documentReportSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('checked'),
    sha256,
    signatures: z.array(signatureReportSchema),
  }),
  z.object({ outcome: z.literal('no-signature'), sha256 }),
  /** Not a PDF, or its tables cannot be followed; `detail` is a code. */
  z.object({ outcome: z.literal('unreadable'), detail: z.string() }),
  /** It took longer or more memory than a document may, or the check itself ended: no verdict. */
  z.object({
    outcome: z.literal('not-checked'),
    reason: z.enum(['too-slow', 'too-large', 'program']),
  }),
]);
export type DocumentReport = z.infer<typeof documentReportSchema>;

/** A file with certificates in it: what was found, or why nothing was. */
const readOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('certificates'),
    from: z.enum(['certificate', 'pkcs12', 'cms', 'pdf']),
    /** The holder's first; authorities after it. */
    certificates: z.array(certificateFactsSchema),
  }),
  z.object({ outcome: z.literal('passphrase-needed') }),
  z.object({ outcome: z.literal('passphrase-wrong') }),
  /** Packed in a way that is not read. */
  z.object({ outcome: z.literal('not-supported'), detail: z.string() }),
  z.object({ outcome: z.literal('none') }),
]);

export type ReadOutcome = z.infer<typeof readOutcomeSchema>;

/** A known authority of BSrE's chains, and what this office has of it. */
const authoritySchema = z.object({
  /** Key of `resources/pki/authorities.json`; null for one that is not known there. */
  key: z.string().nullable(),
  commonName: z.string(),
  expectation: z
    .object({
      serialDecimal: z.string().nullable(),
      notBefore: z.string(),
      notAfter: z.string(),
      isRoot: z.boolean(),
    })
    .nullable(),
  /** Null while nobody has imported its certificate. */
  imported: certificateFactsSchema.nullable(),
  notice: z.enum(['expired', 'expires-soon', 'not-imported']).nullable(),
});
export type Authority = z.infer<typeof authoritySchema>;

const importOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('imported'),
    role: z.enum(['root', 'intermediate']),
    /** Key of the known authority it is; null for another one. */
    key: z.string().nullable(),
  }),
  z.object({ outcome: z.literal('not-a-certificate') }),
  /** The bytes are not those whose fingerprint was confirmed. */
  z.object({ outcome: z.literal('fingerprint-differs'), fingerprint: sha256 }),
  z.object({ outcome: z.literal('not-an-authority') }),
  /** It bears a known authority's name and differs in what is known of it. */
  z.object({
    outcome: z.literal('differs-from-known'),
    key: z.string(),
    fields: z.array(z.string()),
  }),
]);

export type ImportOutcome = z.infer<typeof importOutcomeSchema>;

const revocationOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('checked'),
    certificate: certificateFactsSchema,
    evidence: z.array(revocationEvidenceSchema),
    /** All sources together; `contradiction` when they disagree. */
    verdict: z.enum(['good', 'revoked', 'unknown', 'contradiction']),
  }),
  z.object({ outcome: z.literal('not-a-certificate') }),
  /** Nothing can be checked without the issuer's certificate: import it first. */
  z.object({ outcome: z.literal('issuer-missing'), issuerDn: z.string() }),
]);
export type RevocationOutcome = z.infer<typeof revocationOutcomeSchema>;

/** Certificates, signatures of any PDF, revocation: all of it works offline but the fetching. */
export const pkiContract = {
  /** Certificates of a .cer, .crt, .pem, .p7b, .p12 (its public part) or a signed PDF. */
  readCertificates: {
    input: z.object({ bytes, passphrase: secretBytesSchema.nullable() }),
    output: readOutcomeSchema,
  },
  /** Every signature of a PDF, with what is at hand: embedded data, cached lists, own roots. */
  verifyDocument: { input: z.object({ bytes }), output: documentReportSchema },
  authorities: { input: z.object({}), output: z.object({ authorities: z.array(authoritySchema) }) },
  /**
   * Makes a certificate one that this office trusts. The person confirms the fingerprint that
   * `readCertificates` showed; `acceptDifferences` where it is known otherwise than expected.
   */
  importAuthority: {
    input: z.object({ bytes, fingerprint: sha256, acceptDifferences: z.boolean() }),
    output: importOutcomeSchema,
  },
  removeAuthority: {
    input: z.object({ fingerprint: sha256 }),
    output: z.object({ removed: z.boolean() }),
  },
  /**
   * Asks the certificate's own CRL and OCSP addresses. A list that still holds is taken from the
   * cache. `allowPrivate`: addresses inside the office's network are asked too.
   */
  checkRevocation: {
    input: z.object({
      certificate: bytes,
      /** Null: the issuer is looked for among the office's authorities. */
      issuer: bytes.nullable(),
      useNetwork: z.boolean(),
      allowPrivate: z.boolean(),
    }),
    output: revocationOutcomeSchema,
  },
} as const satisfies ServiceContract;
