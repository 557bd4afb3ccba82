import type { JobState } from '../domain/outbox/job';
import { patched } from './apply';
import { reload, type Parts } from './follow';

/** States in which a submission may have left without this database knowing how far. */
const maybeSent = [
  'ready',
  'will-retry',
  'sending-files',
  'sending',
] as const satisfies readonly JobState[];

/**
 * After IndexedDB was not where the journal is, its jobs do not tell whether they were sent:
 * each that the engine would send becomes `outcome-unknown` and is asked about first. Jobs
 * that wait for a receipt are asked about anyway; held and parked ones wait for a person and
 * become `outcome-unknown` by the release. RFC 3339 UTC.
 */
export async function distrustJobs(parts: Parts, at: string): Promise<void> {
  const { db, memory } = parts;
  await db.transaction('rw', [db.jobs, db.meta], async () => {
    const rows = await db.jobs.where('state').anyOf(maybeSent).toArray();
    const unknown = {
      state: 'outcome-unknown',
      reason: { code: 'rebuilt', detail: null },
      nextAttemptAt: 0,
      updatedAt: at,
    } as const;
    await db.jobs.bulkPut(rows.map((row) => patched(row, unknown)));
    await db.meta.put({ ...memory.applied, jobsUnchecked: false });
  });
  await reload(parts);
}
