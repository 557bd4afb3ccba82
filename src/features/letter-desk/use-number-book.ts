import { letterCounter, OUTGOING, slotCounter } from '../../domain/numbering/letter-book';
import { isFree } from '../../domain/numbering/number-reservation';
import type { Store } from '../../store/store';
import { useLive } from '../../store/use-live';
import { useLoket } from '../shared/loket-context';
import { bookLines, type BookLine } from './book-lines';

/** The last numbers of a year's book. */
export interface NumberBook {
  readonly given: number;
  readonly lines: readonly BookLine[];
  readonly more: boolean;
}

/** Reads the last `size` numbers of a year's book of outgoing letters. */
export async function readNumberBook(
  store: Pick<Store, 'office' | 'countersOf' | 'letters'>,
  year: number,
  size: number,
): Promise<NumberBook> {
  const { numbers } = await store.office();
  const reservations = numbers.filter((one) => one.year === year);
  const book = letterCounter(OUTGOING, year);
  const counters = await store.countersOf([
    book,
    ...reservations.map(({ value }) => slotCounter(year, value)),
  ]);
  const given = counters(book);
  const first = Math.max(1, given - size + 1);
  const letters = await store.letters.bookFrom(year, first);
  const lines = bookLines(
    { given, letters, reservations, isFree: (one) => isFree(one, counters) },
    given,
    first,
  );
  return { given, lines, more: first > 1 };
}

/** The book on the screen: read again with every letter and every number set aside. */
export function useNumberBook(year: number, size: number): NumberBook | undefined {
  const { store } = useLoket();
  return useLive(() => readNumberBook(store, year, size), [store, year, size]);
}
