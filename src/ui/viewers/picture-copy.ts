import { drawPdfPage, openPdf } from './pdf-document';

/** Dots per inch of a copy; a page's own unit is 1/72 inch. */
const RESOLUTION = 200;
const POINTS_PER_INCH = 72;

/** More pages than these are not printed as pictures in one go. */
const MOST_PAGES = 200;

/**
 * A new PDF with a picture of each page and nothing else: no script, link or file of the original
 * comes along. For printing only; the original is left as it is. Rejects when a page cannot be
 * drawn or there are too many.
 */
export async function pictureCopy(bytes: Uint8Array): Promise<Uint8Array> {
  const [{ PDFDocument }, { task, document: source }] = await Promise.all([
    import('pdf-lib'),
    openPdf(bytes),
  ]);
  try {
    if (source.numPages > MOST_PAGES) throw new Error('too many pages');
    const copy = await PDFDocument.create();
    const canvas = document.createElement('canvas');
    for (let number = 1; number <= source.numPages; number += 1) {
      const { width, height } = (await source.getPage(number)).getViewport({ scale: 1 });
      await drawPdfPage(source, number, canvas, width, RESOLUTION / POINTS_PER_INCH);
      const picture = await copy.embedJpg(await jpegOf(canvas));
      copy.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height });
    }
    return await copy.save();
  } finally {
    void task.destroy();
  }
}

function jpegOf(canvas: HTMLCanvasElement): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob === null) reject(new Error('no picture'));
        else void blob.arrayBuffer().then((buffer) => resolve(new Uint8Array(buffer)), reject);
      },
      'image/jpeg',
      0.92,
    );
  });
}
