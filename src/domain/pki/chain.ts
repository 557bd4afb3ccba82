import { areSame } from '../der/read-der';
import { schemeOf } from './algorithms';
import { isSelfIssued, type Certificate } from './certificate';
import type { PkiCrypto } from './pki-crypto';
import { isSignedBy } from './revocation';

/** Why a chain does not reach a root, or may not be believed. */
export type ChainFault =
  /** No certificate of the issuer is at hand. */
  | 'issuer-missing'
  /** It ends at a root that this office does not trust. */
  | 'root-not-trusted'
  | 'signature-broken'
  | 'signature-not-checked'
  | 'issuer-no-authority'
  | 'expired'
  | 'not-yet-valid'
  | 'unknown-critical'
  /** An authority above may only issue for certain names, which is not checked here. */
  | 'name-constraints'
  | 'weak-signature'
  | 'too-long';

export interface ChainResult {
  /** From the certificate upwards, as far as it could be followed. */
  readonly certificates: readonly Certificate[];
  /** Whether it ends at a root of this office. */
  readonly isAnchored: boolean;
  readonly faults: readonly ChainFault[];
}

/** Certificates above each other. */
const LONGEST = 8;
/** Signatures that are computed for one chain: a hostile file may bring many look-alikes. */
const MOST_CHECKS = 60;

interface Search {
  readonly pool: readonly Certificate[];
  readonly anchors: readonly Certificate[];
  readonly crypto: PkiCrypto;
  checks: number;
}

function mayIssue(candidate: Certificate, below: readonly Certificate[]): boolean {
  const authorities = below.filter((one) => one.isAuthority && !isSelfIssued(one)).length;
  return (
    candidate.isAuthority &&
    (candidate.keyUsage === null || candidate.keyUsage.includes('keyCertSign')) &&
    (candidate.pathLength === null || candidate.pathLength >= authorities)
  );
}

function isIssuerOf(candidate: Certificate, child: Certificate): boolean {
  if (!areSame(candidate.subject.raw, child.issuer.raw)) return false;
  const { authorityKeyId } = child;
  const { subjectKeyId } = candidate;
  return authorityKeyId === null || subjectKeyId === null || authorityKeyId === subjectKeyId;
}

function contains(list: readonly Certificate[], certificate: Certificate): boolean {
  return list.some(({ raw }) => areSame(raw, certificate.raw));
}

/** The way up from the last of `path`: the first that reaches a root, else the longest. */
function climb(search: Search, path: readonly Certificate[]): ChainResult {
  const last = path.at(-1);
  if (last === undefined || contains(search.anchors, last)) {
    return { certificates: path, isAnchored: last !== undefined, faults: [] };
  }
  if (path.length >= LONGEST)
    return { certificates: path, isAnchored: false, faults: ['too-long'] };
  if (isSelfIssued(last)) {
    return { certificates: path, isAnchored: false, faults: ['root-not-trusted'] };
  }
  let best: ChainResult = { certificates: path, isAnchored: false, faults: ['issuer-missing'] };
  for (const candidate of [...search.anchors, ...search.pool]) {
    if (!isIssuerOf(candidate, last) || contains(path, candidate)) continue;
    search.checks += 1;
    if (search.checks > MOST_CHECKS) break;
    const found = step(search, path, last, candidate);
    if (found.isAnchored) return found;
    if (found.certificates.length >= best.certificates.length) best = found;
  }
  return best;
}

function step(
  search: Search,
  path: readonly Certificate[],
  child: Certificate,
  candidate: Certificate,
): ChainResult {
  const isSigned = isSignedBy(child, candidate, search.crypto);
  const stop = (fault: ChainFault): ChainResult => ({
    certificates: path,
    isAnchored: false,
    faults: [fault],
  });
  if (isSigned === null) return stop('signature-not-checked');
  if (!isSigned) return stop('signature-broken');
  if (!mayIssue(candidate, path)) return stop('issuer-no-authority');
  return climb(search, [...path, candidate]);
}

/** What is wrong with certificates of a chain at a moment, roots of the office included. */
function faultsAt(certificates: readonly Certificate[], at: number): readonly ChainFault[] {
  return certificates.flatMap((certificate, index): readonly ChainFault[] => {
    const scheme = schemeOf(certificate.signatureAlgorithm, null);
    const isWeak = scheme?.hash === 'md5' || scheme?.hash === 'sha1';
    return [
      ...(at < certificate.notBefore ? (['not-yet-valid'] as const) : []),
      ...(at > certificate.notAfter ? (['expired'] as const) : []),
      ...(certificate.unknownCritical.length > 0 ? (['unknown-critical'] as const) : []),
      ...(certificate.hasNameConstraints ? (['name-constraints'] as const) : []),
      // A root's own signature proves nothing, so its strength does not matter.
      ...(isWeak && index < certificates.length - 1 ? (['weak-signature'] as const) : []),
    ];
  });
}

/**
 * Follows a certificate to a root of this office, through `pool`, as things stood at `at`
 * (milliseconds since 1970). After RFC 5280, 6.1, without policies and name constraints: critical
 * policy constraints are the fault `unknown-critical`, name constraints, critical or not,
 * `name-constraints`; with either the chain is neither trusted nor called bad.
 */
export function buildChain(
  certificate: Certificate,
  pool: readonly Certificate[],
  anchors: readonly Certificate[],
  at: number,
  crypto: PkiCrypto,
): ChainResult {
  const search: Search = { pool: pool.slice(0, 200), anchors, crypto, checks: 0 };
  const found = climb(search, [certificate]);
  const faults = [...found.faults, ...faultsAt(found.certificates, at)];
  return { ...found, faults: [...new Set(faults)] };
}

/** The certificate of an issuer among those at hand whose signature on the certificate holds. */
export function findIssuer(
  certificate: Certificate,
  pool: readonly Certificate[],
  crypto: PkiCrypto,
): Certificate | null {
  return (
    pool
      .filter((candidate) => isIssuerOf(candidate, certificate))
      .slice(0, MOST_CHECKS)
      .find((candidate) => isSignedBy(certificate, candidate, crypto) === true) ?? null
  );
}
