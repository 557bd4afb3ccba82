import type { JournalHead } from '../contract/journal';
import { succeed, type Result } from '../contract/result';
import { distrustJobs } from './distrust-jobs';
import { fillLetterRows } from './fill-letter-rows';
import { catchUp, reload, sortOut, type Parts } from './follow';
import { lacksSingleRows } from './missing-rows';
import { openRecord } from './record-body';
import { returnToJournal } from './return-to-journal';
import { emptyMemory } from './memory';
import { NOTHING_APPLIED } from './rows';
import type { StoreNotice } from './store';

/**
 * Makes IndexedDB say what the journal says, and tells what was found (docs/store.md,
 * "Start-up"). Rejects only when IndexedDB refuses to write.
 */
export async function startUp(parts: Parts, at: string): Promise<readonly StoreNotice[]> {
  await reload(parts);
  const found = await parts.journal.head({});
  if (!found.ok) return [{ kind: 'journal-not-read', error: found.error }];
  const notices: StoreNotice[] = [...found.value.notices];
  const brought = await bringTogether(parts, found.value.head);
  if (brought.ok) notices.push(...brought.value);
  else notices.push({ kind: 'journal-not-read', error: brought.error });
  if (!parts.memory.applied.letterRows) await fillLetterRows(parts);
  if (parts.memory.applied.jobsUnchecked) await distrustJobs(parts, at);
  const aside = await parts.db.setAside.count();
  if (aside > 0) notices.push({ kind: 'newer-records-set-aside', records: aside });
  return notices;
}

async function bringTogether(
  parts: Parts,
  head: JournalHead,
): Promise<Result<readonly StoreNotice[]>> {
  const { db, memory } = parts;
  const applied = await db.meta.get('applied');
  if (!applied) return rebuild(parts, head);
  const fits = await fitsJournal(parts, head);
  if (!fits.ok) return fits;
  if (!fits.value) {
    const returned = await returnToJournal(parts);
    if (!returned.ok) return returned;
    const rebuilt = await rebuild(parts, head);
    if (!rebuilt.ok) return rebuilt;
    return succeed(
      returned.value > 0
        ? [{ kind: 'returned-to-journal', records: returned.value }]
        : rebuilt.value,
    );
  }
  if (await lacksSingleRows(db, memory)) return rebuild(parts, head);
  if (await knowsMoreNow(parts)) await clearProjections(parts);
  const caughtUp = await catchUp(parts, { jobsUnchecked: true });
  if (!caughtUp.ok) return caughtUp;
  const records = memory.applied.sequence - applied.sequence;
  return succeed(records > 0 ? [{ kind: 'caught-up', records }] : []);
}

/** Whether the record IndexedDB stopped at is the journal's record of that number. */
async function fitsJournal(
  { journal, memory }: Parts,
  head: JournalHead,
): Promise<Result<boolean>> {
  const { sequence, hash } = memory.applied;
  if (sequence === 0) return succeed(true);
  if (sequence > head.sequence) return succeed(false);
  if (sequence === head.sequence) return succeed(hash === head.hash);
  const read = await journal.read({ after: sequence - 1, limit: 1 });
  if (!read.ok) return read;
  return succeed(read.value.records[0]?.hash === hash);
}

/** Empties what follows from the journal and follows it from its first record. */
async function rebuild(parts: Parts, head: JournalHead): Promise<Result<readonly StoreNotice[]>> {
  await clearProjections(parts);
  const caughtUp = await catchUp(parts, { jobsUnchecked: true });
  if (!caughtUp.ok) return caughtUp;
  return succeed(
    head.sequence > 0 ? [{ kind: 'rebuilt-from-journal', records: caughtUp.value }] : [],
  );
}

/** Drafts and facts of the device stay: they are not in the journal. */
async function clearProjections(parts: Parts): Promise<void> {
  const { db } = parts;
  const derived = [
    db.events,
    db.requests,
    db.searchTokens,
    db.counters,
    db.jobs,
    db.office,
    db.setAside,
    db.destroyed,
    db.letters,
  ];
  const applied = { ...NOTHING_APPLIED, jobsUnchecked: true };
  await db.transaction('rw', [...derived, db.meta], async () => {
    await Promise.all(derived.map((table) => table.clear()));
    await db.meta.put(applied);
  });
  Object.assign(parts.memory, { ...emptyMemory(), applied });
}

/** Whether this program reads a record an older one had to set aside, or it was destroyed since. */
async function knowsMoreNow({ db, sealer }: Parts): Promise<boolean> {
  const kept = await db.setAside.orderBy('sequence').toArray();
  const opened = await Promise.all(kept.map(({ record }) => openRecord(sealer, record)));
  const destroyed = opened.some((one) => !one.readable && one.erased !== null);
  return destroyed || sortOut(opened, new Set()).records.length > 0;
}
