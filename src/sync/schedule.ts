import type {
  GetOutcome,
  OfflineReason,
  PutOutcome,
  Receipt,
  UploadOutcome,
} from '../contract/ams';
import { assertNever } from '../domain/assert-never';
import type { Job, JobReason } from '../domain/outbox/job';
import type { RequestCommand } from '../domain/request/request-command';
import type { QueuedFile, SubmissionProblem } from '../domain/request/request-event';

/** Milliseconds. */
export const RETRY_BASE = 5_000;
export const RETRY_CAP = 15 * 60_000;
/** A receiver may ask for patience, but not for ever. */
export const LONGEST_PATIENCE = 24 * 60 * 60_000;
/** How often a submission is sent in one attempt while the gateway says that files are missing. */
export const SEND_ROUNDS = 4;

/** A number from 0 up to, not including, 1. */
export type Random = () => number;

/** What an attempt writes into the job's row. */
export type JobPatch = Pick<Job, 'state' | 'reason' | 'attempts' | 'nextAttemptAt'> &
  Partial<Pick<Job, 'filesSent'>>;

export type RecordCommand = Extract<
  RequestCommand,
  { command: 'submission-stored' | 'submission-parked' }
>;

/** What the engine does next with a job; closed, so that nothing ends nowhere. */
export type Move =
  /** The file is whole at the receiver: next file, or the record. */
  | { readonly move: 'go-on' }
  /** The receiver lacks these files (SHA-256): upload them, then send the record again. */
  | { readonly move: 'send-files'; readonly missing: readonly string[] }
  /** Written into the row; later again. */
  | {
      readonly move: 'wait';
      readonly patch: JobPatch;
      readonly then: 'next-job' | 'pause-queue' | 'probe-line';
    }
  /** An event of the request; the row follows from it, `patch` adds what the event cannot know. */
  | { readonly move: 'record'; readonly command: RecordCommand; readonly patch: JobPatch };

/** The call itself failed inside this machine: nothing is known of the receiver. */
export interface CallFailed {
  readonly outcome: 'call-failed';
  /** Kind of the service's error. */
  readonly detail: string;
}

/**
 * Milliseconds to wait before the next attempt: `min(cap, base·2ⁿ)` with n = attempt − 1,
 * times a jitter from 0.5 to 1, so that many desks do not come back in step. Never less
 * than the receiver asked for, whose wish counts up to a day.
 */
export function nextDelay(
  attempt: number,
  random: Random,
  retryAfterMs: number | null = null,
): number {
  const exponent = Math.min(Math.max(attempt, 1) - 1, 30);
  const full = Math.min(RETRY_CAP, RETRY_BASE * 2 ** exponent);
  const own = Math.round(full * (0.5 + random() / 2));
  return Math.max(own, Math.min(Math.max(retryAfterMs ?? 0, 0), LONGEST_PATIENCE));
}

/** What follows from one file's upload. */
export function afterUpload(
  job: Job,
  file: QueuedFile,
  outcome: UploadOutcome | CallFailed,
  now: number,
  random: Random,
): Move {
  switch (outcome.outcome) {
    case 'stored':
      return { move: 'go-on' };
    case 'local-file-missing':
      return park(job, { code: 'local-file-missing', document: file.document }, file.sha256, now);
    case 'refused':
      return park(
        job,
        { code: 'refused', detail: outcome.detail, errors: [] },
        `http-${outcome.status}`,
        now,
      );
    case 'too-large':
      return tooLarge(job, outcome.limit, now);
    case 'unsupported':
      return park(job, { code: 'file-unsupported', detail: outcome.detail }, 'http-415', now);
    case 'credentials':
      return pause(job, 'ready', outcome.status, now);
    case 'retry':
      return again(job, 'will-retry', busy(outcome.status), now, random, outcome.retryAfterMs);
    case 'offline':
      return lineDown(job, 'ready', outcome.reason, now);
    case 'call-failed':
      return again(job, 'will-retry', interrupted(outcome.detail), now, random);
    default:
      return assertNever(outcome);
  }
}

/**
 * What follows from sending the record. `round` counts the sendings of this attempt from 1;
 * `sent` are the SHA-256 of the files the job carries. Once the body may have left without
 * a trustworthy answer the job is `outcome-unknown`: only a check leads out of that.
 */
export function afterPut(
  job: Job,
  outcome: PutOutcome | CallFailed,
  sending: { readonly round: number; readonly sent: readonly string[] },
  now: number,
  random: Random,
): Move {
  switch (outcome.outcome) {
    case 'stored':
      return store(job, outcome.receipt, outcome.state, now, random);
    case 'different-content':
      return park(job, { code: 'different-content', detail: outcome.detail }, 'http-409', now);
    case 'refused': {
      const { detail, errors } = outcome;
      const pointers = errors.map(({ pointer }) => pointer).join(' ');
      return park(
        job,
        { code: 'refused', detail, errors },
        `http-${outcome.status} ${pointers}`.trim(),
        now,
      );
    }
    case 'missing-files':
      return missingFiles(job, outcome.missing, sending, now);
    case 'too-large':
      return tooLarge(job, outcome.limit, now);
    case 'unsupported':
      return park(job, { code: 'file-unsupported', detail: outcome.detail }, 'http-415', now);
    case 'credentials':
      return pause(job, 'ready', outcome.status, now);
    case 'retry':
      // Without a status nobody said "not now": the body left and no answer came.
      if (outcome.status === null) return unknown(job, 'no-answer', null, now, random);
      return again(job, 'will-retry', busy(outcome.status), now, random, outcome.retryAfterMs);
    case 'offline':
      return lineDown(job, 'ready', outcome.reason, now);
    case 'unknown':
      return unknown(job, 'reply-lost', outcome.offline, now, random);
    case 'call-failed':
      // The shell may have sent it before it failed.
      return unknown(job, outcome.detail, null, now, random);
    default:
      return assertNever(outcome);
  }
}

/**
 * What follows from asking the receiver about a submission, for jobs whose outcome is unknown
 * and for those whose receipt is still to come. A question without answer changes nothing
 * but the time of the next one.
 */
export function afterCheck(
  job: Job,
  outcome: GetOutcome | CallFailed,
  now: number,
  random: Random,
): Move {
  const state = job.state === 'awaiting-receipt' ? 'awaiting-receipt' : 'outcome-unknown';
  switch (outcome.outcome) {
    case 'found':
      return store(job, outcome.submission.receipt, outcome.submission.state, now, random);
    case 'not-found':
      return {
        move: 'wait',
        patch: {
          state: 'ready',
          reason: { code: 'checked-not-there', detail: null },
          attempts: job.attempts,
          nextAttemptAt: now,
        },
        then: 'next-job',
      };
    case 'credentials':
      return pause(job, state, outcome.status, now);
    case 'retry':
      return again(job, state, busy(outcome.status), now, random, outcome.retryAfterMs);
    case 'offline':
      return lineDown(job, state, outcome.reason, now);
    case 'call-failed':
      return again(job, state, interrupted(outcome.detail), now, random);
    default:
      return assertNever(outcome);
  }
}

/**
 * The job could not reach the receiver while the probe could: a matter of this job alone (a
 * proxy that refuses its body, say). It now counts as an attempt and backs off, so that it
 * does not stand in the others' way.
 */
export function afterLineHeld(job: Job, now: number, random: Random): JobPatch {
  const state = job.state === 'ready' ? 'will-retry' : job.state;
  const attempts = job.attempts + 1;
  return {
    state,
    reason: job.reason,
    attempts,
    nextAttemptAt: now + nextDelay(attempts, random),
  };
}

/** A job whose frozen payload cannot be read: for a person, never retried. */
export function unreadable(job: Job, detail: string, now: number): Move {
  return park(job, { code: 'unreadable-job', detail }, detail, now);
}

/** The request refused to take the outcome (it is set aside, or ended otherwise): for a person. */
export function notTaken(
  job: Job,
  move: Extract<Move, { move: 'record' }>,
  refusal: string,
  now: number,
): JobPatch {
  const { state, reason } = move.patch;
  return {
    state: 'needs-action',
    reason: state === 'needs-action' ? reason : { code: 'unreadable-job', detail: refusal },
    attempts: job.attempts,
    nextAttemptAt: now,
  };
}

/**
 * Where a job goes whose outcome could not be recorded here (disk full, shell gone). What
 * may have been sent is checked first; what was not is sent later.
 */
export function afterLocalFailure(job: Job, now: number, random: Random): JobPatch {
  const attempts = job.attempts + 1;
  return {
    state:
      job.state === 'sending'
        ? 'outcome-unknown'
        : job.state === 'sending-files'
          ? 'will-retry'
          : job.state,
    reason: { code: 'interrupted', detail: 'not-recorded' },
    attempts,
    nextAttemptAt: now + nextDelay(attempts, random),
  };
}

type WaitingState = 'ready' | 'will-retry' | 'outcome-unknown' | 'awaiting-receipt';

function busy(status: number | null): JobReason {
  return { code: 'server-busy', detail: status === null ? null : `http-${status}` };
}

function interrupted(detail: string): JobReason {
  return { code: 'interrupted', detail };
}

function again(
  job: Job,
  state: WaitingState,
  reason: JobReason,
  now: number,
  random: Random,
  retryAfterMs: number | null = null,
): Move {
  const attempts = job.attempts + 1;
  const nextAttemptAt = now + nextDelay(attempts, random, retryAfterMs);
  return { move: 'wait', patch: { state, reason, attempts, nextAttemptAt }, then: 'next-job' };
}

/** Nothing left this machine, so it is no attempt; due at once when the line is back. */
function lineDown(job: Job, state: WaitingState, reason: OfflineReason, now: number): Move {
  return {
    move: 'wait',
    patch: {
      state,
      reason: { code: 'line-down', detail: reason },
      attempts: job.attempts,
      nextAttemptAt: now,
    },
    then: 'probe-line',
  };
}

function pause(job: Job, state: WaitingState, status: number, now: number): Move {
  return {
    move: 'wait',
    patch: {
      state,
      reason: { code: 'credentials', detail: `http-${status}` },
      attempts: job.attempts,
      nextAttemptAt: now,
    },
    then: 'pause-queue',
  };
}

function unknown(
  job: Job,
  detail: string,
  offline: OfflineReason | null,
  now: number,
  random: Random,
): Move {
  const attempts = job.attempts + 1;
  return {
    move: 'wait',
    patch: {
      state: 'outcome-unknown',
      reason: { code: 'reply-lost', detail: offline ?? detail },
      attempts,
      nextAttemptAt: now + nextDelay(attempts, random),
    },
    then: offline === null ? 'next-job' : 'probe-line',
  };
}

function store(
  job: Job,
  receipt: Receipt | null,
  state: string,
  now: number,
  random: Random,
): Move {
  const attempts = job.attempts + 1;
  return {
    move: 'record',
    command: { command: 'submission-stored', submissionId: job.id, receipt, state },
    patch: {
      state: receipt === null ? 'awaiting-receipt' : 'done',
      reason: { code: 'queued', detail: null },
      attempts,
      nextAttemptAt: now + (receipt === null ? nextDelay(attempts, random) : 0),
      filesSent: job.filesTotal,
    },
  };
}

/** `detail` goes into a readable row: status, pointers, hashes; never the receiver's sentence. */
function park(job: Job, problem: SubmissionProblem, detail: string, now: number): Move {
  return {
    move: 'record',
    command: { command: 'submission-parked', submissionId: job.id, problem },
    patch: {
      state: 'needs-action',
      reason: { code: problem.code, detail },
      attempts: job.attempts + 1,
      nextAttemptAt: now,
    },
  };
}

function tooLarge(job: Job, limit: number | null, now: number): Move {
  const detail = limit === null ? 'http-413' : `http-413 limit=${limit}`;
  return park(job, { code: 'file-too-large', limit }, detail, now);
}

function missingFiles(
  job: Job,
  missing: readonly string[],
  sending: { readonly round: number; readonly sent: readonly string[] },
  now: number,
): Move {
  const known = missing.filter((sha256) => sending.sent.includes(sha256));
  if (known.length > 0 && sending.round < SEND_ROUNDS)
    return { move: 'send-files', missing: known };
  return park(job, { code: 'files-not-accepted', missing: [...missing] }, missing.join(' '), now);
}
