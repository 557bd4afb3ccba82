import { zlibSync } from 'fflate';
import { PDFRawStream, type PDFContext, type PDFRef } from 'pdf-lib';

/** The bytes as a compressed stream of the document, with these entries in its dictionary. */
export function stream(
  context: PDFContext,
  bytes: Uint8Array,
  entries: Readonly<Record<string, number | string>> = {},
): PDFRef {
  const dictionary = context.obj({ ...entries, Filter: 'FlateDecode' });
  return context.register(PDFRawStream.of(dictionary, zlibSync(bytes)));
}
