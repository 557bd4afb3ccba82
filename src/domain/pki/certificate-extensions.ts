import { strFromU8 } from 'fflate';
import {
  childrenOf,
  context,
  DerFault,
  hexOf,
  namedBitsOf,
  oidOf,
  octetsOf,
  readWhole,
  sequenceOf,
  smallIntegerOf,
  tags,
  type Der,
} from '../der/read-der';
import type { Extension } from './certificate';
import { oids } from './oids';

/** Names of the key usage bits (RFC 5280, 4.2.1.3). */
export const keyUsageNames = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
] as const;
export type KeyUsage = (typeof keyUsageNames)[number];

/** What the extensions of a certificate say, as far as it matters here. */
export interface CertificateExtensions {
  /** Null where the certificate sets no limit. */
  readonly keyUsage: readonly KeyUsage[] | null;
  /** OIDs; null where the certificate sets no limit. */
  readonly extendedKeyUsage: readonly string[] | null;
  readonly isAuthority: boolean;
  /** Certificates of authorities that may follow below; null for no limit. */
  readonly pathLength: number | null;
  readonly crlAddresses: readonly string[];
  readonly deltaCrlAddresses: readonly string[];
  readonly ocspAddresses: readonly string[];
  readonly issuerAddresses: readonly string[];
  readonly subjectKeyId: string | null;
  readonly authorityKeyId: string | null;
  readonly policies: readonly string[];
  /** It may only issue for certain names (RFC 5280, 4.2.1.10). */
  readonly hasNameConstraints: boolean;
  /** Critical extensions that are not understood here: then nothing may be trusted. */
  readonly unknownCritical: readonly string[];
}

const understood: ReadonlySet<string> = new Set([
  oids.keyUsage,
  oids.extendedKeyUsage,
  oids.basicConstraints,
  oids.crlAddresses,
  oids.authorityInformation,
  oids.subjectKeyId,
  oids.authorityKeyId,
  oids.policies,
  oids.subjectAltName,
  oids.freshestCrl,
  oids.nameConstraints,
]);

/** An address longer than this is none. */
const LONGEST_ADDRESS = 2000;
const MOST_ADDRESSES = 20;

/** The URIs among general names, [6] (RFC 5280, 4.2.1.6). */
function urisOf(names: readonly Der[]): readonly string[] {
  return names
    .filter(({ tag }) => tag === context(6, 'primitive'))
    .map(({ content }) => strFromU8(content.subarray(0, LONGEST_ADDRESS), true));
}

function distributionPoints(value: Uint8Array): readonly string[] {
  return sequenceOf(readWhole(value))
    .slice(0, MOST_ADDRESSES)
    .flatMap((point) => {
      const name = sequenceOf(point).find(({ tag }) => tag === context(0));
      const [full] = name === undefined ? [] : childrenOf(name);
      return full?.tag === context(0) ? urisOf(childrenOf(full)) : [];
    });
}

function accessAddresses(value: Uint8Array, method: string): readonly string[] {
  return sequenceOf(readWhole(value))
    .slice(0, MOST_ADDRESSES)
    .flatMap((description) => {
      const [id, place] = sequenceOf(description);
      return place !== undefined && oidOf(id) === method ? urisOf([place]) : [];
    });
}

function constraintsOf(value: Uint8Array): { isAuthority: boolean; pathLength: number | null } {
  const fields = sequenceOf(readWhole(value));
  const flag = fields.find(({ tag }) => tag === tags.boolean);
  const length = fields.find(({ tag }) => tag === tags.integer);
  return {
    isAuthority: flag !== undefined && flag.content[0] !== 0,
    pathLength: length === undefined ? null : smallIntegerOf(length),
  };
}

function authorityKey(value: Uint8Array): string | null {
  const id = sequenceOf(readWhole(value)).find(({ tag }) => tag === context(0, 'primitive'));
  return id === undefined ? null : hexOf(id.content);
}

function usagesOf(value: Uint8Array): readonly KeyUsage[] {
  const bits = namedBitsOf(readWhole(value));
  return keyUsageNames.filter((_, index) => bits.has(index));
}

/** Reads the extensions of a certificate. One named twice makes it malformed: throws `DerFault`. */
export function readCertificateExtensions(list: readonly Extension[]): CertificateExtensions {
  if (new Set(list.map(({ oid }) => oid)).size !== list.length) throw new DerFault('twice');
  function read<Value>(oid: string, reader: (value: Uint8Array) => Value, absent: Value): Value {
    const found = list.find((extension) => extension.oid === oid);
    return found === undefined ? absent : reader(found.value);
  }
  return {
    keyUsage: read<readonly KeyUsage[] | null>(oids.keyUsage, usagesOf, null),
    extendedKeyUsage: read<readonly string[] | null>(
      oids.extendedKeyUsage,
      (value) => sequenceOf(readWhole(value)).map(oidOf),
      null,
    ),
    ...read(oids.basicConstraints, constraintsOf, { isAuthority: false, pathLength: null }),
    crlAddresses: read(oids.crlAddresses, distributionPoints, []),
    deltaCrlAddresses: read(oids.freshestCrl, distributionPoints, []),
    ocspAddresses: read(
      oids.authorityInformation,
      (value) => accessAddresses(value, oids.ocspAccess),
      [],
    ),
    issuerAddresses: read(
      oids.authorityInformation,
      (value) => accessAddresses(value, oids.issuerAccess),
      [],
    ),
    subjectKeyId: read<string | null>(
      oids.subjectKeyId,
      (value) => hexOf(octetsOf(readWhole(value))),
      null,
    ),
    authorityKeyId: read<string | null>(oids.authorityKeyId, authorityKey, null),
    policies: read(
      oids.policies,
      (value) => sequenceOf(readWhole(value)).map((policy) => oidOf(sequenceOf(policy)[0])),
      [],
    ),
    hasNameConstraints: list.some(({ oid }) => oid === oids.nameConstraints),
    unknownCritical: list
      .filter(({ oid, isCritical }) => isCritical && !understood.has(oid))
      .map(({ oid }) => oid),
  };
}
