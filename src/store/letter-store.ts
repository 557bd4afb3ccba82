import { bookKeyOf } from '../domain/numbering/letter-book';
import type { LetterRow } from './rows';
import type { LoketDatabase } from './schema';
import type { Page } from './store';

/** A final letter as the book of numbers and the printer's list show it. */
export type FinalLetterRow = LetterRow;

/** Reads over the final letters of all requests. */
export interface LetterStore {
  /** Letters of a year's book from this number on, first number first. */
  bookFrom(year: number, value: number): Promise<readonly FinalLetterRow[]>;
  /**
   * The last number of the year's book whose date is not after this day: what a letter dated
   * back stands behind. Null where the first number is younger.
   */
  lastUpTo(isoDate: string): Promise<number | null>;
  /** Letters that were never printed and still count, oldest first; paged by key. */
  toPrint(cursor: string | null, size: number): Promise<Page<FinalLetterRow>>;
  countToPrint(): Promise<number>;
}

/** See `LetterStore`. */
export function createLetterStore(db: LoketDatabase): LetterStore {
  return {
    bookFrom: (year, value) =>
      db.letters
        .where('bookKey')
        .between(bookKeyOf({ year, value, insertion: 0 }), `${year}/\uffff`)
        .toArray(),
    lastUpTo: async (isoDate) => {
      const year = Number(isoDate.slice(0, 4));
      const row = await db.letters
        .where('bookKey')
        .between(`${year}/`, bookKeyOf({ year, value: 999_999, insertion: 9999 }))
        .reverse()
        .filter(({ date, bookKey = '' }) => date <= isoDate && bookKey.endsWith('/0000'))
        .first();
      return row?.bookKey === undefined ? null : Number(row.bookKey.split('/')[1]);
    },
    toPrint: async (cursor, size) => {
      const start =
        cursor === null
          ? db.letters.orderBy('printKey')
          : db.letters.where('printKey').above(cursor);
      const rows = await start.limit(size + 1).toArray();
      return pageOf(rows, size, ({ printKey = '' }) => printKey);
    },
    countToPrint: () => db.letters.orderBy('printKey').count(),
  };
}

function pageOf(
  rows: readonly FinalLetterRow[],
  size: number,
  keyOf: (row: FinalLetterRow) => string,
): Page<FinalLetterRow> {
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return { rows: shown, next: rows.length > size && last ? keyOf(last) : null };
}
