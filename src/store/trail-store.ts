import type { JournalHead } from '../contract/journal';
import type { Result } from '../contract/result';
import type { RequestEvent } from '../domain/request/request-event';
import type { RequestState } from '../domain/request/request-state';
import type { SopReference } from '../domain/sop/sop';
import type { TrailEvent } from '../domain/trail/trail-event';
import type { TrailFinding } from '../domain/trail/trail-finding';
import type { TrailKind } from '../domain/trail/trail-kind';
import type { StoreEvent } from './record-body';

/** One line of the trail: an event where the journal put it. */
export interface TrailRow {
  /** The cursor of a page. */
  readonly key: string;
  readonly sequence: number;
  /** Null where the row does not open: it is shown as such, never left out. */
  readonly event: StoreEvent | null;
  /** The request it is about; null for what concerns none. */
  readonly subject: {
    readonly id: string;
    readonly registerNumber: string;
    readonly sop: SopReference;
  } | null;
}

/** What of the trail is wanted; null wants all. */
export interface TrailFilter {
  /** RFC 3339 UTC: from this moment on, and before that. */
  readonly from: string | null;
  readonly before: string | null;
  readonly staffId: string | null;
  /** Id of a request. */
  readonly subject: string | null;
  readonly kind: TrailKind | null;
}

export const WHOLE_TRAIL: TrailFilter = {
  from: null,
  before: null,
  staffId: null,
  subject: null,
  kind: null,
};

export interface TrailPage {
  /** Newest first; may be fewer than asked for, even none, although more follows. */
  readonly rows: readonly TrailRow[];
  /** Give it to the next call; null at the beginning of the trail. */
  readonly next: string | null;
}

/** How a check of the trail ended. */
export interface TrailCheck {
  /** RFC 3339 UTC. */
  readonly at: string;
  /** Whether it began with the first record. */
  readonly full: boolean;
  /** False when it was cancelled. */
  readonly complete: boolean;
  readonly checkedTo: JournalHead;
  readonly records: number;
  /** The first hundred. */
  readonly findings: readonly TrailFinding[];
  /** How many there are. */
  readonly found: number;
}

export interface TrailProgress {
  readonly checked: number;
  readonly of: number;
}

export interface TrailCheckOptions {
  /** From the first record; otherwise from the last place that was found whole. */
  readonly full: boolean;
  readonly onProgress?: (progress: TrailProgress) => void;
  readonly signal?: AbortSignal;
}

/** A request as the daily report lists it: nothing of a person. */
export interface DayRequest {
  readonly id: string;
  readonly registerNumber: string;
  readonly arrivedAt: string;
  readonly service: string;
  readonly status: RequestState['status'];
  readonly sop: SopReference;
  readonly step: string | null;
}

export interface Day {
  /** Those that arrived or had an event, by their register key. */
  readonly requests: readonly DayRequest[];
  readonly received: number;
  readonly events: readonly RequestEvent[];
}

/** Reading and checking of the trail. */
export interface TrailStore {
  /** Events in the journal's order, newest first, paged by key; looks at a bounded number. */
  page(cursor: string | null, size: number, filter: TrailFilter): Promise<TrailPage>;
  /** The notes about these requests, oldest first; stops with what it has when told to. */
  notesAbout(requestIds: ReadonlySet<string>, signal: AbortSignal): Promise<readonly TrailEvent[]>;
  /** The desk's day between two moments (RFC 3339 UTC). */
  day(from: string, before: string): Promise<Day>;
  /** The head of the chain as the journal has it now. */
  head(): Promise<Result<JournalHead>>;
  /** The hash of a record; null where the journal has no such record. */
  hashAt(sequence: number): Promise<Result<string | null>>;
  /** Checks the chain and what is shown of it, stretch by stretch. */
  check(options: TrailCheckOptions): Promise<Result<TrailCheck>>;
  /** The last check that was not cancelled; null before the first. */
  lastCheck(): Promise<TrailCheck | null>;
}
