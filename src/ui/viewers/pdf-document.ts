import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';

interface PdfEngine {
  readonly pdf: typeof import('pdfjs-dist');
  /**
   * One worker for all documents. Handed to each of them, because a document that made its
   * own would end it when closed, also under the next document that was just opened.
   */
  readonly worker: PDFWorker;
}
let engine: Promise<PdfEngine> | null = null;

/** The reader comes as its own chunks on first use, its worker from the bundle. */
function loadEngine(): Promise<PdfEngine> {
  engine ??= Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?worker'),
  ]).then(([pdf, script]) => ({
    pdf,
    worker: pdf.PDFWorker.create({ port: new script.default() }),
  }));
  return engine;
}

/**
 * Opens PDF bytes for reading. The bytes are copied first, because the reader hands its copy
 * over to the worker. Rejects when they are no readable PDF; `destroy()` the task after use.
 */
export async function openPdf(bytes: Uint8Array): Promise<{
  readonly task: PDFDocumentLoadingTask;
  readonly document: PDFDocumentProxy;
}> {
  const { pdf, worker } = await loadEngine();
  const task = pdf.getDocument({
    worker,
    data: bytes.slice(),
    // Nothing is compiled at run time, nothing fetched: the content security policy stays strict.
    isEvalSupported: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    stopAtErrors: false,
  });
  return { task, document: await task.promise };
}

/** Unrenderable on screen above this many pixels; browsers give up silently beyond. */
const maximumPixels = 16_000_000;

/** Draws one page (from 1) into the canvas at a width in CSS pixels; returns its height. */
export async function drawPdfPage(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  cssWidth: number,
  pixelRatio: number,
): Promise<void> {
  const page = await document.getPage(number);
  const natural = page.getViewport({ scale: 1 });
  const wanted = (cssWidth / natural.width) * pixelRatio;
  const limit = Math.sqrt(maximumPixels / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, limit) });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport }).promise;
}

/** The text of one page (from 1), for those who cannot see the picture of it. */
export async function readPdfPageText(document: PDFDocumentProxy, number: number): Promise<string> {
  const page = await document.getPage(number);
  const content = await page.getTextContent();
  return content.items
    .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    .join('');
}
