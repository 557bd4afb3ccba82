import type { Host } from '../contract';
import type { ServiceError } from '../contract/result';
import { boundText, NONCE_BYTES, readSealed, sealedText } from '../domain/sealing/sealed-text';
import { SubjectErased, type Sealer } from '../domain/sealing/sealer';

const CIPHER = 'AES-GCM';
/** Bytes of an index token: short enough to store many, long enough that no two words meet. */
const TOKEN_BYTES = 12;
/** Subjects asked for in one call, as the contract allows. */
const MOST_AT_ONCE = 2000;

type VaultKeys = Pick<Host['vault'], 'subjectKeys' | 'tokenKey'>;

/** The shell did not give a key: locked, gone, or a subject nobody ever recorded. */
class NoKey extends Error {
  override readonly name = 'NoKey';
  constructor(readonly reason: ServiceError['kind'] | 'unknown') {
    super(`No key: ${reason}`);
  }
}

/**
 * Seals and opens with the keys the shell's vault hands out, each kept as a key no script can
 * read back, for as long as the page lives. Tokens are HMAC-SHA-256 cut to 96 bits.
 */
export function createVaultSealer(vault: VaultKeys, { subtle }: Crypto = crypto): Sealer {
  const keys = createSubjectKeys(vault, subtle);
  let tokenKey: Promise<CryptoKey> | undefined;
  const askTokenKey = async (): Promise<CryptoKey> => {
    const answer = await vault.tokenKey({});
    if (!answer.ok) throw new NoKey(answer.error.kind);
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    return subtle.importKey('raw', answer.value.key, algorithm, false, ['sign']);
  };
  return {
    seal: async (value, { subject, ...place }) => {
      const key = await keys.of(subject, 'create');
      const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
      const bytes = new TextEncoder().encode(JSON.stringify(value));
      const parameters = gcm(nonce, boundText(place, subject));
      const ciphertext = new Uint8Array(await subtle.encrypt(parameters, key, bytes));
      return sealedText(subject, base64(nonce, ciphertext));
    },
    open: async (sealed, place) => {
      const read = readSealed(sealed);
      if (read === undefined) throw new Error(`No key opens the scheme ${sealed.scheme}`);
      const key = await keys.of(read.subject, 'find');
      const bytes = bytesOf(read.bytes);
      const parameters = gcm(bytes.subarray(0, NONCE_BYTES), boundText(place, read.subject));
      const opened = await subtle.decrypt(parameters, key, bytes.subarray(NONCE_BYTES));
      return JSON.parse(new TextDecoder().decode(opened)) as unknown;
    },
    token: async (word) => {
      tokenKey ??= askTokenKey();
      tokenKey.catch(() => {
        tokenKey = undefined;
      });
      const mac = await subtle.sign('HMAC', await tokenKey, new TextEncoder().encode(word));
      return base64(new Uint8Array(mac, 0, TOKEN_BYTES));
    },
    forget: keys.forget,
  };
}

type Purpose = 'create' | 'find';

interface SubjectKeys {
  readonly of: (subject: string, purpose: Purpose) => Promise<CryptoKey>;
  readonly forget: (subjects: readonly string[]) => void;
}

/** Keys by subject; those asked for in one turn travel in one call. */
function createSubjectKeys(vault: VaultKeys, subtle: SubtleCrypto): SubjectKeys {
  const known = new Map<string, Promise<CryptoKey>>();
  const waiting = { create: new Map<string, Waiting>(), find: new Map<string, Waiting>() };

  function ask(purpose: Purpose): void {
    const asked = [...waiting[purpose]];
    waiting[purpose].clear();
    for (let start = 0; start < asked.length; start += MOST_AT_ONCE) {
      void settle(asked.slice(start, start + MOST_AT_ONCE), purpose);
    }
  }

  async function settle(part: readonly (readonly [string, Waiting])[], purpose: Purpose) {
    const subjects = part.map(([subject]) => subject);
    const answer = await vault.subjectKeys({ subjects, create: purpose === 'create' });
    for (const [place, [subject, { give, refuse }]] of part.entries()) {
      const key = answer.ok ? answer.value.keys[place] : undefined;
      if (key instanceof Uint8Array) {
        give(subtle.importKey('raw', key, CIPHER, false, ['encrypt', 'decrypt']));
      } else if (key === 'erased') refuse(new SubjectErased(subject));
      else refuse(new NoKey(answer.ok ? 'unknown' : answer.error.kind));
    }
  }

  function of(subject: string, purpose: Purpose): Promise<CryptoKey> {
    const kept = known.get(subject);
    if (kept !== undefined) return kept;
    const key = new Promise<CryptoKey>((give, refuse) => {
      if (waiting[purpose].size === 0) queueMicrotask(() => ask(purpose));
      waiting[purpose].set(subject, { give, refuse });
    });
    known.set(subject, key);
    // What failed is asked for again the next time.
    key.catch(() => known.delete(subject));
    return key;
  }
  return {
    of,
    forget: (subjects) => {
      for (const subject of subjects) known.delete(subject);
    },
  };
}

interface Waiting {
  readonly give: (key: Promise<CryptoKey>) => void;
  readonly refuse: (error: Error) => void;
}

function gcm(nonce: Uint8Array<ArrayBuffer>, bound: string): AesGcmParams {
  return { name: CIPHER, iv: nonce, additionalData: new TextEncoder().encode(bound) };
}

/** `String.fromCharCode` takes so many arguments at a time safely. */
const CHUNK = 8192;

function base64(...parts: readonly Uint8Array[]): string {
  let text = '';
  for (const part of parts) {
    for (let start = 0; start < part.length; start += CHUNK) {
      text += String.fromCharCode(...part.subarray(start, start + CHUNK));
    }
  }
  return btoa(text);
}

function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
