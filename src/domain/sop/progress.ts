import {
  currentSubmission,
  wasPrinted,
  type Letter,
  type RequestState,
} from '../request/request-state';
import type { Party } from '../request/request-event';
import { dispositionReturnsTo, findStep, refusalTarget, stepAfter, submitSteps } from './route';
import type { Sop, SopStep } from './sop';

/** Documents the step asks for with this reason, in the SOP's order, each once. */
export function requiredDocuments(step: SopStep, reason: string | null): readonly string[] {
  const asked = step.requires
    .filter(
      ({ onlyForReasons }) =>
        !onlyForReasons?.length || (reason !== null && onlyForReasons.includes(reason)),
    )
    .map(({ document }) => document);
  return [...new Set(asked)];
}

/** Documents any step of the SOP asks for with this reason. */
export function allRequiredDocuments(sop: Sop, reason: string | null): readonly string[] {
  return [...new Set(sop.steps.flatMap((step) => requiredDocuments(step, reason)))];
}

/** The latest final letter of a kind that still counts; undefined where there is none. */
export function validLetter(
  state: Pick<RequestState, 'letters'>,
  letter: string | undefined,
): Extract<Letter, { status: 'issued' }> | undefined {
  const made = state.letters.findLast(
    (one) => one.status === 'issued' && one.letter === letter && !one.superseded,
  );
  return made?.status === 'issued' ? made : undefined;
}

function isAttached({ attachments }: RequestState, document: string): boolean {
  return attachments.some((one) => one.document === document && !one.superseded);
}

/** Whether the request holds the document: attached, or made by an issued letter. */
export function hasDocument(sop: Sop, state: RequestState, document: string): boolean {
  if (isAttached(state, document)) return true;
  const letter = sop.documents.find(({ key }) => key === document)?.madeByLetter;
  return validLetter(state, letter) !== undefined;
}

/** Documents the step still misses. */
export function missingDocuments(sop: Sop, state: RequestState, step: SopStep): readonly string[] {
  return requiredDocuments(step, state.data.reason.key).filter(
    (document) => !hasDocument(sop, state, document),
  );
}

/**
 * Letters the step makes that are not final yet, or are to be made anew after a refusal. One
 * whose paper the applicant brought ready is not asked for.
 */
export function missingLetters(sop: Sop, state: RequestState, step: SopStep): readonly string[] {
  return step.letters.filter((letter) => {
    const documents = sop.documents.filter(({ madeByLetter }) => madeByLetter === letter);
    const brought = documents.some(({ key }) => isAttached(state, key));
    return !brought && validLetter(state, letter) === undefined;
  });
}

/**
 * Final letters of the step of which nobody said yet that they came out of the printer right.
 * Where an office holds its steps for that, they come before the step is passed; a letter whose
 * paper the applicant brought ready is not printed.
 */
export function unprintedLetters(
  state: Pick<RequestState, 'letters' | 'prints'>,
  step: SopStep,
): readonly Extract<Letter, { status: 'issued' }>[] {
  return step.letters.flatMap((letter) => {
    const made = validLetter(state, letter);
    return made === undefined || wasPrinted(state, made.id) ? [] : [made];
  });
}

/**
 * Whether a new submission may be queued: none is under way, or AMS returned the last one,
 * or a refusal after it led back to the steps in AMS.
 */
export function maySubmitAgain(sop: Sop, state: RequestState): boolean {
  const last = currentSubmission(state);
  if (last === null) return true;
  if (last.status !== 'stored') return false;
  return last.remoteState === 'returned' || submitSteps(sop, state.step).length > 0;
}

/**
 * Who has the open disposition in the place of the SOP's own actor: whom it was forwarded to,
 * or whom the level above addressed instead of him. Null where the SOP's own actor has it.
 */
export function dispositionHolder(
  sop: Pick<Sop, 'steps'>,
  { step: open, holder, sheet }: Pick<RequestState, 'step' | 'holder' | 'sheet'>,
): Party | null {
  const step = findStep(sop, open);
  if (step?.kind !== 'dispose') return null;
  if (holder !== null) return holder;
  const last = sheet.at(-1);
  if (last?.kind !== 'given' || stepAfter(sop, last.step)?.key !== open) return null;
  const { actor, title } = last.to;
  const own = findStep(sop, last.step)?.disposesTo;
  const asTheSopSays = actor === step.actor || (actor === null && title === own?.label);
  return asTheSopSays ? null : last.to;
}

/** Where a request stands in its SOP and what the open step asks for. */
export interface OpenStep {
  readonly step: SopStep;
  /** Keys of everybody who may act; the first is whom the SOP names first. */
  readonly actors: readonly string[];
  /** Who has the disposition in the SOP's own actor's place; null where that actor has it. */
  readonly holder: Party | null;
  readonly missingDocuments: readonly string[];
  readonly missingLetters: readonly string[];
  /** Where a refusal, or a returned disposition, leads; null where there is none. */
  readonly returnsTo: SopStep | null;
  /** What opens once it is passed; null at the end. */
  readonly next: SopStep | null;
  readonly mayBeSkipped: boolean;
}

/** The open step of a request with all that can be said of it; null once it has ended. */
export function openStep(sop: Sop, state: RequestState): OpenStep | null {
  const step = findStep(sop, state.step);
  if (step === undefined || state.status !== 'open') return null;
  const back = step.kind === 'dispose' ? dispositionReturnsTo(sop, step) : undefined;
  return {
    step,
    actors: [step.actor, ...step.alternateActors],
    holder: dispositionHolder(sop, state),
    missingDocuments: missingDocuments(sop, state, step),
    missingLetters: missingLetters(sop, state, step),
    returnsTo: refusalTarget(sop, step) ?? back ?? null,
    next: stepAfter(sop, step.key) ?? null,
    mayBeSkipped: step.optional,
  };
}
