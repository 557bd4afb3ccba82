import type { Receipt, RemoteSubmission } from '../../contract/ams';
import type { TemplateVersion } from '../letters/letter-versions';
import type { PermissionRefusal } from '../office/office-command';
import type { EscStatus } from '../../contract/esign';
import type { RevocationEvidence } from '../../contract/pki';
import type { CertificateOrigin, RecordedFacts } from './certificate-record';
import type { FieldProblem } from './check-request-data';
import type { PrivacyRecord, PrivacyRefusal } from '../privacy/privacy-record';
import type { SopReference } from '../sop/sop';
import type { RequestData } from './request-data';
import type {
  Medium,
  Party,
  RequestFile,
  ScanOrigin,
  RequestPayload,
  SubmissionProblem,
} from './request-event';
import type { DispositionEntry } from './request-state';
import type { SigningCommand, SigningRefusal } from './signing-command';

type Origin = Extract<RequestPayload, { type: 'request-recorded' }>['origin'];

/** What a person, or the engine on the gateway's word, asks of one request. */
export type RequestCommand =
  | {
      readonly command: 'record-request';
      /** The SOP the request begins with and keeps for life. */
      readonly sop: SopReference;
      /** RFC 3339; normalised to UTC when recorded. */
      readonly arrivedAt: string;
      readonly data: RequestData;
      readonly origin: Origin;
      readonly besides: readonly string[];
      /** Legal basis and notice; left out where nobody was asked, as in an import. */
      readonly privacy?: PrivacyRecord;
    }
  | {
      readonly command: 'correct-request';
      readonly data: RequestData;
      readonly reason: string;
      /** Open tickets this answers; none where nobody asked. */
      readonly answers?: readonly string[];
    }
  | {
      readonly command: 'ask-correction';
      readonly ticketId: string;
      /** RFC 3339; normalised to UTC when recorded. */
      readonly askedAt: string;
      readonly askedBy: string;
      readonly wrong: string;
      readonly evidence: string;
    }
  | { readonly command: 'refuse-correction'; readonly ticketId: string; readonly reason: string }
  | {
      readonly command: 'attach-document';
      readonly attachmentId: string;
      readonly document: string;
      readonly file: RequestFile;
      readonly originalName: string;
      /** Where its pages come from, if it was scanned here. */
      readonly scan?: ScanOrigin;
    }
  | { readonly command: 'remove-document'; readonly attachmentId: string; readonly reason: string }
  | {
      readonly command: 'draft-letter';
      readonly letterId: string;
      readonly letter: string;
      readonly templateVersion?: TemplateVersion;
      readonly file: RequestFile;
    }
  | {
      readonly command: 'issue-letter';
      readonly letterId: string;
      readonly letter: string;
      readonly templateVersion?: TemplateVersion;
      readonly number: string;
      readonly counter: { readonly name: string; readonly value: number };
      readonly date: string;
      readonly file: RequestFile;
    }
  | {
      readonly command: 'confirm-print';
      /** Final letters that came out of the printer together. */
      readonly letterIds: readonly string[];
      /** Of each letter, 1 to 20. */
      readonly copies: number;
      /** Why again, where one of them was printed before; null the first time. */
      readonly reason: string | null;
    }
  | SigningCommand
  | {
      readonly command: 'complete-step';
      readonly step: string;
      readonly note: string | null;
      readonly actedBy: string | null;
    }
  | { readonly command: 'refuse-step'; readonly step: string; readonly reason: string }
  | { readonly command: 'skip-step'; readonly step: string; readonly reason: string }
  | { readonly command: 'pause-step'; readonly step: string; readonly reason: string }
  | { readonly command: 'resume-step'; readonly step: string }
  | ({
      readonly command: 'give-disposition';
      readonly dispositionId: string;
      readonly step: string;
    } & DispositionEntry)
  | {
      readonly command: 'forward-disposition';
      readonly step: string;
      readonly from: Party;
      readonly to: Party;
      readonly note: string | null;
      readonly medium: Medium;
    }
  | {
      readonly command: 'return-disposition';
      readonly step: string;
      readonly from: Party;
      readonly reason: string;
      readonly medium: Medium;
    }
  | { readonly command: 'queue-submission'; readonly submissionId: string }
  | { readonly command: 'hold-submission'; readonly submissionId: string; readonly reason: string }
  | { readonly command: 'release-submission'; readonly submissionId: string }
  | {
      readonly command: 'cancel-submission';
      readonly submissionId: string;
      readonly reason: string;
    }
  | {
      readonly command: 'submission-stored';
      readonly submissionId: string;
      readonly receipt: Receipt | null;
      readonly state: string;
    }
  | {
      readonly command: 'submission-parked';
      readonly submissionId: string;
      readonly problem: SubmissionProblem;
    }
  | { readonly command: 'submission-reported'; readonly report: RemoteSubmission }
  | {
      readonly command: 'record-certificate';
      readonly certificateId: string;
      /** The certificate's own bytes (DER), never the file it was read from. */
      readonly file: RequestFile;
      readonly from: CertificateOrigin;
      readonly facts: RecordedFacts;
    }
  | {
      readonly command: 'record-certificate-check';
      readonly certificateId: string;
      readonly evidence: readonly RevocationEvidence[];
      readonly escStatus: EscStatus | null;
    }
  | { readonly command: 'cancel-request'; readonly reason: string };

export type RequestCommandName = RequestCommand['command'];

/** Why a command was refused: a code with what the sentence needs; nothing was recorded. */
export type Refusal =
  | PermissionRefusal
  | PrivacyRefusal
  | SigningRefusal
  | { readonly code: 'fields-refused'; readonly problems: readonly FieldProblem[] }
  | { readonly code: 'request-exists' }
  | { readonly code: 'request-unknown' }
  | { readonly code: 'request-ended' }
  | { readonly code: 'already-imported'; readonly registerNumber: string }
  | { readonly code: 'arrival-unreadable' }
  | { readonly code: 'reason-missing' }
  /** The ticket is not open, or not of this request. */
  | { readonly code: 'correction-unknown' }
  | { readonly code: 'correction-exists' }
  | { readonly code: 'correction-nobody' }
  | { readonly code: 'correction-blank' }
  | { readonly code: 'correction-too-long' }
  | { readonly code: 'correction-time-invalid' }
  | { readonly code: 'correction-time-ahead' }
  | { readonly code: 'document-unknown'; readonly document: string }
  | { readonly code: 'attachment-unknown' }
  | { readonly code: 'certificate-exists' }
  | { readonly code: 'certificate-unknown' }
  | { readonly code: 'letter-unknown'; readonly letter: string }
  | { readonly code: 'letter-final' }
  /** Only what has its number is recorded as printed. */
  | { readonly code: 'letter-not-final' }
  | { readonly code: 'copies-invalid' }
  /** A number set aside that is not free, or one that does not fit its book and date. */
  | { readonly code: 'number-not-kept'; readonly number: string }
  /** Another letter took the number meanwhile; take the next and make the bytes again. */
  | { readonly code: 'number-taken' }
  | { readonly code: 'step-not-open'; readonly open: string | null }
  | { readonly code: 'step-is-submission' }
  | { readonly code: 'step-knows-no-refusal' }
  /** The SOP does not say that the step may be left out. */
  | { readonly code: 'step-not-optional' }
  | { readonly code: 'step-paused-already' }
  | { readonly code: 'step-not-paused' }
  /** A dispose step passes with what the official wrote. */
  | { readonly code: 'step-is-disposition' }
  | { readonly code: 'step-no-disposition' }
  | { readonly code: 'disposition-nobody' }
  | { readonly code: 'disposition-from-nobody' }
  /** Forwarding leads to somebody else than who has the disposition. */
  | { readonly code: 'disposition-to-holder' }
  | { readonly code: 'disposition-blank' }
  | { readonly code: 'disposition-date-invalid' }
  /** The day on the sheet has not come at the office. */
  | { readonly code: 'disposition-date-ahead' }
  | { readonly code: 'disposition-deadline-early' }
  | { readonly code: 'disposition-no-way-back' }
  | { readonly code: 'documents-missing'; readonly documents: readonly string[] }
  | { readonly code: 'letters-not-issued'; readonly letters: readonly string[] }
  /** The office holds its steps until somebody said that their letters came out right. */
  | { readonly code: 'letters-not-printed'; readonly letters: readonly string[] }
  | { readonly code: 'submission-too-early'; readonly open: string | null }
  | { readonly code: 'submission-waiting' }
  | { readonly code: 'submission-unknown' }
  | { readonly code: 'submission-ended' }
  | { readonly code: 'office-not-set-up' }
  /** The SOP, or the version the request began with, is not on this installation. */
  | { readonly code: 'sop-not-installed'; readonly sop: string };
