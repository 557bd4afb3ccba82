/** CIE coordinates of the three colours and of white, adapted to D50 (IEC 61966-2-1, Bradford). */
const WHITE = [0.9642, 1, 0.8249] as const;
const RED = [0.43607, 0.22249, 0.01392] as const;
const GREEN = [0.38515, 0.71687, 0.09708] as const;
const BLUE = [0.14307, 0.06061, 0.7141] as const;
/** Points of the curve. */
const CURVE_POINTS = 256;
const HEADER = 128;
const DESCRIPTION = 'sRGB IEC61966-2.1';
const COPYRIGHT = 'No copyright; made from the published numbers of sRGB';

/**
 * A colour profile of sRGB in the format of the ICC, version 2 (ICC.1:2001-04): the smallest
 * that says all of it, three colours and one curve. Written here from the published numbers,
 * so that a file for archives carries no profile of somebody's.
 */
export function srgbProfile(): Uint8Array {
  const curve = curveTag();
  const tags: readonly (readonly [name: string, bytes: Uint8Array])[] = [
    ['desc', descriptionTag()],
    ['cprt', textTag(COPYRIGHT)],
    ['wtpt', colourTag(WHITE)],
    ['rXYZ', colourTag(RED)],
    ['gXYZ', colourTag(GREEN)],
    ['bXYZ', colourTag(BLUE)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const table = HEADER + 4 + tags.length * 12;
  const places = new Map<Uint8Array, number>();
  let size = table;
  for (const [, bytes] of tags) {
    if (places.has(bytes)) continue;
    places.set(bytes, size);
    size += Math.ceil(bytes.length / 4) * 4;
  }
  const profile = new Uint8Array(size);
  const view = new DataView(profile.buffer);
  writeHeader(profile, view, size);
  view.setUint32(HEADER, tags.length);
  tags.forEach(([name, bytes], index) => {
    const entry = HEADER + 4 + index * 12;
    const start = places.get(bytes) ?? 0;
    profile.set(ascii(name), entry);
    view.setUint32(entry + 4, start);
    view.setUint32(entry + 8, bytes.length);
    profile.set(bytes, start);
  });
  return profile;
}

function writeHeader(profile: Uint8Array, view: DataView, size: number): void {
  view.setUint32(0, size);
  view.setUint32(8, 0x0210_0000);
  profile.set(ascii('mntrRGB XYZ '), 12);
  // A date of its own, so that the profile is always the same.
  [2000, 1, 1].forEach((part, index) => view.setUint16(24 + index * 2, part));
  profile.set(ascii('acsp'), 36);
  WHITE.forEach((part, index) => view.setInt32(68 + index * 4, fixed(part)));
}

/** A number with sixteen bits after the point. */
function fixed(value: number): number {
  return Math.round(value * 65_536);
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function tagBytes(type: string, length: number): readonly [Uint8Array, DataView] {
  const bytes = new Uint8Array(8 + length);
  bytes.set(ascii(type));
  return [bytes, new DataView(bytes.buffer)];
}

function colourTag(colour: readonly number[]): Uint8Array {
  const [bytes, view] = tagBytes('XYZ ', 12);
  colour.forEach((part, index) => view.setInt32(8 + index * 4, fixed(part)));
  return bytes;
}

function textTag(text: string): Uint8Array {
  const [bytes] = tagBytes('text', text.length + 1);
  bytes.set(ascii(text), 8);
  return bytes;
}

/** The name in ASCII; the parts for Unicode and for old Macintoshes are there and empty. */
function descriptionTag(): Uint8Array {
  const [bytes, view] = tagBytes('desc', 4 + DESCRIPTION.length + 1 + 8 + 3 + 67);
  view.setUint32(8, DESCRIPTION.length + 1);
  bytes.set(ascii(DESCRIPTION), 12);
  return bytes;
}

/** From what a file says to light (IEC 61966-2-1, 5.2). */
function curveTag(): Uint8Array {
  const [bytes, view] = tagBytes('curv', 4 + CURVE_POINTS * 2);
  view.setUint32(8, CURVE_POINTS);
  for (let point = 0; point < CURVE_POINTS; point += 1) {
    const value = point / (CURVE_POINTS - 1);
    const light = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    view.setUint16(12 + point * 2, Math.round(light * 65_535));
  }
  return bytes;
}
