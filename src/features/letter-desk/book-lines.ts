import { insertionMark } from '../../domain/numbering/letter-book';
import type { NumberReservation } from '../../domain/numbering/number-reservation';
import type { FinalLetterRow } from '../../store/letter-store';

/** A number of the book and what became of it: nothing in the book is unexplained. */
export type BookLine = {
  readonly key: string;
  /** "12", or "12.a" for one put in behind it. */
  readonly place: string;
} & (
  | { readonly kind: 'letter'; readonly row: FinalLetterRow }
  | {
      readonly kind: 'reservation';
      readonly reservation: NumberReservation;
      readonly isFree: boolean;
    }
  /** Given, but its request was destroyed after its retention, or does not open here. */
  | { readonly kind: 'gone' }
);

interface Book {
  /** How many numbers the year's book has given. */
  readonly given: number;
  /** Letters of the book, any order. */
  readonly letters: readonly FinalLetterRow[];
  readonly reservations: readonly NumberReservation[];
  readonly isFree: (reservation: NumberReservation) => boolean;
}

/**
 * The numbers from `last` down to `first` of a year's book, last first, with the ones put in
 * behind each; pure. A letter that took a number set aside stands in its place.
 */
export function bookLines(book: Book, last: number, first: number): readonly BookLine[] {
  const lines: BookLine[] = [];
  for (let value = Math.min(last, book.given); value >= Math.max(1, first); value -= 1) {
    const own = book.letters
      .map((row) => ({ row, ...partsOf(row) }))
      .filter((one) => one.value === value)
      .toSorted((one, other) => other.insertion - one.insertion);
    for (const { row, insertion } of own.filter((one) => one.insertion > 0)) {
      const place = `${value}.${insertionMark(insertion)}`;
      lines.push({ key: row.id, place, kind: 'letter', row });
    }
    lines.push(numberItself(book, value, own.find(({ insertion }) => insertion === 0)?.row));
  }
  return lines;
}

function numberItself(
  { reservations, isFree }: Book,
  value: number,
  row: FinalLetterRow | undefined,
): BookLine {
  const base = { key: String(value), place: String(value) };
  if (row !== undefined) return { ...base, kind: 'letter', row };
  const reservation = reservations.find((one) => one.value === value);
  return reservation === undefined
    ? { ...base, kind: 'gone' }
    : { ...base, kind: 'reservation', reservation, isFree: isFree(reservation) };
}

function partsOf({ bookKey = '' }: FinalLetterRow) {
  const [, value, insertion] = bookKey.split('/').map(Number);
  return { value: value ?? 0, insertion: insertion ?? 0 };
}
