import { strFromU8 } from 'fflate';

/** A value of a PDF (ISO 32000-1, 7.3). Strings hold one character a byte. */
export type PdfValue =
  | { readonly kind: 'null' }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'name'; readonly value: string }
  /** `from` and `to`: its place in the file, delimiters included. */
  | { readonly kind: 'string'; readonly value: string; readonly from: number; readonly to: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary
  | PdfReference
  | PdfStreamValue;

export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
}
export interface PdfReference {
  readonly kind: 'reference';
  readonly number: number;
  readonly generation: number;
}
export interface PdfStreamValue {
  readonly kind: 'stream';
  readonly entries: ReadonlyMap<string, PdfValue>;
  /** Where its packed bytes begin. */
  readonly start: number;
}

/** A file that is not the PDF it claims to be, or beyond what is read. A code, never content. */
export class PdfFault extends Error {}

export const pdfNull: PdfValue = { kind: 'null' };

/** Values inside each other, and values of one object. */
const DEEPEST = 100;
const MOST_VALUES = 500_000;
/** Digits of a hex string: a signature with its chain and timestamp has some ten thousand. */
const LONGEST_HEX = 4_000_000;

const blanks: ReadonlySet<number> = new Set([0, 9, 10, 12, 13, 32]);
const delimiters: ReadonlySet<number> = new Set([40, 41, 60, 62, 91, 93, 123, 125, 47, 37]);

/** The place of the next sign that is neither blank nor remark. */
export function skipBlanks(text: string, from: number): number {
  let at = from;
  for (;;) {
    const code = text.charCodeAt(at);
    if (blanks.has(code)) at += 1;
    else if (code === 37) {
      while (at < text.length && text.charCodeAt(at) !== 10 && text.charCodeAt(at) !== 13) at += 1;
    } else return at;
  }
}

function wordEnd(text: string, from: number): number {
  let at = from;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (blanks.has(code) || delimiters.has(code)) break;
    at += 1;
  }
  return at;
}

const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  b: '\b',
  f: '\f',
  '(': '(',
  ')': ')',
  '\\': '\\',
};

interface Read {
  readonly value: PdfValue;
  readonly end: number;
}

function readLiteral(text: string, from: number): Read {
  const pieces: string[] = [];
  let open = 1;
  let at = from + 1;
  while (at < text.length) {
    const sign = text[at] ?? '';
    if (sign === '\\') {
      const octal = /^[0-7]{1,3}/.exec(text.slice(at + 1, at + 4))?.[0];
      if (octal !== undefined) {
        pieces.push(String.fromCharCode(Number.parseInt(octal, 8) & 0xff));
        at += 1 + octal.length;
        continue;
      }
      const next = text[at + 1] ?? '';
      // A backslash at the end of a line joins the lines.
      if (next === '\r' && text[at + 2] === '\n') at += 1;
      else if (next !== '\n' && next !== '\r') pieces.push(escapes[next] ?? next);
      at += 2;
      continue;
    }
    if (sign === '(') open += 1;
    if (sign === ')') open -= 1;
    at += 1;
    if (open === 0) {
      return { value: { kind: 'string', value: pieces.join(''), from, to: at }, end: at };
    }
    pieces.push(sign);
  }
  throw new PdfFault('string-without-end');
}

function readHex(text: string, from: number): Read {
  const close = text.indexOf('>', from);
  if (close < 0) throw new PdfFault('string-without-end');
  if (close - from > LONGEST_HEX) throw new PdfFault('too-much');
  const digits = text.slice(from + 1, close).replaceAll(/[\s\0]/g, '');
  if (/[^0-9A-Fa-f]/.test(digits)) throw new PdfFault('bad-hex');
  const even = digits.length % 2 === 0 ? digits : `${digits}0`;
  const value = even.replaceAll(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16)));
  return { value: { kind: 'string', value, from, to: close + 1 }, end: close + 1 };
}

function readName(text: string, from: number): Read {
  const end = wordEnd(text, from + 1);
  const value = text
    .slice(from + 1, end)
    .replaceAll(/#([0-9A-Fa-f]{2})/g, (_, code: string) =>
      String.fromCharCode(Number.parseInt(code, 16)),
    );
  return { value: { kind: 'name', value }, end };
}

const referencePattern = /(\d{1,10})[\s\0]+(\d{1,5})[\s\0]+R(?![A-Za-z0-9])/y;
const numberPattern = /[+-]?(?:\d+\.?\d*|\.\d+)/y;

function readWord(text: string, from: number): Read {
  referencePattern.lastIndex = from;
  const reference = referencePattern.exec(text);
  if (reference !== null) {
    const value: PdfReference = {
      kind: 'reference',
      number: Number(reference[1]),
      generation: Number(reference[2]),
    };
    return { value, end: referencePattern.lastIndex };
  }
  numberPattern.lastIndex = from;
  const number = numberPattern.exec(text);
  if (number !== null) {
    return { value: { kind: 'number', value: Number(number[0]) }, end: numberPattern.lastIndex };
  }
  const end = wordEnd(text, from);
  const word = text.slice(from, end);
  if (word === 'true' || word === 'false') {
    return { value: { kind: 'boolean', value: word === 'true' }, end };
  }
  if (word === 'null') return { value: pdfNull, end };
  throw new PdfFault('unknown-word');
}

interface Budget {
  values: number;
}

function readArray(text: string, from: number, depth: number, budget: Budget): Read {
  const items: PdfValue[] = [];
  let at = skipBlanks(text, from + 1);
  while (text[at] !== ']') {
    const { value, end } = readAt(text, at, depth + 1, budget);
    items.push(value);
    at = skipBlanks(text, end);
  }
  return { value: { kind: 'array', items }, end: at + 1 };
}

function readDictionary(text: string, from: number, depth: number, budget: Budget): Read {
  const entries = new Map<string, PdfValue>();
  let at = skipBlanks(text, from + 2);
  while (!(text[at] === '>' && text[at + 1] === '>')) {
    const key = readAt(text, at, depth + 1, budget);
    if (key.value.kind !== 'name') throw new PdfFault('key-is-no-name');
    // One key with two values is read differently by different programs: an old trick.
    if (entries.has(key.value.value)) throw new PdfFault('key-twice');
    const { value, end } = readAt(text, skipBlanks(text, key.end), depth + 1, budget);
    entries.set(key.value.value, value);
    at = skipBlanks(text, end);
  }
  return { value: { kind: 'dictionary', entries }, end: at + 2 };
}

function readAt(text: string, at: number, depth: number, budget: Budget): Read {
  budget.values += 1;
  if (depth > DEEPEST || budget.values > MOST_VALUES) throw new PdfFault('too-much');
  switch (text[at]) {
    case undefined:
      throw new PdfFault('cut-short');
    case '(':
      return readLiteral(text, at);
    case '/':
      return readName(text, at);
    case '[':
      return readArray(text, at, depth, budget);
    case '<':
      return text[at + 1] === '<' ? readDictionary(text, at, depth, budget) : readHex(text, at);
    default:
      return readWord(text, at);
  }
}

/** The value that begins at a place, and where it ends. Throws `PdfFault`. */
export function readValue(text: string, from: number): Read {
  return readAt(text, skipBlanks(text, from), 0, { values: 0 });
}

/** A dictionary's entries, a stream's too; none for every other value. */
export function entriesOf(value: PdfValue | undefined): ReadonlyMap<string, PdfValue> {
  return value?.kind === 'dictionary' || value?.kind === 'stream' ? value.entries : new Map();
}

/** A name's text; null for every other value. */
export function nameOf(value: PdfValue | undefined): string | null {
  return value?.kind === 'name' ? value.value : null;
}

/** A number; null for every other value. */
export function numberOf(value: PdfValue | undefined): number | null {
  return value?.kind === 'number' && Number.isFinite(value.value) ? value.value : null;
}

/** An array's items; none for every other value. */
export function itemsOf(value: PdfValue | undefined): readonly PdfValue[] {
  return value?.kind === 'array' ? value.items : [];
}

/** A text string as a person reads it: UTF-16 with its mark, UTF-8 with its mark, else Latin. */
export function textStringOf(value: PdfValue | undefined): string {
  if (value?.kind !== 'string') return '';
  const bytes = Uint8Array.from(value.value, (sign) => sign.charCodeAt(0));
  const [first, second] = bytes;
  if (first === 0xfe && second === 0xff) {
    const units = Array.from({ length: (bytes.length - 2) >> 1 }, (_, index) =>
      String.fromCharCode(((bytes[index * 2 + 2] ?? 0) << 8) | (bytes[index * 2 + 3] ?? 0)),
    );
    return units.join('');
  }
  if (first === 0xef && second === 0xbb) return strFromU8(bytes.subarray(3));
  return value.value;
}
