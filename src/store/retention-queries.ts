import { retentionStanding, yearsOf } from '../domain/retention/retention-end';
import type { Fate, RetentionRule } from '../domain/retention/retention-event';
import { EMPTY_RETENTION, type RetentionState } from '../domain/retention/retention-state';
import type { TimeZone } from '../domain/office/office-event';
import type { Sealer } from '../domain/sealing/sealer';
import { openOffice, openRetention } from './memory';
import type { DestroyedRequest, OverdueRow, RetentionStore } from './retention-store';
import type { DestroyedRow, RequestRow } from './rows';
import type { LoketDatabase } from './schema';
import type { Page } from './store';

const DAY = 86_400_000;

interface QueryParts {
  readonly db: LoketDatabase;
  readonly sealer: Sealer;
  readonly clock: () => Date;
}

/** The reading half of `RetentionStore`. */
export function createRetentionQueries(parts: QueryParts): Omit<RetentionStore, 'finish'> {
  const { db } = parts;
  return {
    state: () => readState(parts),
    overdue: (fate, cursor, size) => overduePage(parts, fate, cursor, size),
    destroyed: async (cursor, size) => {
      const { destructions } = await readState(parts);
      const start =
        cursor === null
          ? db.destroyed.orderBy('registerKey')
          : db.destroyed.where('registerKey').below(cursor);
      const rows = await start
        .reverse()
        .limit(size + 1)
        .toArray();
      const shown = rows.slice(0, size).map((row) => told(row, { destructions }));
      return { rows: shown, next: rows.length > size ? (shown.at(-1)?.registerKey ?? null) : null };
    },
    findDestroyed: async (asked) => {
      const row =
        (await db.destroyed.get(asked)) ??
        (await db.destroyed.where('registerNumber').equals(asked).first());
      return row ? told(row, await readState(parts)) : null;
    },
  };
}

async function readState({ db, sealer }: QueryParts): Promise<RetentionState> {
  const row = await db.office.get('retention');
  return row ? Promise.resolve(openRetention(sealer, row.sealed)) : EMPTY_RETENTION;
}

async function readTimeZone({ db, sealer }: QueryParts): Promise<TimeZone> {
  const row = await db.office.get('office');
  const office = row ? await Promise.resolve(openOffice(sealer, row.sealed)) : null;
  return office?.profile?.timeZone ?? 'Asia/Jakarta';
}

function told(
  { unfinished: _unfinished, ...row }: DestroyedRow,
  { destructions }: Pick<RetentionState, 'destructions'>,
): DestroyedRequest {
  const found = destructions.find(({ id }) => id === row.destructionId);
  return { ...row, report: found ? { number: found.reportNumber, date: found.reportDate } : null };
}

/** Walks the index of ended requests, service by service, from the cursor on. */
async function overduePage(
  parts: QueryParts,
  fate: Fate,
  cursor: string | null,
  size: number,
): Promise<Page<OverdueRow>> {
  const state = await readState(parts);
  const timeZone = await readTimeZone(parts);
  const now = parts.clock();
  const rules = (state.schedule?.rules ?? [])
    .filter((rule) => rule.fate === fate)
    .toSorted((one, other) => (one.service < other.service ? -1 : 1));
  const found: OverdueRow[] = [];
  for (const rule of rules) {
    const candidates = await endedBefore(parts.db, rule, cursor, size + 1 - found.length, now);
    for (const row of candidates) {
      const shown = overdueRow(row, state, now.toISOString(), timeZone);
      if (shown !== null) found.push(shown);
    }
    if (found.length > size) break;
  }
  const rows = found.slice(0, size);
  return { rows, next: found.length > size ? (rows.at(-1)?.endedKey ?? null) : null };
}

/** Rows of a service that ended long enough ago; a day too many, which the rule then leaves out. */
async function endedBefore(
  db: LoketDatabase,
  rule: RetentionRule,
  cursor: string | null,
  limit: number,
  now: Date,
): Promise<readonly RequestRow[]> {
  const last = new Date(now.getTime() + 2 * DAY);
  last.setUTCFullYear(last.getUTCFullYear() - yearsOf(rule));
  const lower = `${rule.service}/`;
  const from = cursor !== null && cursor > lower ? cursor : lower;
  const to = `${rule.service}/${last.toISOString()}`;
  if (from >= to) return [];
  return db.requests.where('endedKey').between(from, to, false, false).limit(limit).toArray();
}

function overdueRow(
  row: RequestRow,
  state: RetentionState,
  now: string,
  timeZone: TimeZone,
): OverdueRow | null {
  const { id, registerNumber, service, sop, status, stepSince: endedAt, endedKey } = row;
  const standing = retentionStanding({ status, service, endedAt }, state.schedule, now, timeZone);
  if (standing.kind !== 'over' || endedKey === undefined) return null;
  const { until, fate } = standing;
  const hold = state.holds.find(({ requestId }) => requestId === id) ?? null;
  const listed = state.proposals.some(({ items }) => items.some((one) => one.requestId === id));
  const facts = { id, registerNumber, service, sop, status, endedAt };
  return { ...facts, endedKey, until, fate, hold, listed };
}
