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
  /** A refusal asked for a new one: kept, but it counts no more. */
  readonly superseded: boolean;
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
      /** A refusal asked for a new one: kept, but it counts no more. */
      readonly superseded: boolean;
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

/** A stretch in which a step's clock stood; `until` is null while it stands. RFC 3339 UTC. */
export interface Pause {
  readonly from: string;
  readonly until: string | null;
}

/** One visit of a step that has ended, with what its time is counted from. */
export interface StepPassage {
  readonly step: string;
  readonly outcome: 'completed' | 'refused' | 'skipped' | 'returned';
  /** RFC 3339 UTC: when it opened and when it ended. */
  readonly since: string;
  readonly at: string;
  readonly pauses: readonly Pause[];
}

/** What an official writes on the disposition sheet. */
export type DispositionEntry = Omit<
  Extract<RequestPayload, { type: 'disposition-given' }>,
  'type' | 'dispositionId' | 'step'
>;

/** A level of the sheet as recorded. */
export interface Disposition extends DispositionEntry {
  readonly id: string;
  readonly step: string;
  /** RFC 3339 UTC, and who recorded it. */
  readonly recordedAt: string;
  readonly recordedBy: string;
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
  /** Pauses of the open step, oldest first; only the last may still run. */
  readonly pauses: readonly Pause[];
  /** Actor key of whom the open disposition was forwarded to; null where the SOP's own has it. */
  readonly holder: string | null;
  readonly dispositions: readonly Disposition[];
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
