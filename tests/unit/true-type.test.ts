import { readFileSync } from 'node:fs';
import { create } from 'fontkit';
import { describe, expect, test } from 'vitest';
import { readCharacterMap } from '../../src/documents/fonts/character-map';
import { outlineOf } from '../../src/documents/fonts/outline';
import { readTrueType, subsetTrueType } from '../../src/documents/fonts/true-type';

const NAMES = ['Regular', 'Bold', 'Italic', 'BoldItalic'] as const;

function bytesOf(name: string): Uint8Array {
  return new Uint8Array(readFileSync(`resources/fonts/LiberationSans-${name}.ttf`));
}

/** "é" and "ñ" are composed of parts; "i" is one of them. */
const TEXT = 'Contoh é ñ Å i';

describe.each(NAMES)('Liberation Sans %s', (name) => {
  const bytes = bytesOf(name);
  const font = readTrueType(bytes);
  const whole = create(bytes);

  test('widths and box are those another reader finds', () => {
    expect(font.unitsPerEm).toBe(whole.unitsPerEm);
    for (const character of TEXT) {
      const { id, advanceWidth } = whole.glyphForCodePoint(character.codePointAt(0) ?? 0);
      expect(font.advanceOf(id)).toBe(advanceWidth);
    }
  });

  test('every character another reader finds has the same glyph, and no other has one', () => {
    const glyphOf = readCharacterMap(font);
    for (const codePoint of whole.characterSet) {
      if (codePoint > 0xffff) continue;
      expect(glyphOf(codePoint)).toBe(whole.glyphForCodePoint(codePoint).id);
    }
    const others = [0x02bf, 0x1e0d, 0x0639, 0xa9b2, 0xfdfa, 0xffff, 0x1f600];
    for (const codePoint of others) {
      expect(glyphOf(codePoint) !== 0).toBe(whole.hasGlyphForCodePoint(codePoint));
    }
    expect(font.name).toBe(whole.postscriptName);
  });

  test('outlines of plain letters are those another reader draws', () => {
    const glyphOf = readCharacterMap(font);
    for (const character of 'DRAFSLIN8&@') {
      const glyph = glyphOf(character.codePointAt(0) ?? 0);
      const steps = outlineOf(font, glyph).flatMap((step) =>
        step.kind === 'close'
          ? []
          : step.kind === 'curve'
            ? [...step.control, ...step.to]
            : [...step.to],
      );
      const { path } = whole.glyphForCodePoint(character.codePointAt(0) ?? 0);
      const drawn = path.commands.flatMap(({ args }) => args);
      const span = (numbers: readonly number[], odd: number) => {
        const chosen = numbers.filter((_, index) => index % 2 === odd);
        return [Math.min(...chosen), Math.max(...chosen)];
      };
      for (const odd of [0, 1]) expect(span(steps, odd)).toEqual(span(drawn, odd));
      const begins = new Set(steps.map((_, at) => `${String(steps[at])} ${String(steps[at + 1])}`));
      for (let at = 0; at < drawn.length; at += 2) {
        expect(begins.has(`${String(drawn[at])} ${String(drawn[at + 1])}`)).toBe(true);
      }
    }
    expect(outlineOf(font, glyphOf(0x20))).toEqual([]);
    expect(() => outlineOf(font, glyphOf(0xe9))).toThrow();
  });

  test('a subset holds the same outlines in the order asked for, parts behind them', () => {
    const glyphs = [
      0,
      ...Array.from(TEXT, (one) => whole.glyphForCodePoint(one.codePointAt(0) ?? 0).id),
    ];
    const subset = subsetTrueType(font, glyphs);
    const read = readTrueType(withReadersTables(subset, bytes));
    expect(read.glyphCount).toBeGreaterThan(glyphs.length);
    glyphs.forEach((glyph, place) => {
      expect(read.advanceOf(place)).toBe(font.advanceOf(glyph));
      const [kept, before] = [read.outlineBytes(place), font.outlineBytes(glyph)];
      const isComposed = before.length > 0 && (before[0] ?? 0) > 127;
      if (!isComposed) expect(Buffer.from(kept).equals(before)).toBe(true);
      else expect(kept.length).toBe(before.length);
    });
  });

  test('it ends with sums that are right', () => {
    const subset = subsetTrueType(font, [0, 36, 37]);
    const view = new DataView(subset.buffer, subset.byteOffset, subset.byteLength);
    let sum = 0;
    for (let at = 0; at < subset.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });
});

test('bytes that are no font are refused', () => {
  expect(() => readTrueType(new Uint8Array(64))).toThrow();
});

/** A subset for a PDF lacks tables that only readers of fonts need; they come from the whole one. */
function withReadersTables(subset: Uint8Array, whole: Uint8Array): Uint8Array {
  const tables = new Map([...tablesOf(whole), ...tablesOf(subset)]);
  const parts = [...tables].sort(([one], [other]) => (one < other ? -1 : 1));
  const head = 12 + parts.length * 16;
  const size = parts.reduce((sum, [, { length }]) => sum + Math.ceil(length / 4) * 4, head);
  const file = Buffer.alloc(size);
  file.writeUInt32BE(0x00010000, 0);
  file.writeUInt16BE(parts.length, 4);
  let start = head;
  parts.forEach(([name, bytes], index) => {
    const entry = 12 + index * 16;
    file.write(name, entry, 'latin1');
    file.writeUInt32BE(start, entry + 8);
    file.writeUInt32BE(bytes.length, entry + 12);
    file.set(bytes, start);
    start += Math.ceil(bytes.length / 4) * 4;
  });
  return new Uint8Array(file);
}

function tablesOf(bytes: Uint8Array): readonly (readonly [string, Uint8Array])[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Array.from({ length: view.getUint16(4) }, (_, index) => {
    const entry = 12 + index * 16;
    const name = Buffer.from(bytes.subarray(entry, entry + 4)).toString('latin1');
    const start = view.getUint32(entry + 8);
    return [name, bytes.subarray(start, start + view.getUint32(entry + 12))] as const;
  });
}
