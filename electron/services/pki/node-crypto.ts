import {
  constants,
  createHash,
  createPublicKey,
  getHashes,
  verify,
  type VerifyKeyObjectInput,
} from 'node:crypto';
import type { SignatureScheme } from '../../../src/domain/pki/algorithms';
import type { PkiCrypto } from '../../../src/domain/pki/pki-crypto';

/** A key longer than this is nobody's: RSA of 16,384 bits has about 2,100 bytes. */
const LARGEST_KEY = 4096;
const LARGEST_SIGNATURE = 4096;

const known = new Set(getHashes());

function keyInput(publicKey: Uint8Array, scheme: SignatureScheme): VerifyKeyObjectInput {
  const key = createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' });
  switch (scheme.kind) {
    case 'rsa':
      return { key, padding: constants.RSA_PKCS1_PADDING };
    case 'rsa-pss':
      return { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: scheme.saltLength };
    case 'ecdsa':
      return { key, dsaEncoding: 'der' };
  }
}

/** The arithmetic of `PkiCrypto` by Node's own OpenSSL. */
export const nodePkiCrypto: PkiCrypto = {
  digest: (hash, pieces) => {
    if (!known.has(hash)) return null;
    const digest = createHash(hash);
    for (const piece of pieces) digest.update(piece);
    return new Uint8Array(digest.digest());
  },
  verify: (publicKey, scheme, data, signature) => {
    if (publicKey.length > LARGEST_KEY || signature.length > LARGEST_SIGNATURE) return null;
    try {
      return verify(scheme.hash, data, keyInput(publicKey, scheme), signature);
    } catch {
      // A curve or key that OpenSSL does not take: nothing was computed.
      return null;
    }
  },
};
