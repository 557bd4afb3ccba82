/**
 * The tables of a TrueType font that a PDF needs, and a font of some of its glyphs: plain
 * copying of bytes. Layouts: OpenType 1.9, "Font tables".
 */
export interface TrueType {
  /** PostScript name. */
  readonly name: string;
  readonly unitsPerEm: number;
  readonly italicAngle: number;
  /** In units of the font. */
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly box: readonly [xMin: number, yMin: number, xMax: number, yMax: number];
  readonly glyphCount: number;
  /** Advance width of a glyph, in units of the font. */
  readonly advanceOf: (glyph: number) => number;
  /** Bytes of tables, by their name. */
  readonly table: (name: string) => Uint8Array;
  /** The outline of a glyph as stored; empty for a space. */
  readonly outlineBytes: (glyph: number) => Uint8Array;
}

/** Flags of a part of a composed outline. */
const ARGUMENTS_ARE_WORDS = 0x0001;
const MORE_PARTS = 0x0020;

/** Reads a font; throws when the bytes are no TrueType font. */
export function readTrueType(bytes: Uint8Array): TrueType {
  const view = viewOf(bytes);
  const tables = new Map<string, Uint8Array>();
  const count = view.getUint16(4);
  for (let index = 0; index < count; index += 1) {
    const entry = 12 + index * 16;
    const name = String.fromCharCode(...bytes.subarray(entry, entry + 4));
    const start = view.getUint32(entry + 8);
    tables.set(name, bytes.subarray(start, start + view.getUint32(entry + 12)));
  }
  const table = (name: string): Uint8Array => {
    const found = tables.get(name);
    if (!found) throw new Error(`The font has no table ${name}`);
    return found;
  };
  const [head, hhea, os2] = [viewOf(table('head')), viewOf(table('hhea')), viewOf(table('OS/2'))];
  const [hmtx, loca] = [viewOf(table('hmtx')), viewOf(table('loca'))];
  const metrics = hhea.getUint16(34);
  const isLong = head.getInt16(50) === 1;
  const startOf = (glyph: number): number =>
    isLong ? loca.getUint32(glyph * 4) : loca.getUint16(glyph * 2) * 2;
  return {
    name: postscriptName(viewOf(table('name'))),
    unitsPerEm: head.getUint16(18),
    italicAngle: viewOf(table('post')).getInt32(4) / 65_536,
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    capHeight: os2.getUint16(0) >= 2 ? os2.getInt16(88) : hhea.getInt16(4),
    box: [head.getInt16(36), head.getInt16(38), head.getInt16(40), head.getInt16(42)],
    glyphCount: viewOf(table('maxp')).getUint16(4),
    advanceOf: (glyph) => hmtx.getUint16(Math.min(glyph, metrics - 1) * 4),
    table,
    outlineBytes: (glyph) => table('glyf').subarray(startOf(glyph), startOf(glyph + 1)),
  };
}

/** Of the names Windows reads ("name"): number 6, in UTF-16. */
function postscriptName(table: DataView): string {
  const [count, texts] = [table.getUint16(2), table.getUint16(4)];
  for (let entry = 6; entry < 6 + count * 12; entry += 12) {
    if (table.getUint16(entry) !== 3 || table.getUint16(entry + 6) !== 6) continue;
    const [length, start] = [table.getUint16(entry + 8), texts + table.getUint16(entry + 10)];
    const codes = Array.from({ length: length / 2 }, (_, index) =>
      table.getUint16(start + index * 2),
    );
    return String.fromCharCode(...codes);
  }
  throw new Error('The font has no name');
}

/**
 * A font of these glyphs, in this order; the first must be 0, the glyph of what is missing.
 * Parts that composed glyphs are made of follow behind. Hinting is kept.
 */
export function subsetTrueType(font: TrueType, glyphs: readonly number[]): Uint8Array {
  const { order, outlines } = collectOutlines(font, glyphs);
  const offsets: number[] = [0];
  for (const outline of outlines) offsets.push((offsets.at(-1) ?? 0) + padded(outline.length, 2));
  const glyf = new Uint8Array(offsets.at(-1) ?? 0);
  outlines.forEach((outline, index) => glyf.set(outline, offsets[index]));
  const isLong = glyf.length > 0xffff * 2;

  const head = font.table('head').slice();
  viewOf(head).setUint32(8, 0);
  viewOf(head).setInt16(50, isLong ? 1 : 0);
  const hhea = font.table('hhea').slice();
  viewOf(hhea).setUint16(34, order.length);
  const maxp = font.table('maxp').slice();
  viewOf(maxp).setUint16(4, order.length);
  return fontFile([
    ['cvt ', font.table('cvt ')],
    ['fpgm', font.table('fpgm')],
    ['glyf', glyf],
    ['head', head],
    ['hhea', hhea],
    ['hmtx', metricsOf(font, order)],
    ['loca', locations(offsets, isLong)],
    ['maxp', maxp],
    ['prep', font.table('prep')],
  ]);
}

function collectOutlines(font: TrueType, glyphs: readonly number[]) {
  const order = [...glyphs];
  const places = new Map(order.map((glyph, index) => [glyph, index]));
  const placeOf = (glyph: number): number => {
    const known = places.get(glyph);
    if (known !== undefined) return known;
    places.set(glyph, order.length);
    order.push(glyph);
    return order.length - 1;
  };
  const outlines: Uint8Array[] = [];
  // The list grows while it is walked: a part may itself be composed.
  for (let index = 0; index < order.length; index += 1) {
    outlines.push(relinked(font.outlineBytes(order[index] ?? 0), placeOf));
  }
  return { order, outlines };
}

/** A composed outline whose parts are named by their new places; others as they are ("glyf"). */
function relinked(outline: Uint8Array, placeOf: (glyph: number) => number): Uint8Array {
  if (outline.length === 0 || viewOf(outline).getInt16(0) >= 0) return outline;
  const copy = outline.slice();
  const view = viewOf(copy);
  let at = 10;
  let flags: number;
  do {
    flags = view.getUint16(at);
    view.setUint16(at + 2, placeOf(view.getUint16(at + 2)));
    at += 4 + (flags & ARGUMENTS_ARE_WORDS ? 4 : 2) + scaleBytes(flags);
  } while (flags & MORE_PARTS);
  return copy;
}

/** How many bytes the scale of a part takes: one number, two, or a matrix of four. */
function scaleBytes(flags: number): number {
  if (flags & 0x0008) return 2;
  if (flags & 0x0040) return 4;
  return flags & 0x0080 ? 8 : 0;
}

function metricsOf(font: TrueType, order: readonly number[]): Uint8Array {
  const bytes = new Uint8Array(order.length * 4);
  const view = viewOf(bytes);
  order.forEach((glyph, index) => {
    const outline = font.outlineBytes(glyph);
    view.setUint16(index * 4, font.advanceOf(glyph));
    // The left side bearing is where the outline begins: fonts of this kind say so in "head".
    view.setInt16(index * 4 + 2, outline.length === 0 ? 0 : viewOf(outline).getInt16(2));
  });
  return bytes;
}

function locations(offsets: readonly number[], isLong: boolean): Uint8Array {
  const bytes = new Uint8Array(offsets.length * (isLong ? 4 : 2));
  const view = viewOf(bytes);
  offsets.forEach((offset, index) => {
    if (isLong) view.setUint32(index * 4, offset);
    else view.setUint16(index * 2, offset / 2);
  });
  return bytes;
}

/** The tables, in the order of their names, behind their directory ("Organization of a font"). */
function fontFile(tables: readonly (readonly [name: string, bytes: Uint8Array])[]): Uint8Array {
  const header = 12 + tables.length * 16;
  const size = tables.reduce((sum, [, { length }]) => sum + padded(length, 4), header);
  const file = new Uint8Array(size);
  const view = viewOf(file);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x0001_0000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, tables.length * 16 - 16 * 2 ** power);
  let start = header;
  let headStart = 0;
  tables.forEach(([name, bytes], index) => {
    const entry = 12 + index * 16;
    file.set(
      Uint8Array.from(name, (letter) => letter.charCodeAt(0)),
      entry,
    );
    file.set(bytes, start);
    view.setUint32(entry + 4, checksum(view, start, padded(bytes.length, 4)));
    view.setUint32(entry + 8, start);
    view.setUint32(entry + 12, bytes.length);
    if (name === 'head') headStart = start;
    start += padded(bytes.length, 4);
  });
  view.setUint32(headStart + 8, (0xb1b0_afba - checksum(view, 0, size)) >>> 0);
  return file;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

function padded(length: number, to: number): number {
  return Math.ceil(length / to) * to;
}

/** The bytes as numbers of any size, the high byte first. */
export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
