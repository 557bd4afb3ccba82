import { strFromU8 } from 'fflate';

/** Bytes that are not the ASN.1 they claim to be. The message is a code, never content. */
export class DerFault extends Error {}

/** One value: its identifier octet (class, constructed, number below 31) and its bytes, as views. */
export interface Der {
  readonly tag: number;
  /** Head and content. */
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
}

/** Identifier octets of X.690, and of context-specific tags. */
export const tags = {
  boolean: 0x01,
  integer: 0x02,
  bits: 0x03,
  octets: 0x04,
  null: 0x05,
  oid: 0x06,
  enumerated: 0x0a,
  utf8: 0x0c,
  sequence: 0x30,
  set: 0x31,
  numeric: 0x12,
  printable: 0x13,
  t61: 0x14,
  ia5: 0x16,
  utcTime: 0x17,
  generalizedTime: 0x18,
  universal: 0x1c,
  bmp: 0x1e,
} as const;

/** The octet of a context-specific tag, `[n]`; constructed unless said otherwise. */
export function context(number: number, kind: 'constructed' | 'primitive' = 'constructed'): number {
  return (kind === 'constructed' ? 0xa0 : 0x80) | number;
}

/** Values inside each other: no certificate or signature comes near. */
const DEEPEST = 64;
/** Values of one list that is read whole. */
const MOST_CHILDREN = 20_000;

/** A value's head: where its content begins, and how long that is; null where an end mark tells. */
export interface Head {
  readonly tag: number;
  readonly start: number;
  readonly length: number | null;
}

/** The head at a place (X.690, 8.1.2 and 8.1.3). Throws `DerFault`. */
export function readHead(bytes: Uint8Array, at: number): Head {
  const tag = bytes[at];
  const first = bytes[at + 1];
  if (tag === undefined || first === undefined) throw new DerFault('cut-short');
  if ((tag & 0x1f) === 0x1f) throw new DerFault('long-tag');
  if (first < 0x80) return { tag, start: at + 2, length: first };
  if (first === 0x80) return { tag, start: at + 2, length: null };
  const count = first & 0x7f;
  if (count > 4) throw new DerFault('too-long');
  let length = 0;
  for (let index = 0; index < count; index += 1) {
    length = length * 256 + (bytes[at + 2 + index] ?? 0);
  }
  return { tag, start: at + 2 + count, length };
}

/** Where a value of indefinite length has its end mark (X.690, 8.1.5). */
function findEnd(bytes: Uint8Array, from: number, depth: number): number {
  if (depth > DEEPEST) throw new DerFault('too-deep');
  let at = from;
  while (!(bytes[at] === 0 && bytes[at + 1] === 0)) {
    const head = readHead(bytes, at);
    at =
      head.length === null ? findEnd(bytes, head.start, depth + 1) + 2 : head.start + head.length;
    if (at >= bytes.length) throw new DerFault('cut-short');
  }
  return at;
}

/** The value at a place; bytes behind it are left alone. Throws `DerFault`. */
export function readDer(bytes: Uint8Array, at = 0): Der {
  const { tag, start, length } = readHead(bytes, at);
  const end = length === null ? findEnd(bytes, start, 0) : start + length;
  if (end > bytes.length) throw new DerFault('cut-short');
  return {
    tag,
    whole: bytes.subarray(at, length === null ? end + 2 : end),
    content: bytes.subarray(start, end),
  };
}

/** The value and nothing behind it. Throws `DerFault`. */
export function readWhole(bytes: Uint8Array): Der {
  const der = readDer(bytes);
  if (der.whole.length !== bytes.length) throw new DerFault('bytes-behind');
  return der;
}

/** The values inside one, in order. Throws `DerFault`. */
export function childrenOf(der: Der): readonly Der[] {
  if ((der.tag & 0x20) === 0) throw new DerFault('not-constructed');
  const children: Der[] = [];
  let at = 0;
  while (at < der.content.length) {
    const child = readDer(der.content, at);
    children.push(child);
    at += child.whole.length;
    if (children.length > MOST_CHILDREN) throw new DerFault('too-many');
  }
  return children;
}

/** The value, when it is there and of this tag. Throws `DerFault`. */
export function expectTag(der: Der | undefined, tag: number): Der {
  if (der?.tag !== tag) throw new DerFault('other-tag');
  return der;
}

/** The values inside a SEQUENCE. Throws `DerFault`. */
export function sequenceOf(der: Der | undefined): readonly Der[] {
  return childrenOf(expectTag(der, tags.sequence));
}

/** An object identifier as `1.2.840.113549`. Throws `DerFault`. */
export function oidOf(der: Der | undefined): string {
  const { content } = expectTag(der, tags.oid);
  const arcs: number[] = [];
  let value = 0;
  for (const byte of content) {
    value = value * 128 + (byte & 0x7f);
    if (value > Number.MAX_SAFE_INTEGER / 128) throw new DerFault('long-oid');
    if (byte < 0x80) {
      arcs.push(value);
      value = 0;
    }
  }
  const [first] = arcs;
  if (first === undefined) throw new DerFault('empty-oid');
  const top = Math.min(Math.floor(first / 40), 2);
  return [top, first - top * 40, ...arcs.slice(1)].join('.');
}

/** Lower-case hex of bytes. */
export function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** An integer's magnitude in lower-case hex without leading noughts; `-` before a negative one. */
export function integerHexOf(der: Der | undefined): string {
  const value = integerOf(der);
  return value.toString(16);
}

/** An INTEGER or ENUMERATED of any size. Throws `DerFault`. */
export function integerOf(der: Der | undefined): bigint {
  if (der?.tag !== tags.integer && der?.tag !== tags.enumerated) throw new DerFault('other-tag');
  if (der.content.length === 0 || der.content.length > 4096) throw new DerFault('bad-integer');
  const value = BigInt(`0x${hexOf(der.content)}`);
  const isNegative = ((der.content[0] ?? 0) & 0x80) !== 0;
  return isNegative ? value - (1n << BigInt(der.content.length * 8)) : value;
}

/** An integer that a number holds exactly. Throws `DerFault`. */
export function smallIntegerOf(der: Der | undefined): number {
  const value = integerOf(der);
  if (value > 0xffff_ffffn || value < -0xffff_ffffn) throw new DerFault('large-integer');
  return Number(value);
}

/** The bytes of an OCTET STRING, put together where it comes in pieces. Throws `DerFault`. */
export function octetsOf(der: Der | undefined): Uint8Array {
  if (der?.tag === tags.octets) return der.content;
  if (der?.tag !== (tags.octets | 0x20)) throw new DerFault('other-tag');
  return joined(childrenOf(der).map((piece) => expectTag(piece, tags.octets).content));
}

/** Bytes one after another. */
export function joined(pieces: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(pieces.reduce((total, { length }) => total + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** The bytes of a BIT STRING of whole bytes. Throws `DerFault`. */
export function bitsOf(der: Der | undefined): Uint8Array {
  const { content } = expectTag(der, tags.bits);
  if (content[0] !== 0) throw new DerFault('bad-bits');
  return content.subarray(1);
}

/** The numbers of the bits that are set, the first being 0. Throws `DerFault`. */
export function namedBitsOf(der: Der | undefined): ReadonlySet<number> {
  const set = new Set<number>();
  const { content } = expectTag(der, tags.bits);
  for (const [index, byte] of content.subarray(1, 9).entries()) {
    for (let bit = 0; bit < 8; bit += 1) if ((byte & (0x80 >> bit)) !== 0) set.add(index * 8 + bit);
  }
  return set;
}

/** The text of a string of any of the usual types; '' for another. */
export function textOf({ tag, content }: Der): string {
  switch (tag) {
    case tags.utf8:
    case tags.printable:
    case tags.ia5:
    case tags.numeric:
      return strFromU8(content);
    case tags.t61:
      return Array.from(content, (byte) => String.fromCharCode(byte)).join('');
    case tags.bmp:
      return Array.from({ length: content.length >> 1 }, (_, index) =>
        String.fromCharCode(((content[index * 2] ?? 0) << 8) | (content[index * 2 + 1] ?? 0)),
      ).join('');
    default:
      return '';
  }
}

/** A UTCTime or GeneralizedTime in milliseconds since 1970 (RFC 5280, 4.1.2.5). Throws `DerFault`. */
export function timeOf(der: Der | undefined): number {
  if (der?.tag !== tags.utcTime && der?.tag !== tags.generalizedTime) throw new DerFault('no-time');
  const text = strFromU8(der.content, true);
  const match = /^(\d{2}|\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})?(?:\.(\d{1,9}))?Z$/.exec(text);
  const isLong = der.tag === tags.generalizedTime;
  const [, year = '', month, day, hour, minute, second = '00', fraction = '0'] = match ?? [];
  if (match === null || isLong !== (year.length === 4)) throw new DerFault('bad-time');
  const full = isLong ? Number(year) : Number(year) + (Number(year) < 50 ? 2000 : 1900);
  const milliseconds = Math.floor(Number(`0.${fraction}`) * 1000);
  return (
    Date.UTC(full, Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)) +
    milliseconds
  );
}

/** Whether two byte strings are the same. */
export function areSame(one: Uint8Array, other: Uint8Array): boolean {
  return one.length === other.length && one.every((byte, index) => byte === other[index]);
}
