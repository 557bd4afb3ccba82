import type { ChainBreak, JournalAnchor } from '../../contract/journal';

/** What a check of the trail found; words and remedies are in the catalogue. */
export type TrailFinding =
  | { readonly kind: 'chain'; readonly at: ChainBreak }
  /** The anchor's memory begins later than the journal: what was cut before cannot be seen. */
  | {
      readonly kind: 'anchor-renewed';
      readonly how: 'missing' | 'forged' | 'unkeyed';
      readonly sequence: number;
      readonly at: string;
    }
  /** The journal lacked records the database had; they were written into it again. */
  | { readonly kind: 'returned'; readonly records: number }
  /** The record is the one that was written, but its content does not open. */
  | { readonly kind: 'unreadable-body'; readonly sequence: number }
  /** The key of a request was destroyed, and no destruction is recorded that names it. */
  | { readonly kind: 'erased-unreported'; readonly sequence: number }
  /** What is shown of the record is not what the journal has. */
  | { readonly kind: 'shown-differs'; readonly sequence: number }
  /** An event says it happened at another time than its record was written. */
  | {
      readonly kind: 'time-disagrees';
      readonly sequence: number;
      readonly eventAt: string;
      readonly recordAt: string;
    };

/** What the anchor alone tells, once a check reached the end. */
export function anchorFindings({ since }: JournalAnchor): readonly TrailFinding[] {
  if (since === null || since.how === 'first') return [];
  const { how, sequence, at } = since;
  return [{ kind: 'anchor-renewed', how, sequence, at }];
}

/** Times of event and record may differ by so many milliseconds: a wait for the disk, a retry. */
const TIME_TOLERANCE = 15 * 60_000;

/**
 * Whether an event's own time agrees with its record's. Both come from this machine's clock;
 * a record that was returned to the journal is later than its events by right.
 */
export function timesAgree(eventAt: string, recordAt: string): boolean {
  return Math.abs(Date.parse(eventAt) - Date.parse(recordAt)) <= TIME_TOLERANCE;
}

const SEVERE: readonly TrailFinding['kind'][] = [
  'chain',
  'shown-differs',
  'unreadable-body',
  'erased-unreported',
];

/**
 * Whether a finding says that records were changed or lost. The others are to be known and
 * are told once: the next check goes on after them.
 */
export function isSevere({ kind }: TrailFinding): boolean {
  return SEVERE.includes(kind);
}
