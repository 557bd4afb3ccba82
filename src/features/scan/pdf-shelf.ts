import { drawPdfPage, openPdf } from '../../ui/viewers/pdf-document';

/** PDFs that pages of the table come from, each opened once for all its pages. */
export interface PdfShelf {
  /**
   * A page, counted from 0, as JPEG about `side` points high; null where it cannot be drawn. The
   * same bytes are the same document.
   */
  readonly picture: (bytes: Uint8Array, page: number, side: number) => Promise<Blob | null>;
  /** Closes them all. */
  readonly clear: () => void;
}

type Opened = ReturnType<typeof openPdf>;

/** An empty shelf. */
export function createPdfShelf(): PdfShelf {
  const opened = new Map<Uint8Array, Opened>();
  const open = (bytes: Uint8Array): Opened => {
    const known = opened.get(bytes);
    if (known !== undefined) return known;
    const opening = openPdf(bytes);
    opened.set(bytes, opening);
    return opening;
  };
  return {
    picture: async (bytes, page, side) => {
      try {
        const { document: pdf } = await open(bytes);
        const canvas = document.createElement('canvas');
        await drawPdfPage(pdf, page + 1, canvas, side * 0.7, 1);
        return await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.8));
      } catch {
        // Its reader may have been ended with it: the next page opens it anew.
        opened.delete(bytes);
        return null;
      }
    },
    clear: () => {
      for (const opening of opened.values()) {
        void opening.then(({ task }) => task.destroy()).catch(() => undefined);
      }
      opened.clear();
    },
  };
}
