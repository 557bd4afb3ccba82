import { EMPTY_OFFICE } from '../../../src/domain/office/office-state';
import { evolve } from '../../../src/domain/request/evolve';
import { registerKey, summarise } from '../../../src/domain/request/request-summary';
import { indexWords } from '../../../src/domain/search/words';
import { requestRow } from '../../../src/store/rows';
import type { Sealer } from '../../../src/domain/sealing/sealer';
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
export async function fill(name: string, count: number, sealer: Sealer): Promise<void> {
  const created = await new LoketDatabase(name).open();
  created.close();
  const db = await openRaw(name);
  const place = { table: 'office', id: 'office', subject: 'office' };
  const office = await sealer.seal(EMPTY_OFFICE, place);
  for (let start = 0; start < count; start += 1000) {
    const rows = await rowsFrom(start, Math.min(start + 1000, count), sealer);
    const transaction = db.transaction(
      ['requests', 'searchTokens', 'office', 'meta'],
      'readwrite',
      { durability: 'relaxed' },
    );
    const done = completed(transaction);
    const requests = transaction.objectStore('requests');
    const tokens = transaction.objectStore('searchTokens');
    for (const { row, words, key } of rows) {
      requests.put(row);
      for (const word of words) tokens.put(0, [word, key]);
    }
    transaction.objectStore('office').put({
      id: 'office',
      sealed: office,
    });
    transaction
      .objectStore('meta')
      .put({ key: 'applied', ...FILLED_HEAD, open: count / 10, jobsUnchecked: false });
    await done;
  }
  db.close();
}

/** What a stretch of requests leaves in the tables, sealed before the transaction begins. */
function rowsFrom(start: number, end: number, sealer: Sealer) {
  const numbers = Array.from({ length: end - start }, (_, index) => start + index);
  return Promise.all(
    numbers.map(async (number) => {
      const state = recordedState(number);
      const { id } = state;
      const summary = summarise(state);
      const sealed = await sealer.seal(summary, { table: 'requests', id, subject: id });
      const words = await Promise.all(indexWords(summary).map((word) => sealer.token(word)));
      return { row: requestRow(state, sealed, undefined), words, key: registerKey(state) };
    }),
  );
}
