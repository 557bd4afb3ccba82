import { PDFDocument, StandardFonts } from 'pdf-lib';

/** A letter of one or more pages, fictitious; packed with object streams or without. */
export async function paper(
  options: { readonly pages?: number; readonly useObjectStreams?: boolean } = {},
): Promise<Uint8Array<ArrayBuffer>> {
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (let page = 1; page <= (options.pages ?? 1); page += 1) {
    document.addPage([595, 842]).drawText(`Surat Contoh, halaman ${String(page)}`, {
      x: 60,
      y: 760,
      font,
      size: 14,
    });
  }
  const useObjectStreams = options.useObjectStreams ?? false;
  return new Uint8Array(await document.save({ useObjectStreams }));
}
