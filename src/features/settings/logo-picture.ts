import { fail, succeed, type Result } from '../../contract/result';
import { inspectPicture, isInkJpeg } from '../../domain/documents/inspect-picture';
import { sniffMediaType, type FileProblem } from '../../domain/documents/sniff-media-type';
import { looksLikeSvg, rasterisePicture, rasteriseSvg, type RasterProblem } from './rasterise-logo';

/** Largest logo taken, in bytes: it goes into every letter. */
export const LARGEST_LOGO = 1_000_000;

export interface LogoPicture {
  readonly bytes: Uint8Array;
  readonly mediaType: 'image/png' | 'image/jpeg';
}

export type LogoProblem =
  /** What is wrong with any paper of the kind. */
  | { readonly kind: 'file'; readonly code: FileProblem['code'] }
  | { readonly kind: 'logo'; readonly code: RasterProblem['code'] | 'not-picture' };

/**
 * A chosen file as the picture to keep. PNG and JPEG stay as they are; SVG drawings and
 * pictures in inks are drawn anew as PNG, because letters hold neither.
 */
export async function readLogoPicture(
  bytes: Uint8Array,
): Promise<Result<LogoPicture, LogoProblem>> {
  if (looksLikeSvg(bytes)) return asPng(await rasteriseSvg(bytes));
  const kind = sniffMediaType(bytes);
  if (!kind.ok || kind.value === 'application/pdf')
    return fail({ kind: 'logo', code: 'not-picture' });
  const unfit = inspectPicture(bytes, kind.value);
  if (unfit !== null) return fail({ kind: 'file', code: unfit.code });
  if (kind.value === 'image/jpeg' && isInkJpeg(bytes)) return asPng(await rasterisePicture(bytes));
  return succeed({ bytes, mediaType: kind.value });
}

function asPng(drawn: Result<Uint8Array, RasterProblem>): Result<LogoPicture, LogoProblem> {
  if (!drawn.ok) return fail({ kind: 'logo', code: drawn.error.code });
  return succeed({ bytes: drawn.value, mediaType: 'image/png' });
}
