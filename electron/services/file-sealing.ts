import { createHash, createHmac } from 'node:crypto';
import { openBytes, sealBytes } from './vault/aes';

/** How the bytes of a file rest: the one point every stored file passes, both ways. */
export interface FileSealing {
  /** Where the bytes of that subject lie: the same bytes of the same subject, the same address. */
  readonly addressOf: (bytes: Uint8Array, subject: string) => string;
  readonly seal: (bytes: Uint8Array, address: string, subject: string) => Promise<Uint8Array>;
  /** Undefined for bytes that are not those stored at that address. */
  readonly open: (
    stored: Uint8Array<ArrayBuffer>,
    address: string,
  ) => Promise<Uint8Array<ArrayBuffer> | undefined>;
  /** Whether the file that begins so belongs to a subject whose key was destroyed. */
  readonly isErased: (beginning: Uint8Array) => boolean;
}

/** Bytes at the beginning of a sealed file that tell whose it is. */
export const OWNER_BYTES = 80;

/** SHA-256 as lower-case hex. */
export function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Bytes as they are under their plain hash: for tests of the file store alone. */
export const plainFiles: FileSealing = {
  addressOf: sha256,
  seal: (bytes) => Promise.resolve(bytes),
  open: (stored, address) => Promise.resolve(sha256(stored) === address ? stored : undefined),
  isErased: () => false,
};

/** The first bytes of every sealed file; then one byte for the length of the subject, and it. */
const MAGIC = Buffer.from('LKTF1');
const NAME_START = MAGIC.length + 1;

/** Keys the sealing asks for; each throws while the vault is locked or the key is gone. */
export interface FileKeys {
  readonly addressKey: () => Uint8Array;
  /** Makes the subject's key where there is none. */
  readonly makeKey: (subject: string) => Promise<Uint8Array>;
  readonly findKey: (subject: string) => Uint8Array | undefined;
  readonly isErased: (subject: string) => boolean;
}

/**
 * AES-256-GCM under the subject's key, bound to the address, which is an HMAC of subject and
 * bytes: neither name nor content of a file tells what it is.
 */
export function sealedFiles(keys: FileKeys): FileSealing {
  return {
    addressOf: (bytes, subject) =>
      createHmac('sha256', keys.addressKey()).update(`${subject}\n`).update(bytes).digest('hex'),
    seal: async (bytes, address, subject) =>
      sealedFile(await keys.makeKey(subject), bytes, address, subject),
    open: (stored, address) => {
      const subject = subjectOf(stored);
      const key = subject === undefined ? undefined : keys.findKey(subject);
      if (subject === undefined || key === undefined) return Promise.resolve(undefined);
      const sealed = stored.subarray(NAME_START + Buffer.byteLength(subject));
      return Promise.resolve(openBytes(key, boundOf(address, subject), sealed));
    },
    isErased: (beginning) => {
      const subject = subjectOf(beginning);
      return subject !== undefined && keys.isErased(subject);
    },
  };
}

/** A whole sealed file: magic, subject, nonce, ciphertext, tag. */
export function sealedFile(
  key: Uint8Array,
  bytes: Uint8Array,
  address: string,
  subject: string,
): Uint8Array {
  const name = Buffer.from(subject);
  const sealed = sealBytes(key, boundOf(address, subject), bytes);
  return Buffer.concat([MAGIC, Buffer.from([name.length]), name, sealed]);
}

/** Whose a stored file is; undefined when it is not sealed. */
export function subjectOf(stored: Uint8Array): string | undefined {
  if (!MAGIC.equals(Buffer.from(stored).subarray(0, MAGIC.length))) return undefined;
  const length = stored[MAGIC.length] ?? 0;
  return Buffer.from(stored.subarray(NAME_START, NAME_START + length)).toString('utf8');
}

function boundOf(address: string, subject: string): string {
  return JSON.stringify(['loket-se', 'files', address, subject]);
}
