import { localDate } from '../numbering/local-date';
import type { TimeZone } from '../office/office-event';
import type { RequestState } from '../request/request-state';
import type { SopReference } from '../sop/sop';
import type { Fate, RetentionRule, RetentionSchedule } from './retention-event';

/** What retention looks at of a request. */
export interface RequestFacts {
  readonly id: string;
  readonly registerNumber: string;
  readonly service: string;
  readonly sop: SopReference;
  readonly status: RequestState['status'];
  /** RFC 3339 UTC; `endedAt` counts once the request has ended. */
  readonly arrivedAt: string;
  readonly endedAt: string;
}

/** Where a request stands in its retention; dates yyyy-mm-dd on the office's calendar. */
export type RetentionStanding =
  | { readonly kind: 'open' }
  /** The office's JRA was not entered for this service: nothing is destroyed. */
  | { readonly kind: 'unset' }
  | { readonly kind: 'running'; readonly until: string; readonly fate: Fate }
  | { readonly kind: 'over'; readonly until: string; readonly fate: Fate };

/**
 * Active and inactive years run from the day the request was completed or cancelled (UU
 * 27/2022 art. 44 refers to the JRA; JRA count from the end of an affair). `now` is RFC 3339.
 */
export function retentionStanding(
  { status, service, endedAt }: Pick<RequestFacts, 'status' | 'service' | 'endedAt'>,
  schedule: RetentionSchedule | null,
  now: string,
  timeZone: TimeZone,
): RetentionStanding {
  if (status === 'open') return { kind: 'open' };
  const rule = ruleOf(schedule, service);
  if (rule === undefined) return { kind: 'unset' };
  const until = addYears(localDate(endedAt, timeZone).isoDate, yearsOf(rule));
  const kind = until <= localDate(now, timeZone).isoDate ? 'over' : 'running';
  return { kind, until, fate: rule.fate };
}

/** The rule of a service; undefined while the office has none. */
export function ruleOf(
  schedule: RetentionSchedule | null,
  service: string,
): RetentionRule | undefined {
  return schedule?.rules.find((rule) => rule.service === service);
}

/** Active and inactive years together. */
export function yearsOf({ activeYears, inactiveYears }: RetentionRule): number {
  return activeYears + inactiveYears;
}

/** The same day so many years later; 29 February becomes 1 March, so that nothing ends early. */
export function addYears(isoDate: string, years: number): string {
  const [year = 0, month = 1, day = 1] = isoDate.split('-').map(Number);
  const date = new Date(Date.UTC(year + years, month - 1, day));
  return date.toISOString().slice(0, 10);
}

/** The retention facts of a request's state. */
export function requestFacts(state: RequestState): RequestFacts {
  const { id, registerNumber, service, sop, status, arrivedAt, stepSince } = state;
  return { id, registerNumber, service, sop, status, arrivedAt, endedAt: stepSince };
}
