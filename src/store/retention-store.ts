import type { Result, ServiceError } from '../contract/result';
import type { RetentionRefusal } from '../domain/retention/retention-command';
import type { Fate } from '../domain/retention/retention-event';
import type { Hold, RetentionState } from '../domain/retention/retention-state';
import type { SopReference } from '../domain/sop/sop';
import type { CommandFailure, Page } from './store';

/** An ended request whose retention is over. */
export interface OverdueRow {
  readonly id: string;
  /** The cursor of a page: service and end. */
  readonly endedKey: string;
  readonly registerNumber: string;
  readonly service: string;
  readonly sop: SopReference;
  readonly status: 'open' | 'completed' | 'cancelled';
  /** RFC 3339 UTC. */
  readonly endedAt: string;
  /** Date yyyy-mm-dd on which the retention ended. */
  readonly until: string;
  readonly fate: Fate;
  readonly hold: Hold | null;
  /** It stands on a list whose berita acara is being signed. */
  readonly listed: boolean;
}

/** What the register still knows of a destroyed request. */
export interface DestroyedRequest {
  readonly id: string;
  /** The cursor of a page: arrival and id. */
  readonly registerKey: string;
  readonly registerNumber: string;
  readonly service: string;
  readonly sop: SopReference;
  readonly arrivedAt: string;
  readonly endedAt: string;
  readonly destructionId: string;
  /** Number and date of the berita acara; null where retention does not know it. */
  readonly report: { readonly number: string; readonly date: string } | null;
}

export type RetentionFailure =
  CommandFailure | { readonly kind: 'retention-refused'; readonly refusal: RetentionRefusal };

/** What a retention command left behind. */
export interface RetentionDone {
  readonly state: RetentionState;
  /**
   * Why keys or files could not be destroyed yet; null when nothing is left. The records count
   * as destroyed all the same, and the next start goes on.
   */
  readonly unfinished: ServiceError | null;
}

/** Reading of retention, and the rest of destructions that were interrupted. */
export interface RetentionStore {
  state(): Promise<RetentionState>;
  /** Requests whose retention is over and whose fate is this, by service, longest ended first. */
  overdue(fate: Fate, cursor: string | null, size: number): Promise<Page<OverdueRow>>;
  /** Destroyed requests, latest arrivals first. */
  destroyed(cursor: string | null, size: number): Promise<Page<DestroyedRequest>>;
  /** By id or by register number, exactly; null for one that was not destroyed. */
  findDestroyed(idOrNumber: string): Promise<DestroyedRequest | null>;
  /** Destroys keys and files of what counts as destroyed; nothing to do is success. */
  finish(): Promise<Result<void>>;
}
