import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { NONCE_BYTES } from '../../../src/domain/sealing/sealed-text';

const CIPHER = 'aes-256-gcm';
const TAG_BYTES = 16;
/** Bytes of every symmetric key of the vault. */
export const KEY_BYTES = 32;

/**
 * AES-256-GCM with a random nonce: nonce, ciphertext and tag in one, as WebCrypto of the page
 * writes and reads them. `bound` is authenticated with it and not contained.
 */
export function sealBytes(key: Uint8Array, bound: string, bytes: Uint8Array): Uint8Array {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([nonce, cipher.update(bytes), cipher.final(), cipher.getAuthTag()]);
}

/** The reverse of `sealBytes`; undefined for another key, another place or changed bytes. */
export function openBytes(
  key: Uint8Array,
  bound: string,
  sealed: Uint8Array,
): Uint8Array<ArrayBuffer> | undefined {
  if (sealed.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const end = sealed.length - TAG_BYTES;
  const nonce = sealed.subarray(0, NONCE_BYTES);
  const cipher = createDecipheriv(CIPHER, key, nonce, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(bound));
  cipher.setAuthTag(sealed.subarray(end));
  try {
    return new Uint8Array(
      Buffer.concat([cipher.update(sealed.subarray(NONCE_BYTES, end)), cipher.final()]),
    );
  } catch {
    return undefined;
  }
}
