import type { JournalNotice } from '../contract/journal';
import type { Result, ServiceError } from '../contract/result';
import type { Author, Counters } from '../domain/event';
import type { OfficeCommand, OfficeRefusal } from '../domain/office/office-command';
import type { OfficeEvent } from '../domain/office/office-event';
import type { OfficeState } from '../domain/office/office-state';
import type { AmsSubmissionPayload, Job } from '../domain/outbox/job';
import type { Refusal, RequestCommand } from '../domain/request/request-command';
import type { RequestEvent } from '../domain/request/request-event';
import type { Disposition, Pause, RequestState, SheetEntry } from '../domain/request/request-state';
import type { RequestSummary } from '../domain/request/request-summary';
import type { Sop, SopReference } from '../domain/sop/sop';
import type { RetentionCommand } from '../domain/retention/retention-command';
import type { IncidentCommand } from '../domain/incident/incident-command';
import type { TrailNote } from '../domain/trail/trail-event';
import type { RetentionDone, RetentionFailure, RetentionStore } from './retention-store';
import type { IncidentFailure, IncidentStore } from './incident-store';
import type { LetterStore } from './letter-store';
import type { LetterLibrary } from './letter-library';
import type { TrailStore } from './trail-store';

/** What the user should know about how the records were found at start-up. */
export type StoreNotice =
  | JournalNotice
  /** IndexedDB was gone or damaged and was rebuilt from the journal. */
  | { readonly kind: 'rebuilt-from-journal'; readonly records: number }
  /** Records the journal had and IndexedDB lacked. */
  | { readonly kind: 'caught-up'; readonly records: number }
  /** Written by a newer version, or damaged: set aside, kept, not shown. */
  | { readonly kind: 'newer-records-set-aside'; readonly records: number }
  /**
   * The journal lacked records that IndexedDB had (its files came from an older copy): they
   * were written into the journal again, and IndexedDB was rebuilt from it.
   */
  | { readonly kind: 'returned-to-journal'; readonly records: number }
  /** The journal could not be read: what IndexedDB has is shown, nothing can be recorded. */
  | { readonly kind: 'journal-not-read'; readonly error: ServiceError };

/** Why a command did not become a record, or could not be shown yet. */
export type CommandFailure =
  | { readonly kind: 'refused'; readonly refusal: Refusal }
  | { readonly kind: 'office-refused'; readonly refusal: OfficeRefusal }
  /** The journal did not take it: nothing was recorded, what was typed is still there. */
  | { readonly kind: 'not-recorded'; readonly error: ServiceError }
  /** The journal has it, IndexedDB does not yet: it counts, and start-up brings it in. */
  | { readonly kind: 'recorded-not-shown'; readonly detail: string }
  /** Another window works on these records. */
  | { readonly kind: 'not-the-active-window' }
  /** A newer version wrote to this request (or the office); this one must not go on with it. */
  | { readonly kind: 'newer-version-needed' };

export interface Recorded {
  readonly requestId: string;
  /** The state after the command; the old one when the command changed nothing. */
  readonly state: RequestState;
}

/** Holder of a disposition who is none of the SOP's actors: rows carry no names. */
export const OTHER_HOLDER = 'other';

/** One row of register and board, opened for display. */
export interface RegisterRow {
  readonly id: string;
  /** Sorts the register: arrival (UTC) and id. The cursor of a page. */
  readonly registerKey: string;
  readonly registerNumber: string;
  readonly arrivedAt: string;
  readonly status: RequestState['status'];
  readonly service: string;
  readonly sop: SopReference;
  /** The open step and its actor's key; null once ended. */
  readonly step: string | null;
  readonly actor: string | null;
  readonly stepSince: string;
  /** Pauses of the open step. */
  readonly pauses: readonly Pause[];
  /**
   * Actor key of whom the open disposition was forwarded to, `OTHER_HOLDER` for somebody who
   * is none of the SOP's; null where `actor` has it.
   */
  readonly holder: string | null;
  /** Of the latest disposition; null where none was given. */
  readonly disposition: Pick<Disposition, 'urgency' | 'deadline'> | null;
  /** When the first open request for correction is due (RFC 3339); absent while none is open. */
  readonly correctionDue?: string;
  /** The last line of the disposition sheet; null while it is empty. */
  readonly lastOnSheet: LastOnSheet | null;
  readonly summary: RequestSummary;
}

/** Who had the sheet last and where it went: actor keys, or `OTHER_HOLDER`. */
export interface LastOnSheet {
  readonly kind: SheetEntry['kind'];
  readonly step: string;
  readonly from: string;
  /** Null for a return: its step says where it went. */
  readonly to: string | null;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Give it to the next call; null at the end. */
  readonly next: string | null;
}

export interface RequestQueries {
  get(id: string): Promise<RequestState | null>;
  /** Every event of the request, oldest first: the timeline. */
  timeline(id: string): Promise<readonly RequestEvent[]>;
  /** Latest arrivals first, paged by key. */
  page(cursor: string | null, size: number): Promise<Page<RegisterRow>>;
  /** Requests whose name, NIK, NIP or numbers have words starting so; latest first. */
  search(text: string, cursor: string | null, size: number): Promise<Page<RegisterRow>>;
  /** Open requests, longest waiting at their step first, paged by key. */
  board(cursor: string | null, size: number): Promise<Page<RegisterRow>>;
  countOpen(): Promise<number>;
  /** Requests with an open request for correction, due first in front; ended ones too. */
  withOpenCorrections(): Promise<readonly RegisterRow[]>;
  countOpenCorrections(): Promise<number>;
  /** Every request of the person with this NIK, latest first. */
  ofPerson(nik: string): Promise<readonly RegisterRow[]>;
  /** Open requests of the same NIK and service. */
  openDuplicates(nik: string, service: string): Promise<readonly RegisterRow[]>;
}

/** What is being typed. Belongs to one member of staff. */
export interface Draft {
  readonly id: string;
  readonly owner: string;
  readonly form:
    | 'intake'
    | 'correction'
    | 'disposition'
    | 'sop'
    | 'letter-template'
    | 'correction-request'
    | 'incident'
    | 'scan';
  /** The request a correction is about; null for an intake, an SOP, a paper's text, an incident. */
  readonly requestId: string | null;
  /** RFC 3339 UTC. */
  readonly updatedAt: string;
  /** The form's values as typed; parsed by the form. */
  readonly values: unknown;
}

/** How much one member of staff has typed and not recorded; never what. */
export interface PendingDrafts {
  /** Id of the member of staff, also of one who is disabled. */
  readonly owner: string;
  readonly count: number;
  /** RFC 3339 UTC: when the one longest untouched, and the latest, were last changed. */
  readonly oldestAt: string;
  readonly latestAt: string;
}

export interface DraftStore {
  /** Keeps the values in IndexedDB and, a moment later, as a second copy on disk. */
  save(draft: Omit<Draft, 'updatedAt'>): Promise<Result<Draft>>;
  remove(id: string): Promise<void>;
  listOf(owner: string): Promise<readonly Draft[]>;
}

export interface JobStore {
  /** Every job that has not ended first, then ended ones, latest first; paged. */
  page(cursor: string | null, size: number): Promise<Page<Job>>;
  ofRequest(requestId: string): Promise<readonly Job[]>;
  /** One job by its id (the submission's id); null when this device never queued it. */
  find(id: string): Promise<Job | null>;
  counts(): Promise<{ readonly waiting: number; readonly needsAction: number }>;
  /** Runnable jobs due at `now` (milliseconds), oldest first. */
  due(now: number, limit: number): Promise<readonly Job[]>;
  /** When the next runnable job falls due; null when none waits. */
  nextDueAt(): Promise<number | null>;
  payload(
    id: string,
  ): Promise<
    Result<AmsSubmissionPayload, { readonly code: 'unreadable-job'; readonly detail: string }>
  >;
  /**
   * Writes progress of an attempt (state, reason, attempts, next time, files sent). Only
   * when the job is still in `expected`: false when somebody held or cancelled it meanwhile.
   */
  patch(id: string, expected: Job['state'], change: Partial<Job>): Promise<boolean>;
  /** At start: what was being sent when the program ended is unknown; files start over. */
  recoverInterrupted(at: string): Promise<void>;
}

export interface SopLibrary {
  /** SOPs this installation has, newest version each: presets first, then the office's own. */
  installed(): readonly Sop[];
  /** Those the office offers at the intake; all where it chose none. */
  inUse(): readonly Sop[];
  /** Every version there is of an SOP, oldest first. */
  versions(id: string): readonly Sop[];
  /** Whether an id belongs to an SOP that came with the program. */
  isPreset(id: string): boolean;
  /** The version a request began with; undefined when it is not installed. */
  find(reference: SopReference): Sop | undefined;
  latest(id: string): Sop | undefined;
}

export interface Store {
  readonly notices: readonly StoreNotice[];
  readonly requests: RequestQueries;
  readonly drafts: DraftStore;
  /** Of every member of staff, for the administrator; longest waiting first. */
  pendingDrafts(): Promise<readonly PendingDrafts[]>;
  readonly jobs: JobStore;
  readonly sops: SopLibrary;
  readonly templates: LetterLibrary;
  readonly trail: TrailStore;
  readonly retention: RetentionStore;
  readonly incidents: IncidentStore;
  readonly letters: LetterStore;
  office(): Promise<OfficeState>;
  officeTimeline(): Promise<readonly OfficeEvent[]>;
  /** The next value of a counter, such as a letter book's; only a decision takes it. */
  nextOf(counter: string): Promise<number>;
  /** How far counters have come, by their names; 0 for one that never began. */
  countersOf(names: readonly string[]): Promise<Counters>;
  /** Journal first, then one IndexedDB transaction; see docs/store.md. */
  execute(
    requestId: string,
    command: RequestCommand,
    by: Author,
  ): Promise<Result<Recorded, CommandFailure>>;
  executeOffice(command: OfficeCommand, by: Author): Promise<Result<OfficeState, CommandFailure>>;
  /** Schedule, holds and destructions; a destruction answers after keys and files are gone. */
  executeRetention(
    command: RetentionCommand,
    by: Author,
  ): Promise<Result<RetentionDone, RetentionFailure>>;
  /** Failures of the protection of data: reported, notified, closed. */
  executeIncident(command: IncidentCommand, by: Author): Promise<Result<void, IncidentFailure>>;
  /**
   * Notes in the trail who looked at, printed, saved or searched something; recorded as every
   * command is. The same look again within ten minutes is answered without a second note.
   */
  note(note: TrailNote, by: Author): Promise<Result<void, CommandFailure>>;
  /** The last clock offset the gateway showed; goes onto every later event. */
  setClockOffset(milliseconds: number): void;
  /** Small facts of this device: whether a notice was read, the gateway's cursor. */
  getDeviceFact(name: string): Promise<string | null>;
  setDeviceFact(name: string, value: string): Promise<void>;
  close(): void;
}
