import { z } from 'zod';
import type { EscSignature } from '../../contract/esign';
import { shownText } from './esc-codes';
import { readMoment, readValidity } from './esc-moment';

/** What the service says of a document. */
export interface EscVerdict {
  readonly conclusion: 'valid' | 'no-signature' | 'not-valid';
  readonly conclusionText: string;
  readonly description: string;
  readonly signatureCount: number;
  readonly signatures: readonly EscSignature[];
}

/** More signatures and certificates than any paper has. */
const MOST = 200;

const text = z
  .unknown()
  .optional()
  .transform((value) => (typeof value === 'string' ? shownText(value) : ''));
const flag = z.boolean().nullable().catch(null);
const list = z.array(z.unknown()).max(100_000).catch([]);
const count = z.number().int().min(0).nullable().catch(null);
const record = z.record(z.string(), z.unknown()).catch({});

const detailsSchema = z.object({
  commonName: text,
  issuerName: text,
  serialNumber: z
    .unknown()
    .transform((value) =>
      typeof value === 'string'
        ? value.slice(0, 100)
        : typeof value === 'number'
          ? String(value)
          : '',
    ),
  notBeforeDate: z.unknown().optional(),
  notAfterDate: z.unknown().optional(),
  signatureAlgoritm: text,
  signatureAlgorithm: text,
  keyUsages: list,
});

const signatureSchema = z.object({
  signerName: text,
  signatureDate: z.unknown().optional(),
  fieldName: text,
  signatureFormat: text,
  reason: text,
  location: text,
  integrityValid: flag,
  certificateTrusted: flag,
  ltv: flag,
  timestampInfomation: z.unknown().optional(),
  timestampInformation: z.unknown().optional(),
  certificateDetails: list,
});

function readCertificate(value: unknown): EscSignature['certificates'][number][] {
  const parsed = detailsSchema.safeParse(value);
  if (!parsed.success) return [];
  const { commonName, issuerName, serialNumber, keyUsages } = parsed.data;
  return [
    {
      commonName,
      issuerName,
      serialNumber,
      notBefore: readMoment(parsed.data.notBeforeDate),
      notAfter: readMoment(parsed.data.notAfterDate),
      // Spelt without its h by the service; the right way may come one day.
      algorithm: parsed.data.signatureAlgoritm || parsed.data.signatureAlgorithm,
      keyUsages: keyUsages.filter((usage) => typeof usage === 'string').map(shownText),
    },
  ];
}

function readTimestamp(value: unknown): EscSignature['timestamp'] {
  const parsed = z
    .object({ signerName: text, timestampDate: z.unknown().optional() })
    .safeParse(value);
  if (!parsed.success) return null;
  return { signerName: parsed.data.signerName, at: readMoment(parsed.data.timestampDate) };
}

function readSignature(value: unknown): EscSignature[] {
  const parsed = signatureSchema.safeParse(value);
  if (!parsed.success) return [];
  const data = parsed.data;
  return [
    {
      signerName: data.signerName,
      signedAt: readMoment(data.signatureDate),
      fieldName: data.fieldName,
      format: data.signatureFormat,
      reason: data.reason,
      location: data.location,
      isIntact: data.integrityValid,
      isTrusted: data.certificateTrusted,
      isLongTerm: data.ltv,
      timestamp: readTimestamp(data.timestampInfomation ?? data.timestampInformation),
      certificates: data.certificateDetails.slice(0, MOST).flatMap(readCertificate),
    },
  ];
}

const conclusions: Readonly<Record<string, EscVerdict['conclusion']>> = {
  VALID: 'valid',
  NO_SIGNATURE: 'no-signature',
};

const v2Schema = z.object({
  conclusion: z.string(),
  description: text,
  signatureCount: count,
  signatureInformations: list,
});

/** A version 2 verdict; null when the answer is none. A conclusion nobody knows is not valid. */
export function readVerdictV2(value: unknown): EscVerdict | null {
  const parsed = v2Schema.safeParse(value);
  if (!parsed.success) return null;
  const { conclusion, description, signatureCount, signatureInformations } = parsed.data;
  const signatures = signatureInformations.slice(0, MOST).flatMap(readSignature);
  return {
    conclusion: conclusions[conclusion.trim().toUpperCase()] ?? 'not-valid',
    conclusionText: shownText(conclusion),
    description,
    signatureCount: signatureCount ?? signatures.length,
    signatures,
  };
}

const v1DetailSchema = z.object({
  info_tsa: record,
  signature_field: text,
  info_signer: z
    .object({
      issuer_dn: text,
      signer_name: text,
      signer_dn: text,
      signer_cert_validity: z.unknown().optional(),
      cert_user_certified: flag,
    })
    .catch({
      issuer_dn: '',
      signer_name: '',
      signer_dn: '',
      signer_cert_validity: null,
      cert_user_certified: null,
    }),
  signature_document: z
    .object({
      signed_using_tsa: flag,
      reason: text,
      location: text,
      document_integrity: flag,
      signed_in: z.unknown().optional(),
    })
    .catch({
      signed_using_tsa: null,
      reason: '',
      location: '',
      document_integrity: null,
      signed_in: null,
    }),
});

function readDetail(value: unknown): EscSignature[] {
  const parsed = v1DetailSchema.safeParse(value);
  if (!parsed.success) return [];
  const { info_tsa: tsa, info_signer: signer, signature_document: document } = parsed.data;
  const [notBefore, notAfter] = readValidity(signer.signer_cert_validity);
  const name = typeof tsa['name'] === 'string' ? shownText(tsa['name']) : '';
  return [
    {
      signerName: signer.signer_name,
      signedAt: readMoment(document.signed_in),
      fieldName: parsed.data.signature_field,
      format: '',
      reason: document.reason,
      location: document.location,
      isIntact: document.document_integrity,
      isTrusted: signer.cert_user_certified,
      isLongTerm: null,
      timestamp: document.signed_using_tsa === true ? { signerName: name, at: null } : null,
      certificates: [
        {
          commonName: signer.signer_name,
          issuerName: signer.issuer_dn,
          serialNumber: '',
          notBefore,
          notAfter,
          algorithm: '',
          keyUsages: [],
        },
      ],
    },
  ];
}

/** `VALID`, older `DOCUMENT VALID !!!`; null stands for a document without a signature. */
function conclusionOf(summary: string | null, signatures: number): EscVerdict['conclusion'] {
  if (summary === null) return signatures === 0 ? 'no-signature' : 'not-valid';
  return /^(?:DOCUMENT\s+)?VALID[\s!]*$/i.test(summary.trim()) ? 'valid' : 'not-valid';
}

const v1Schema = z.object({
  jumlah_signature: count,
  notes: text,
  details: z.array(z.unknown()).nullish(),
  summary: z.string().nullish(),
});

/** A version 1 verdict; null when the answer is none. */
export function readVerdictV1(value: unknown): EscVerdict | null {
  const isOne = z.looseObject({}).safeParse(value);
  if (!isOne.success || !('summary' in isOne.data || 'details' in isOne.data)) return null;
  const parsed = v1Schema.safeParse(value);
  if (!parsed.success) return null;
  const { jumlah_signature, notes, summary } = parsed.data;
  const signatures = (parsed.data.details ?? []).slice(0, MOST).flatMap(readDetail);
  const signatureCount = jumlah_signature ?? signatures.length;
  return {
    conclusion: conclusionOf(summary ?? null, signatureCount),
    conclusionText: shownText(summary ?? ''),
    description: notes,
    signatureCount,
    signatures,
  };
}
