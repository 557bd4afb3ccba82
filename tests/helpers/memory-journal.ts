import { createHash } from 'node:crypto';
import type { Services } from '../../src/contract';
import type { JournalHead, JournalRecord } from '../../src/contract/journal';
import { fail, succeed } from '../../src/contract/result';

export interface MemoryJournal {
  readonly service: Services['journal'];
  /** The records as they lie there: tests cut, restore and poison them. */
  records: JournalRecord[];
}

/** The journal's contract in memory, for tests of what stands on it. */
export function createMemoryJournal(records: readonly JournalRecord[] = []): MemoryJournal {
  const journal: MemoryJournal = {
    records: [...records],
    service: {
      head: () => Promise.resolve(succeed({ head: headOf(journal), notices: [] })),
      read: ({ after, limit }) => {
        const later = journal.records.filter(({ sequence }) => sequence > after);
        return Promise.resolve(succeed({ records: later.slice(0, limit), head: headOf(journal) }));
      },
      append: ({ expectedHead, id, sealed }) => {
        const last = journal.records.at(-1);
        if (last?.id === id) return Promise.resolve(succeed(last));
        const head = headOf(journal);
        if (head.sequence !== expectedHead.sequence || head.hash !== expectedHead.hash) {
          return Promise.resolve(fail({ kind: 'journal-moved', detail: String(head.sequence) }));
        }
        const record = chained(head, id, sealed);
        journal.records.push(record);
        return Promise.resolve(succeed(record));
      },
    },
  };
  return journal;
}

/** The record that follows a head. */
export function chained(
  head: JournalHead,
  id: string,
  sealed: JournalRecord['sealed'],
): JournalRecord {
  const sequence = head.sequence + 1;
  const bare = { sequence, id, at: '2026-03-02T02:14:00.000Z', previousHash: head.hash, sealed };
  return { ...bare, hash: createHash('sha256').update(JSON.stringify(bare)).digest('hex') };
}

export function headOf({ records }: Pick<MemoryJournal, 'records'>): JournalHead {
  const last = records.at(-1);
  return last ? { sequence: last.sequence, hash: last.hash } : { sequence: 0, hash: '' };
}
