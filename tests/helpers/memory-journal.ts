import { createHash } from 'node:crypto';
import type { Services } from '../../src/contract';
import type {
  ChainBreak,
  JournalCheckpoint,
  JournalHead,
  JournalRecord,
} from '../../src/contract/journal';
import { fail, succeed } from '../../src/contract/result';

export interface MemoryJournal {
  readonly service: Services['journal'];
  /** The records as they lie there: tests cut, restore and poison them. */
  records: JournalRecord[];
  /** The place a check was kept to. */
  kept: { readonly to: JournalCheckpoint; readonly at: string } | null;
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
      verify: ({ from }) => Promise.resolve(succeed(verified(journal, from))),
      checkpoint: () => Promise.resolve(succeed({ kept: journal.kept })),
      keepCheckpoint: ({ to }) => {
        journal.kept = { to, at: '2026-03-02T02:14:00.000Z' };
        return Promise.resolve(succeed({}));
      },
    },
    kept: null,
  };
  return journal;
}

/** Two records a call, so that a check takes several; a record that does not link is altered. */
function verified({ records }: MemoryJournal, from: JournalCheckpoint | null) {
  const done = from?.sequence ?? 0;
  const part = records.slice(done, done + 2);
  const last = part.at(-1);
  const breaks = part.flatMap((record, index): ChainBreak[] => {
    const before = records[done + index - 1]?.hash ?? '';
    const { sequence } = record;
    const at = { file: '2026-03.jsonl', line: sequence, sequence, count: 1, at: null };
    return record.previousHash === before ? [] : [{ kind: 'altered', ...at }];
  });
  return {
    checkedTo: {
      sequence: done + part.length,
      hash: last?.hash ?? from?.hash ?? '',
      file: '2026-03.jsonl',
      line: done + part.length,
      offset: 0,
      unread: 0,
    },
    records: part.length,
    breaks,
    done: done + part.length >= records.length,
    head: headOf({ records }),
    anchor: { state: 'unkeyed' as const, since: null },
  };
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
