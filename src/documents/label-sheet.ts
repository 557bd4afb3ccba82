import { PDFDocument } from 'pdf-lib';
import type { FontSet } from './font-set';
import { LABEL_SHEET, LABELS_A_SHEET, labelLayout } from './layout/label-layout';
import { madeLetter, refusedLetter, type LetterResult } from './letter-result';
import { qrOperators } from './paint/page-operators';
import { describe, embedFonts, missingGlyph, openPage, stylesOf } from './pdf-parts';

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
  { fonts: glyphs }: { readonly fonts: FontSet },
  createdAt: string,
): Promise<LetterResult> {
  const created = new Date(createdAt);
  if (Number.isNaN(created.getTime()))
    return refusedLetter({ code: 'renderer-failed', detail: 'createdAt' });
  const laid = content.labels.map((label, index) => ({
    label,
    sheet: Math.floor(index / LABELS_A_SHEET),
    ...labelLayout(label, index % LABELS_A_SHEET, glyphs),
  }));
  const marks = laid.flatMap((one) => one.marks);
  const missing = missingGlyph(marks, glyphs);
  if (missing) return refusedLetter(missing);

  const document = await PDFDocument.create({ updateMetadata: false });
  const fonts = await embedFonts(document, glyphs, stylesOf(marks), content.id);
  for (let sheet = 0; sheet * LABELS_A_SHEET < laid.length; sheet += 1) {
    const own = laid.filter((one) => one.sheet === sheet);
    const { page, operators } = openPage(
      { document, frame: LABEL_SHEET, fonts, logo: null },
      own.flatMap((one) => one.marks),
    );
    const codes = own.flatMap(({ label, qr }) =>
      qrOperators(`loket-se:${label.requestId}`, qr, LABEL_SHEET.pageHeight),
    );
    page.pushOperators(...operators, ...codes);
  }
  await describe(document, { title: TITLE, id: content.id, created, shapes: content });
  return madeLetter(await document.save({ updateFieldAppearances: false }));
}
