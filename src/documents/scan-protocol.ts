import type { PageFindings } from '../domain/scanning/page-findings';
import type { RightSize } from '../domain/scanning/right-size';
import type { PageEdit } from '../domain/scanning/scan-page';

/** A page on its way into a document. */
export interface PageToBind {
  readonly bytes: Uint8Array;
  /** Which page of a PDF, from 0; null for pictures. */
  readonly pdfPage: number | null;
  /** Dots per inch; null where the picture does not say. */
  readonly dpi: number | null;
  readonly edit: PageEdit;
}

/** What a picture of a page is and what is wrong with it. */
export interface LookedPage extends PageFindings {
  /** Points. */
  readonly width: number;
  readonly height: number;
}

/** A document put together, and how it came to its size. */
export interface BoundDocument extends RightSize {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Bytes of its pages as they were scanned. */
  readonly before: number;
}

export type ScanTask =
  | { readonly kind: 'look'; readonly bytes: Uint8Array; readonly dpi: number | null }
  /** The page as it will be, its longer side at most `side` points, as JPEG. */
  | {
      readonly kind: 'show';
      readonly bytes: Uint8Array;
      readonly edit: PageEdit;
      readonly side: number;
      /** For reading: at least so many where the picture is small; see `DrawingLimit`. */
      readonly least?: number;
    }
  /** The bytes of pages that are bound next, one file at a time: one large message would halt the page. */
  | { readonly kind: 'hand'; readonly file: number; readonly bytes: Uint8Array }
  | {
      readonly kind: 'bind';
      /** `file` is the number its bytes were handed over with. */
      readonly pages: readonly (Omit<PageToBind, 'bytes'> & { readonly file: number })[];
      /** Bytes the document may weigh. */
      readonly limit: number;
      /** The document's title; names no person. */
      readonly title: string;
    };

export interface ScanRequest {
  readonly id: number;
  readonly task: ScanTask;
}

export type ScanReply =
  | { readonly id: number; readonly kind: 'progress'; readonly share: number }
  | { readonly id: number; readonly kind: 'handed' }
  | { readonly id: number; readonly kind: 'looked'; readonly value: LookedPage }
  | { readonly id: number; readonly kind: 'shown'; readonly value: Uint8Array<ArrayBuffer> }
  | { readonly id: number; readonly kind: 'bound'; readonly value: BoundDocument }
  /** `detail` is a code, never a person's. */
  | { readonly id: number; readonly kind: 'failed'; readonly detail: string };
