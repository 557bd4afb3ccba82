import type { Counters } from '../event';
import { slotCounter } from './letter-book';

/**
 * A number of the outgoing book that was set aside before its letter existed, or taken for a
 * paper that belongs to no request. It stays in the book for ever: what became of it is told.
 */
export interface NumberReservation {
  readonly id: string;
  readonly year: number;
  readonly value: number;
  readonly number: string;
  /** Date yyyy-mm-dd the number was set aside for. */
  readonly date: string;
  /** What for, in the words of who asked. */
  readonly purpose: string;
  readonly reservedBy: string;
  /**
   * `reserved`: waits for its letter or was used by one of a request; `returned`: given back
   * with a reason and free to be used; `spent`: used for a paper outside the requests.
   */
  readonly status: 'reserved' | 'returned' | 'spent';
  /** Why it was given back, or what it was used for; null while neither. */
  readonly note: string | null;
  /** How many values of its slot counter returns and uses outside requests took. */
  readonly taken: number;
}

/**
 * Whether a letter may still take the number: nothing beside its own returns took it. A letter
 * that takes it advances the slot's counter past them.
 */
export function isFree(
  { year, value, status, taken }: NumberReservation,
  counters: Counters,
): boolean {
  return status !== 'spent' && counters(slotCounter(year, value)) === taken;
}
