import { areSame } from '../der/read-der';
import { schemeOf } from './algorithms';
import type { Certificate } from './certificate';
import type { Crl } from './crl';
import type { OcspAnswer, OcspSingle } from './ocsp';
import { oids } from './oids';
import type { PkiCrypto } from './pki-crypto';
import type { RevocationReason } from './revocation-reason';

/** What is known of a certificate's revocation, and from where. Milliseconds since 1970. */
export type RevocationStatus =
  | { readonly kind: 'good'; readonly thisUpdate: number; readonly nextUpdate: number | null }
  | {
      readonly kind: 'revoked';
      readonly thisUpdate: number;
      readonly nextUpdate: number | null;
      readonly revokedAt: number;
      readonly reason: RevocationReason;
    }
  | { readonly kind: 'unknown'; readonly why: RevocationDoubt };

/** Why nothing can be said. */
export type RevocationDoubt =
  | 'other-issuer'
  | 'issuer-may-not-sign'
  | 'signature-broken'
  | 'signature-not-checked'
  | 'not-yet-valid'
  | 'out-of-date'
  | 'made-for-others'
  | 'delta-alone'
  | 'not-answered-for'
  | 'not-known-there'
  | 'responder-not-allowed'
  | 'malformed'
  | 'other-nonce';

/** Clocks of offices go wrong by minutes. */
const CLOCK_TOLERANCE = 10 * 60 * 1000;

const doubt = (why: RevocationDoubt): RevocationStatus => ({ kind: 'unknown', why });

/** Whether something signed holds under a certificate's key. */
export function isSignedBy(
  signed: {
    readonly signedPart: Uint8Array;
    readonly signature: Uint8Array;
    readonly signatureAlgorithm: Certificate['signatureAlgorithm'];
  },
  signer: Pick<Certificate, 'publicKey'>,
  crypto: PkiCrypto,
): boolean | null {
  const scheme = schemeOf(signed.signatureAlgorithm, null);
  if (scheme === null) return null;
  return crypto.verify(signer.publicKey, scheme, signed.signedPart, signed.signature);
}

function checkCrlItself(crl: Crl, issuer: Certificate, crypto: PkiCrypto): RevocationDoubt | null {
  if (!areSame(crl.issuer.raw, issuer.subject.raw)) return 'other-issuer';
  if (issuer.keyUsage !== null && !issuer.keyUsage.includes('cRLSign'))
    return 'issuer-may-not-sign';
  if (crl.limits.length > 0) return 'made-for-others';
  const isRight = isSignedBy(crl, issuer, crypto);
  if (isRight === null) return 'signature-not-checked';
  return isRight ? null : 'signature-broken';
}

function timeDoubt(
  { thisUpdate, nextUpdate }: { readonly thisUpdate: number; readonly nextUpdate: number | null },
  now: number,
): RevocationDoubt | null {
  if (thisUpdate > now + CLOCK_TOLERANCE) return 'not-yet-valid';
  return nextUpdate !== null && nextUpdate < now - CLOCK_TOLERANCE ? 'out-of-date' : null;
}

/** Whether a delta continues a whole list (RFC 5280, 5.2.4). */
export function continues(base: Crl, delta: Crl): boolean {
  return (
    delta.deltaBase !== null &&
    base.deltaBase === null &&
    base.number !== null &&
    delta.number !== null &&
    base.number >= delta.deltaBase &&
    base.number < delta.number
  );
}

/**
 * What a list of the certificate's issuer says at a moment, with a delta of it where there is one.
 * A list that cannot be believed says nothing. A revocation found in a list that is out of date
 * still counts: certificates do not come back, save from a hold.
 */
export function statusByCrl(
  certificate: Certificate,
  lists: { readonly base: Crl; readonly delta: Crl | null },
  issuer: Certificate,
  now: number,
  crypto: PkiCrypto,
): RevocationStatus {
  const { base } = lists;
  if (base.deltaBase !== null) return doubt('delta-alone');
  if (!areSame(certificate.issuer.raw, issuer.subject.raw)) return doubt('other-issuer');
  const fault = checkCrlItself(base, issuer, crypto);
  if (fault !== null) return doubt(fault);
  const isUsable =
    lists.delta !== null &&
    continues(base, lists.delta) &&
    checkCrlItself(lists.delta, issuer, crypto) === null &&
    timeDoubt(lists.delta, now) !== 'not-yet-valid';
  const delta = isUsable ? lists.delta : null;
  const latest = delta ?? base;
  const inDelta = delta?.find(certificate.serialHex) ?? null;
  const entry = inDelta ?? base.find(certificate.serialHex);
  const { thisUpdate, nextUpdate } = latest;
  const late = timeDoubt(latest, now);
  if (late === 'not-yet-valid') return doubt(late);
  if (entry !== null && !entry.isRemoved) {
    const { revokedAt, reason } = entry;
    return { kind: 'revoked', thisUpdate, nextUpdate, revokedAt, reason };
  }
  return late === null ? { kind: 'good', thisUpdate, nextUpdate } : doubt(late);
}

/** Who signed an OCSP answer: the issuer, or a certificate it made for that (RFC 6960, 4.2.2.2). */
function responderOf(
  answer: OcspAnswer,
  issuer: Certificate,
  crypto: PkiCrypto,
): Certificate | null {
  const candidates = [issuer, ...answer.certificates];
  return (
    candidates.find((candidate) => {
      if (isSignedBy(answer, candidate, crypto) !== true) return false;
      if (candidate === issuer || areSame(candidate.publicKey, issuer.publicKey)) return true;
      return (
        areSame(candidate.issuer.raw, issuer.subject.raw) &&
        (candidate.extendedKeyUsage ?? []).includes(oids.ocspSigning) &&
        candidate.notBefore <= answer.producedAt + CLOCK_TOLERANCE &&
        candidate.notAfter >= answer.producedAt &&
        isSignedBy(candidate, issuer, crypto) === true
      );
    }) ?? null
  );
}

function isFor(
  single: OcspSingle,
  certificate: Certificate,
  issuer: Certificate,
  crypto: PkiCrypto,
) {
  if (single.serialHex !== certificate.serialHex || single.hash === null) return false;
  const nameHash = crypto.digest(single.hash, [issuer.subject.raw]);
  const keyHash = crypto.digest(single.hash, [issuer.publicKeyBits]);
  return (
    nameHash !== null &&
    keyHash !== null &&
    areSame(nameHash, single.issuerNameHash) &&
    areSame(keyHash, single.issuerKeyHash)
  );
}

/** What an OCSP answer says of a certificate at a moment. `nonce` is what was asked with. */
export function statusByOcsp(
  certificate: Certificate,
  answer: OcspAnswer,
  issuer: Certificate,
  now: number,
  crypto: PkiCrypto,
  nonce: Uint8Array | null = null,
): RevocationStatus {
  if (!areSame(certificate.issuer.raw, issuer.subject.raw)) return doubt('other-issuer');
  if (responderOf(answer, issuer, crypto) === null) return doubt('responder-not-allowed');
  // Many responders leave the nonce out; another one is an answer to somebody else.
  if (nonce !== null && answer.nonce !== null && !areSame(nonce, answer.nonce)) {
    return doubt('other-nonce');
  }
  const single = answer.singles.find((found) => isFor(found, certificate, issuer, crypto));
  if (single === undefined) return doubt('not-answered-for');
  const { thisUpdate, nextUpdate } = single;
  const late = timeDoubt(single, now);
  if (single.status.kind === 'revoked') {
    if (late === 'not-yet-valid') return doubt(late);
    return { ...single.status, thisUpdate, nextUpdate };
  }
  if (late !== null) return doubt(late);
  if (single.status.kind === 'unknown') return doubt('not-known-there');
  return { kind: 'good', thisUpdate, nextUpdate };
}
