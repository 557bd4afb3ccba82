import {
  entriesOf,
  itemsOf,
  nameOf,
  numberOf,
  PdfFault,
  readValue,
  skipBlanks,
  type PdfValue,
} from './pdf-value';

/** Where an object is: at a place of the file, inside a compressed stream, or given up. */
export type XrefEntry =
  | { readonly kind: 'at'; readonly at: number }
  | { readonly kind: 'in'; readonly stream: number; readonly index: number }
  | { readonly kind: 'free' };

/** Tables behind each other, and objects named by all of them. */
const MOST_SECTIONS = 1000;
const MOST_ENTRIES = 1_000_000;

interface Section {
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly trailer: ReadonlyMap<string, PdfValue>;
}

interface Budget {
  entries: number;
}

function spend(budget: Budget, count: number): void {
  budget.entries -= count;
  if (!(budget.entries >= 0)) throw new PdfFault('too-many-objects');
}

const subsectionHead = /(\d{1,10})[ \t]+(\d{1,10})[ \t]*\r?\n?/y;
const row = /(\d{10})[ \t](\d{5})[ \t]([nf])/y;

function readTable(text: string, from: number, budget: Budget): Section {
  const entries = new Map<number, XrefEntry>();
  let at = skipBlanks(text, from + 4);
  for (;;) {
    subsectionHead.lastIndex = at;
    const head = subsectionHead.exec(text);
    if (head === null) break;
    at = subsectionHead.lastIndex;
    const [first, count] = [Number(head[1]), Number(head[2])];
    spend(budget, count);
    for (let index = 0; index < count; index += 1) {
      row.lastIndex = skipBlanks(text, at);
      const found = row.exec(text);
      if (found === null) throw new PdfFault('table-row');
      at = row.lastIndex;
      const entry: XrefEntry =
        found[3] === 'n' ? { kind: 'at', at: Number(found[1]) } : { kind: 'free' };
      if (!entries.has(first + index)) entries.set(first + index, entry);
    }
    at = skipBlanks(text, at);
  }
  if (!text.startsWith('trailer', at)) throw new PdfFault('no-trailer');
  return { entries, trailer: entriesOf(readValue(text, at + 7).value) };
}

function fieldAt(data: string, at: number, width: number): number {
  let value = 0;
  for (let index = 0; index < width; index += 1) value = value * 256 + data.charCodeAt(at + index);
  return value;
}

function readStreamTable(
  data: string,
  dictionary: ReadonlyMap<string, PdfValue>,
  budget: Budget,
): Section {
  const entries = new Map<number, XrefEntry>();
  const widths = itemsOf(dictionary.get('W')).map((item) => numberOf(item) ?? -1);
  const [kindWidth = -1, firstWidth = -1, secondWidth = -1] = widths;
  if (widths.length !== 3 || widths.some((width) => width < 0 || width > 8)) {
    throw new PdfFault('table-widths');
  }
  const size = numberOf(dictionary.get('Size')) ?? 0;
  const given = itemsOf(dictionary.get('Index')).map((item) => numberOf(item) ?? 0);
  const ranges = given.length === 0 ? [0, size] : given;
  const rowLength = kindWidth + firstWidth + secondWidth;
  if (rowLength === 0) throw new PdfFault('table-widths');
  let at = 0;
  for (let range = 0; range + 1 < ranges.length; range += 2) {
    const [first = 0, count = 0] = ranges.slice(range, range + 2);
    spend(budget, count);
    for (let index = 0; index < count && at + rowLength <= data.length; index += 1) {
      const kind = kindWidth === 0 ? 1 : fieldAt(data, at, kindWidth);
      const one = fieldAt(data, at + kindWidth, firstWidth);
      const two = fieldAt(data, at + kindWidth + firstWidth, secondWidth);
      at += rowLength;
      const entry: XrefEntry =
        kind === 1
          ? { kind: 'at', at: one }
          : kind === 2
            ? { kind: 'in', stream: one, index: two }
            : { kind: 'free' };
      if (!entries.has(first + index)) entries.set(first + index, entry);
    }
  }
  return { entries, trailer: dictionary };
}

const objectHead = /\d{1,10}[\s\0]+\d{1,5}[\s\0]+obj/y;

function readSection(
  text: string,
  from: number,
  contentOf: (value: PdfValue) => string,
  budget: Budget,
): Section {
  const at = skipBlanks(text, from);
  if (text.startsWith('xref', at)) return readTable(text, at, budget);
  objectHead.lastIndex = at;
  if (objectHead.exec(text) === null) throw new PdfFault('no-table-there');
  const { value, end } = readValue(text, objectHead.lastIndex);
  const after = skipBlanks(text, end);
  if (value.kind !== 'dictionary' || nameOf(value.entries.get('Type')) !== 'XRef') {
    throw new PdfFault('no-table-there');
  }
  const start = text.startsWith('\r\n', after + 6) ? after + 8 : after + 7;
  const data = contentOf({ kind: 'stream', entries: value.entries, start });
  return readStreamTable(data, value.entries, budget);
}

/** The place the last `startxref` names. Throws `PdfFault`. */
export function lastStart(text: string): { readonly at: number; readonly mark: number } {
  const mark = text.lastIndexOf('startxref');
  const number = mark < 0 ? null : /^startxref[\s\0]+(\d{1,12})/.exec(text.slice(mark, mark + 40));
  if (number === null) throw new PdfFault('no-start');
  return { at: Number(number[1]), mark };
}

/**
 * Every object the tables of a file name, the newest first (ISO 32000-1, 7.5.4 to 7.5.8), and the
 * newest trailer. Throws `PdfFault`.
 */
export function readXrefChain(
  text: string,
  contentOf: (value: PdfValue) => string,
): {
  readonly entries: ReadonlyMap<number, XrefEntry>;
  readonly trailer: ReadonlyMap<string, PdfValue>;
} {
  const entries = new Map<number, XrefEntry>();
  const seen = new Set<number>();
  const budget: Budget = { entries: MOST_ENTRIES };
  let trailer: ReadonlyMap<string, PdfValue> | undefined;
  const waiting: number[] = [lastStart(text).at];
  for (;;) {
    const at = waiting.shift();
    if (at === undefined) break;
    // A hybrid file names a table from two sides; tables in a circle end here too.
    if (seen.has(at)) continue;
    seen.add(at);
    if (seen.size > MOST_SECTIONS) throw new PdfFault('too-many-tables');
    const section = readSection(text, at, contentOf, budget);
    trailer ??= section.trailer;
    for (const [number, entry] of section.entries) {
      if (!entries.has(number)) entries.set(number, entry);
    }
    // A hybrid file's stream counts before the tables further back.
    const hidden = numberOf(section.trailer.get('XRefStm'));
    const previous = numberOf(section.trailer.get('Prev'));
    if (previous !== null) waiting.unshift(previous);
    if (hidden !== null) waiting.unshift(hidden);
  }
  if (trailer === undefined) throw new PdfFault('no-trailer');
  return { entries, trailer };
}
