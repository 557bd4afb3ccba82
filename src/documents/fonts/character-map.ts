import { viewOf, type TrueType } from './true-type';

/** Windows, Unicode of the first plane. */
const PLATFORM = 3;
const ENCODING = 1;
const SEGMENTS = 4;

/**
 * Which glyph a character has: reads the font's map of segments ("cmap", format 4), which holds
 * the first 65,536 characters. 0 is the glyph of what is missing. Throws for a font without it.
 */
export function readCharacterMap(font: TrueType): (codePoint: number) => number {
  const map = segmentMap(viewOf(font.table('cmap')));
  const count = map.getUint16(6) / 2;
  const [ends, starts] = [14, 16 + count * 2];
  const [deltas, offsets] = [starts + count * 2, starts + count * 4];
  return (codePoint) => {
    if (codePoint > 0xffff) return 0;
    for (let segment = 0; segment < count; segment += 1) {
      if (map.getUint16(ends + segment * 2) < codePoint) continue;
      const start = map.getUint16(starts + segment * 2);
      if (start > codePoint) return 0;
      const delta = map.getUint16(deltas + segment * 2);
      const place = offsets + segment * 2;
      const offset = map.getUint16(place);
      if (offset === 0) return (codePoint + delta) & 0xffff;
      const glyph = map.getUint16(place + offset + (codePoint - start) * 2);
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}

function segmentMap(table: DataView): DataView {
  const count = table.getUint16(2);
  for (let index = 0; index < count; index += 1) {
    const entry = 4 + index * 8;
    const start = table.getUint32(entry + 4);
    const isWanted =
      table.getUint16(entry) === PLATFORM &&
      table.getUint16(entry + 2) === ENCODING &&
      table.getUint16(start) === SEGMENTS;
    if (isWanted) {
      return new DataView(table.buffer, table.byteOffset + start, table.byteLength - start);
    }
  }
  throw new Error('The font has no map of characters that is read here');
}
