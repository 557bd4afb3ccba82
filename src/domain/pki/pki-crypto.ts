import type { HashName, SignatureScheme } from './algorithms';

/**
 * The arithmetic, handed in by whoever runs the program: `node:crypto` in the shell. Neither
 * function throws.
 */
export interface PkiCrypto {
  /** The digest of pieces one after another; null where the platform has no such digest. */
  readonly digest: (hash: HashName, pieces: readonly Uint8Array[]) => Uint8Array | null;
  /** Whether a signature holds under a SubjectPublicKeyInfo; null when that cannot be computed. */
  readonly verify: (
    publicKey: Uint8Array,
    scheme: SignatureScheme,
    data: Uint8Array,
    signature: Uint8Array,
  ) => boolean | null;
}
