import { constants, createHash, sign, type KeyObject } from 'node:crypto';
import type { SignerFault } from '../../../src/contract/pades';
import { keyKindOf } from '../../../src/domain/pki/certificate-facts';
import { findIssuer } from '../../../src/domain/pki/chain';
import { isSelfIssued, type Certificate } from '../../../src/domain/pki/certificate';
import {
  buildCms,
  bytesToSign,
  signedAttributes,
  type SignerAlgorithm,
} from '../../../src/domain/signatures/build-cms';
import { nodePkiCrypto } from '../pki/node-crypto';

/** A key with the certificate that goes with it. */
export interface Signer {
  readonly key: KeyObject;
  readonly certificate: Certificate;
  /** Certificates above it that came in the same file, in order. */
  readonly chain: readonly Certificate[];
}

/** Bits of RSA under which nobody should sign. */
const SMALLEST_RSA = 2048;

/** How a key signs; null for a kind that is not offered. */
export function algorithmFor({
  key,
  certificate,
}: Pick<Signer, 'key' | 'certificate'>): SignerAlgorithm | null {
  const kind = keyKindOf(certificate);
  if (kind === 'RSA') {
    const bits = key.asymmetricKeyDetails?.modulusLength ?? 0;
    return key.asymmetricKeyType === 'rsa' && bits >= SMALLEST_RSA
      ? { kind: 'rsa', hash: 'sha256' }
      : null;
  }
  if (kind === 'EC P-256') return { kind: 'ecdsa', hash: 'sha256' };
  return kind === 'EC P-384' ? { kind: 'ecdsa', hash: 'sha384' } : null;
}

/** Why a certificate may not sign at a moment (milliseconds since 1970); empty when it may. */
export function signerFaults(
  signer: Pick<Signer, 'key' | 'certificate'>,
  now: number,
): readonly SignerFault[] {
  const { certificate } = signer;
  const usage = certificate.keyUsage;
  const maySign =
    usage === null || usage.includes('digitalSignature') || usage.includes('nonRepudiation');
  return [
    ...(now > certificate.notAfter ? (['expired'] as const) : []),
    ...(now < certificate.notBefore ? (['not-yet-valid'] as const) : []),
    ...(maySign ? [] : (['key-usage'] as const)),
    ...(certificate.isAuthority ? (['is-authority'] as const) : []),
    ...(algorithmFor(signer) === null ? (['key-kind'] as const) : []),
  ];
}

/** The certificates above one, as far as they are at hand. */
export function chainAbove(
  certificate: Certificate,
  pool: readonly Certificate[],
): readonly Certificate[] {
  const chain: Certificate[] = [];
  let current = certificate;
  while (!isSelfIssued(current) && chain.length < 6) {
    const issuer = findIssuer(current, pool, nodePkiCrypto);
    if (issuer === null || chain.includes(issuer)) break;
    chain.push(issuer);
    current = issuer;
  }
  return chain;
}

/** A signature made, and how to make the CMS of it with or without a timestamp. */
export interface MadeSignature {
  readonly signature: Uint8Array;
  readonly toCms: (timestampToken: Uint8Array | null) => Uint8Array<ArrayBuffer>;
}

/** Signs the pieces of a document that its signature covers. */
export function signPieces(
  signer: Signer,
  algorithm: SignerAlgorithm,
  pieces: readonly Uint8Array[],
): MadeSignature {
  const digest = createHash(algorithm.hash);
  for (const piece of pieces) digest.update(piece);
  const own = createHash('sha256').update(signer.certificate.raw).digest();
  const attributes = signedAttributes(digest.digest(), own);
  const { key, certificate, chain } = signer;
  const options =
    algorithm.kind === 'rsa'
      ? { key, padding: constants.RSA_PKCS1_PADDING }
      : { key, dsaEncoding: 'der' as const };
  const signature = sign(algorithm.hash, bytesToSign(attributes), options);
  return {
    signature,
    toCms: (timestampToken) =>
      buildCms({
        algorithm,
        certificate,
        // Whoever checks has the root, or should not take it from here.
        chain: chain.filter((above) => !isSelfIssued(above)),
        attributes,
        signature,
        timestampToken,
      }),
  };
}
