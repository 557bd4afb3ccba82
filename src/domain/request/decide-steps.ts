import { fail, succeed } from '../../contract/result';
import { findStep, missingDocuments, stepAfter } from '../sop/progress';
import type { Decision, DecisionContext } from './decide';
import type { RequestCommand } from './request-command';
import type { RequestState } from './request-state';

export type StepCommand = Extract<RequestCommand, { command: 'complete-step' | 'refuse-step' }>;

/**
 * Passing or refusing the open step. No step is skipped: only the open one can be passed,
 * with the documents it asks for and the letters it makes. Submit steps pass by the
 * submission's receipt, not by a click.
 */
export function decideSteps(
  state: RequestState,
  command: StepCommand,
  { sop }: DecisionContext,
): Decision {
  const step = findStep(sop, state.step);
  if (step?.key !== command.step) return fail({ code: 'step-not-open', open: state.step });
  if (command.command === 'refuse-step') {
    const reason = command.reason.trim();
    if (step.refusalReturnsTo === undefined) return fail({ code: 'step-knows-no-refusal' });
    if (reason === '') return fail({ code: 'reason-missing' });
    return succeed([
      { type: 'step-refused', step: step.key, opens: step.refusalReturnsTo, reason },
    ]);
  }
  if (step.kind === 'submit') return fail({ code: 'step-is-submission' });
  const letters = step.letters.filter(
    (letter) => !state.letters.some((made) => made.letter === letter && made.status === 'issued'),
  );
  if (letters.length > 0) return fail({ code: 'letters-not-issued', letters });
  const documents = missingDocuments(sop, state, step);
  if (documents.length > 0) return fail({ code: 'documents-missing', documents });
  return succeed([
    {
      type: 'step-completed',
      step: step.key,
      opens: stepAfter(sop, step.key)?.key ?? null,
      note: command.note?.trim() || null,
      actedBy: command.actedBy?.trim() || null,
    },
  ]);
}
