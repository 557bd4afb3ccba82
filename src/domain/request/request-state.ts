import type { Receipt } from '../../contract/ams';
import type { SopReference } from '../sop/sop';
import type { RequestData } from './request-data';
import type { QueuedFile, RequestFile, RequestPayload, SubmissionProblem } from './request-event';

export interface Attachment {
  readonly id: string;
  readonly document: string;
  readonly file: RequestFile;
  readonly originalName: string;
  readonly attachedAt: string;
}

/** A letter is a draft without number until it is issued; then it never changes again. */
export type Letter =
  | {
      readonly status: 'draft';
      readonly id: string;
      readonly letter: string;
      readonly file: RequestFile;
    }
  | {
      readonly status: 'issued';
      readonly id: string;
      readonly letter: string;
      readonly number: string;
      readonly date: string;
      readonly file: RequestFile;
    };

export type SubmissionStatus = 'queued' | 'held' | 'stored' | 'parked' | 'cancelled';

export interface Submission {
  readonly id: string;
  readonly revision: number;
  readonly replaces: string | null;
  readonly status: SubmissionStatus;
  readonly queuedAt: string;
  readonly body: string;
  readonly files: readonly QueuedFile[];
  readonly receipt: Receipt | null;
  /** The gateway's word: received, verifying, returned, rejected, completed. */
  readonly remoteState: string | null;
  readonly remoteNote: string | null;
  readonly problem: SubmissionProblem | null;
}

export interface StepPassage {
  readonly step: string;
  readonly outcome: 'completed' | 'refused';
  readonly at: string;
}

/** A request as its events tell it. */
export interface RequestState {
  readonly id: string;
  readonly registerNumber: string;
  /** RFC 3339 UTC. */
  readonly arrivedAt: string;
  readonly sop: SopReference;
  readonly service: string;
  readonly data: RequestData;
  readonly origin: Extract<RequestPayload, { type: 'request-recorded' }>['origin'];
  readonly status: 'open' | 'completed' | 'cancelled';
  /** The open step; null once the request has ended. */
  readonly step: string | null;
  /** RFC 3339 UTC: since when that step is open. */
  readonly stepSince: string;
  readonly passages: readonly StepPassage[];
  readonly attachments: readonly Attachment[];
  readonly letters: readonly Letter[];
  readonly submissions: readonly Submission[];
  /** How many events made this state. */
  readonly eventCount: number;
  readonly updatedAt: string;
}

/** The submission that counts: the latest revision that was not cancelled. */
export function currentSubmission(state: RequestState): Submission | null {
  return state.submissions.filter(({ status }) => status !== 'cancelled').at(-1) ?? null;
}
