import { fail, succeed, type Result } from '../../contract/result';
import {
  areSame,
  childrenOf,
  context,
  DerFault,
  expectTag,
  octetsOf,
  oidOf,
  readDer,
  sequenceOf,
  smallIntegerOf,
  tags,
  timeOf,
  type Der,
} from '../der/read-der';
import { sortedMembers, writeDer } from '../der/write-der';
import { algorithmOf, hashOf, type Algorithm, type HashName } from '../pki/algorithms';
import { certificateOf, serialsOf, type Certificate } from '../pki/certificate';
import { oids } from '../pki/oids';

/** A CMS signature (RFC 5652), read and not yet believed. */
export interface CmsSignature {
  /** Type of what is signed: data, or a timestamp's TSTInfo. */
  readonly contentType: string;
  /** Null where it is elsewhere: a detached signature. */
  readonly content: Uint8Array | null;
  readonly certificates: readonly Certificate[];
  readonly signer: CmsSigner;
  readonly signerCount: number;
  /** Digests named for all signers together. */
  readonly digests: readonly (HashName | null)[];
  /** Versions, lengths and padding are what they have to be: nothing hides in what is unsigned. */
  readonly isTidy: boolean;
}

export interface CmsSigner {
  readonly identifier:
    | { readonly by: 'issuer'; readonly issuerRaw: Uint8Array; readonly serialHex: string }
    | { readonly by: 'key'; readonly keyId: Uint8Array };
  readonly digest: HashName | null;
  readonly signatureAlgorithm: Algorithm;
  readonly signature: Uint8Array;
  /**
   * What is really signed when there are signed attributes: them, as a SET, in DER's order. Some
   * programs sign them in the order they were written instead: that is the second.
   */
  readonly signedAttributes: readonly [Uint8Array, Uint8Array] | null;
  readonly attributes: CmsAttributes;
  /** A timestamp over the signature (RFC 3161, Appendix A); null without one. */
  readonly timestampToken: Uint8Array | null;
}

export interface CmsAttributes {
  readonly contentType: string | null;
  readonly messageDigest: Uint8Array | null;
  /** What the signer's clock said; milliseconds since 1970. */
  readonly signingTime: number | null;
  /** The certificate the signer bound to the signature; null without such an attribute. */
  readonly signingCertificate: { readonly hash: HashName; readonly value: Uint8Array } | null;
  /** One attribute twice: different programs would read different ones. */
  readonly hasDuplicates: boolean;
}

const MOST_CERTIFICATES = 50;

/** ESSCertIDv2 or ESSCertID of the first certificate named (RFC 5035, 3 and 4). */
function signingCertificateOf(value: Der, isV2: boolean): CmsAttributes['signingCertificate'] {
  const [certificates] = sequenceOf(value);
  const [first] = sequenceOf(certificates);
  const fields = sequenceOf(first);
  if (!isV2) return { hash: 'sha1', value: octetsOf(fields[0]) };
  const names = fields[0]?.tag === tags.sequence;
  const hash = names ? hashOf(algorithmOf(fields[0])) : 'sha256';
  if (hash === null) throw new DerFault('hash');
  return { hash, value: octetsOf(fields[names ? 1 : 0]) };
}

function attributesOf(list: readonly Der[]): CmsAttributes {
  const found = new Map<string, Der>();
  let hasDuplicates = false;
  for (const attribute of list) {
    const [type, values] = sequenceOf(attribute);
    const id = oidOf(type);
    const [value, ...more] = childrenOf(expectTag(values, tags.set));
    if (found.has(id) || more.length > 0) hasDuplicates = true;
    if (value !== undefined && !found.has(id)) found.set(id, value);
  }
  const type = found.get(oids.contentType);
  const digest = found.get(oids.messageDigest);
  const time = found.get(oids.signingTime);
  const v2 = found.get(oids.signingCertificateV2);
  const v1 = found.get(oids.signingCertificate);
  return {
    contentType: type === undefined ? null : oidOf(type),
    messageDigest: digest === undefined ? null : octetsOf(digest),
    signingTime: time === undefined ? null : timeOf(time),
    signingCertificate:
      v2 !== undefined
        ? signingCertificateOf(v2, true)
        : v1 === undefined
          ? null
          : signingCertificateOf(v1, false),
    hasDuplicates,
  };
}

function timestampOf(unsigned: Der | undefined): Uint8Array | null {
  for (const attribute of unsigned === undefined ? [] : childrenOf(unsigned)) {
    const [type, values] = sequenceOf(attribute);
    if (oidOf(type) === oids.timestampToken && values !== undefined) {
      return childrenOf(values)[0]?.whole ?? null;
    }
  }
  return null;
}

function identifierOf(der: Der | undefined): CmsSigner['identifier'] {
  if (der?.tag === context(0, 'primitive')) return { by: 'key', keyId: der.content };
  const [issuer, serial] = sequenceOf(der);
  if (issuer === undefined) throw new DerFault('missing');
  const { serialHex } = serialsOf(serial);
  return { by: 'issuer', issuerRaw: issuer.whole, serialHex };
}

function signerOf(der: Der): CmsSigner {
  const [, identifier, digest, ...rest] = sequenceOf(der);
  const signed = rest[0]?.tag === context(0) ? rest[0] : undefined;
  const [algorithm, signature, unsigned] = signed === undefined ? rest : rest.slice(1);
  const attributes = signed === undefined ? [] : childrenOf(signed);
  return {
    identifier: identifierOf(identifier),
    digest: hashOf(algorithmOf(digest)),
    signatureAlgorithm: algorithmOf(algorithm),
    signature: octetsOf(signature),
    // Signed as SET OF in DER, whatever the order they were written in (RFC 5652, 5.4).
    signedAttributes:
      signed === undefined
        ? null
        : [
            writeDer(tags.set, ...sortedMembers(attributes.map(({ whole }) => whole))),
            writeDer(tags.set, signed.content),
          ],
    attributes: attributesOf(attributes),
    timestampToken: timestampOf(unsigned),
  };
}

/** Those of a list that can be read: a strange one beside them must not hide the signer's. */
function certificatesOf(list: Der | undefined): readonly Certificate[] {
  if (list === undefined) return [];
  return childrenOf(list)
    .slice(0, MOST_CERTIFICATES)
    .flatMap((der) => {
      try {
        return der.tag === tags.sequence ? [certificateOf(der)] : [];
      } catch (error) {
        if (error instanceof DerFault) return [];
        throw error;
      }
    });
}

/** RFC 5652, 5.1 and 5.3: 1, or 3 where content or identifier ask for it; 4 and 5 with extras. */
function isVersion(der: Der | undefined, most: number): boolean {
  const version = smallIntegerOf(der);
  return version === 1 || (version >= 3 && version <= most);
}

function cmsOf(bytes: Uint8Array): CmsSignature {
  const whole = readDer(bytes);
  const [type, outer] = sequenceOf(whole);
  if (oidOf(type) !== oids.signedData || outer === undefined) throw new DerFault('no-signed-data');
  const [version, digests, encapsulated, ...rest] = sequenceOf(childrenOf(outer)[0]);
  const [contentType, wrapped] = sequenceOf(encapsulated);
  const signers = rest.at(-1);
  const [first, ...others] = childrenOf(expectTag(signers, tags.set));
  if (first === undefined) throw new DerFault('no-signer');
  return {
    contentType: oidOf(contentType),
    content: wrapped === undefined ? null : octetsOf(childrenOf(wrapped)[0]),
    certificates: certificatesOf(rest.find(({ tag }) => tag === context(0))),
    signer: signerOf(first),
    signerCount: 1 + others.length,
    digests: childrenOf(expectTag(digests, tags.set)).map((der) => hashOf(algorithmOf(der))),
    isTidy:
      isVersion(version, 5) &&
      isVersion(sequenceOf(first)[0], 3) &&
      bytes.subarray(whole.whole.length).every((byte) => byte === 0),
  };
}

/** Reads a CMS SignedData; what follows it, such as a PDF's padding, is left alone. */
export function readCms(bytes: Uint8Array): Result<CmsSignature, 'not-cms'> {
  try {
    return succeed(cmsOf(bytes));
  } catch (error) {
    if (error instanceof DerFault) return fail('not-cms');
    throw error;
  }
}

/** The certificates of a SignedData without signers too, as a .p7b is; none where it is none. */
export function readCertificateBag(bytes: Uint8Array): readonly Certificate[] {
  try {
    const [type, outer] = sequenceOf(readDer(bytes));
    if (oidOf(type) !== oids.signedData || outer === undefined) return [];
    const fields = sequenceOf(childrenOf(outer)[0]);
    return certificatesOf(fields.find(({ tag }) => tag === context(0)));
  } catch (error) {
    if (error instanceof DerFault) return [];
    throw error;
  }
}

/** The certificate the signer names, among those at hand; null where it is not there. */
export function signerCertificate(
  { identifier }: CmsSigner,
  pool: readonly Certificate[],
): Certificate | null {
  if (identifier.by === 'key') {
    const hex = Array.from(identifier.keyId, (byte) => byte.toString(16).padStart(2, '0')).join('');
    return pool.find(({ subjectKeyId }) => subjectKeyId === hex) ?? null;
  }
  return (
    pool.find(
      ({ issuer, serialHex }) =>
        serialHex === identifier.serialHex && areSame(issuer.raw, identifier.issuerRaw),
    ) ?? null
  );
}
