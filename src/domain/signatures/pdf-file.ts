import { strFromU8, strToU8 } from 'fflate';
import { joined } from '../der/read-der';
import { unpack } from '../documents/pdf-streams';
import {
  entriesOf,
  itemsOf,
  nameOf,
  numberOf,
  PdfFault,
  pdfNull,
  readValue,
  skipBlanks,
  type PdfValue,
} from './pdf-value';
import { readXrefChain, type XrefEntry } from './pdf-xref';

/** A PDF as it stood at one of its ends: the objects its tables name, and the newest trailer. */
export interface PdfRevision {
  /** Where this revision ends in the file. */
  readonly end: number;
  readonly trailer: ReadonlyMap<string, PdfValue>;
  readonly entries: ReadonlyMap<number, XrefEntry>;
  /** The object of a number; null where there is none. Throws `PdfFault`. */
  readonly objectOf: (number: number) => PdfValue;
  /** A value, and what it refers to where it is a reference. Throws `PdfFault`. */
  readonly resolve: (value: PdfValue | undefined) => PdfValue;
  /** The content of a stream, unpacked. Throws `PdfFault`. */
  readonly contentOf: (value: PdfValue) => string;
}

/** Text of compressed objects and tables that is unpacked for one revision, in bytes. */
const MOST_UNPACKED = 64_000_000;

/** Packed bytes of a stream: its length where that fits, else up to its end mark. */
function packedOf(
  text: string,
  value: Extract<PdfValue, { kind: 'stream' }>,
  resolve: (value: PdfValue | undefined) => PdfValue,
): string {
  const length = numberOf(resolve(value.entries.get('Length')));
  if (length !== null && length >= 0) {
    const end = value.start + length;
    if (/^[\s\0]*endstream/.test(text.slice(end, end + 20))) return text.slice(value.start, end);
  }
  const mark = text.indexOf('endstream', value.start);
  if (mark < 0) throw new PdfFault('stream-without-end');
  return text.slice(value.start, mark).replace(/\r?\n$/, '');
}

/** PNG predictors (ISO 32000-1, 7.4.4.4), as tables and object streams use them. */
function unpredicted(data: Uint8Array, columns: number): Uint8Array {
  const rows = Math.floor(data.length / (columns + 1));
  const plain = new Uint8Array(rows * columns);
  for (let row = 0; row < rows; row += 1) {
    const kind = data[row * (columns + 1)] ?? 0;
    for (let column = 0; column < columns; column += 1) {
      const raw = data[row * (columns + 1) + 1 + column] ?? 0;
      const at = row * columns + column;
      const up = row === 0 ? 0 : (plain[at - columns] ?? 0);
      const left = column === 0 ? 0 : (plain[at - 1] ?? 0);
      if (kind > 2) throw new PdfFault('predictor');
      plain[at] = raw + (kind === 2 ? up : kind === 1 ? left : 0);
    }
  }
  return plain;
}

interface Unpacker {
  left: number;
}

function contentOf(
  text: string,
  value: PdfValue,
  resolve: (value: PdfValue | undefined) => PdfValue,
  unpacker: Unpacker,
): string {
  if (value.kind !== 'stream') throw new PdfFault('no-stream');
  const packed = packedOf(text, value, resolve);
  const filter = resolve(value.entries.get('Filter'));
  const names =
    filter.kind === 'array' ? filter.items.map((item) => nameOf(resolve(item))) : [nameOf(filter)];
  const filters = names.filter((name) => name !== null);
  if (filters.length === 0) return packed;
  if (filters.length > 1 || (filters[0] !== 'FlateDecode' && filters[0] !== 'Fl')) {
    throw new PdfFault('filter');
  }
  const pieces: Uint8Array[] = [];
  unpack(strToU8(packed, true), 1, (piece) => {
    unpacker.left -= piece.length;
    if (unpacker.left >= 0) pieces.push(piece.slice());
    return unpacker.left >= 0;
  });
  if (unpacker.left < 0) throw new PdfFault('expands');
  const whole = joined(pieces);
  const given = resolve(value.entries.get('DecodeParms'));
  const parameters = entriesOf(given.kind === 'array' ? resolve(given.items[0]) : given);
  const predictor = numberOf(parameters.get('Predictor')) ?? 1;
  if (predictor === 1) return strFromU8(whole, true);
  if (predictor < 10) throw new PdfFault('predictor');
  const columns = numberOf(parameters.get('Columns')) ?? 1;
  if (columns < 1 || columns > 10_000) throw new PdfFault('predictor');
  return strFromU8(unpredicted(whole, columns), true);
}

const objectHead = /(\d{1,10})[\s\0]+(\d{1,5})[\s\0]+obj/y;

/** The object whose head stands at a place. Throws `PdfFault`. */
export function readObjectAt(
  text: string,
  at: number,
): { readonly number: number; readonly value: PdfValue; readonly end: number } {
  objectHead.lastIndex = skipBlanks(text, at);
  const head = objectHead.exec(text);
  if (head === null) throw new PdfFault('no-object-there');
  const { value, end } = readValue(text, objectHead.lastIndex);
  const after = skipBlanks(text, end);
  if (value.kind === 'dictionary' && text.startsWith('stream', after)) {
    const start = text.startsWith('\r\n', after + 6) ? after + 8 : after + 7;
    return {
      number: Number(head[1]),
      value: { kind: 'stream', entries: value.entries, start },
      end,
    };
  }
  return { number: Number(head[1]), value, end };
}

/** The objects of one compressed stream, by their place in it (ISO 32000-1, 7.5.7). */
function objectsOfStream(
  content: string,
  entries: ReadonlyMap<string, PdfValue>,
): readonly { readonly number: number; readonly value: PdfValue }[] {
  const count = numberOf(entries.get('N')) ?? 0;
  const first = numberOf(entries.get('First')) ?? 0;
  const numbers = content
    .slice(0, first)
    .trim()
    .split(/[\s\0]+/)
    .map(Number);
  if (count < 0 || count > 100_000 || numbers.length < count * 2)
    throw new PdfFault('object-stream');
  return Array.from({ length: count }, (_, index) => ({
    number: numbers[index * 2] ?? 0,
    value: readValue(content, first + (numbers[index * 2 + 1] ?? 0)).value,
  }));
}

/**
 * Opens the revision that ends at `end` of a file, given as one character a byte, by its own
 * tables: nothing is repaired, so that what a lenient viewer would put together counts as a fault.
 * Throws `PdfFault`.
 */
export function openRevision(text: string, end: number): PdfRevision {
  const part = end === text.length ? text : text.slice(0, end);
  const objects = new Map<number, PdfValue>();
  const streams = new Map<number, readonly { number: number; value: PdfValue }[]>();
  const unpacker: Unpacker = { left: MOST_UNPACKED };
  const busy = new Set<number>();
  const { trailer, entries } = readXrefChain(part, (value) =>
    contentOf(part, value, (inner) => inner ?? pdfNull, unpacker),
  );

  function load(number: number): PdfValue {
    const entry = entries.get(number);
    if (entry === undefined || entry.kind === 'free') return pdfNull;
    if (entry.kind === 'at') {
      const object = readObjectAt(part, entry.at);
      if (object.number !== number) throw new PdfFault('other-object-there');
      return object.value;
    }
    const present = streams.get(entry.stream);
    if (present !== undefined) return present[entry.index]?.value ?? pdfNull;
    const holder = entries.get(entry.stream);
    if (holder?.kind !== 'at') throw new PdfFault('object-stream');
    const { value } = readObjectAt(part, holder.at);
    const content = contentOf(part, value, resolve, unpacker);
    const inside = objectsOfStream(content, entriesOf(value));
    streams.set(entry.stream, inside);
    return inside[entry.index]?.value ?? pdfNull;
  }

  function objectOf(number: number): PdfValue {
    const present = objects.get(number);
    if (present !== undefined) return present;
    // A length that refers to its own stream, and the like.
    if (busy.has(number)) throw new PdfFault('circle');
    busy.add(number);
    try {
      const value = load(number);
      objects.set(number, value);
      return value;
    } finally {
      busy.delete(number);
    }
  }

  function resolve(value: PdfValue | undefined): PdfValue {
    let current = value ?? pdfNull;
    for (let steps = 0; current.kind === 'reference'; steps += 1) {
      if (steps > 20) throw new PdfFault('circle');
      current = objectOf(current.number);
    }
    return current;
  }

  return {
    end,
    trailer,
    entries,
    objectOf,
    resolve,
    contentOf: (value) => contentOf(part, value, resolve, unpacker),
  };
}

/** A dictionary's value of a key, resolved. Throws `PdfFault`. */
export function at(revision: PdfRevision, value: PdfValue | undefined, key: string): PdfValue {
  return revision.resolve(entriesOf(revision.resolve(value)).get(key));
}

/** The items of a resolved array. Throws `PdfFault`. */
export function listAt(revision: PdfRevision, value: PdfValue | undefined): readonly PdfValue[] {
  return itemsOf(revision.resolve(value));
}
