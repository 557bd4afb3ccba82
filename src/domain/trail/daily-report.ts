import type { RequestEvent } from '../request/request-event';

/** What happened at the desk on one day. */
export interface DayCounts {
  /** Requests that arrived. */
  readonly received: number;
  /** Requests whose last step was passed, and those cancelled. */
  readonly finished: number;
  readonly cancelled: number;
  /** Submissions that went into the queue, and those the gateway stored. */
  readonly queued: number;
  readonly sent: number;
  /** Steps refused and dispositions returned. */
  readonly refused: number;
}

/** Counts the events of one day; arrivals are counted by the register, which knows when. */
export function dayCounts(received: number, events: readonly RequestEvent[]): DayCounts {
  const count = (...types: readonly RequestEvent['type'][]) =>
    events.filter(({ type }) => types.includes(type)).length;
  return {
    received,
    finished: events.filter(closes).length,
    cancelled: count('request-cancelled'),
    queued: count('submission-queued'),
    sent: count('submission-stored'),
    refused: count('step-refused', 'disposition-returned'),
  };
}

function closes(event: RequestEvent): boolean {
  return (event.type === 'step-completed' || event.type === 'step-skipped') && event.opens === null;
}
