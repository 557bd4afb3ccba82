import { PDFDocument } from 'pdf-lib';
import { createScanWorkshop } from '../../../../src/documents/scan-client';
import type { BoundDocument } from '../../../../src/documents/scan-protocol';
import { UNEDITED } from '../../../../src/domain/scanning/scan-page';
import { watchTurns } from '../../watch-turns';

/** One document made of pages of 300 dots per inch. */
export interface Made {
  readonly milliseconds: number;
  readonly bytes: number;
  readonly fineness: BoundDocument['fineness'];
  readonly longestPauseMs: number;
  readonly longTasks: number;
}

export interface ScanBench {
  /** A page's JPEG, base64. */
  readonly prepare: (page: string) => void;
  /** Through the product's worker, within `limit` bytes; null for none. */
  readonly ours: (pages: number, limit: number | null) => Promise<Made>;
  /** The same JPEGs put into a PDF by the bare library, in the page's own thread. */
  readonly bare: (pages: number) => Promise<Pick<Made, 'milliseconds' | 'bytes'>>;
  /** The last document of ours, base64. */
  readonly last: () => string;
}

const DPI = 300;
let page: Uint8Array = new Uint8Array();
let last: Uint8Array = new Uint8Array();

/** Each page is a file of its own, as a scanner gives them. */
const copies = (count: number) => Array.from({ length: count }, () => page.slice());

const bench: ScanBench = {
  prepare: (text) => {
    page = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  },
  ours: async (count, limit) => {
    const pages = copies(count).map((bytes) => ({
      bytes,
      pdfPage: null,
      dpi: DPI,
      edit: UNEDITED,
    }));
    const workshop = createScanWorkshop();
    const stop = watchTurns();
    const begun = performance.now();
    const bound = await workshop.bind(pages, limit ?? Infinity, 'Contoh');
    const milliseconds = performance.now() - begun;
    const { longest, longTasks } = stop();
    workshop.dispose();
    if (!bound.ok) throw new Error(bound.error.detail);
    const { bytes, fineness } = bound.value;
    last = bytes;
    return { milliseconds, bytes: bytes.length, fineness, longestPauseMs: longest, longTasks };
  },
  bare: async (count) => {
    const pages = copies(count);
    const begun = performance.now();
    const document = await PDFDocument.create();
    for (const bytes of pages) {
      const image = await document.embedJpg(bytes);
      const [width, height] = [(image.width / DPI) * 72, (image.height / DPI) * 72];
      document.addPage([width, height]).drawImage(image, { x: 0, y: 0, width, height });
    }
    const saved = await document.save();
    return { milliseconds: performance.now() - begun, bytes: saved.length };
  },
  last: () => {
    let text = '';
    for (const byte of last) text += String.fromCharCode(byte);
    return btoa(text);
  },
};
Object.assign(window, { scanBench: bench });
