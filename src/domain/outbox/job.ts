import { z } from 'zod';
import { queuedFileSchema, type RequestEvent } from '../request/request-event';

/**
 * States of a waiting job (architecture, point 7). What a person sees of each, its reason
 * and its buttons are in `src/sync/job-table.ts`.
 */
export const jobStateSchema = z.enum([
  'ready',
  'sending-files',
  'sending',
  'awaiting-receipt',
  'will-retry',
  'outcome-unknown',
  'needs-action',
  'held',
  'done',
  'cancelled',
]);
export type JobState = z.infer<typeof jobStateSchema>;

/** Why a job is where it is; the sentence is in the catalogue. */
export const jobReasonSchema = z.object({
  code: z.enum([
    'queued',
    'line-down',
    'server-busy',
    'credentials',
    'reply-lost',
    'interrupted',
    'rebuilt',
    'checked-not-there',
    'asked-by-person',
    'held-by-person',
    'different-content',
    'refused',
    'file-too-large',
    'file-unsupported',
    'local-file-missing',
    'files-not-accepted',
    'unreadable-job',
  ]),
  /** For the "Rincian" line: status, pointer, code. No personal data. */
  detail: z.string().nullable(),
});
export type JobReason = z.infer<typeof jobReasonSchema>;

/** What an `ams-submission` job carries, sealed; parsed again by its handler. */
export const amsSubmissionPayloadSchema = z.object({
  body: z.string(),
  files: z.array(queuedFileSchema),
});
export type AmsSubmissionPayload = z.infer<typeof amsSubmissionPayloadSchema>;

/** A durable job without its sealed payload: data plus a handler's name. */
export interface Job {
  /** Also the idempotency key: the submission's id. */
  readonly id: string;
  readonly handler: 'ams-submission';
  readonly requestId: string;
  readonly registerNumber: string;
  readonly state: JobState;
  readonly reason: JobReason;
  /** Times the receiver was asked since the job was queued or released. */
  readonly attempts: number;
  /** Milliseconds since 1970; when the engine may take it. */
  readonly nextAttemptAt: number;
  /** Files already whole at the receiver, of all. */
  readonly filesSent: number;
  readonly filesTotal: number;
  /** RFC 3339 UTC. */
  readonly queuedAt: string;
  readonly updatedAt: string;
}

/** States the engine takes up by itself when their time has come and the line is up. */
export const runnableStates = [
  'ready',
  'will-retry',
  'outcome-unknown',
  'awaiting-receipt',
] as const satisfies readonly JobState[];

/** States no engine and no person changes any more. */
export const endedStates = ['done', 'cancelled'] as const satisfies readonly JobState[];

/** What one event of a request means for the outbox; `null` when nothing. */
export type JobChange =
  | { readonly change: 'enqueue'; readonly job: Job; readonly payload: AmsSubmissionPayload }
  | { readonly change: 'patch'; readonly id: string; readonly patch: Partial<Job> }
  | null;

/**
 * The outbox follows from the events: the same events give the same jobs. Attempts and
 * retries are not events, so after a rebuild the caller marks unfinished jobs
 * `outcome-unknown` (architecture, point 2).
 */
export function jobChangeOf(event: RequestEvent, registerNumber: string): JobChange {
  const at = { updatedAt: event.at };
  switch (event.type) {
    case 'submission-queued':
      return {
        change: 'enqueue',
        job: {
          id: event.submissionId,
          handler: 'ams-submission',
          requestId: event.stream,
          registerNumber,
          state: 'ready',
          reason: { code: 'queued', detail: null },
          attempts: 0,
          nextAttemptAt: 0,
          filesSent: 0,
          filesTotal: event.files.length,
          queuedAt: event.at,
          updatedAt: event.at,
        },
        payload: { body: event.body, files: event.files },
      };
    case 'submission-held':
      return patch(event.submissionId, {
        ...at,
        state: 'held',
        reason: { code: 'held-by-person', detail: null },
      });
    case 'submission-released':
      // Checked before it is sent again: an earlier attempt may have arrived.
      return patch(event.submissionId, {
        ...at,
        state: 'outcome-unknown',
        reason: { code: 'asked-by-person', detail: null },
        attempts: 0,
        nextAttemptAt: 0,
      });
    case 'submission-cancelled':
      return patch(event.submissionId, { ...at, state: 'cancelled' });
    case 'submission-stored':
      return patch(event.submissionId, {
        ...at,
        state: event.receipt === null ? 'awaiting-receipt' : 'done',
        reason: { code: 'queued', detail: null },
      });
    case 'submission-parked':
      return patch(event.submissionId, {
        ...at,
        state: 'needs-action',
        reason: { code: event.problem.code, detail: null },
      });
    default:
      return null;
  }
}

function patch(id: string, change: Partial<Job>): JobChange {
  return { change: 'patch', id, patch: change };
}
