import { P12Signer } from '@signpdf/signer-p12';
import { SignPdf } from '@signpdf/signpdf';
import { PDFArray, PDFDocument, PDFHexString, PDFName, PDFNumber, PDFString } from 'pdf-lib';

/** Bytes kept free for the signature. */
const ROOM = 8192;

/**
 * What an office would have with `@signpdf` alone: the file read and written anew with a place for
 * a signature, as its `placeholder-pdf-lib` does it, and a signature of the old kind
 * (adbe.pkcs7.detached, no signing-certificate), invisible; nothing is checked before or after.
 */
export async function signWithSignpdf(
  pdf: Uint8Array,
  keyFile: Uint8Array,
  passphrase: string,
): Promise<Buffer> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context } = document;
  const range = PDFArray.withContext(context);
  for (const number of [0, 9_999_999_999, 9_999_999_999, 9_999_999_999]) {
    range.push(number === 0 ? PDFNumber.of(0) : PDFName.of('**********'));
  }
  const signature = context.register(
    context.obj({
      Type: 'Sig',
      Filter: 'Adobe.PPKLite',
      SubFilter: 'adbe.pkcs7.detached',
      ByteRange: range,
      Contents: PDFHexString.of('0'.repeat(ROOM * 2)),
      M: PDFString.fromDate(new Date()),
    }),
  );
  const page = document.getPage(0);
  const widget = context.register(
    context.obj({
      Type: 'Annot',
      Subtype: 'Widget',
      FT: 'Sig',
      Rect: [0, 0, 0, 0],
      V: signature,
      T: PDFString.of('Signature1'),
      F: 4,
      P: page.ref,
    }),
  );
  page.node.addAnnot(widget);
  document.catalog.set(PDFName.of('AcroForm'), context.obj({ SigFlags: 3, Fields: [widget] }));
  const placed = Buffer.from(await document.save({ useObjectStreams: false }));
  return new SignPdf().sign(placed, new P12Signer(Buffer.from(keyFile), { passphrase }));
}
