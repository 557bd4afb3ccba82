import {
  childrenOf,
  DerFault,
  oidOf,
  sequenceOf,
  smallIntegerOf,
  tags,
  type Der,
} from '../der/read-der';
import { oids } from './oids';

/** Digests that are read; SHA-1 and MD5 are told apart so that they can be called weak. */
export const hashNames = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512'] as const;
export type HashName = (typeof hashNames)[number];

const hashOids: Readonly<Record<string, HashName>> = {
  '1.2.840.113549.2.5': 'md5',
  [oids.sha1]: 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  [oids.sha256]: 'sha256',
  [oids.sha384]: 'sha384',
  [oids.sha512]: 'sha512',
};

/** How a signature was made. */
export interface SignatureScheme {
  readonly kind: 'rsa' | 'rsa-pss' | 'ecdsa';
  readonly hash: HashName;
  /** Bytes of salt, for `rsa-pss`. */
  readonly saltLength: number;
}

const withHash: Readonly<Record<string, readonly [SignatureScheme['kind'], HashName]>> = {
  '1.2.840.113549.1.1.4': ['rsa', 'md5'],
  '1.2.840.113549.1.1.5': ['rsa', 'sha1'],
  '1.2.840.113549.1.1.14': ['rsa', 'sha224'],
  '1.2.840.113549.1.1.11': ['rsa', 'sha256'],
  '1.2.840.113549.1.1.12': ['rsa', 'sha384'],
  '1.2.840.113549.1.1.13': ['rsa', 'sha512'],
  '1.2.840.10045.4.1': ['ecdsa', 'sha1'],
  '1.2.840.10045.4.3.1': ['ecdsa', 'sha224'],
  '1.2.840.10045.4.3.2': ['ecdsa', 'sha256'],
  '1.2.840.10045.4.3.3': ['ecdsa', 'sha384'],
  '1.2.840.10045.4.3.4': ['ecdsa', 'sha512'],
};

/** An AlgorithmIdentifier: its OID, and its parameters where it has any. */
export interface Algorithm {
  readonly oid: string;
  readonly parameters: Der | null;
}

/** Reads an AlgorithmIdentifier. Throws `DerFault`. */
export function algorithmOf(der: Der | undefined): Algorithm {
  const [id, parameters] = sequenceOf(der);
  return { oid: oidOf(id), parameters: parameters ?? null };
}

/** The digest an algorithm names; null for one that is not read. */
export function hashOf({ oid }: Algorithm): HashName | null {
  return hashOids[oid] ?? null;
}

/** The OID of a digest. */
export function oidOfHash(hash: HashName): string {
  const found = Object.entries(hashOids).find(([, name]) => name === hash);
  return found?.[0] ?? oids.sha256;
}

/** RSASSA-PSS-params (RFC 4055, 3.1); what is left out has SHA-1's values. */
function pssOf(parameters: Der | null): SignatureScheme | null {
  let hash: HashName | null = 'sha1';
  let maskHash: HashName | null = 'sha1';
  let saltLength = 20;
  if (parameters !== null && parameters.tag !== tags.null) {
    for (const field of sequenceOf(parameters)) {
      const [inner] = childrenOf(field);
      if (field.tag === 0xa0) hash = hashOf(algorithmOf(inner));
      if (field.tag === 0xa1) {
        const mask = algorithmOf(inner);
        if (mask.oid !== oids.mgf1 || mask.parameters === null) return null;
        maskHash = hashOf(algorithmOf(mask.parameters));
      }
      if (field.tag === 0xa2) saltLength = smallIntegerOf(inner);
    }
  }
  if (hash === null || hash !== maskHash || saltLength < 0 || saltLength > 512) return null;
  return { kind: 'rsa-pss', hash, saltLength };
}

/**
 * The scheme of a signature. CMS may name only the key's kind there; `digest` then says which hash
 * (RFC 5652, 5.3). Null for a scheme that is not read.
 */
export function schemeOf(algorithm: Algorithm, digest: HashName | null): SignatureScheme | null {
  if (algorithm.oid === oids.rsaPss) {
    try {
      return pssOf(algorithm.parameters);
    } catch (error) {
      if (error instanceof DerFault) return null;
      throw error;
    }
  }
  const known = withHash[algorithm.oid];
  if (known !== undefined) return { kind: known[0], hash: known[1], saltLength: 0 };
  if (digest === null) return null;
  if (algorithm.oid === oids.rsa) return { kind: 'rsa', hash: digest, saltLength: 0 };
  if (algorithm.oid === oids.ecPublicKey) return { kind: 'ecdsa', hash: digest, saltLength: 0 };
  return null;
}

/** Digests nobody should sign with any more: a signature under them proves little. */
export function isWeakHash(hash: HashName): boolean {
  return hash === 'md5' || hash === 'sha1';
}
