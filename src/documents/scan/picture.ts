import { inkOf, greyOf, type Raster } from '../../domain/scanning/raster';
import { FINDINGS_SIDE } from '../../domain/scanning/page-findings';
import { presumedDpi, type PageEdit } from '../../domain/scanning/scan-page';

/** A picture of a page that was read, upright as its own marks say (EXIF). */
export type Picture = ImageBitmap;

/** Rejects for bytes that are no picture. */
export function readPicture(bytes: Uint8Array): Promise<Picture> {
  return createImageBitmap(new Blob([new Uint8Array(bytes)]), { imageOrientation: 'from-image' });
}

/** A small raster of the whole picture as it was scanned, for findings. */
export function findingsRaster(picture: Picture): Raster {
  const scale = Math.min(1, FINDINGS_SIDE / Math.max(picture.width, picture.height));
  const width = Math.max(1, Math.round(picture.width * scale));
  const height = Math.max(1, Math.round(picture.height * scale));
  const canvas = new OffscreenCanvas(width, height);
  const context = contextOf(canvas);
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return greyOf(context.getImageData(0, 0, width, height).data, width, height);
}

/** A page drawn as it will be. */
export interface DrawnPage {
  readonly canvas: OffscreenCanvas;
  /** Dots per inch of the drawing. */
  readonly dpi: number;
  /** Inches. */
  readonly width: number;
  readonly height: number;
}

/** What a drawing may have at most: points of its longer side, or dots per inch. */
export type DrawingLimit =
  | {
      readonly side: number;
      /** Points the longer side shall have for reading; it is enlarged threefold at most. */
      readonly least?: number;
    }
  | { readonly dpi: number };

/** Enlarged further, points become squares that are taken for strokes. */
const MOST_ENLARGED = 3;

/**
 * Draws a picture turned, straightened, cut and in the colours asked for; never larger than it
 * was scanned, but for reading. `dpi` null: the picture is taken for a page of A4.
 */
export function drawPage(
  picture: Picture,
  dpi: number | null,
  edit: PageEdit,
  limit: DrawingLimit,
): DrawnPage {
  const own = dpi ?? presumedDpi(picture.width, picture.height);
  const isSideways = edit.rotation === 90 || edit.rotation === 270;
  const fullWidth = isSideways ? picture.height : picture.width;
  const fullHeight = isSideways ? picture.width : picture.height;
  const { crop } = edit;
  const keptWidth = Math.max(0.05, 1 - crop.left - crop.right) * fullWidth;
  const keptHeight = Math.max(0.05, 1 - crop.top - crop.bottom) * fullHeight;
  const wanted = 'side' in limit ? limit.side / Math.max(keptWidth, keptHeight) : limit.dpi / own;
  const enlarged = 'side' in limit ? (limit.least ?? 0) / Math.max(keptWidth, keptHeight) : 0;
  const scale = Math.max(Math.min(1, wanted), Math.min(MOST_ENLARGED, enlarged));
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(keptWidth * scale)),
    Math.max(1, Math.round(keptHeight * scale)),
  );
  const context = contextOf(canvas);
  // What straightening leaves open at the corners is paper.
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingQuality = 'high';
  context.scale(scale, scale);
  context.translate(fullWidth / 2 - crop.left * fullWidth, fullHeight / 2 - crop.top * fullHeight);
  context.rotate(((edit.rotation - edit.skew) * Math.PI) / 180);
  context.drawImage(picture, -picture.width / 2, -picture.height / 2);
  if (edit.colour !== 'as-scanned') recolour(context, edit.colour);
  return { canvas, dpi: own * scale, width: keptWidth / own, height: keptHeight / own };
}

function recolour(
  context: OffscreenCanvasRenderingContext2D,
  colour: 'gray' | 'black-white',
): void {
  const { width, height } = context.canvas;
  const image = context.getImageData(0, 0, width, height);
  const raster = greyOf(image.data, width, height);
  const ink = colour === 'black-white' ? inkOfPage(raster) : null;
  for (let at = 0; at < raster.grey.length; at += 1) {
    const shade = ink === null ? (raster.grey[at] ?? 0) : ink[at] === 1 ? 0 : 255;
    image.data.fill(shade, at * 4, at * 4 + 3);
  }
  context.putImageData(image, 0, 0);
}

/** Ink and paper; thicker strokes than a letter's stay filled (reach of 3 mm at usual sizes). */
function inkOfPage(raster: Raster): Uint8Array {
  return inkOf(raster, Math.max(8, Math.round(raster.width / 60)), 18);
}

/** The ink of a drawn page, packed as one bit a point, rows filled up to bytes; 1 is paper. */
export function packedBits({ canvas }: DrawnPage): Uint8Array {
  const { width, height } = canvas;
  const { data } = contextOf(canvas).getImageData(0, 0, width, height);
  const stride = (width + 7) >> 3;
  const bits = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      if ((data[(y * width + x) * 4] ?? 0) < 128) continue;
      const at = y * stride + (x >> 3);
      bits[at] = (bits[at] ?? 0) | (0x80 >> (x & 7));
    }
  }
  return bits;
}

/** The drawn page as JPEG at a quality from 0 to 1. */
export async function jpegOf(
  { canvas }: DrawnPage,
  quality: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  return new Uint8Array(await blob.arrayBuffer());
}

function contextOf(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('no-canvas');
  return context;
}
