import type {
  LetterKop,
  LetterRow,
  LetterSignature,
  LetterText,
} from '../domain/letters/letter-content';

/** A column of a report's table. */
export interface ReportColumn {
  readonly title: string;
  /** Share of the width; those of a table add up to 1. */
  readonly share: number;
}

export interface ReportTable {
  readonly columns: readonly ReportColumn[];
  /** One text for each column. */
  readonly rows: readonly (readonly string[])[];
  /** Stands in place of rows where there are none. */
  readonly empty: string;
}

/** A report of the office on its own letterhead: facts, a table, and what it was made from. */
export interface ReportContent {
  /** UUID of the paper. */
  readonly id: string;
  /** Title for the PDF's metadata; names no person. */
  readonly title: string;
  readonly kop: LetterKop;
  readonly heading: readonly LetterText[];
  /** A paragraph above the facts; left out where a report has none. */
  readonly opening?: string;
  readonly facts: readonly LetterRow[];
  readonly table: ReportTable;
  /** After the table: the head of the chain and what it is for. */
  readonly closing: { readonly text: string; readonly facts: readonly LetterRow[] };
  /** A table with room to sign in every row, before the signature. */
  readonly signers?: ReportTable;
  readonly signature: LetterSignature;
}

export interface ReportOptions {
  /** RFC 3339; becomes the creation date of the PDF. */
  readonly createdAt: string;
  readonly logo: {
    readonly bytes: Uint8Array;
    readonly mediaType: 'image/png' | 'image/jpeg';
  } | null;
}

/** Words of every report; the paper is always Indonesian. */
export const REPORT_WORDS = {
  page: (page: number, pages: number) => `Halaman ${page} dari ${pages}`,
} as const;
