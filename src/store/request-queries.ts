import { replay } from '../domain/request/evolve';
import type { Sealer } from '../domain/sealing/sealer';
import { readRequestEvents } from './memory';
import { boardKeyOf, requestIdOf, type RequestRow } from './rows';
import type { LoketDatabase } from './schema';
import { searchPage } from './search';
import type { Page, RegisterRow, RequestQueries, SopLibrary } from './store';
import { openRows } from './summaries';

interface QueryParts {
  readonly db: LoketDatabase;
  readonly sealer: Sealer;
  readonly sops: SopLibrary;
}

/**
 * Reads of register, board and single requests. Every page starts behind the last row of the
 * one before (its key, not its position): rows that come in between shift nothing.
 */
export function createRequestQueries(parts: QueryParts): RequestQueries {
  const { db, sealer, sops } = parts;
  const open = (rows: readonly RequestRow[]) => openRows(rows, sealer, sops);
  return {
    get: async (id) => replay(await readRequestEvents(db, sealer, id)),
    timeline: (id) => readRequestEvents(db, sealer, id),
    page: async (cursor, size) => {
      const start =
        cursor === null
          ? db.requests.orderBy('registerKey')
          : db.requests.where('registerKey').below(cursor);
      const rows = await start
        .reverse()
        .limit(size + 1)
        .toArray();
      return pageOf(await open(rows.slice(0, size)), rows.length > size, (row) => row.registerKey);
    },
    search: (text, cursor, size) => searchPage(parts, text, cursor, size),
    board: async (cursor, size) => {
      const start =
        cursor === null
          ? db.requests.orderBy('boardKey')
          : db.requests.where('boardKey').above(cursor);
      const rows = await start.limit(size + 1).toArray();
      return pageOf(await open(rows.slice(0, size)), rows.length > size, boardKeyOf);
    },
    countOpen: async () => (await db.meta.get('applied'))?.open ?? 0,
    withOpenCorrections: async () => open(await db.requests.orderBy('correctionDue').toArray()),
    countOpenCorrections: () => db.requests.orderBy('correctionDue').count(),
    ofPerson: (nik) => requestsOfPerson(parts, nik),
    openDuplicates: async (nik, service) => {
      if (nik === '') return [];
      const shown = await requestsOfPerson(parts, nik);
      return shown.filter((row) => row.status === 'open' && row.service === service).toReversed();
    },
  };
}

/** By the index token of the whole NIK, narrowed by the opened summary; latest first. */
async function requestsOfPerson(
  { db, sealer, sops }: QueryParts,
  nik: string,
): Promise<readonly RegisterRow[]> {
  const token = await Promise.resolve(sealer.token(nik));
  const keys = await db.searchTokens
    .where(':id')
    .between([token, ''], [token, '\uffff'])
    .primaryKeys();
  const rows = await db.requests.bulkGet(keys.map(([, key]) => requestIdOf(key)).toReversed());
  const shown = await openRows(
    rows.filter((row) => row !== undefined),
    sealer,
    sops,
  );
  return shown.filter(({ summary }) => summary.nik === nik);
}

function pageOf(
  rows: readonly RegisterRow[],
  more: boolean,
  keyOf: (row: RegisterRow) => string,
): Page<RegisterRow> {
  const last = rows.at(-1);
  return { rows, next: more && last ? keyOf(last) : null };
}
