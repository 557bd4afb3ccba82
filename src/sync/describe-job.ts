import type { Job } from '../domain/outbox/job';
import { jobReasonWords, jobTable } from './job-table';
import type { LineState } from './line-state';

/** Keys of the catalogue that describe a job, besides those in the tables. */
export type JobWordKey =
  | (typeof jobTable)[keyof typeof jobTable]['words']
  | (typeof jobReasonWords)[keyof typeof jobReasonWords]
  | 'outbox.state.waitingLine'
  | 'outbox.state.waitingGateway'
  | 'outbox.state.waitingCredentials'
  | 'outbox.reason.fileTooLargeLimit';

/** What the words are made with: the screen's language and office time. */
export interface JobSpeech {
  /** The text of a key; its parameters are given by name. */
  readonly say: (key: JobWordKey, params: Readonly<Record<string, string | number>>) => string;
  /** A time as people read it ("09.12"); takes milliseconds or RFC 3339. */
  readonly time: (instant: number | string) => string;
  /** A size in bytes as people read it ("1 MB"). */
  readonly size: (bytes: number) => string;
}

/**
 * The state of a job as a fact with a time (look.md, "Words"): "Menunggu koneksi sejak
 * 09.12", "Dicoba lagi pukul 09.20 (percobaan 3)". A job the engine would take says what
 * the whole queue waits for.
 */
export function describeJob(
  job: Job,
  line: Pick<LineState, 'state' | 'since' | 'paused'>,
  speech: JobSpeech,
): string {
  const { say, time } = speech;
  if (job.state === 'ready' || job.state === 'will-retry') {
    if (line.state === 'no-gateway') return say('outbox.state.waitingGateway', {});
    if (line.state === 'offline') {
      const since = job.queuedAt > line.since ? job.queuedAt : line.since;
      return say('outbox.state.waitingLine', { time: time(since) });
    }
    if (line.paused === 'credentials') return say('outbox.state.waitingCredentials', {});
  }
  return say(jobTable[job.state].words, {
    time: time(
      job.state === 'will-retry' ||
        job.state === 'outcome-unknown' ||
        job.state === 'awaiting-receipt'
        ? job.nextAttemptAt
        : job.updatedAt,
    ),
    attempt: job.attempts + 1,
    sent: job.filesSent,
    total: job.filesTotal,
    reason: describeReason(job, speech),
  });
}

/** Why a job is where it is, in words; the code and pointers stay in `job.reason.detail`. */
export function describeReason({ reason }: Pick<Job, 'reason'>, { say, size }: JobSpeech): string {
  if (reason.code === 'file-too-large') {
    const limit = /limit=(\d+)/.exec(reason.detail ?? '')?.[1];
    if (limit !== undefined) {
      return say('outbox.reason.fileTooLargeLimit', { limit: size(Number(limit)) });
    }
  }
  return say(jobReasonWords[reason.code], {});
}
