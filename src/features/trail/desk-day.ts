import type { JournalHead } from '../../contract/journal';
import type { TimeZone } from '../../domain/office/office-event';
import type { Store } from '../../store/store';
import type { Day } from '../../store/trail-store';
import { boundsOfDay } from './trail-filter';

/** The desk's day with the head of the chain when it was read. */
export interface DeskDay extends Day {
  /** yyyy-mm-dd. */
  readonly date: string;
  readonly head: JournalHead;
}

const NO_HEAD: JournalHead = { sequence: 0, hash: '' };

/** Reads a day of the office's calendar; without a journal to ask, the head is that of none. */
export async function readDay(
  { trail }: Pick<Store, 'trail'>,
  date: string,
  timeZone: TimeZone,
): Promise<DeskDay> {
  const { from, before } = boundsOfDay(date, timeZone);
  const [day, head] = await Promise.all([trail.day(from, before), trail.head()]);
  return { ...day, date, head: head.ok ? head.value : NO_HEAD };
}
