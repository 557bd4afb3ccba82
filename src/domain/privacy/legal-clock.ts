/**
 * The clock of "3 x 24 jam" in UU 27/2022: calendar hours on any day, never working hours.
 * Article 30 counts it from the receipt of a request for correction, article 46 is counted
 * here from the moment a failure became known.
 */
export const LEGAL_HOURS = 72;

const MILLISECONDS = LEGAL_HOURS * 3_600_000;
/** With less than a day left a deadline is close. */
const CLOSE = 24 * 3_600_000;

/** `met` and `missed` once it has ended: in time or not. */
export type ClockStanding = 'running' | 'close' | 'overdue' | 'met' | 'missed';

export interface LegalClock {
  /** RFC 3339 UTC. */
  readonly dueAt: string;
  /** Milliseconds until it is due, from now or from its end; negative when it is past. */
  readonly left: number;
  readonly standing: ClockStanding;
}

/** When a clock that began then is due, RFC 3339 UTC. Throws a RangeError for no instant. */
export function legalDueAt(startedAt: string): string {
  return new Date(Date.parse(startedAt) + MILLISECONDS).toISOString();
}

/**
 * How the clock stands at `now`, or stood when it ended; all RFC 3339. Done at the very
 * moment it is due is in time.
 */
export function legalClock(startedAt: string, endedAt: string | null, now: string): LegalClock {
  const dueAt = legalDueAt(startedAt);
  const left = Date.parse(dueAt) - Date.parse(endedAt ?? now);
  return { dueAt, left, standing: standingOf(left, endedAt !== null) };
}

function standingOf(left: number, ended: boolean): ClockStanding {
  if (ended) return left >= 0 ? 'met' : 'missed';
  if (left < 0) return 'overdue';
  return left < CLOSE ? 'close' : 'running';
}
