import type { Action } from '../../domain/office/permissions';
import { currentSubmission, type RequestState } from '../../domain/request/request-state';
import {
  maySubmitAgain,
  missingDocuments,
  missingLetters,
  unprintedLetters,
} from '../../domain/sop/progress';
import { findStep, submitSteps } from '../../domain/sop/route';
import type { Sop } from '../../domain/sop/sop';

/** The one thing to do next at a request; the page shows it as its primary button. */
export type NextAction =
  | { readonly kind: 'make-letters'; readonly letters: readonly string[] }
  /** Final letters by their ids: the step waits until they came out of the printer. */
  | { readonly kind: 'print-letters'; readonly ids: readonly string[] }
  | { readonly kind: 'attach-documents'; readonly documents: readonly string[] }
  | { readonly kind: 'complete-step'; readonly step: string; readonly number: number }
  /** An official has the sheet; what he wrote is to be recorded. */
  | { readonly kind: 'give-disposition'; readonly step: string; readonly number: number }
  | { readonly kind: 'queue-submission' }
  /** The submission is on its way: nothing to do here but look. */
  | { readonly kind: 'wait-for-submission' }
  | { readonly kind: 'look-at-queue' }
  | { readonly kind: 'none' };

/** What a request asks for next, by its SOP and by whether its office waits for the printer; pure. */
export function nextAction(sop: Sop, state: RequestState, holdForPrint: boolean): NextAction {
  const step = findStep(sop, state.step);
  if (!step || state.status !== 'open') return { kind: 'none' };
  const letters = missingLetters(sop, state, step);
  if (letters.length > 0) return { kind: 'make-letters', letters };
  if (step.kind === 'submit') return nextOfSubmission(sop, state);
  const unprinted = holdForPrint ? unprintedLetters(state, step) : [];
  if (unprinted.length > 0) return { kind: 'print-letters', ids: unprinted.map(({ id }) => id) };
  const documents = missingDocuments(sop, state, step);
  if (documents.length > 0) return { kind: 'attach-documents', documents };
  const kind = step.kind === 'dispose' ? 'give-disposition' : 'complete-step';
  return { kind, step: step.key, number: step.number };
}

/** The rows of the permission table the next action falls under; none for looking on. */
export function nextPermissions(sop: Sop, action: NextAction): readonly Action[] {
  switch (action.kind) {
    case 'make-letters':
      return ['issue-letter'];
    case 'print-letters':
      return ['confirm-print'];
    case 'attach-documents':
      return ['attach-document'];
    case 'complete-step': {
      const step = findStep(sop, action.step);
      return step === undefined ? ['complete-step'] : ['complete-step', `step:${step.kind}`];
    }
    case 'give-disposition':
    case 'queue-submission':
      return [action.kind];
    case 'wait-for-submission':
    case 'look-at-queue':
    case 'none':
      return [];
  }
}

/** Letters the open step names that are not final yet. */
export function lettersToIssue(sop: Sop, state: RequestState): readonly string[] {
  const step = findStep(sop, state.step);
  return step === undefined ? [] : missingLetters(sop, state, step);
}

/** Documents the whole submission asks for and the request does not hold yet. */
export function missingForSubmission(sop: Sop, state: RequestState): readonly string[] {
  const ahead = submitSteps(sop, state.step);
  const steps = ahead.length > 0 ? ahead : sop.steps.filter(({ kind }) => kind === 'submit');
  return [...new Set(steps.flatMap((step) => missingDocuments(sop, state, step)))];
}

function nextOfSubmission(sop: Sop, state: RequestState): NextAction {
  const submission = currentSubmission(state);
  if (submission?.status === 'queued') return { kind: 'wait-for-submission' };
  if (submission !== null && !maySubmitAgain(sop, state)) return { kind: 'look-at-queue' };
  const documents = missingForSubmission(sop, state);
  return documents.length > 0
    ? { kind: 'attach-documents', documents }
    : { kind: 'queue-submission' };
}
