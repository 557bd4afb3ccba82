import { joined, tags } from './read-der';

/** A value of a tag with its content in one or several pieces. Lengths are the shortest (DER). */
export function writeDer(tag: number, ...content: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const length = content.reduce((total, piece) => total + piece.length, 0);
  const head = [tag];
  if (length < 0x80) head.push(length);
  else {
    const bytes: number[] = [];
    for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
    head.push(0x80 | bytes.length, ...bytes);
  }
  return joined([Uint8Array.from(head), ...content]);
}

export function sequence(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return writeDer(tags.sequence, ...parts);
}

/** A SET OF in the order DER asks for: its members compared as bytes (X.690, 11.6). */
export function setOf(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return writeDer(tags.set, ...sortedMembers(parts));
}

/** The members of a SET OF in DER's order. */
export function sortedMembers(parts: readonly Uint8Array[]): readonly Uint8Array[] {
  return [...parts].sort((one, other) => {
    const shorter = Math.min(one.length, other.length);
    for (let index = 0; index < shorter; index += 1) {
      const difference = (one[index] ?? 0) - (other[index] ?? 0);
      if (difference !== 0) return difference;
    }
    return one.length - other.length;
  });
}

/** An object identifier from `1.2.840.113549`. */
export function oid(text: string): Uint8Array<ArrayBuffer> {
  const [first = 0, second = 0, ...rest] = text.split('.').map(Number);
  const bytes = [first * 40 + second, ...rest].flatMap((arc) => {
    const digits = [arc % 128];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128)) {
      digits.unshift((left % 128) | 0x80);
    }
    return digits;
  });
  return writeDer(tags.oid, Uint8Array.from(bytes));
}

/** A small INTEGER that is not negative. */
export function smallInteger(value: number): Uint8Array<ArrayBuffer> {
  const bytes: number[] = [];
  for (let rest = value; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return positiveInteger(Uint8Array.from(bytes));
}

/** An INTEGER that is not negative, from its bytes, the highest first. */
export function positiveInteger(magnitude: Uint8Array): Uint8Array<ArrayBuffer> {
  const from = magnitude.findIndex((byte) => byte !== 0);
  const bytes = from < 0 ? new Uint8Array(1) : magnitude.subarray(from);
  const sign = (bytes[0] ?? 0) >= 0x80 ? Uint8Array.of(0) : new Uint8Array();
  return writeDer(tags.integer, sign, bytes);
}

export function octets(...content: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return writeDer(tags.octets, ...content);
}

export function nothing(): Uint8Array<ArrayBuffer> {
  return writeDer(tags.null);
}

export function yes(): Uint8Array<ArrayBuffer> {
  return writeDer(tags.boolean, Uint8Array.of(0xff));
}
