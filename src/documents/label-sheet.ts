import { LABEL_SHEET, LABELS_A_SHEET, labelLayout } from './layout/label-layout';
import { madeLetter, refusedLetter, type LetterResult } from './letter-result';
import { missingGlyph, writePaper, type PaperAssets } from './pdf-parts';

/** What stands on the folder of a request. */
export interface FolderLabel {
  /** UUID of the request: all its QR code says. */
  readonly requestId: string;
  readonly registerNumber: string;
  readonly service: string;
  /** "Diterima 2 Maret 2026". */
  readonly received: string;
  readonly name: string;
  readonly unit: string;
}

export interface LabelSheetContent {
  /** UUID of the paper. */
  readonly id: string;
  readonly labels: readonly FolderLabel[];
}

/** Title of the PDF; names no person. */
const TITLE = 'Label map Loket SE';

/**
 * Labels for folders on A4, eight a sheet; pure. Refuses with `glyph-missing` like a letter.
 * `createdAt` is RFC 3339.
 */
export async function renderLabels(
  content: LabelSheetContent,
  assets: PaperAssets,
  createdAt: string,
): Promise<LetterResult> {
  const created = new Date(createdAt);
  if (Number.isNaN(created.getTime()))
    return refusedLetter({ code: 'renderer-failed', detail: 'createdAt' });
  const laid = content.labels.map((label, index) =>
    labelLayout(label, index % LABELS_A_SHEET, assets.fonts),
  );
  const missing = missingGlyph(laid.flat(), assets.fonts);
  if (missing) return refusedLetter(missing);
  const sheets = Math.max(1, Math.ceil(laid.length / LABELS_A_SHEET));
  const pages = Array.from({ length: sheets }, (_, sheet) =>
    laid.slice(sheet * LABELS_A_SHEET, (sheet + 1) * LABELS_A_SHEET).flat(),
  );
  const bytes = await writePaper(assets, {
    pages,
    frame: LABEL_SHEET,
    pictures: {},
    isTagged: true,
    title: TITLE,
    id: content.id,
    created,
    shapes: content,
  });
  return madeLetter(bytes);
}
