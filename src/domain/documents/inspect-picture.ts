import type { FileProblem, MediaType } from './sniff-media-type';

/**
 * Most points a picture may have: an A3 page at 600 dpi has 70 million. Drawn, each takes four
 * bytes, whatever the file itself weighs.
 */
export const MOST_POINTS = 80_000_000;

/** Longest side that browsers draw at all. */
const LONGEST_SIDE = 32_000;

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * What speaks against showing a picture, read from its own structure without unpacking it: parts
 * that reach beyond the file, no size, or so many points that drawing them would take the
 * computer's memory. Null when nothing does.
 */
export function inspectPicture(
  bytes: Uint8Array,
  mediaType: Exclude<MediaType, 'application/pdf'>,
): FileProblem | null {
  const size = mediaType === 'image/png' ? sizeOfPng(bytes) : frameOfJpeg(bytes);
  if (size === null || size.width < 1 || size.height < 1) return { code: 'file-damaged' };
  const { width, height } = size;
  const isLarge = width > LONGEST_SIDE || height > LONGEST_SIDE || width * height > MOST_POINTS;
  return isLarge ? { code: 'picture-too-large' } : null;
}

/**
 * Size by the head of a PNG whose chunks follow each other up to the end mark (PNG 5.3). Null
 * when a chunk reaches beyond the file or the head is not the first.
 */
function sizeOfPng(bytes: Uint8Array): Size | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let size: Size | null = null;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const type = String.fromCharCode(...bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length) return null;
    if (size === null) {
      if (type !== 'IHDR' || length !== 13) return null;
      size = { width: view.getUint32(at + 8), height: view.getUint32(at + 12) };
    }
    if (type === 'IEND') return size;
    at += 12 + length;
  }
  return null;
}

/** Markers without a length: TEM, RST0 to RST7, SOI. */
const isBare = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8);
/** Start of a frame, which tells the size: SOF0 to SOF15 without DHT, JPG and DAC (T.81, B.1.1.3). */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);

/** Whether a JPEG holds the four inks of a press instead of the colours of a screen. */
export function isInkJpeg(bytes: Uint8Array): boolean {
  return frameOfJpeg(bytes)?.components === 4;
}

/** Size of a JPEG in points, as its head says; null for bytes that are none. */
export function sizeOfJpeg(bytes: Uint8Array): Size | null {
  return frameOfJpeg(bytes);
}

interface Frame extends Size {
  /** Colours of a point. */
  readonly components: number;
}

/** The frame of a JPEG, before its points begin; null where there is none. */
function frameOfJpeg(bytes: Uint8Array): Frame | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (bytes[at] !== 0xff) return null;
    const marker = bytes[at + 1] ?? 0;
    // Any number of fill bytes may stand before a marker.
    if (marker === 0xff) at += 1;
    else if (isBare(marker)) at += 2;
    else if (isFrame(marker)) {
      if (at + 9 > bytes.length) return null;
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return { width, height, components: bytes[at + 9] ?? 0 };
    } else {
      const length = view.getUint16(at + 2);
      if (length < 2 || marker === 0xda || marker === 0xd9) return null;
      at += 2 + length;
    }
  }
  return null;
}
