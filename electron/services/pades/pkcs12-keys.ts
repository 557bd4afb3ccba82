import { createDecipheriv, createHash, createHmac, pbkdf2, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import {
  DerFault,
  oidOf,
  octetsOf,
  sequenceOf,
  smallIntegerOf,
  tags,
  type Der,
} from '../../../src/domain/der/read-der';
import { algorithmOf, hashOf, type Algorithm } from '../../../src/domain/pki/algorithms';
import { openRc2Cbc } from './rc2';

/** A key file is sealed in a way that is not opened here; the message is a code. */
export class NotSupported extends Error {}
/** The passphrase does not fit. */
export class PassphraseWrong extends Error {}

/** Turns of a derivation: more than any program asks for, fewer than a hostile file may. */
const MOST_TURNS = { pbkdf2: 10_000_000, pkcs12: 1_000_000 } as const;

const derive = promisify(pbkdf2);

function turnsOf(der: Der | undefined, most: number): number {
  const turns = smallIntegerOf(der);
  if (turns < 1 || turns > most) throw new NotSupported('turns');
  return turns;
}

/** UTF-8 as UTF-16 with the highest byte first and two noughts behind: a BMPString's bytes. */
export function bmpOf(utf8: Uint8Array): Buffer {
  const bmp = Buffer.alloc(utf8.length * 2 + 2);
  let length = 0;
  const put = (unit: number): void => {
    length = bmp.writeUInt16BE(unit, length);
  };
  for (let at = 0; at < utf8.length;) {
    const first = utf8[at] ?? 0;
    const size = first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    let point = size === 1 ? first : first & (0xff >> (size + 1));
    for (let index = 1; index < size; index += 1) {
      point = (point << 6) | ((utf8[at + index] ?? 0) & 0x3f);
    }
    if (point > 0xffff) {
      put(0xd800 | ((point - 0x10000) >> 10));
      put(0xdc00 | ((point - 0x10000) & 0x3ff));
    } else put(point);
    at += size;
  }
  put(0);
  return bmp.subarray(0, length);
}

function repeated(bytes: Uint8Array, block: number): Buffer {
  if (bytes.length === 0) return Buffer.alloc(0);
  const length = block * Math.ceil(bytes.length / block);
  return Buffer.alloc(length, bytes);
}

/** Key material by PKCS#12's own way (RFC 7292, B.2). `purpose`: 1 key, 2 IV, 3 MAC. */
export function pkcs12Derive(
  hash: 'sha1' | 'sha224' | 'sha256' | 'sha384' | 'sha512',
  given: {
    readonly passphrase: Uint8Array;
    readonly salt: Uint8Array;
    readonly turns: number;
    readonly purpose: 1 | 2 | 3;
    readonly length: number;
  },
): Buffer {
  const block = hash === 'sha384' || hash === 'sha512' ? 128 : 64;
  const diversifier = Buffer.alloc(block, given.purpose);
  const input = Buffer.concat([repeated(given.salt, block), repeated(given.passphrase, block)]);
  const pieces: Buffer[] = [];
  for (let length = 0; length < given.length;) {
    let piece = createHash(hash).update(diversifier).update(input).digest();
    for (let turn = 1; turn < given.turns; turn += 1)
      piece = createHash(hash).update(piece).digest();
    pieces.push(piece);
    length += piece.length;
    const added = Buffer.alloc(block, piece);
    for (let at = 0; at < input.length; at += block) {
      let carry = 1;
      for (let index = block - 1; index >= 0; index -= 1) {
        carry += (input[at + index] ?? 0) + (added[index] ?? 0);
        input[at + index] = carry & 0xff;
        carry >>= 8;
      }
    }
  }
  input.fill(0);
  return Buffer.concat(pieces).subarray(0, given.length);
}

type Cipher =
  | {
      readonly kind: 'node';
      readonly name: string;
      readonly keyLength: number;
      readonly iv: number;
    }
  | { readonly kind: 'rc2'; readonly keyLength: number };

/** RFC 7292, Appendix C. RC4 is left out: no program of the last twenty years writes it. */
const pkcs12Ciphers: Readonly<Record<string, Cipher>> = {
  '1.2.840.113549.1.12.1.3': { kind: 'node', name: 'des-ede3-cbc', keyLength: 24, iv: 8 },
  '1.2.840.113549.1.12.1.5': { kind: 'rc2', keyLength: 16 },
  '1.2.840.113549.1.12.1.6': { kind: 'rc2', keyLength: 5 },
};

const pbes2Ciphers: Readonly<Record<string, Extract<Cipher, { kind: 'node' }>>> = {
  '2.16.840.1.101.3.4.1.2': { kind: 'node', name: 'aes-128-cbc', keyLength: 16, iv: 16 },
  '2.16.840.1.101.3.4.1.22': { kind: 'node', name: 'aes-192-cbc', keyLength: 24, iv: 16 },
  '2.16.840.1.101.3.4.1.42': { kind: 'node', name: 'aes-256-cbc', keyLength: 32, iv: 16 },
  '1.2.840.113549.3.7': { kind: 'node', name: 'des-ede3-cbc', keyLength: 24, iv: 8 },
};

const prfs: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

function withoutPadding(plain: Buffer): Buffer {
  const count = plain.at(-1) ?? 0;
  const isRight =
    count >= 1 &&
    count <= 16 &&
    count <= plain.length &&
    plain.subarray(-count).every((byte) => byte === count);
  if (!isRight) throw new PassphraseWrong('padding');
  return plain.subarray(0, plain.length - count);
}

function decipher(cipher: Cipher, key: Buffer, iv: Uint8Array, sealed: Uint8Array): Buffer {
  try {
    if (cipher.kind === 'rc2') return withoutPadding(openRc2Cbc(key, iv, sealed));
    const opening = createDecipheriv(cipher.name, key, iv);
    return Buffer.concat([opening.update(sealed), opening.final()]);
  } catch (error) {
    if (error instanceof PassphraseWrong) throw error;
    // Wrong padding: the key is not the one it was sealed with.
    throw new PassphraseWrong('cipher');
  } finally {
    key.fill(0);
  }
}

function openPkcs12Cipher(
  { oid, parameters }: Algorithm,
  passphrase: Uint8Array,
  sealed: Uint8Array,
): Buffer {
  const cipher = pkcs12Ciphers[oid];
  if (cipher === undefined || parameters === null) throw new NotSupported(oid);
  const [salt, count] = sequenceOf(parameters);
  const bmp = bmpOf(passphrase);
  const given = { passphrase: bmp, salt: octetsOf(salt), turns: turnsOf(count, MOST_TURNS.pkcs12) };
  const key = pkcs12Derive('sha1', { ...given, purpose: 1, length: cipher.keyLength });
  const iv = pkcs12Derive('sha1', { ...given, purpose: 2, length: 8 });
  bmp.fill(0);
  return decipher(cipher, key, iv, sealed);
}

async function openPbes2(
  { parameters }: Algorithm,
  passphrase: Uint8Array,
  sealed: Uint8Array,
): Promise<Buffer> {
  if (parameters === null) throw new NotSupported('pbes2');
  const [derivation, scheme] = sequenceOf(parameters).map(algorithmOf);
  const cipher = pbes2Ciphers[scheme?.oid ?? ''];
  if (derivation?.oid !== '1.2.840.113549.1.5.12' || cipher === undefined) {
    throw new NotSupported(scheme?.oid ?? 'pbes2');
  }
  const [salt, count, ...rest] = sequenceOf(derivation.parameters ?? undefined);
  const prf = rest.find(({ tag }) => tag === tags.sequence);
  const hash = prf === undefined ? 'sha1' : prfs[oidOf(sequenceOf(prf)[0])];
  if (hash === undefined) throw new NotSupported('prf');
  const turns = turnsOf(count, MOST_TURNS.pbkdf2);
  const key = await derive(passphrase, octetsOf(salt), turns, cipher.keyLength, hash);
  const iv = octetsOf(scheme?.parameters ?? undefined);
  if (iv.length !== cipher.iv) throw new DerFault('iv');
  return decipher(cipher, key, iv, sealed);
}

/** Opens what a key file sealed under its passphrase. Throws `NotSupported`, `PassphraseWrong`. */
export async function openSealed(
  algorithm: Algorithm,
  passphrase: Uint8Array,
  sealed: Uint8Array,
): Promise<Buffer> {
  return algorithm.oid === '1.2.840.113549.1.5.13'
    ? openPbes2(algorithm, passphrase, sealed)
    : openPkcs12Cipher(algorithm, passphrase, sealed);
}

/** Whether the MAC over a key file's content fits the passphrase (RFC 7292, Appendix A). */
export function checkMac(mac: Der, content: Uint8Array, passphrase: Uint8Array): void {
  const [info, salt, count] = sequenceOf(mac);
  const [algorithm, digest] = sequenceOf(info);
  const hash = hashOf(algorithmOf(algorithm));
  if (hash === null || hash === 'md5') throw new NotSupported('mac');
  const turns = count === undefined ? 1 : turnsOf(count, MOST_TURNS.pkcs12);
  const expected = octetsOf(digest);
  // Without a passphrase some programs hash nothing, others an empty text's end.
  const bmp = bmpOf(passphrase);
  const tries = passphrase.length === 0 ? [bmp, Buffer.alloc(0)] : [bmp];
  const fits = tries.some((tried) => {
    const given = { passphrase: tried, salt: octetsOf(salt), turns, purpose: 3 as const };
    const key = pkcs12Derive(hash, { ...given, length: expected.length });
    const own = createHmac(hash, key).update(content).digest();
    key.fill(0);
    return own.length === expected.length && timingSafeEqual(own, expected);
  });
  bmp.fill(0);
  if (!fits) throw new PassphraseWrong('mac');
}
