import { areSame, joined } from '../der/read-der';
import { isWeakHash, schemeOf } from '../pki/algorithms';
import type { Certificate } from '../pki/certificate';
import { oids } from '../pki/oids';
import type { PkiCrypto } from '../pki/pki-crypto';
import { signerCertificate, type CmsSignature } from './cms';

/** Why a signature does not hold over what it is said to cover. */
export type IntegrityFault =
  | 'certificate-missing'
  | 'digest-differs'
  | 'signature-differs'
  | 'attributes-missing'
  | 'content-type-differs'
  | 'other-certificate-bound'
  | 'attribute-twice'
  | 'several-signers'
  /** Something stands where nothing should: padding that is not empty, a version there is not. */
  | 'untidy';

/** Why it cannot be computed. */
export type IntegrityDoubt = 'algorithm-not-known' | 'not-computed';

export type CmsCheck =
  | {
      readonly kind: 'intact';
      readonly certificate: Certificate;
      /** MD5 or SHA-1 somewhere: intact, and yet it proves little. */
      readonly isWeak: boolean;
      /** The signer bound the certificate to the signature (ESS signing-certificate). */
      readonly isBound: boolean;
    }
  | {
      readonly kind: 'broken';
      readonly fault: IntegrityFault;
      readonly certificate: Certificate | null;
    }
  | {
      readonly kind: 'not-checked';
      readonly doubt: IntegrityDoubt;
      readonly certificate: Certificate | null;
    };

/** What the attributes have to say besides the digest; null when nothing is wrong. */
function attributeFault(
  cms: CmsSignature,
  certificate: Certificate,
  crypto: PkiCrypto,
): IntegrityFault | null {
  const { attributes } = cms.signer;
  if (attributes.hasDuplicates) return 'attribute-twice';
  if (attributes.messageDigest === null) return 'attributes-missing';
  if (attributes.contentType !== cms.contentType) return 'content-type-differs';
  const bound = attributes.signingCertificate;
  if (bound === null) return null;
  const hash = crypto.digest(bound.hash, [certificate.raw]);
  return hash !== null && !areSame(hash, bound.value) ? 'other-certificate-bound' : null;
}

/**
 * Whether a CMS signature holds over bytes given in pieces: digest, signed attributes, bound
 * certificate, signature (RFC 5652, 5.4 and 5.6; RFC 5035). `pool` are certificates besides those
 * inside it.
 */
export function checkCms(
  cms: CmsSignature,
  pieces: readonly Uint8Array[],
  pool: readonly Certificate[],
  crypto: PkiCrypto,
): CmsCheck {
  const { signer } = cms;
  const certificate = signerCertificate(signer, [...cms.certificates, ...pool]);
  const broken = (fault: IntegrityFault): CmsCheck => ({ kind: 'broken', fault, certificate });
  if (cms.signerCount > 1) return broken('several-signers');
  if (!cms.isTidy || !cms.digests.includes(signer.digest)) return broken('untidy');
  if (signer.digest === null) {
    return { kind: 'not-checked', doubt: 'algorithm-not-known', certificate };
  }
  const digest = crypto.digest(signer.digest, pieces);
  if (digest === null) return { kind: 'not-checked', doubt: 'not-computed', certificate };
  const { messageDigest } = signer.attributes;
  if (messageDigest !== null && !areSame(messageDigest, digest)) return broken('digest-differs');
  if (certificate === null) return broken('certificate-missing');
  const hasAttributes = signer.signedAttributes !== null;
  // Other content than data must come with attributes (RFC 5652, 5.3).
  if (!hasAttributes && cms.contentType !== oids.data) return broken('attributes-missing');
  const fault = hasAttributes ? attributeFault(cms, certificate, crypto) : null;
  if (fault !== null) return broken(fault);
  const scheme = schemeOf(signer.signatureAlgorithm, signer.digest);
  if (scheme === null) return { kind: 'not-checked', doubt: 'algorithm-not-known', certificate };
  const signed = signer.signedAttributes ?? [joined(pieces)];
  const results = signed.map((data) =>
    crypto.verify(certificate.publicKey, scheme, data, signer.signature),
  );
  if (results.includes(null)) return { kind: 'not-checked', doubt: 'not-computed', certificate };
  if (!results.includes(true))
    return broken(hasAttributes ? 'signature-differs' : 'digest-differs');
  return {
    kind: 'intact',
    certificate,
    isWeak: isWeakHash(scheme.hash) || isWeakHash(signer.digest),
    isBound: signer.attributes.signingCertificate !== null,
  };
}
