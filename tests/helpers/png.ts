import { deflateSync, inflateSync } from 'node:zlib';

/** A picture in grey: one byte a dot, row by row from the top. */
export interface GreyPicture {
  readonly width: number;
  readonly height: number;
  readonly dots: Uint8Array;
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const GREY = 0;
const COLOUR_AND_OPACITY = 6;

/** A PNG of grey dots. */
export function greyPngOf({ width, height, dots }: GreyPicture): Uint8Array {
  return pngOf(width, height, GREY, 1, dots);
}

/** A PNG of dots with red, green, blue and opacity. */
export function colourPngOf(width: number, height: number, dots: Uint8Array): Uint8Array {
  return pngOf(width, height, COLOUR_AND_OPACITY, 4, dots);
}

/** The dots of a PNG made by `greyPngOf`. */
export function readGreyPng(bytes: Uint8Array): GreyPicture {
  const file = Buffer.from(bytes);
  const width = file.readUInt32BE(16);
  const height = file.readUInt32BE(20);
  const parts: Buffer[] = [];
  for (let at = SIGNATURE.length; at < file.length;) {
    const length = file.readUInt32BE(at);
    if (file.toString('latin1', at + 4, at + 8) === 'IDAT') {
      parts.push(file.subarray(at + 8, at + 8 + length));
    }
    at += length + 12;
  }
  const rows = inflateSync(Buffer.concat(parts));
  const dots = new Uint8Array(width * height);
  for (let y = 0; y < height; y += 1) {
    const start = y * (width + 1);
    dots.set(rows.subarray(start + 1, start + 1 + width), y * width);
  }
  return { width, height, dots };
}

function pngOf(
  width: number,
  height: number,
  colourType: number,
  channels: number,
  dots: Uint8Array,
): Uint8Array {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head[8] = 8;
  head[9] = colourType;
  const line = width * channels;
  const rows = Buffer.alloc((line + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows.set(dots.subarray(y * line, (y + 1) * line), y * (line + 1) + 1);
  }
  const data = deflateSync(rows, { level: 9 });
  return new Uint8Array(
    Buffer.concat([
      SIGNATURE,
      chunk('IHDR', head),
      chunk('IDAT', data),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  );
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body]);
  const size = Buffer.alloc(4);
  size.writeUInt32BE(body.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(named));
  return Buffer.concat([size, named, check]);
}

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
