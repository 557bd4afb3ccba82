import Dexie from 'dexie';
import { fail, succeed } from '../contract/result';
import { amsSubmissionPayloadSchema, type Job, type JobState } from '../domain/outbox/job';
import type { Sealer } from '../domain/sealing/sealer';
import { patched } from './apply';
import { jobOf, type JobRow } from './rows';
import type { LoketDatabase } from './schema';
import type { JobStore } from './store';

/** Waits for time or line; what waits for a person is counted apart or lies held. */
const waitingStates = [
  'ready',
  'sending-files',
  'sending',
  'awaiting-receipt',
  'will-retry',
  'outcome-unknown',
] as const satisfies readonly JobState[];

/** The outbox table. Progress of an attempt is written here alone; outcomes come as events. */
export function createJobStore(db: LoketDatabase, sealer: Sealer): JobStore {
  return {
    page: async (cursor, size) => {
      const start =
        cursor === null ? db.jobs.orderBy('listKey') : db.jobs.where('listKey').below(cursor);
      const rows = await start
        .reverse()
        .limit(size + 1)
        .toArray();
      const last = rows.length > size ? rows[size - 1] : undefined;
      return { rows: rows.slice(0, size).map(jobOf), next: last?.listKey ?? null };
    },
    ofRequest: async (requestId) => {
      const rows = await db.jobs.where('requestId').equals(requestId).toArray();
      return rows.map(jobOf).toSorted((one, other) => (one.queuedAt < other.queuedAt ? -1 : 1));
    },
    find: async (id) => {
      const row = await db.jobs.get(id);
      return row ? jobOf(row) : null;
    },
    counts: async () => {
      const [waiting, needsAction] = await Promise.all([
        db.jobs.where('state').anyOf(waitingStates).count(),
        db.jobs.where('state').equals('needs-action').count(),
      ]);
      return { waiting, needsAction };
    },
    due: async (now, limit) => {
      const rows = await dueUntil(db, now).limit(limit).toArray();
      return rows.map(jobOf);
    },
    nextDueAt: async () => (await dueUntil(db, Infinity).first())?.dueAt ?? null,
    payload: (id) => readPayload(db, sealer, id),
    patch: (id, expected, change) => patchExpected(db, id, expected, change),
    recoverInterrupted: (at) => recoverInterrupted(db, at),
  };
}

function dueUntil(db: LoketDatabase, now: number) {
  return db.jobs
    .where('[dueAt+queuedAt]')
    .between([Dexie.minKey, Dexie.minKey], [now, Dexie.maxKey], true, true);
}

async function readPayload(db: LoketDatabase, sealer: Sealer, id: string) {
  const row = await db.jobs.get(id);
  if (!row) return fail({ code: 'unreadable-job' as const, detail: 'missing' });
  try {
    const payload = await sealer.open(row.sealed, { table: 'jobs', id });
    const parsed = amsSubmissionPayloadSchema.safeParse(payload);
    if (parsed.success) return succeed(parsed.data);
    const paths = parsed.error.issues.map(({ path }) => path.join('.'));
    return fail({ code: 'unreadable-job' as const, detail: paths.join(', ') });
  } catch {
    return fail({ code: 'unreadable-job' as const, detail: `scheme ${row.sealed.scheme}` });
  }
}

function patchExpected(
  db: LoketDatabase,
  id: string,
  expected: JobState,
  change: Partial<Job>,
): Promise<boolean> {
  return db.transaction('rw', db.jobs, async () => {
    const row = await db.jobs.get(id);
    if (row?.state !== expected) return false;
    await db.jobs.put(patched(row, change));
    return true;
  });
}

async function recoverInterrupted(db: LoketDatabase, at: string): Promise<void> {
  const interrupted = {
    reason: { code: 'interrupted', detail: null },
    nextAttemptAt: 0,
    updatedAt: at,
  } as const;
  await db.transaction('rw', db.jobs, async () => {
    const rows = await db.jobs.where('state').anyOf('sending', 'sending-files').toArray();
    await db.jobs.bulkPut(
      rows.map((row: JobRow) =>
        patched(row, {
          ...interrupted,
          filesSent: 0,
          // Files can be sent twice without harm; the record is asked about first.
          state: row.state === 'sending' ? 'outcome-unknown' : 'ready',
        }),
      ),
    );
  });
}
