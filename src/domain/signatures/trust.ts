import type { RevocationEvidence, Trust } from '../../contract/pki';
import type { Certificate } from '../pki/certificate';
import { buildChain, type ChainFault, type ChainResult } from '../pki/chain';
import type { Crl } from '../pki/crl';
import { evidenceOf, verdictOf, type EvidenceSource } from '../pki/evidence';
import type { OcspAnswer } from '../pki/ocsp';
import type { PkiCrypto } from '../pki/pki-crypto';
import { statusByCrl, statusByOcsp } from '../pki/revocation';

/** A list or an answer at hand, and where it comes from. */
export type Statement =
  | { readonly kind: 'crl'; readonly crl: Crl; readonly from: EvidenceSource }
  | { readonly kind: 'ocsp'; readonly answer: OcspAnswer; readonly from: EvidenceSource };

/** What a judgement rests on besides the document. */
export interface TrustMaterial {
  /** Roots of this office. */
  readonly anchors: readonly Certificate[];
  /** Certificates that may lie between: the office's, the document's. */
  readonly pool: readonly Certificate[];
  readonly statements: readonly Statement[];
  /** Device clock, milliseconds since 1970. */
  readonly now: number;
  readonly crypto: PkiCrypto;
}

/** The moment a signature is judged at, and how well it is known. */
export interface JudgedMoment {
  readonly at: number;
  readonly isProven: boolean;
}

export interface Judgement {
  readonly chain: ChainResult;
  readonly revocation: readonly RevocationEvidence[];
  readonly trust: Trust;
}

/** Faults that say no; all others say that nobody can tell. */
const definite: ReadonlySet<ChainFault> = new Set(['signature-broken', 'issuer-no-authority']);
const definiteWhenProven: ReadonlySet<ChainFault> = new Set(['expired', 'not-yet-valid']);

/** Statements at hand about a certificate, each judged at the moment that matters. */
function statementsAbout(
  certificate: Certificate,
  issuer: Certificate,
  moment: JudgedMoment,
  material: TrustMaterial,
): readonly RevocationEvidence[] {
  const { crypto } = material;
  return material.statements.flatMap((statement): readonly RevocationEvidence[] => {
    if (statement.kind === 'crl') {
      const { crl } = statement;
      // What was issued after a proven moment speaks of that moment too.
      const at = moment.isProven ? Math.max(moment.at, crl.thisUpdate) : moment.at;
      const status = statusByCrl(certificate, { base: crl, delta: null }, issuer, at, crypto);
      const isOthers = status.kind === 'unknown' && status.why === 'other-issuer';
      return isOthers ? [] : [evidenceOf(status, statement.from)];
    }
    const { answer } = statement;
    const at = moment.isProven ? Math.max(moment.at, answer.producedAt) : moment.at;
    const status = statusByOcsp(certificate, answer, issuer, at, crypto);
    const isOthers =
      status.kind === 'unknown' &&
      (status.why === 'other-issuer' || status.why === 'not-answered-for');
    return isOthers ? [] : [evidenceOf(status, statement.from)];
  });
}

/** Revoked before the moment, or at any time where the moment is not proven. */
function isRevokedThen(evidence: readonly RevocationEvidence[], moment: JudgedMoment): boolean {
  return evidence.some(
    ({ status, revokedAt }) =>
      status === 'revoked' &&
      (!moment.isProven || revokedAt === null || Date.parse(revokedAt) <= moment.at),
  );
}

function trustOf(
  chain: ChainResult,
  evidence: readonly RevocationEvidence[],
  isAboveRevoked: boolean,
  moment: JudgedMoment,
): Trust {
  const no = chain.faults.filter(
    (fault) => definite.has(fault) || (moment.isProven && definiteWhenProven.has(fault)),
  );
  if (no.length > 0) return { state: 'untrusted', reasons: [...no] };
  // A revocation is worth no more than the chain of whoever signed it.
  if (!chain.isAnchored) return { state: 'unknown', reasons: [...chain.faults] };
  if (isRevokedThen(evidence, moment)) return { state: 'untrusted', reasons: ['revoked'] };
  if (isAboveRevoked) return { state: 'untrusted', reasons: ['issuer-revoked'] };
  if (chain.faults.length > 0) return { state: 'unknown', reasons: [...chain.faults] };
  const verdict = verdictOf(evidence);
  if (verdict === 'unknown') return { state: 'unknown', reasons: ['revocation-unknown'] };
  const isLater = verdict !== 'good';
  return { state: 'trusted', reasons: isLater ? ['revoked-later'] : [] };
}

/**
 * How far a certificate can be trusted at a moment: *untrusted* only for a definite no, *unknown*
 * whenever it cannot be checked (no root, no list, no clock to rely on), never worse.
 */
export function judgeCertificate(
  certificate: Certificate,
  moment: JudgedMoment,
  material: TrustMaterial,
): Judgement {
  const { anchors, crypto } = material;
  const pool = [...material.pool, ...anchors];
  const chain = buildChain(certificate, pool, anchors, moment.at, crypto);
  const pairs = chain.certificates
    .slice(0, -1)
    .map((child, index) => [child, chain.certificates[index + 1]] as const);
  const [own = [], ...above] = pairs.map(([child, issuer]) =>
    issuer === undefined ? [] : statementsAbout(child, issuer, moment, material),
  );
  const isAboveRevoked = above.some((evidence) => isRevokedThen(evidence, moment));
  return { chain, revocation: own, trust: trustOf(chain, own, isAboveRevoked, moment) };
}
