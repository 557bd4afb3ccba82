import type { Host } from '../../contract';
import { fail, succeed, type Result, type ServiceError } from '../../contract/result';
import type { ScanWorkshop } from '../../documents/scan-client';
import type { FileProblem } from '../../domain/documents/sniff-media-type';
import { carriesSignature } from '../../domain/scanning/carries-signature';
import { presumedDpi, UNEDITED, type ScanPage } from '../../domain/scanning/scan-page';
import type { InspectPaper } from '../shared/inspect-paper';

/** What taking a page works with. */
export interface PageDesk {
  readonly host: Pick<Host, 'files'>;
  readonly inspect: InspectPaper;
  readonly workshop: Pick<ScanWorkshop, 'look'>;
  /** How many pages a PDF has; rejects where it cannot be read. */
  readonly countPages: (bytes: Uint8Array) => Promise<number>;
  readonly newId: () => string;
}

export type PageFailure =
  | { readonly kind: 'file-refused'; readonly problem: FileProblem }
  | { readonly kind: 'file-unreadable' }
  | { readonly kind: 'file-not-stored'; readonly error: ServiceError }
  /** It carries an electronic signature, which would be lost among other pages. */
  | { readonly kind: 'signed' };

/**
 * Stores what a scanner, a camera or a person gave, and makes it pages of the table: one of a
 * picture, all of a PDF. It is stored before it is a page, so that nothing read is lost.
 * `dpi` null: the picture does not say.
 */
export async function takePages(
  desk: PageDesk,
  requestId: string,
  given: { readonly bytes: Uint8Array<ArrayBuffer>; readonly dpi: number | null },
): Promise<Result<readonly ScanPage[], PageFailure>> {
  const { bytes, dpi } = given;
  const inspected = await desk.inspect(bytes);
  if (!inspected.ok) return fail({ kind: 'file-refused', problem: inspected.error });
  const { mediaType } = inspected.value;
  if (mediaType === 'application/pdf' && carriesSignature(bytes)) return fail({ kind: 'signed' });
  const stored = await desk.host.files.put({ bytes, subject: requestId });
  if (!stored.ok) return fail({ kind: 'file-not-stored', error: stored.error });
  const common = { file: stored.value, mediaType, edit: UNEDITED } as const;
  if (mediaType === 'application/pdf') {
    const count = await desk.countPages(bytes).catch(() => 0);
    if (count === 0) return fail({ kind: 'file-unreadable' });
    return succeed(
      Array.from({ length: count }, (_, pdfPage) => ({
        ...common,
        id: desk.newId(),
        pdfPage,
        dpi: null,
        warnings: [],
        skew: 0,
        likeness: '',
      })),
    );
  }
  const looked = await desk.workshop.look(bytes, dpi);
  if (!looked.ok) return fail({ kind: 'file-unreadable' });
  const { width, height, warnings, skew, likeness } = looked.value;
  const page = { ...common, id: desk.newId(), pdfPage: null, warnings: [...warnings], skew };
  return succeed([{ ...page, likeness, dpi: dpi ?? presumedDpi(width, height) }]);
}
