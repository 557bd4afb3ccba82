import { unzlibSync, zlibSync } from 'fflate';
import { JpegEmbedder, PDFContext, PDFName, PDFRawStream, PngEmbedder, type PDFRef } from 'pdf-lib';
import type { LetterLogo } from './letter-options';

/** A picture ready to be put into any number of documents. */
export interface Picture {
  /** Of its points. */
  readonly width: number;
  readonly height: number;
  /** In inks: such a picture has no place in a file for archives whose colours are RGB. */
  readonly isCmyk: boolean;
  /** The bytes of the picture as a document holds them, and the entries beside them. */
  readonly bytes: Uint8Array;
  readonly entries: Readonly<Record<string, string | number | readonly number[]>>;
}

/** Pictures that were read before: reading a logo takes longer than making a letter. */
export interface PictureShelf {
  /** null for bytes that are no picture. */
  readonly read: (logo: LetterLogo) => Promise<Picture | null>;
}

/** An office has a logo and the picture beside signatures, and changes one now and then. */
const KEPT = 4;

/** A shelf that remembers the last few pictures, by their bytes. */
export function createPictureShelf(): PictureShelf {
  const kept: { readonly logo: LetterLogo; readonly picture: Picture | null }[] = [];
  return {
    read: async (logo) => {
      const known = kept.find((one) => isSame(one.logo, logo));
      if (known) return known.picture;
      const picture = await readPicture(logo);
      kept.unshift({ logo, picture });
      kept.length = Math.min(kept.length, KEPT);
      return picture;
    },
  };
}

function isSame(one: LetterLogo, other: LetterLogo): boolean {
  if (one.mediaType !== other.mediaType || one.bytes.length !== other.bytes.length) return false;
  return one.bytes.every((byte, index) => byte === other.bytes[index]);
}

/** The picture read anew; null for bytes that are none. */
async function readPicture({ bytes, mediaType }: LetterLogo): Promise<Picture | null> {
  try {
    return mediaType === 'image/png' ? await readPng(bytes) : await readJpeg(bytes);
  } catch {
    return null;
  }
}

/** Puts the picture into a document. */
export function embedPicture(context: PDFContext, { bytes, entries }: Picture): PDFRef {
  const dictionary = context.obj({ Type: 'XObject', Subtype: 'Image', ...entries });
  return context.register(PDFRawStream.of(dictionary, bytes));
}

/**
 * What is see-through becomes white, as the paper is: printers draw a page with transparency
 * as one large picture.
 */
async function readPng(bytes: Uint8Array): Promise<Picture> {
  const png = await PngEmbedder.for(bytes);
  const context = PDFContext.create();
  const image = context.lookup(await png.embedIntoContext(context));
  if (!(image instanceof PDFRawStream)) throw new Error('The picture is no stream');
  const colours = unzlibSync(image.contents);
  const mask = context.lookup(image.dict.get(PDFName.of('SMask')));
  if (mask instanceof PDFRawStream) onWhite(colours, unzlibSync(mask.contents));
  const { width, height } = png;
  const entries = {
    Width: width,
    Height: height,
    BitsPerComponent: 8,
    ColorSpace: 'DeviceRGB',
    Filter: 'FlateDecode',
  };
  return { width, height, isCmyk: false, bytes: zlibSync(colours), entries };
}

function onWhite(colours: Uint8Array, opacity: Uint8Array): void {
  opacity.forEach((share, point) => {
    for (let at = point * 3; at < point * 3 + 3; at += 1) {
      colours[at] = Math.round(255 + (((colours[at] ?? 255) - 255) * share) / 255);
    }
  });
}

async function readJpeg(bytes: Uint8Array): Promise<Picture> {
  const { width, height, bitsPerComponent, ...jpeg } = await JpegEmbedder.for(bytes);
  const colorSpace: string = jpeg.colorSpace;
  const isCmyk = colorSpace === 'DeviceCMYK';
  const entries = {
    Width: width,
    Height: height,
    BitsPerComponent: bitsPerComponent,
    ColorSpace: colorSpace,
    Filter: 'DCTDecode',
    // Inks are kept the other way round in such files.
    ...(isCmyk && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }),
  };
  return { width, height, isCmyk, bytes, entries };
}
