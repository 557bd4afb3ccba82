import { strFromU8 } from 'fflate';
import type { DocumentReport, Integrity, SignatureReport, Trust } from '../../contract/pki';
import { factsOf, isoOf, sha256Hex } from '../pki/certificate-facts';
import type { Certificate } from '../pki/certificate';
import { partNamed } from '../pki/distinguished-name';
import { oids } from '../pki/oids';
import { changeKinds, changesAfter, type Changes } from './changes';
import { checkCms, type CmsCheck } from './check-cms';
import { readCms, type CmsSignature } from './cms';
import { readSecurityStore, type SecurityStore } from './dss';
import { openRevision, type PdfRevision } from './pdf-file';
import { checkRange, signaturesOf, type PdfSignature } from './pdf-signatures';
import { PdfFault } from './pdf-value';
import { checkTimestamp, type TimestampCheck } from './timestamp';
import { judgeCertificate, type Judgement, type JudgedMoment, type TrustMaterial } from './trust';

/** Larger than any paper of a counter; see also `inspectPdf`. */
export const LARGEST_DOCUMENT = 100 * 1024 * 1024;

interface Document {
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly final: PdfRevision;
  readonly store: SecurityStore;
}

const supported: ReadonlySet<string> = new Set([
  'adbe.pkcs7.detached',
  'ETSI.CAdES.detached',
  'ETSI.RFC3161',
]);

const broken = (code: string): Integrity => ({ state: 'broken', code, isWeak: false });
const notChecked = (code: string): Integrity => ({ state: 'not-checked', code, isWeak: false });

function integrityOf(check: CmsCheck): Integrity {
  switch (check.kind) {
    case 'intact':
      return { state: 'ok', code: null, isWeak: check.isWeak };
    case 'broken':
      return broken(check.fault);
    case 'not-checked':
      return notChecked(check.doubt);
  }
}

/** The signed bytes: everything up to the revision's end but the signature's own hex string. */
function coveredPieces({ bytes }: Document, { byteRange }: PdfSignature): readonly Uint8Array[] {
  const [start = 0, first = 0, second = 0, length = 0] = byteRange;
  return [bytes.subarray(start, start + first), bytes.subarray(second, second + length)];
}

/** The revision a signature covers, where that is one by itself and holds this very signature. */
function coveredRevision(document: Document, signature: PdfSignature): PdfRevision {
  const end = (signature.byteRange[2] ?? 0) + (signature.byteRange[3] ?? 0);
  if (end === document.text.length) return document.final;
  const revision = openRevision(document.text, end);
  const isThere = signaturesOf(document.text, revision).some(
    ({ contentsAt }) => contentsAt?.from === signature.contentsAt?.from,
  );
  if (!isThere) throw new PdfFault('not-in-its-revision');
  return revision;
}

function changesSince(document: Document, signature: PdfSignature): Changes {
  try {
    const before = coveredRevision(document, signature);
    return changesAfter(document.text, before, document.final);
  } catch (error) {
    if (error instanceof PdfFault) return { kind: 'unreadable', details: [error.message] };
    throw error;
  }
}

/**
 * What a DocMDP certification of each level lets through (ISO 32000-2, table 257): level 1 nothing
 * but evidence and timestamps, so that a further person's signature (`isSignedLater`) breaks it.
 */
function isKept(level: number, { kind }: Changes, isSignedLater: boolean): boolean {
  if (level === 1 && isSignedLater) return false;
  const most = level === 1 ? 'signatures' : 'forms';
  return changeKinds.indexOf(kind) <= changeKinds.indexOf(most);
}

const nobody: Judgement = {
  chain: { certificates: [], isAnchored: false, faults: [] },
  revocation: [],
  trust: { state: 'unknown', reasons: ['certificate-missing'] },
};

function stampReport(
  stamp: TimestampCheck,
  judgement: Judgement,
): NonNullable<SignatureReport['timestamp']> {
  const own = integrityOf(stamp.check);
  const integrity =
    own.state !== 'ok'
      ? own
      : !stamp.covers
        ? broken('imprint-differs')
        : stamp.mayStamp
          ? own
          : broken('not-a-timestamp-certificate');
  const { certificate } = stamp.check;
  return {
    at: isoOf(stamp.info.at),
    integrity,
    authority: certificate === null ? null : partNamed(certificate.subject, 'CN'),
    trust: judgement.trust,
  };
}

/** A timestamp is judged by the present, unless its own certificate has ended since. */
function judgeStamp(stamp: TimestampCheck, material: TrustMaterial): Judgement {
  const { certificate } = stamp.check;
  if (certificate === null) return nobody;
  const own = { ...material, pool: [...stamp.certificates, ...material.pool] };
  // Authorities' certificates last for years; lists about them are rarely at hand. Whether one
  // was revoked is asked where something is at hand, and not demanded.
  const found = judgeCertificate(certificate, { at: stamp.info.at, isProven: true }, own);
  const isOnlyThat = found.trust.reasons.every((reason) => reason === 'revocation-unknown');
  return isOnlyThat && found.trust.state === 'unknown'
    ? { ...found, trust: { state: 'trusted', reasons: ['revocation-unknown'] } }
    : found;
}

/** What the signer's own clock said proves nothing: without a timestamp the present counts. */
function momentOf(timestamp: SignatureReport['timestamp'], now: number): JudgedMoment {
  const isProven = timestamp?.integrity.state === 'ok' && timestamp.trust.state === 'trusted';
  return isProven ? { at: Date.parse(timestamp.at), isProven } : { at: now, isProven: false };
}

/** Whether a certificate may sign documents at all. */
function usageFault(certificate: Certificate | null): Trust | null {
  const usage = certificate?.keyUsage ?? null;
  const maySign =
    usage === null || usage.includes('digitalSignature') || usage.includes('nonRepudiation');
  return maySign ? null : { state: 'untrusted', reasons: ['key-usage'] };
}

interface Checked {
  readonly check: CmsCheck | null;
  readonly integrity: Integrity;
  readonly cms: CmsSignature | null;
  readonly stamp: TimestampCheck | null;
}

function checkSignature(
  document: Document,
  signature: PdfSignature,
  material: TrustMaterial,
): Checked {
  const nothing = { check: null, cms: null, stamp: null };
  const range = checkRange(document.text, signature);
  if (range !== null) return { ...nothing, integrity: broken(range) };
  if (!supported.has(signature.subFilter)) {
    return { ...nothing, integrity: notChecked('sub-filter-not-known') };
  }
  const cms = readCms(signature.contents);
  if (!cms.ok) return { ...nothing, integrity: broken('signature-unreadable') };
  const pieces = coveredPieces(document, signature);
  const { crypto } = material;
  if (signature.subFilter === 'ETSI.RFC3161') {
    const stamp = checkTimestamp(signature.contents, pieces, document.store.certificates, crypto);
    if (stamp === null) return { ...nothing, integrity: broken('signature-unreadable') };
    const { integrity } = stampReport(stamp, nobody);
    return { check: stamp.check, cms: cms.value, stamp, integrity };
  }
  // A detached signature with content of its own would be about that, not about the document.
  if (cms.value.content !== null) return { ...nothing, integrity: broken('content-inside') };
  const check = checkCms(cms.value, pieces, document.store.certificates, crypto);
  const token = cms.value.signer.timestampToken;
  const stamp =
    token === null
      ? null
      : checkTimestamp(token, [cms.value.signer.signature], document.store.certificates, crypto);
  return { check, cms: cms.value, stamp, integrity: integrityOf(check) };
}

/** The material with what the document itself brings: certificates, lists, answers. */
function materialWith(
  document: Document,
  cms: CmsSignature | null,
  material: TrustMaterial,
): TrustMaterial {
  return {
    ...material,
    pool: [...(cms?.certificates ?? []), ...document.store.certificates, ...material.pool],
    statements: [...document.store.statements, ...material.statements],
  };
}

function trustIn(checked: Checked, judgement: Judgement): Trust {
  if (checked.integrity.state === 'broken') return { state: 'untrusted', reasons: ['not-intact'] };
  if (checked.integrity.state !== 'ok') return { state: 'unknown', reasons: ['not-checked'] };
  const fault =
    checked.stamp !== null && checked.cms?.contentType === oids.timestampInfo
      ? null
      : usageFault(checked.check?.certificate ?? null);
  return fault ?? judgement.trust;
}

function reportOf(
  document: Document,
  signature: PdfSignature,
  material: TrustMaterial,
  isSignedLater: boolean,
): SignatureReport {
  const checked = checkSignature(document, signature, material);
  const own = materialWith(document, checked.cms, material);
  const { crypto } = material;
  const certificate = checked.check?.certificate ?? null;
  const timestamp =
    checked.stamp === null ? null : stampReport(checked.stamp, judgeStamp(checked.stamp, own));
  const claimedAt = checked.cms?.signer.attributes.signingTime ?? signature.claimedAt;
  const moment = momentOf(timestamp, material.now);
  const judgement = certificate === null ? nobody : judgeCertificate(certificate, moment, own);
  const hasRange = checked.integrity.code === null || checked.check !== null;
  const changes: Changes = hasRange
    ? changesSince(document, signature)
    : { kind: 'unreadable', details: [checked.integrity.code ?? ''] };
  const level = signature.certificationLevel;
  return {
    fieldName: signature.fieldName,
    kind: signature.kind,
    subFilter: signature.subFilter,
    claimedName: signature.signerName,
    reason: signature.reason,
    location: signature.location,
    claimedAt: claimedAt === null ? null : isoOf(claimedAt),
    integrity: checked.integrity,
    isCertificateBound: checked.check?.kind === 'intact' && checked.check.isBound,
    coversWholeFile: changes.kind === 'nothing',
    revisionEnd: hasRange ? (signature.byteRange[2] ?? 0) + (signature.byteRange[3] ?? 0) : null,
    changes: { kind: changes.kind, details: [...changes.details] },
    certification: level === null ? null : { level, isKept: isKept(level, changes, isSignedLater) },
    timestamp,
    certificate: certificate === null ? null : factsOf(certificate, crypto),
    chain: judgement.chain.certificates.slice(1).map((above) => factsOf(above, crypto)),
    revocation: [...judgement.revocation],
    trust: trustIn(checked, judgement),
  };
}

/** Tables that cannot be followed make the whole report `unreadable`: a code says why. */
function openDocument(bytes: Uint8Array, material: TrustMaterial): Document {
  const text = strFromU8(bytes, true);
  const final = openRevision(text, text.length);
  return {
    bytes,
    text,
    final,
    store: readingLocked(final, () => readSecurityStore(final, material.crypto)),
  };
}

/** What cannot be read in an encrypted file cannot be read because of that, whatever it looks like. */
function readingLocked<Value>({ trailer }: PdfRevision, read: () => Value): Value {
  try {
    return read();
  } catch (error) {
    const isLocked = error instanceof PdfFault && trailer.has('Encrypt');
    throw isLocked ? new PdfFault('encrypted') : error;
  }
}

/**
 * Every signature of a PDF: whether its bytes are whole, what was done to the document after it,
 * and how far its certificate can be trusted with what is at hand. Works offline; never throws on
 * a hostile file, and its work is bounded by the file's length.
 */
export function verifyDocument(bytes: Uint8Array, material: TrustMaterial): DocumentReport {
  if (bytes.length > LARGEST_DOCUMENT) return { outcome: 'unreadable', detail: 'too-large' };
  try {
    const document = openDocument(bytes, material);
    const { text, final } = document;
    const found = readingLocked(final, () => signaturesOf(text, final));
    const sha256 = sha256Hex(bytes, material.crypto);
    if (found.length === 0) return { outcome: 'no-signature', sha256 };
    const inOrder = [...found].sort((one, other) => endOf(one) - endOf(other));
    const signatures = inOrder.map((signature, index) => {
      const isSignedLater = inOrder.slice(index + 1).some(({ kind }) => kind === 'signature');
      return reportOf(document, signature, material, isSignedLater);
    });
    return { outcome: 'checked', sha256, signatures };
  } catch (error) {
    if (error instanceof PdfFault) return { outcome: 'unreadable', detail: error.message };
    throw error;
  }
}

function endOf({ byteRange }: PdfSignature): number {
  return (byteRange[2] ?? 0) + (byteRange[3] ?? 0);
}
