import {
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { KEY_BYTES, openBytes, sealBytes } from './aes';

/** A pair of X25519 keys as they rest: DER, the private half to be sealed by its holder. */
export interface HolderPair {
  readonly publicKey: Uint8Array;
  readonly privateKey: Uint8Array;
}

const DERIVATION = 'loket-se key box 1';
/** Bytes of an X25519 public key as SPKI DER. */
const PUBLIC_BYTES = 44;

/** A fresh pair for a member of staff or for the recovery key. */
export function makeHolderPair(): HolderPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519', {
    publicKeyEncoding: { type: 'spki', format: 'der' },
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
  });
  return { publicKey, privateKey };
}

/**
 * Puts a key into a box only the holder of the private half opens (ephemeral X25519, HKDF,
 * AES-256-GCM). So the data key can be replaced without anybody's passphrase.
 */
export function boxKey(publicKey: Uint8Array, bound: string, key: Uint8Array): Uint8Array {
  const once = makeHolderPair();
  const shared = sharedKey(privateKeyOf(once.privateKey), publicKey, once.publicKey, bound);
  return Buffer.concat([once.publicKey, sealBytes(shared, bound, key)]);
}

/** The key in a box; undefined for another holder, another purpose or a changed box. */
export function openBox(
  privateKey: Uint8Array,
  bound: string,
  box: Uint8Array,
): Uint8Array<ArrayBuffer> | undefined {
  try {
    const sender = box.subarray(0, PUBLIC_BYTES);
    const shared = sharedKey(privateKeyOf(privateKey), sender, sender, bound);
    return openBytes(shared, bound, box.subarray(PUBLIC_BYTES));
  } catch {
    return undefined;
  }
}

function sharedKey(
  privateKey: KeyObject,
  publicKey: Uint8Array,
  salt: Uint8Array,
  bound: string,
): Uint8Array {
  const secret = diffieHellman({ privateKey, publicKey: publicKeyOf(publicKey) });
  return new Uint8Array(hkdfSync('sha256', secret, salt, `${DERIVATION} ${bound}`, KEY_BYTES));
}

function privateKeyOf(der: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
}

function publicKeyOf(der: Uint8Array): KeyObject {
  return createPublicKey({ key: Buffer.from(der), format: 'der', type: 'spki' });
}
