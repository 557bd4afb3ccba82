import type { DestructionItem, RetentionEvent } from '../domain/retention/retention-event';
import { isRetentionEvent, type StoreEvent } from './record-body';
import type { DestroyedRow, EventRow, TokenKey } from './rows';
import type { LoketDatabase } from './schema';

/** Keys of search tokens looked through at a time. */
const TOKENS_AT_ONCE = 20_000;

/** What one transaction takes away of destroyed requests. */
export interface Removals {
  readonly events: readonly [string, number, number][];
  readonly requests: readonly string[];
  readonly jobs: readonly string[];
  readonly letters: readonly string[];
  readonly tokens: readonly TokenKey[];
  /** How many of the requests counted as open. */
  readonly open: number;
}

export const NO_REMOVALS: Removals = {
  events: [],
  requests: [],
  jobs: [],
  letters: [],
  tokens: [],
  open: 0,
};

/** The requests a batch destroys, with what is left of each. */
export function destroyedBy(events: readonly StoreEvent[]): ReadonlyMap<string, DestroyedRow> {
  const rows = events.filter(isRetentionEvent).flatMap(rowsOf);
  return new Map(rows.map((row) => [row.id, row]));
}

function rowsOf(event: RetentionEvent): readonly DestroyedRow[] {
  if (event.type !== 'records-destroyed') return [];
  return event.items.map((item) => destroyedRow(item, event.destructionId));
}

function destroyedRow(item: DestructionItem, destructionId: string): DestroyedRow {
  const { requestId: id, registerNumber, service, sop, arrivedAt, endedAt } = item;
  const registerKey = `${arrivedAt}/${id}`;
  const kept = { id, registerKey, registerNumber, service, sop, arrivedAt, endedAt };
  return { ...kept, destructionId, unfinished: 1 };
}

/**
 * Keys of every row IndexedDB has of these requests. Search tokens are found by looking
 * through all of them: it needs no key, and none an earlier program made is left over.
 */
export async function removalsOf(db: LoketDatabase, ids: readonly string[]): Promise<Removals> {
  if (ids.length === 0) return NO_REMOVALS;
  const requests = (await db.requests.bulkGet([...ids])).filter((row) => row !== undefined);
  const streams = ids.map((id) =>
    db.events
      .where('[stream+sequence+index]')
      .between([id, 0, 0], [id, Infinity, Infinity])
      .primaryKeys(),
  );
  const jobs = await db.jobs
    .where('requestId')
    .anyOf([...ids])
    .primaryKeys();
  const letters = await db.letters
    .where('requestId')
    .anyOf([...ids])
    .primaryKeys();
  return {
    events: (await Promise.all(streams)).flat(),
    requests: requests.map(({ id }) => id),
    jobs,
    letters,
    // Tokens are written with the row: without a row there are none.
    tokens: await tokensOf(db, new Set(requests.map(({ registerKey }) => registerKey))),
    open: requests.filter(({ status }) => status === 'open').length,
  };
}

async function tokensOf(
  db: LoketDatabase,
  registerKeys: ReadonlySet<string>,
): Promise<readonly TokenKey[]> {
  const found: TokenKey[] = [];
  if (registerKeys.size === 0) return found;
  let above: TokenKey = ['', ''];
  for (;;) {
    const keys = await db.searchTokens
      .where(':id')
      .above(above)
      .limit(TOKENS_AT_ONCE)
      .primaryKeys();
    found.push(...keys.filter(([, registerKey]) => registerKeys.has(registerKey)));
    const last = keys.at(-1);
    if (last === undefined || keys.length < TOKENS_AT_ONCE) return found;
    above = last;
  }
}

/** Rows of events that stay: none of a request that this very batch destroys. */
export function withoutDestroyed<Row extends Pick<EventRow, 'stream'>>(
  rows: readonly Row[],
  destroyed: ReadonlyMap<string, unknown>,
): readonly Row[] {
  return destroyed.size === 0 ? rows : rows.filter(({ stream }) => !destroyed.has(stream));
}
