import type { RevocationEvidence } from '../../contract/pki';
import { isoOf } from './certificate-facts';
import type { RevocationStatus } from './revocation';

/** Where a statement about a revocation comes from. */
export interface EvidenceSource {
  readonly source: RevocationEvidence['source'];
  readonly address: string | null;
  readonly sha256: string | null;
  readonly entries: number | null;
  readonly isFromCache: boolean;
}

/** A statement as it is kept and shown. */
export function evidenceOf(status: RevocationStatus, from: EvidenceSource): RevocationEvidence {
  const nothing = { thisUpdate: null, nextUpdate: null, revokedAt: null, reason: null };
  if (status.kind === 'unknown') {
    return { ...from, ...nothing, status: 'unknown', doubt: status.why };
  }
  return {
    ...from,
    status: status.kind,
    doubt: null,
    thisUpdate: isoOf(status.thisUpdate),
    nextUpdate: status.nextUpdate === null ? null : isoOf(status.nextUpdate),
    revokedAt: status.kind === 'revoked' ? isoOf(status.revokedAt) : null,
    reason: status.kind === 'revoked' ? status.reason : null,
  };
}

/**
 * All statements together. A revocation counts over silence; one source saying good and another
 * revoked is a contradiction that a person has to look into (OCSP and lists differ in age).
 */
export function verdictOf(
  evidence: readonly Pick<RevocationEvidence, 'status'>[],
): 'good' | 'revoked' | 'unknown' | 'contradiction' {
  const isRevoked = evidence.some(({ status }) => status === 'revoked');
  const isGood = evidence.some(({ status }) => status === 'good');
  if (isRevoked && isGood) return 'contradiction';
  if (isRevoked) return 'revoked';
  return isGood ? 'good' : 'unknown';
}

/**
 * Whether a revocation itself says that the certificate was replaced (RFC 5280, reason 4), in
 * every statement that tells of one.
 */
export function isReplaced(
  evidence: readonly Pick<RevocationEvidence, 'status' | 'reason'>[],
): boolean {
  const revocations = evidence.filter(({ status }) => status === 'revoked');
  return revocations.length > 0 && revocations.every(({ reason }) => reason === 'superseded');
}

/**
 * The certificates' own verdict beside the person's status at the Esign Client Service. Revoked
 * here and ISSUE there, or the other way about, is a named state. The status is the person's, not
 * the certificate's: after a renewal ISSUE speaks of the newer one, where one is known
 * (`hasSuccessor`), and then a revoked one before it is no contradiction.
 */
export function compareWithEscStatus(
  verdict: ReturnType<typeof verdictOf>,
  escStatus: string,
  hasSuccessor = false,
): 'agrees' | 'contradicts' | 'nothing-to-compare' {
  if (verdict === 'unknown' || escStatus === 'unknown') return 'nothing-to-compare';
  if (verdict === 'contradiction') return 'contradicts';
  if (escStatus === 'revoke') return verdict === 'revoked' ? 'agrees' : 'contradicts';
  if (escStatus === 'issue') {
    return verdict === 'revoked' && !hasSuccessor ? 'contradicts' : 'agrees';
  }
  return 'nothing-to-compare';
}
