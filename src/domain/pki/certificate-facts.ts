import type { CertificateFacts } from '../../contract/pki';
import { hexOf, oidOf } from '../der/read-der';
import { isSelfIssued, type Certificate } from './certificate';
import { partNamed } from './distinguished-name';
import { oids } from './oids';
import type { PkiCrypto } from './pki-crypto';

const curves: Readonly<Record<string, string>> = {
  '1.2.840.10045.3.1.7': 'EC P-256',
  '1.3.132.0.34': 'EC P-384',
  '1.3.132.0.35': 'EC P-521',
};

/** The kind of a public key, for people: `RSA`, `EC P-256`; its OID where it has no name here. */
export function keyKindOf({ keyAlgorithm: { oid, parameters } }: Certificate): string {
  if (oid === oids.rsa || oid === oids.rsaPss) return 'RSA';
  if (oid !== oids.ecPublicKey) return oid;
  const curve = parameters?.tag === 0x06 ? oidOf(parameters) : '';
  return curves[curve] ?? 'EC';
}

/** A moment as ISO 8601 in UTC; one beyond what a date can hold becomes the last that it can. */
export function isoOf(milliseconds: number): string {
  const limit = 8_640_000_000_000_000;
  return new Date(Math.min(Math.max(milliseconds, -limit), limit)).toISOString();
}

/** SHA-256 of bytes as lower-case hex. */
export function sha256Hex(bytes: Uint8Array, crypto: PkiCrypto): string {
  return hexOf(crypto.digest('sha256', [bytes]) ?? new Uint8Array(32));
}

/** What a certificate says, as it crosses to the page. */
export function factsOf(certificate: Certificate, crypto: PkiCrypto): CertificateFacts {
  const { subject, issuer } = certificate;
  return {
    subjectDn: subject.text,
    commonName: partNamed(subject, 'CN'),
    organization: partNamed(subject, 'O'),
    organizationalUnit: partNamed(subject, 'OU'),
    issuerDn: issuer.text,
    issuerCommonName: partNamed(issuer, 'CN'),
    serialHex: certificate.serialHex,
    serialDecimal: certificate.serialDecimal,
    notBefore: isoOf(certificate.notBefore),
    notAfter: isoOf(certificate.notAfter),
    keyUsage: certificate.keyUsage === null ? null : [...certificate.keyUsage],
    extendedKeyUsage:
      certificate.extendedKeyUsage === null ? null : [...certificate.extendedKeyUsage],
    policies: [...certificate.policies],
    isAuthority: certificate.isAuthority,
    isSelfIssued: isSelfIssued(certificate),
    keyKind: keyKindOf(certificate),
    crlAddresses: [...certificate.crlAddresses],
    ocspAddresses: [...certificate.ocspAddresses],
    issuerAddresses: [...certificate.issuerAddresses],
    fingerprint: sha256Hex(certificate.raw, crypto),
    der: new Uint8Array(certificate.raw),
  };
}
