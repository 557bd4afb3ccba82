import { letterTemplates } from '../../documents/letter-templates';
import type { Letter, RequestState } from '../../domain/request/request-state';
import type { RequestEvent } from '../../domain/request/request-event';
import type { Sop } from '../../domain/sop/sop';
import { offeredLetters } from '../../domain/letters/offered-letters';
import { lastCorrection } from './correction-changes';

/** One letter the SOP names, with what of it was made. */
export interface LetterRow {
  readonly letter: string;
  /** Number of the step that makes it; null for one no step asks for. */
  readonly step: number | null;
  /** The latest one made: an issued letter counts, a draft stands in for a new one. */
  readonly draft: Extract<Letter, { status: 'draft' }> | null;
  /** Latest first. */
  readonly issued: readonly Extract<Letter, { status: 'issued' }>[];
  /** The data were corrected after it was issued: its words may be out of date. */
  readonly outdated: boolean;
  /** False when the program has no template for it. */
  readonly installed: boolean;
}

/** The letters of a request: those its SOP asks for in the order of the steps, and all others. */
export interface LetterRows {
  readonly asked: readonly LetterRow[];
  readonly offered: readonly LetterRow[];
}

/** The letters of a request, with what was made of each; pure. */
export function letterRows(
  sop: Sop,
  state: RequestState,
  events: readonly RequestEvent[],
): LetterRows {
  const corrected = lastCorrection(events);
  const rowOf = (letter: string, step: number | null): LetterRow => {
    const made = state.letters.filter((one) => one.letter === letter);
    const draft = made.find(({ status }) => status === 'draft');
    const issued = made.flatMap((one) => (one.status === 'issued' ? [one] : [])).toReversed();
    const issuedAt = issuedAtOf(issued[0]?.id, events);
    return {
      letter,
      step,
      draft: draft?.status === 'draft' ? draft : null,
      issued,
      outdated: corrected !== null && issuedAt !== null && corrected > issuedAt,
      installed: letterTemplates.has(letter),
    };
  };
  const asked = sop.steps.flatMap((step) => step.letters.map((one) => rowOf(one, step.number)));
  const others = offeredHere(sop, state, new Set(asked.map(({ letter }) => letter)));
  return { asked, offered: others.map((letter) => rowOf(letter, null)) };
}

/** Those offered now, and what was made of others before the reason was corrected. */
function offeredHere(sop: Sop, state: RequestState, asked: ReadonlySet<string>): readonly string[] {
  const offered = offeredLetters(letterTemplates, sop, state.data.reason.key);
  const others = state.letters.map(({ letter }) => letter).filter((one) => !asked.has(one));
  return [...new Set([...offered, ...others])];
}

function issuedAtOf(id: string | undefined, events: readonly RequestEvent[]): string | null {
  const event = events.find((one) => one.type === 'letter-issued' && one.letterId === id);
  return event?.at ?? null;
}
