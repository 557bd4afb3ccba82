import { letterTemplates } from '../../documents/letter-templates';
import type { Letter, RequestState } from '../../domain/request/request-state';
import type { RequestEvent } from '../../domain/request/request-event';
import type { Sop } from '../../domain/sop/sop';
import { lastCorrection } from './correction-changes';

/** One letter the SOP names, with what of it was made. */
export interface LetterRow {
  readonly letter: string;
  /** Number of the step that makes it. */
  readonly step: number;
  /** The latest one made: an issued letter counts, a draft stands in for a new one. */
  readonly draft: Extract<Letter, { status: 'draft' }> | null;
  /** Latest first. */
  readonly issued: readonly Extract<Letter, { status: 'issued' }>[];
  /** The data were corrected after it was issued: its words may be out of date. */
  readonly outdated: boolean;
  /** False when the program has no template for it. */
  readonly installed: boolean;
}

/** The letters of an SOP in the order of its steps; pure. */
export function letterRows(
  sop: Sop,
  state: RequestState,
  events: readonly RequestEvent[],
): readonly LetterRow[] {
  const corrected = lastCorrection(events);
  return sop.steps.flatMap((step) =>
    step.letters.map((letter): LetterRow => {
      const made = state.letters.filter((one) => one.letter === letter);
      const draft = made.find(({ status }) => status === 'draft');
      const issued = made.flatMap((one) => (one.status === 'issued' ? [one] : [])).toReversed();
      const issuedAt = issuedAtOf(issued[0]?.id, events);
      return {
        letter,
        step: step.number,
        draft: draft?.status === 'draft' ? draft : null,
        issued,
        outdated: corrected !== null && issuedAt !== null && corrected > issuedAt,
        installed: letterTemplates.has(letter),
      };
    }),
  );
}

function issuedAtOf(id: string | undefined, events: readonly RequestEvent[]): string | null {
  const event = events.find((one) => one.type === 'letter-issued' && one.letterId === id);
  return event?.at ?? null;
}
