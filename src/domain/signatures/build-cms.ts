import { context, tags } from '../der/read-der';
import {
  nothing,
  octets,
  oid,
  sequence,
  setOf,
  smallInteger,
  sortedMembers,
  writeDer,
} from '../der/write-der';
import { oidOfHash, type HashName } from '../pki/algorithms';
import type { Certificate } from '../pki/certificate';
import { oids } from '../pki/oids';

/** How a signer's key signs. */
export interface SignerAlgorithm {
  readonly kind: 'rsa' | 'ecdsa';
  readonly hash: Extract<HashName, 'sha256' | 'sha384' | 'sha512'>;
}

const ecdsaOids = {
  sha256: '1.2.840.10045.4.3.2',
  sha384: '1.2.840.10045.4.3.3',
  sha512: '1.2.840.10045.4.3.4',
} as const;

function attribute(type: string, value: Uint8Array): Uint8Array {
  return sequence(oid(type), setOf(value));
}

/**
 * The attributes a PAdES signature signs (ETSI EN 319 142-1, 6.3): content type, digest of the
 * document, and the signer's certificate by its SHA-256 (RFC 5035). The time stands in the PDF's
 * `/M`; an attribute for it is forbidden.
 */
export function signedAttributes(
  documentDigest: Uint8Array,
  certificateSha256: Uint8Array,
): readonly Uint8Array[] {
  // SHA-256 is ESSCertIDv2's default and so left out.
  const certificateId = sequence(octets(certificateSha256));
  return sortedMembers([
    attribute(oids.contentType, oid(oids.data)),
    attribute(oids.messageDigest, octets(documentDigest)),
    attribute(oids.signingCertificateV2, sequence(sequence(certificateId))),
  ]);
}

/** The bytes that the key signs: the attributes as a SET (RFC 5652, 5.4). */
export function bytesToSign(attributes: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return writeDer(tags.set, ...attributes);
}

function signatureAlgorithm({ kind, hash }: SignerAlgorithm): Uint8Array {
  return kind === 'rsa' ? sequence(oid(oids.rsa), nothing()) : sequence(oid(ecdsaOids[hash]));
}

/** A detached CMS signature with one signer, its chain, and a timestamp over it where there is one. */
export function buildCms(given: {
  readonly algorithm: SignerAlgorithm;
  readonly certificate: Certificate;
  readonly chain: readonly Certificate[];
  readonly attributes: readonly Uint8Array[];
  readonly signature: Uint8Array;
  readonly timestampToken: Uint8Array | null;
}): Uint8Array<ArrayBuffer> {
  const { algorithm, certificate, attributes, signature, timestampToken } = given;
  const digestAlgorithm = sequence(oid(oidOfHash(algorithm.hash)), nothing());
  const unsigned =
    timestampToken === null
      ? []
      : [writeDer(context(1), attribute(oids.timestampToken, timestampToken))];
  const signer = sequence(
    smallInteger(1),
    sequence(certificate.issuer.raw, certificate.serialRaw),
    digestAlgorithm,
    writeDer(context(0), ...attributes),
    signatureAlgorithm(algorithm),
    octets(signature),
    ...unsigned,
  );
  const certificates = [certificate, ...given.chain].map(({ raw }) => raw);
  const signedData = sequence(
    smallInteger(1),
    setOf(digestAlgorithm),
    sequence(oid(oids.data)),
    writeDer(context(0), ...sortedMembers(certificates)),
    setOf(signer),
  );
  return sequence(oid(oids.signedData), writeDer(context(0), signedData));
}
