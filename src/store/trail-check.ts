import type { Host } from '../contract';
import type { JournalCheckpoint, JournalHead, JournalRecord } from '../contract/journal';
import { succeed, type Result } from '../contract/result';
import {
  anchorFindings,
  isSevere,
  timesAgree,
  type TrailFinding,
} from '../domain/trail/trail-finding';
import { openEventRow } from './event-rows';
import type { Parts } from './follow';
import { openRecord } from './record-body';
import type { EventRow } from './rows';
import type { StoreNotice } from './store';
import type { TrailCheck, TrailCheckOptions } from './trail-store';

/** Records read and compared at a time. */
const AT_ONCE = 250;
/** Findings that are kept; the others are only counted. */
const MOST_FINDINGS = 100;
const LAST_CHECK = 'trail.check';

export interface TrailCheckParts extends Parts {
  readonly clock: () => Date;
  readonly notices: readonly StoreNotice[];
}

interface Findings {
  readonly first: TrailFinding[];
  found: number;
  severe: number;
  /** Subjects told already: a destroyed key is one finding, however many records it closed. */
  readonly erased: Set<string>;
}

/**
 * Checks the chain in the shell's bounded stretches, and after each one whether what is shown
 * of its records is what the journal has. A check that found nothing changed or lost moves
 * the place from which the next one may begin. Fails with the journal's error.
 */
export async function checkTrail(
  parts: TrailCheckParts,
  options: TrailCheckOptions,
): Promise<Result<TrailCheck>> {
  const { journal } = parts;
  const kept = options.full ? null : await journal.checkpoint({});
  if (kept !== null && !kept.ok) return kept;
  let from: JournalCheckpoint | null = kept?.value.kept?.to ?? null;
  const full = from === null;
  const findings: Findings = { first: [], found: 0, severe: 0, erased: new Set() };
  let records = 0;
  for (;;) {
    // Taken before the answer: what is shown never runs ahead of the journal.
    const shown = parts.memory.applied;
    const answer: Awaited<ReturnType<Host['journal']['verify']>> = await journal.verify({ from });
    if (!answer.ok) return answer;
    const { checkedTo, breaks, done, head, anchor } = answer.value;
    records += answer.value.records;
    for (const at of breaks) add(findings, { kind: 'chain', at });
    const compared = await compareShown(parts, from?.sequence ?? 0, checkedTo.sequence, findings);
    if (!compared.ok) return compared;
    options.onProgress?.({ checked: checkedTo.sequence, of: head.sequence });
    const cancelled = options.signal?.aborted === true;
    if (!done && !cancelled) {
      from = checkedTo;
      continue;
    }
    if (done) {
      if (shown.sequence > head.sequence) add(findings, cutBelow(shown));
      for (const finding of anchorFindings(anchor)) add(findings, finding);
      for (const finding of returned(parts.notices)) add(findings, finding);
    }
    return ended(parts, { full, complete: done, records, checkedTo }, findings);
  }
}

/** See `TrailStore.lastCheck`. */
export async function lastTrailCheck({ db }: Pick<Parts, 'db'>): Promise<TrailCheck | null> {
  const kept = (await db.facts.get(LAST_CHECK))?.value;
  return kept === undefined ? null : (JSON.parse(kept) as TrailCheck);
}

/** The hash of a record; null where there is none of that number. */
export async function hashAt(
  journal: Host['journal'],
  sequence: number,
): Promise<Result<string | null>> {
  const read = await journal.read({ after: sequence - 1, limit: 1 });
  if (!read.ok) return read;
  const [record] = read.value.records;
  return succeed(record?.sequence === sequence ? record.hash : null);
}

async function ended(
  { journal, db, clock }: TrailCheckParts,
  facts: Pick<TrailCheck, 'full' | 'complete' | 'records'> & {
    readonly checkedTo: JournalCheckpoint;
  },
  { first, found, severe }: Findings,
): Promise<Result<TrailCheck>> {
  const { checkedTo, complete } = facts;
  const { sequence, hash } = checkedTo;
  const check = {
    ...facts,
    checkedTo: { sequence, hash },
    at: clock().toISOString(),
    findings: first,
    found,
  };
  if (!complete) return succeed(check);
  // A place that could not be kept only makes the next check longer.
  if (severe === 0) await journal.keepCheckpoint({ to: checkedTo });
  await db.facts.put({ name: LAST_CHECK, value: JSON.stringify(check) });
  return succeed(check);
}

/** Compares the records after `after` up to `to` with the rows that screens read. */
async function compareShown(
  parts: TrailCheckParts,
  after: number,
  to: number,
  findings: Findings,
): Promise<Result<null>> {
  for (let place = after; place < to;) {
    const limit = Math.min(AT_ONCE, to - place);
    const read = await parts.journal.read({ after: place, limit });
    if (!read.ok) return read;
    const records = read.value.records.filter(({ sequence }) => sequence <= to);
    const last = records.at(-1);
    if (last === undefined) return succeed(null);
    const rows = await rowsBetween(parts, place, last.sequence);
    const aside = new Set(await parts.db.setAside.toCollection().primaryKeys());
    const destroyed = new Set(await parts.db.destroyed.toCollection().primaryKeys());
    const known = { rows, aside, destroyed };
    for (const record of records) await compareRecord(parts, record, known, findings);
    place = last.sequence;
  }
  return succeed(null);
}

async function rowsBetween({ db }: Parts, after: number, to: number) {
  const rows = await db.events
    .where('[sequence+index]')
    .between([after + 1, 0], [to, Infinity], true, true)
    .toArray();
  const bySequence = new Map<number, EventRow[]>();
  for (const row of rows) {
    bySequence.set(row.sequence, [...(bySequence.get(row.sequence) ?? []), row]);
  }
  return bySequence;
}

/** What the database has of a stretch of the journal. */
interface Shown {
  readonly rows: ReadonlyMap<number, readonly EventRow[]>;
  readonly aside: ReadonlySet<number>;
  /** Requests that were destroyed by right: nothing of them is shown any more. */
  readonly destroyed: ReadonlySet<string>;
}

async function compareRecord(
  parts: TrailCheckParts,
  record: JournalRecord,
  { rows, aside, destroyed }: Shown,
  findings: Findings,
): Promise<void> {
  const { sequence } = record;
  const opened = await openRecord(parts.sealer, record);
  const gone = opened.readable ? (opened.events[0]?.stream ?? '') : opened.erased;
  if (gone !== null && destroyed.has(gone)) {
    if (rows.has(sequence)) add(findings, { kind: 'shown-differs', sequence });
    return;
  }
  if (!opened.readable && opened.erased !== null) {
    if (!findings.erased.has(opened.erased)) add(findings, { kind: 'erased-unreported', sequence });
    findings.erased.add(opened.erased);
    return;
  }
  if (!opened.readable) {
    if (!(await opens(parts, record))) add(findings, { kind: 'unreadable-body', sequence });
    return;
  }
  // Not brought in yet, or waiting for a newer version: there is nothing to compare.
  if (!aside.has(sequence) && sequence <= parts.memory.applied.sequence) {
    const shown = await Promise.all((rows.get(sequence) ?? []).map((row) => openRow(parts, row)));
    const same = JSON.stringify(shown) === JSON.stringify(opened.events.map(canonical));
    if (!same) add(findings, { kind: 'shown-differs', sequence });
  }
  const early = opened.events.find(({ at }) => !timesAgree(at, record.at));
  if (early === undefined) return;
  add(findings, {
    kind: 'time-disagrees',
    sequence,
    eventAt: early.at,
    recordAt: record.at,
  });
}

/** Whether the body opens at all, though this version may not understand it. */
async function opens({ sealer }: Parts, { id, sealed }: JournalRecord): Promise<boolean> {
  try {
    await sealer.open(sealed, { table: 'journal', id });
    return true;
  } catch {
    return false;
  }
}

async function openRow({ sealer }: Parts, row: EventRow): Promise<unknown> {
  try {
    return canonical(await openEventRow(sealer, row));
  } catch {
    return null;
  }
}

/** The value with its keys in one order: neither seal nor journal promises any. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(canonical);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, part]) => [key, canonical(part)]),
  );
}

function add(findings: Findings, finding: TrailFinding): void {
  findings.found += 1;
  if (isSevere(finding)) findings.severe += 1;
  const { first } = findings;
  if (first.length < MOST_FINDINGS) first.push(finding);
  else if (isSevere(finding)) {
    // What was changed or lost is never crowded out by what is only to be known.
    const mild = first.findIndex((one) => !isSevere(one));
    if (mild >= 0) first[mild] = finding;
  }
}

/** What is shown was followed further than the journal reaches now. */
function cutBelow({ sequence }: JournalHead): TrailFinding {
  const at = { file: '', line: 0, sequence, count: 1, at: null };
  return { kind: 'chain', at: { kind: 'truncated', ...at } };
}

function returned(notices: readonly StoreNotice[]): readonly TrailFinding[] {
  return notices.flatMap((notice) =>
    notice.kind === 'returned-to-journal'
      ? [{ kind: 'returned' as const, records: notice.records }]
      : [],
  );
}
