import { EMPTY_OFFICE } from '../../../src/domain/office/office-state';
import { evolve } from '../../../src/domain/request/evolve';
import { registerKey, summarise } from '../../../src/domain/request/request-summary';
import { indexWords } from '../../../src/domain/search/words';
import { requestRow } from '../../../src/store/rows';
import { LoketDatabase } from '../../../src/store/schema';
import { sop, staff } from '../../helpers/memory-fixtures';
import { personOf } from './people';
import { completed, openRaw } from './raw';

export const FILLED_HEAD = { sequence: 1, hash: 'filled' };

/** The state a request has when it was just recorded. */
function recordedState(number: number) {
  const id = `01930000-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
  const at = new Date(Date.UTC(2024, 0, 1) + number * 420_000).toISOString();
  const state = evolve(null, {
    type: 'request-recorded',
    id,
    stream: id,
    at,
    clockOffsetMs: null,
    by: staff,
    desk: 'A',
    registerNumber: `A-${at.slice(0, 4)}-${String(number).padStart(5, '0')}`,
    arrivedAt: at,
    sop: { id: sop.id, version: sop.version },
    service: sop.service,
    firstStep: sop.steps[0]?.key ?? '',
    data: personOf(number),
    origin: { kind: 'counter' },
    besides: [],
  });
  if (!state) throw new Error('not recorded');
  // One in ten still waits at a step, as after some years of use.
  return number % 10 === 0 ? state : { ...state, status: 'completed' as const, step: null };
}

/** Fills a database with register rows and tokens, past the store: only reading is measured. */
export async function fill(name: string, count: number): Promise<void> {
  const created = await new LoketDatabase(name).open();
  created.close();
  const db = await openRaw(name);
  for (let start = 0; start < count; start += 1000) {
    const transaction = db.transaction(
      ['requests', 'searchTokens', 'office', 'meta'],
      'readwrite',
      {
        durability: 'relaxed',
      },
    );
    const done = completed(transaction);
    const requests = transaction.objectStore('requests');
    const tokens = transaction.objectStore('searchTokens');
    for (let number = start; number < Math.min(start + 1000, count); number += 1) {
      const state = recordedState(number);
      const summary = summarise(state);
      requests.put(
        requestRow(state, { scheme: 'plain', data: JSON.stringify(summary) }, undefined),
      );
      for (const word of indexWords(summary)) tokens.put(0, [word, registerKey(state)]);
    }
    transaction.objectStore('office').put({
      id: 'office',
      sealed: { scheme: 'plain', data: JSON.stringify(EMPTY_OFFICE) },
    });
    transaction
      .objectStore('meta')
      .put({ key: 'applied', ...FILLED_HEAD, open: count / 10, jobsUnchecked: false });
    await done;
  }
  db.close();
}
