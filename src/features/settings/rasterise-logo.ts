import { fail, succeed, type Result } from '../../contract/result';
import { inspectSvg, sizedSvg, type SvgProblem } from '../../domain/documents/inspect-svg';

/**
 * Longest side of a drawing turned into points: the logo's place on a letter is 25 mm high,
 * which 1000 points fill at 1000 dots per inch, more than any office printer has.
 */
const LONGEST_SIDE = 1000;

export type RasterProblem = SvgProblem | { readonly code: 'picture-not-drawn' };

/** Whether a file is an SVG drawing, by its first signs; what it holds is looked at later. */
export function looksLikeSvg(bytes: Uint8Array): boolean {
  const head = new TextDecoder().decode(bytes.subarray(0, 1024)).trimStart();
  return /^(<\?xml|<!--|<!DOCTYPE svg|<([\w.-]+:)?svg)/i.test(head) && !/<html/i.test(head);
}

/**
 * An SVG drawing as PNG bytes on white, drawn by the browser as a picture, which runs and
 * fetches nothing; refused before that where it holds what no logo needs.
 */
export async function rasteriseSvg(bytes: Uint8Array): Promise<Result<Uint8Array, RasterProblem>> {
  const text = readUtf8(bytes);
  if (text === null) return fail({ code: 'svg-damaged' });
  const inspected = inspectSvg(text);
  if (!inspected.ok) return inspected;
  const { width, height } = inspected.value;
  const scale = LONGEST_SIDE / Math.max(width, height);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  if (size.width < 1 || size.height < 1) return fail({ code: 'svg-damaged' });
  const drawing = new Blob([sizedSvg(text, inspected.value, size)], { type: 'image/svg+xml' });
  return drawn(drawing, size);
}

/** A JPEG in inks as PNG bytes in the colours of a screen: files for archives hold no inks. */
export async function rasterisePicture(
  bytes: Uint8Array,
): Promise<Result<Uint8Array, RasterProblem>> {
  const picture = new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' });
  return drawn(picture, null);
}

function readUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

async function drawn(
  picture: Blob,
  size: { readonly width: number; readonly height: number } | null,
): Promise<Result<Uint8Array, RasterProblem>> {
  const url = URL.createObjectURL(picture);
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = size?.width ?? image.naturalWidth;
    canvas.height = size?.height ?? image.naturalHeight;
    const context = canvas.getContext('2d');
    if (context === null) return fail({ code: 'picture-not-drawn' });
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(image, 0, 0, canvas.width, canvas.height);
    const png = await new Promise<Blob | null>((resolve) => {
      canvas.toBlob(resolve, 'image/png');
    });
    if (png === null) return fail({ code: 'picture-not-drawn' });
    return succeed(new Uint8Array(await png.arrayBuffer()));
  } catch {
    return fail({ code: 'picture-not-drawn' });
  } finally {
    URL.revokeObjectURL(url);
  }
}
