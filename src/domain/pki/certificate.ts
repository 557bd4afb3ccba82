import { fail, succeed, type Result } from '../../contract/result';
import {
  areSame,
  bitsOf,
  childrenOf,
  context,
  DerFault,
  integerOf,
  oidOf,
  octetsOf,
  readDer,
  readWhole,
  sequenceOf,
  smallIntegerOf,
  tags,
  timeOf,
  type Der,
} from '../der/read-der';
import { algorithmOf, type Algorithm } from './algorithms';
import { readCertificateExtensions, type CertificateExtensions } from './certificate-extensions';
import { readName, type DistinguishedName } from './distinguished-name';

/** An X.509 certificate, read and not yet believed. Moments are milliseconds since 1970. */
export interface Certificate extends CertificateExtensions {
  readonly raw: Uint8Array;
  /** What its issuer signed. */
  readonly signedPart: Uint8Array;
  readonly signatureAlgorithm: Algorithm;
  readonly signature: Uint8Array;
  /** Lower-case hex without leading noughts, as `requestData.certificate.serialNumber`. */
  readonly serialHex: string;
  readonly serialDecimal: string;
  /** The INTEGER as it stands, for messages that quote it. */
  readonly serialRaw: Uint8Array;
  readonly issuer: DistinguishedName;
  readonly subject: DistinguishedName;
  readonly notBefore: number;
  readonly notAfter: number;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
  /** The bits of the key alone: what OCSP hashes. */
  readonly publicKeyBits: Uint8Array;
  readonly keyAlgorithm: Algorithm;
}

/** Larger than any certificate of a person or an authority. */
const LARGEST = 65_536;

/** Serials are quoted in hex and in decimal; both, normalised. */
export function serialsOf(der: Der | undefined): {
  readonly serialHex: string;
  readonly serialDecimal: string;
} {
  const value = integerOf(der);
  return { serialHex: value.toString(16), serialDecimal: value.toString(10) };
}

/** Reads one certificate from its DER; bytes behind it are left alone. */
export function readCertificate(bytes: Uint8Array): Result<Certificate, 'not-a-certificate'> {
  try {
    const whole = readDer(bytes);
    if (whole.whole.length > LARGEST) return fail('not-a-certificate');
    return succeed(certificateOf(whole));
  } catch (error) {
    if (error instanceof DerFault) return fail('not-a-certificate');
    throw error;
  }
}

/** The same inside a larger structure. Throws `DerFault`. */
export function certificateOf(whole: Der): Certificate {
  const [signedPart, algorithm, signature] = sequenceOf(whole);
  const fields = [...sequenceOf(signedPart)];
  if (fields[0]?.tag === context(0)) fields.shift();
  const [serial, inner, issuer, validity, subject, publicKey] = fields;
  if (!signedPart || !serial || !issuer || !subject || !publicKey) throw new DerFault('missing');
  // Named twice, and only one of the two is signed (RFC 5280, 4.1.1.2).
  if (!inner || !algorithm || !areSame(inner.whole, algorithm.whole))
    throw new DerFault('algorithm');
  const [from, to] = sequenceOf(validity);
  const [keyAlgorithm, keyBits] = sequenceOf(publicKey);
  const extensions = fields.find(({ tag }) => tag === context(3));
  const [list] = extensions === undefined ? [] : childrenOf(extensions);
  return {
    raw: whole.whole,
    signedPart: signedPart.whole,
    signatureAlgorithm: algorithmOf(algorithm),
    signature: bitsOf(signature),
    ...serialsOf(serial),
    serialRaw: serial.whole,
    issuer: readName(issuer),
    subject: readName(subject),
    notBefore: timeOf(from),
    notAfter: timeOf(to),
    publicKey: publicKey.whole,
    publicKeyBits: bitsOf(keyBits),
    keyAlgorithm: algorithmOf(keyAlgorithm),
    ...readCertificateExtensions(list === undefined ? [] : sequenceOf(list).map(extensionOf)),
  };
}

/** An extension of a certificate, a CRL, a CRL entry or an OCSP answer. */
export interface Extension {
  readonly oid: string;
  readonly isCritical: boolean;
  readonly value: Uint8Array;
}

/** Reads one Extension (RFC 5280, 4.1). Throws `DerFault`. */
export function extensionOf(der: Der): Extension {
  const fields = sequenceOf(der);
  const value = fields.at(-1);
  const critical = fields.length > 2 ? fields[1] : undefined;
  return {
    oid: oidOf(fields[0]),
    isCritical: critical?.tag === tags.boolean && critical.content[0] !== 0,
    value: octetsOf(value),
  };
}

/** The INTEGER an extension holds, such as a CRL's number. Throws `DerFault`. */
export function integerExtension(extension: Extension): bigint {
  return integerOf(readWhole(extension.value));
}

/** The small number an extension holds, such as a reason. Throws `DerFault`. */
export function numberExtension(extension: Extension): number {
  return smallIntegerOf(readWhole(extension.value));
}

/** Whether a certificate names itself as its issuer, as roots do. */
export function isSelfIssued({ issuer, subject }: Certificate): boolean {
  return (
    issuer.raw.length === subject.raw.length &&
    issuer.raw.every((byte, index) => byte === subject.raw[index])
  );
}
