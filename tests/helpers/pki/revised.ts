import { PDFDocument, type PDFRef } from 'pdf-lib';

/** Changes a signed file by a further revision, as an editor or an attacker would. */
export async function revised(
  bytes: Uint8Array,
  change: (document: PDFDocument, mark: (ref: PDFRef) => void) => Promise<void> | void,
): Promise<Uint8Array> {
  const document = await PDFDocument.load(bytes, {
    forIncrementalUpdate: true,
    updateMetadata: false,
  });
  const { snapshot } = document.context;
  if (snapshot === undefined) throw new Error('no snapshot');
  await change(document, (ref) => snapshot.markRefForSave(ref));
  return document.save({ useObjectStreams: false });
}
