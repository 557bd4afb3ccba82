import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';

interface PdfEngine {
  readonly pdf: typeof import('pdfjs-dist');
  /**
   * One worker for all documents. Handed to each of them, because a document that made its
   * own would end it when closed, also under the next document that was just opened.
   */
  readonly worker: PDFWorker;
  /** Ends the worker for good, whatever it is at. */
  readonly stop: () => void;
}
let engine: Promise<PdfEngine> | null = null;

/** How long a document may take to open and a page to be read or drawn, in milliseconds. */
const PATIENCE = 30_000;

/** Larger pictures inside a document are left out by the reader; the same as for a picture alone. */
const MOST_POINTS_OF_PICTURE = 80_000_000;

/** The reader comes as its own chunks on first use, its worker from the bundle. */
function loadEngine(): Promise<PdfEngine> {
  engine ??= Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?worker'),
  ]).then(([pdf, script]) => {
    const port = new script.default();
    return { pdf, worker: pdf.PDFWorker.create({ port }), stop: () => port.terminate() };
  });
  return engine;
}

/**
 * The work's own outcome, or a rejection when it takes longer than `PATIENCE`: then the worker is
 * ended with all it was at, and the next document gets a new one. A file made to keep a reader
 * busy for ever costs this much and no more.
 */
async function withinPatience<Value>(work: Promise<Value>): Promise<Value> {
  const running = engine;
  let limit: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    limit = setTimeout(() => {
      if (engine === running) engine = null;
      void running?.then(({ stop }) => stop());
      reject(new Error('pdf-too-slow'));
    }, PATIENCE);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(limit);
  }
}

/**
 * Opens PDF bytes for reading. The bytes are copied first, because the reader hands its copy
 * over to the worker. Only pages are read: scripts, actions, forms and files inside a document are
 * never asked for. Rejects when they are no readable PDF, are locked with a password or take too
 * long; `destroy()` the task after use.
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
    maxImageSize: MOST_POINTS_OF_PICTURE,
  });
  try {
    return { task, document: await withinPatience(task.promise) };
  } catch (error) {
    void task.destroy();
    throw error;
  }
}

/** Whether a PDF cannot be read without a password; false where it cannot be read for another reason. */
export async function needsPassword(bytes: Uint8Array): Promise<boolean> {
  try {
    const { task } = await openPdf(bytes);
    void task.destroy();
    return false;
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException';
  }
}

/** Unrenderable on screen above this many pixels; browsers give up silently beyond. */
const maximumPixels = 16_000_000;

/** Draws one page (from 1) into the canvas at a width in CSS pixels. */
export async function drawPdfPage(
  document: PDFDocumentProxy,
  number: number,
  canvas: HTMLCanvasElement,
  cssWidth: number,
  pixelRatio: number,
): Promise<void> {
  const page = await withinPatience(document.getPage(number));
  const natural = page.getViewport({ scale: 1 });
  const wanted = (cssWidth / natural.width) * pixelRatio;
  const limit = Math.sqrt(maximumPixels / (natural.width * natural.height));
  const viewport = page.getViewport({ scale: Math.min(wanted, limit) });
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  const drawing = page.render({ canvas, viewport });
  try {
    await withinPatience(drawing.promise);
  } catch (error) {
    drawing.cancel();
    throw error;
  }
}

/** The text of one page (from 1), for those who cannot see the picture of it. */
export async function readPdfPageText(document: PDFDocumentProxy, number: number): Promise<string> {
  const page = await withinPatience(document.getPage(number));
  const content = await withinPatience(page.getTextContent());
  return content.items
    .map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''))
    .join('');
}

/** What stands on a page, in points from its top left corner. */
export interface PdfPageRoom {
  readonly width: number;
  readonly height: number;
  /** One rectangle for each run of text. */
  readonly texts: readonly {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  }[];
}

/** Size and texts of one page (from 1); null for a page that is turned. */
export async function readPdfPageRoom(
  document: PDFDocumentProxy,
  number: number,
): Promise<PdfPageRoom | null> {
  const page = await withinPatience(document.getPage(number));
  if (page.rotate !== 0) return null;
  const [x = 0, y = 0, right = 0, top = 0] = page.view;
  const content = await withinPatience(page.getTextContent());
  const texts = content.items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [, , , , left = 0, base = 0] = item.transform as readonly number[];
    // Below the base line hang the tails of letters, a quarter of their size.
    const tail = item.height / 4;
    return [
      {
        left: left - x,
        right: left - x + item.width,
        top: top - base - item.height,
        bottom: top - base + tail,
      },
    ];
  });
  return { width: right - x, height: top - y, texts };
}
