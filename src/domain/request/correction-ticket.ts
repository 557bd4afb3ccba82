import { legalDueAt } from '../privacy/legal-clock';
import type { RequestPayload } from './request-event';

/** What the person asked, as it was recorded. */
export type CorrectionAsk = Omit<
  Extract<RequestPayload, { type: 'correction-asked' }>,
  'type' | 'ticketId'
>;

/**
 * A person's request that data about him be corrected (UU 27/2022 articles 6 and 30). It is
 * open until a correction answers it or it is refused with a reason.
 */
export interface CorrectionTicket extends CorrectionAsk {
  readonly id: string;
  /** RFC 3339 UTC, and who recorded it. */
  readonly recordedAt: string;
  readonly recordedBy: string;
  readonly ending: CorrectionEnding | null;
}

export type CorrectionEnding =
  /** `eventId` is the correction that answered it. */
  | { readonly how: 'corrected'; readonly at: string; readonly eventId: string }
  | { readonly how: 'refused'; readonly at: string; readonly reason: string };

interface Ticketed {
  readonly corrections: readonly CorrectionTicket[];
}

/** Those that still wait, the one due first in front. */
export function openCorrections({ corrections }: Ticketed): readonly CorrectionTicket[] {
  return corrections
    .filter(({ ending }) => ending === null)
    .toSorted((one, other) => (one.askedAt < other.askedAt ? -1 : 1));
}

/** When the first open one is due, RFC 3339 UTC; null while none is open. */
export function correctionDueAt(request: Ticketed): string | null {
  const [first] = openCorrections(request);
  return first === undefined ? null : legalDueAt(first.askedAt);
}
