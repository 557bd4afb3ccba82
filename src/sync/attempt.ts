import type { Host } from '../contract';
import type { Result } from '../contract/result';
import type { Author } from '../domain/event';
import type { AmsSubmissionPayload, Job } from '../domain/outbox/job';
import type { QueuedFile } from '../domain/request/request-event';
import type { Store } from '../store/store';
import {
  afterCheck,
  afterPut,
  afterUpload,
  notTaken,
  unreadable,
  type CallFailed,
  type JobPatch,
  type Move,
  type Random,
} from './schedule';

/** What one attempt works with. */
export interface AttemptTools {
  readonly store: Pick<Store, 'jobs' | 'execute'>;
  readonly ams: Host['ams'];
  readonly baseUrl: string;
  readonly author: Author;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly random: Random;
  /** A row of the outbox changed. */
  readonly changed: () => void;
}

/** How an attempt ended, and the job as this attempt last wrote it. */
export type AttemptEnd =
  | { readonly end: 'settled' | 'pause-queue' | 'probe-line'; readonly job: Job }
  /** Somebody held, cancelled or took the job meanwhile: theirs counts. */
  | { readonly end: 'taken-over'; readonly job: Job }
  /** The outcome could not be written down here: `job` is what the row still says. */
  | { readonly end: 'local-failure'; readonly job: Job };

/** Thrown inside an attempt only: the row is no longer what this attempt wrote. */
class TakenOver extends Error {}
/** Thrown inside an attempt only: the journal did not take the outcome. */
class NotRecorded extends Error {}

interface Course {
  readonly tools: AttemptTools;
  /** The job as its row says; moves with every write. */
  job: Job;
}

/**
 * One attempt of one job, from its state to the next waiting state. A job whose outcome is
 * unknown, or whose receipt is to come, is asked about; any other is sent: files first, then
 * `sending` is written, only then the body leaves. Never throws.
 */
export async function attempt(job: Job, tools: AttemptTools): Promise<AttemptEnd> {
  const course: Course = { tools, job };
  try {
    const asks = job.state === 'outcome-unknown' || job.state === 'awaiting-receipt';
    const end = asks ? await check(course) : await send(course);
    return { end, job: course.job };
  } catch (error) {
    return { end: error instanceof TakenOver ? 'taken-over' : 'local-failure', job: course.job };
  }
}

type SettledEnd = 'settled' | 'pause-queue' | 'probe-line';

async function check(course: Course): Promise<SettledEnd> {
  const { ams, baseUrl, now, random } = course.tools;
  const outcome = await called(() => ams.getSubmission({ baseUrl, id: course.job.id }));
  return settle(course, afterCheck(course.job, outcome, now(), random));
}

async function send(course: Course): Promise<SettledEnd> {
  const { store, ams, baseUrl, now, random } = course.tools;
  const payload = await store.jobs.payload(course.job.id);
  if (!payload.ok) return settle(course, unreadable(course.job, payload.error.detail, now()));
  const { body, files } = payload.value;
  let move = await sendFiles(course, files.slice(course.job.filesSent), true);
  for (let round = 1; move.move === 'go-on'; round += 1) {
    await write(course, { state: 'sending', filesSent: files.length });
    const outcome = await called(() => ams.putSubmission({ baseUrl, id: course.job.id, body }));
    const sending = { round, sent: files.map(({ sha256 }) => sha256) };
    move = afterPut(course.job, outcome, sending, now(), random);
    if (move.move === 'send-files') move = await sendAgain(course, payload.value, move.missing);
  }
  return settle(course, move);
}

/** Files the receiver lost: while they are sent again none counts as sent. */
async function sendAgain(
  course: Course,
  payload: AmsSubmissionPayload,
  missing: readonly string[],
): Promise<Move> {
  await write(course, { state: 'sending-files', filesSent: 0 });
  const named = payload.files.filter(({ sha256 }) => missing.includes(sha256));
  return sendFiles(course, named, false);
}

/** Uploads the files in turn; `go-on` when all are whole at the receiver. */
async function sendFiles(
  course: Course,
  files: readonly QueuedFile[],
  counts: boolean,
): Promise<Move> {
  const { ams, baseUrl, now, random } = course.tools;
  for (const file of files) {
    if (course.job.state !== 'sending-files') await write(course, { state: 'sending-files' });
    const { address, sha256, name, mediaType } = file;
    const outcome = await called(() =>
      ams.uploadFile({ baseUrl, address, sha256, name, mediaType }),
    );
    const move = afterUpload(course.job, file, outcome, now(), random);
    if (move.move !== 'go-on') return move;
    if (counts) await write(course, { filesSent: course.job.filesSent + 1 });
  }
  return { move: 'go-on' };
}

async function settle(course: Course, move: Move): Promise<SettledEnd> {
  switch (move.move) {
    case 'wait':
      await write(course, move.patch);
      return move.then === 'next-job' ? 'settled' : move.then;
    case 'record':
      await record(course, move);
      return 'settled';
    default:
      // `go-on` and `send-files` are used up before; if not, the row stays as it is and is checked.
      throw new NotRecorded(move.move);
  }
}

/** Journal and row through a command; afterwards what the event alone cannot say. */
async function record(course: Course, move: Extract<Move, { move: 'record' }>): Promise<void> {
  const { store, author, now } = course.tools;
  const { requestId, state } = course.job;
  const recorded = await store.execute(requestId, move.command, author);
  if (!recorded.ok && recorded.error.kind !== 'refused') throw new NotRecorded(recorded.error.kind);
  const patch = recorded.ok ? move.patch : notTaken(course.job, move, refusalOf(recorded), now());
  // The event moved a row under way in its own transaction: nothing to add to `done`. A row
  // that was checked may have had its event before, and then the command changed nothing.
  if (!(recorded.ok && state === 'sending' && patch.state === 'done')) {
    const written = (await patchRow(course, state, patch)) || patch.state === 'done';
    if (!written) await patchRow(course, patch.state, patch);
  }
  course.job = { ...course.job, ...patch };
  course.tools.changed();
}

function refusalOf(failure: Extract<Awaited<ReturnType<Store['execute']>>, { ok: false }>): string {
  return failure.error.kind === 'refused' ? failure.error.refusal.code : failure.error.kind;
}

/** Writes progress; ends the attempt when the row is no longer this attempt's. */
async function write(course: Course, patch: Partial<JobPatch>): Promise<void> {
  if (!(await patchRow(course, course.job.state, patch))) throw new TakenOver();
  course.job = { ...course.job, ...patch };
  course.tools.changed();
}

function patchRow(
  { tools, job }: Course,
  expected: Job['state'],
  patch: Partial<JobPatch>,
): Promise<boolean> {
  const updatedAt = new Date(tools.now()).toISOString();
  return tools.store.jobs.patch(job.id, expected, { ...patch, updatedAt });
}

/** A call across the border as one closed union; an exception counts as a failed call. */
export async function called<Outcome>(
  call: () => Promise<Result<Outcome>>,
): Promise<Outcome | CallFailed> {
  try {
    const result = await call();
    return result.ok ? result.value : { outcome: 'call-failed', detail: result.error.kind };
  } catch {
    return { outcome: 'call-failed', detail: 'internal' };
  }
}
