import type { RequestState } from '../request/request-state';
import type { Sop, SopStep } from './sop';

/** The step of that key; undefined for a key the SOP does not have. */
export function findStep(sop: Sop, key: string | null): SopStep | undefined {
  return sop.steps.find((step) => step.key === key);
}

/** The step after this one in the SOP's own order; undefined after the last. */
export function stepAfter(sop: Sop, key: string): SopStep | undefined {
  const index = sop.steps.findIndex((step) => step.key === key);
  return index < 0 ? undefined : sop.steps[index + 1];
}

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

/** Whether the request holds the document: attached, or made by an issued letter. */
export function hasDocument(sop: Sop, state: RequestState, document: string): boolean {
  if (state.attachments.some((attachment) => attachment.document === document)) return true;
  const letter = sop.documents.find(({ key }) => key === document)?.madeByLetter;
  return state.letters.some((made) => made.status === 'issued' && made.letter === letter);
}

/** Documents the step still misses. */
export function missingDocuments(sop: Sop, state: RequestState, step: SopStep): readonly string[] {
  return requiredDocuments(step, state.data.reason.key).filter(
    (document) => !hasDocument(sop, state, document),
  );
}

/** The run of submit steps the open step belongs to: one submission covers them all. */
export function submitSteps(sop: Sop, openStep: string | null): readonly SopStep[] {
  const start = sop.steps.findIndex(({ key }) => key === openStep);
  if (start < 0) return [];
  const run = sop.steps.slice(start);
  const end = run.findIndex(({ kind }) => kind !== 'submit');
  return end < 0 ? run : run.slice(0, end);
}
