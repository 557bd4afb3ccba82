import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto';
import { fail, succeed, type Result } from '../../../src/contract/result';
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
  tags,
  type Der,
} from '../../../src/domain/der/read-der';
import { algorithmOf } from '../../../src/domain/pki/algorithms';
import { readCertificate, type Certificate } from '../../../src/domain/pki/certificate';
import { oids } from '../../../src/domain/pki/oids';
import { checkMac, NotSupported, openSealed, PassphraseWrong } from './pkcs12-keys';

/** A key file that was opened: the key lies in OpenSSL's memory and cannot be exported by a slip. */
export interface OpenedKeyFile {
  /** Null where the file holds certificates alone. */
  readonly key: KeyObject | null;
  /** The one of the key; null where none fits. */
  readonly certificate: Certificate | null;
  /** All of them, as they came. */
  readonly certificates: readonly Certificate[];
}

export type KeyFileFault =
  | { readonly kind: 'not-a-key-file' }
  | { readonly kind: 'passphrase-wrong' }
  | { readonly kind: 'not-supported'; readonly detail: string };

const bags = {
  key: '1.2.840.113549.1.12.10.1.1',
  sealedKey: '1.2.840.113549.1.12.10.1.2',
  certificate: '1.2.840.113549.1.12.10.1.3',
  nested: '1.2.840.113549.1.12.10.1.6',
  x509: '1.2.840.113549.1.9.22.1',
} as const;

/** Larger than any key file of a person. */
export const LARGEST_KEY_FILE = 1024 * 1024;

interface Found {
  readonly keys: KeyObject[];
  readonly certificates: Certificate[];
}

function keyOf(pkcs8: Uint8Array): KeyObject {
  const der = Buffer.from(pkcs8);
  try {
    return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  } catch {
    throw new NotSupported('key');
  } finally {
    der.fill(0);
    pkcs8.fill(0);
  }
}

async function readBag(bag: Der, passphrase: Uint8Array, found: Found): Promise<void> {
  const [id, outer] = sequenceOf(bag);
  const [value] = outer === undefined ? [] : childrenOf(outer);
  if (value === undefined) throw new DerFault('bag');
  switch (oidOf(id)) {
    case bags.key:
      found.keys.push(keyOf(value.whole));
      return;
    case bags.sealedKey: {
      const [algorithm, sealed] = sequenceOf(value);
      const opened = await openSealed(algorithmOf(algorithm), passphrase, octetsOf(sealed));
      found.keys.push(keyOf(opened));
      return;
    }
    case bags.certificate: {
      const [type, wrapped] = sequenceOf(value);
      const [bytes] = wrapped === undefined ? [] : childrenOf(wrapped);
      // A copy: the file it may lie in is overwritten.
      const read = oidOf(type) === bags.x509 ? readCertificate(octetsOf(bytes).slice()) : null;
      if (read?.ok === true) found.certificates.push(read.value);
      return;
    }
    case bags.nested:
      for (const inner of sequenceOf(value)) await readBag(inner, passphrase, found);
      return;
    default:
  }
}

/** A part of the file: plain, or sealed under the passphrase. */
async function openPart(part: Der, passphrase: Uint8Array): Promise<Uint8Array> {
  const [type, outer] = sequenceOf(part);
  const [content] = outer === undefined ? [] : childrenOf(outer);
  const id = oidOf(type);
  if (id === oids.data) return octetsOf(content);
  if (id !== oids.encryptedData) throw new NotSupported('public-key-sealed');
  const [, info] = sequenceOf(content);
  const [, algorithm, sealed] = sequenceOf(info);
  // [0] IMPLICIT OCTET STRING, which may come in pieces.
  const isWhole = sealed?.tag === context(0, 'primitive');
  const bytes = isWhole
    ? sealed.content
    : Buffer.concat(childrenOf(expectTag(sealed, context(0))).map(octetsOf));
  return openSealed(algorithmOf(algorithm), passphrase, bytes);
}

async function openAll(bytes: Uint8Array, passphrase: Uint8Array): Promise<Found> {
  const [version, authSafe, mac] = sequenceOf(readDer(bytes));
  if (version?.tag !== tags.integer) throw new DerFault('version');
  const [type, outer] = sequenceOf(authSafe);
  if (oidOf(type) !== oids.data || outer === undefined) throw new DerFault('auth-safe');
  const content = octetsOf(childrenOf(outer)[0]);
  if (mac !== undefined) checkMac(mac, content, passphrase);
  const found: Found = { keys: [], certificates: [] };
  for (const part of sequenceOf(readDer(content))) {
    const opened = await openPart(part, passphrase);
    for (const bag of sequenceOf(readDer(opened))) await readBag(bag, passphrase, found);
  }
  return found;
}

function belongsTo(certificate: Certificate, key: KeyObject): boolean {
  try {
    const own = createPublicKey(key).export({ format: 'der', type: 'spki' });
    return areSame(own, certificate.publicKey);
  } catch {
    return false;
  }
}

/**
 * Opens a PKCS#12 file (.p12, .pfx; RFC 7292): PBES2 with AES or 3DES, and the older ways with 3DES
 * and RC2. The passphrase is read, not kept; the caller overwrites it. Nothing of the key is left in
 * memory of ours: it goes straight into OpenSSL's, which clears it when the key is let go.
 */
export async function openKeyFile(
  bytes: Uint8Array,
  passphrase: Uint8Array,
): Promise<Result<OpenedKeyFile, KeyFileFault>> {
  if (bytes.length > LARGEST_KEY_FILE) return fail({ kind: 'not-a-key-file' });
  try {
    const { keys, certificates } = await openAll(bytes, passphrase);
    const [key = null] = keys;
    const certificate =
      key === null ? null : (certificates.find((one) => belongsTo(one, key)) ?? null);
    return succeed({ key, certificate, certificates });
  } catch (error) {
    if (error instanceof DerFault) return fail({ kind: 'not-a-key-file' });
    if (error instanceof PassphraseWrong) return fail({ kind: 'passphrase-wrong' });
    if (error instanceof NotSupported)
      return fail({ kind: 'not-supported', detail: error.message });
    throw error;
  }
}
