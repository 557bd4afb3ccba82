import type { Receipt } from '../../contract/ams';
import type { EscStatus } from '../../contract/esign';
import type { RevocationEvidence } from '../../contract/pki';
import type { BookPlace } from '../numbering/letter-book';
import type { PrivacyRecord } from '../privacy/privacy-record';
import type { SopReference } from '../sop/sop';
import type { CorrectionTicket } from './correction-ticket';
import type { CertificateOrigin, CheckVerdict, RecordedFacts } from './certificate-record';
import type { LetterSigning, LetterVersion } from './letter-signing';
import type { RequestData } from './request-data';
import type {
  Medium,
  Party,
  QueuedFile,
  RequestFile,
  ScanOrigin,
  RequestPayload,
  SubmissionProblem,
} from './request-event';

export interface Attachment {
  readonly id: string;
  readonly document: string;
  readonly file: RequestFile;
  readonly originalName: string;
  readonly attachedAt: string;
  /** Where its pages come from; left out where it was not scanned here. */
  readonly scan?: ScanOrigin;
  /** A refusal asked for a new one: kept, but it counts no more. */
  readonly superseded: boolean;
}

/** One time a final letter came out of the printer. */
export interface LetterPrint {
  /** Of the event. */
  readonly id: string;
  readonly letterId: string;
  /** RFC 3339 UTC. */
  readonly at: string;
  readonly copies: number;
  readonly isCopy: boolean;
  readonly reason: string | null;
}

/** A letter is a draft without number until it is issued; then signatures are added, no more. */
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
      /** The latest version: what is shown, printed, sent, and signed next. */
      readonly file: RequestFile;
      /** Its place in the book of outgoing letters; null for a paper of another book. */
      readonly place: BookPlace | null;
      /** As it was made first, then one for each signature; none is ever changed. */
      readonly versions: readonly LetterVersion[];
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

/** A certificate of the applicant that was read. */
export interface ReadCertificate {
  readonly id: string;
  readonly file: RequestFile;
  readonly from: CertificateOrigin;
  readonly facts: RecordedFacts;
  /** RFC 3339 UTC, and who recorded it. */
  readonly recordedAt: string;
  readonly recordedBy: string;
}

/** One time its revocation was asked about. */
export interface CertificateCheck {
  /** Of the event. */
  readonly id: string;
  readonly certificateId: string;
  readonly serialHex: string;
  readonly verdict: CheckVerdict;
  readonly evidence: readonly RevocationEvidence[];
  readonly escStatus: EscStatus | null;
  /** RFC 3339 UTC, and who asked. */
  readonly at: string;
  readonly by: string;
}

/** What an official writes on the disposition sheet. */
export type DispositionEntry = Omit<
  Extract<RequestPayload, { type: 'disposition-given' }>,
  'type' | 'dispositionId' | 'step'
>;

/** A line of the disposition sheet as recorded, in the order of its events. */
export type SheetEntry = {
  /** Of the event. */
  readonly id: string;
  readonly step: string;
  readonly from: Party;
  readonly medium: Medium;
  /** RFC 3339 UTC, and who recorded it. */
  readonly recordedAt: string;
  readonly recordedBy: string;
} & (
  | ({ readonly kind: 'given' } & DispositionEntry)
  | { readonly kind: 'forwarded'; readonly to: Party; readonly note: string | null }
  | { readonly kind: 'returned'; readonly opens: string; readonly reason: string }
);

/** A level of the sheet: what an official gave. */
export type Disposition = Extract<SheetEntry, { kind: 'given' }>;

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
  /** Legal basis and notice; null where they were not recorded. */
  readonly privacy: PrivacyRecord | null;
  readonly status: 'open' | 'completed' | 'cancelled';
  /** The open step; null once the request has ended. */
  readonly step: string | null;
  /** RFC 3339 UTC: since when that step is open. */
  readonly stepSince: string;
  /** Pauses of the open step, oldest first; only the last may still run. */
  readonly pauses: readonly Pause[];
  /** Whom the open disposition was forwarded to; null where the SOP's own actor has it. */
  readonly holder: Party | null;
  /** Everything on the disposition sheet. */
  readonly sheet: readonly SheetEntry[];
  readonly passages: readonly StepPassage[];
  readonly attachments: readonly Attachment[];
  readonly letters: readonly Letter[];
  /** In the order they were recorded. */
  readonly prints: readonly LetterPrint[];
  /** Every signing of a letter that was begun, in the order it was recorded. */
  readonly signings: readonly LetterSigning[];
  readonly submissions: readonly Submission[];
  /** What the person asked to be corrected, in the order it was recorded. */
  readonly corrections: readonly CorrectionTicket[];
  /** In the order they were recorded. */
  readonly certificates: readonly ReadCertificate[];
  readonly certificateChecks: readonly CertificateCheck[];
  /** How many events made this state. */
  readonly eventCount: number;
  readonly updatedAt: string;
}

/** The last disposition that was given; null where none was. */
export function latestDisposition({ sheet }: Pick<RequestState, 'sheet'>): Disposition | null {
  const latest = sheet.findLast(({ kind }) => kind === 'given');
  return latest?.kind === 'given' ? latest : null;
}

/** The submission that counts: the latest revision that was not cancelled. */
export function currentSubmission(state: RequestState): Submission | null {
  return state.submissions.filter(({ status }) => status !== 'cancelled').at(-1) ?? null;
}

/** Whether somebody said of a letter that it came out of the printer. */
export function wasPrinted({ prints }: Pick<RequestState, 'prints'>, letterId: string): boolean {
  return prints.some((print) => print.letterId === letterId);
}
