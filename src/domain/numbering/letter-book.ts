/** The book of letters that leave; the desk's own papers bear the register number. */
export const OUTGOING = 'outgoing';

/** Name of the counter behind a book of letters: "letter/outgoing/2026". */
export function letterCounter(book: string, year: number): string {
  return `letter/${book}/${year}`;
}

/** Where in a book a number stands: 12, or the first one put in after it (12.a). */
export interface BookPlace {
  readonly year: number;
  readonly value: number;
  /** 0 for the number itself, 1 for "a" behind it, and so on. */
  readonly insertion: number;
}

/** The counter of the numbers put in behind a number of a book. */
export function insertionCounter(year: number, value: number): string {
  return `${letterCounter(OUTGOING, year)}/insert/${value}`;
}

/**
 * The counter of a number that was set aside: every use and every return takes its next
 * value, so that no two windows can use the number at once.
 */
export function slotCounter(year: number, value: number): string {
  return `${letterCounter(OUTGOING, year)}/slot/${value}`;
}

/** What a counter counts in the book of outgoing letters; null for one of another book. */
export type BookCounter =
  | { readonly kind: 'next'; readonly year: number }
  | { readonly kind: 'insert' | 'slot'; readonly year: number; readonly value: number };

/** Reads the name of a counter; the other way round of the functions above. */
export function bookCounterOf(name: string): BookCounter | null {
  const match = /^letter\/outgoing\/(\d{4})(?:\/(insert|slot)\/(\d+))?$/.exec(name);
  if (match === null) return null;
  const year = Number(match[1]);
  const value = Number(match[3]);
  switch (match[2]) {
    case undefined:
      return { kind: 'next', year };
    case 'insert':
      return { kind: 'insert', year, value };
    default:
      return { kind: 'slot', year, value };
  }
}

/** Where a number stands that was taken from this counter; null for one of another book. */
export function placeOf(counter: {
  readonly name: string;
  readonly value: number;
}): BookPlace | null {
  const found = bookCounterOf(counter.name);
  if (found === null) return null;
  const { year } = found;
  switch (found.kind) {
    case 'next':
      return { year, value: counter.value, insertion: 0 };
    case 'insert':
      return { year, value: found.value, insertion: counter.value };
    case 'slot':
      return { year, value: found.value, insertion: 0 };
  }
}

/** "a" for 1, "z" for 26, "aa" for 27; '' for 0. */
export function insertionMark(insertion: number): string {
  if (insertion < 1) return '';
  const last = (insertion - 1) % 26;
  return insertionMark((insertion - 1 - last) / 26) + String.fromCharCode(97 + last);
}

/** Sorts a year's book: the number itself before those put in behind it. */
export function bookKeyOf({ year, value, insertion }: BookPlace): string {
  return `${year}/${String(value).padStart(6, '0')}/${String(insertion).padStart(4, '0')}`;
}
