import { fail, succeed } from '../../contract/result';
import { assertNever } from '../assert-never';
import {
  missingDocuments,
  missingLetters,
  requiredDocuments,
  unprintedLetters,
} from '../sop/progress';
import { findStep, stepAfter, stepsBetween } from '../sop/route';
import type { Sop, SopStep } from '../sop/sop';
import type { Decision, DecisionContext } from './decide';
import type { Refusal, RequestCommand } from './request-command';
import type { RequestState } from './request-state';

export type StepCommand = Extract<
  RequestCommand,
  { command: 'complete-step' | 'refuse-step' | 'skip-step' | 'pause-step' | 'resume-step' }
>;

/**
 * Passing, refusing, leaving out or pausing the open step. No step is skipped unless the SOP calls it optional: only the open one can be
 * passed, with the documents it asks for and the letters it makes. Submit steps pass by the
 * submission's receipt and dispose steps by what the official wrote, not by a click.
 */
export function decideSteps(
  state: RequestState,
  command: StepCommand,
  context: DecisionContext,
): Decision {
  const { sop } = context;
  const step = openStepOf(sop, state, command.step);
  if ('code' in step) return fail(step);
  switch (command.command) {
    case 'complete-step':
      return decideCompletion(state, command, context, step);
    case 'refuse-step':
      return decideRefusal(state, command.reason.trim(), sop, step);
    case 'skip-step': {
      const reason = command.reason.trim();
      if (!step.optional) return fail({ code: 'step-not-optional' });
      if (reason === '') return fail({ code: 'reason-missing' });
      const opens = stepAfter(sop, step.key)?.key ?? null;
      return succeed([{ type: 'step-skipped', step: step.key, opens, reason }]);
    }
    case 'pause-step':
    case 'resume-step':
      return decidePause(state, command, step);
    default:
      return assertNever(command);
  }
}

/** The step of that key when it is the open one, else why nothing can be done with it. */
export function openStepOf(
  sop: Sop,
  state: RequestState,
  key: string,
): SopStep | Extract<Refusal, { code: 'step-not-open' }> {
  const step = findStep(sop, state.step);
  return step?.key === key ? step : { code: 'step-not-open', open: state.step };
}

/**
 * What keeps a step from being passed: letters it still misses or has not printed, and documents;
 * else null.
 */
export function stepShortage(
  { sop, office }: Pick<DecisionContext, 'sop' | 'office'>,
  state: RequestState,
  step: SopStep,
): Refusal | null {
  const letters = missingLetters(sop, state, step);
  if (letters.length > 0) return { code: 'letters-not-issued', letters };
  const unprinted = office.letters.holdForPrint ? unprintedLetters(state, step) : [];
  if (unprinted.length > 0) {
    return { code: 'letters-not-printed', letters: unprinted.map(({ letter }) => letter) };
  }
  const documents = missingDocuments(sop, state, step);
  return documents.length > 0 ? { code: 'documents-missing', documents } : null;
}

function decideCompletion(
  state: RequestState,
  command: Extract<StepCommand, { command: 'complete-step' }>,
  context: DecisionContext,
  step: SopStep,
): Decision {
  const { sop } = context;
  if (step.kind === 'submit') return fail({ code: 'step-is-submission' });
  if (step.kind === 'dispose') return fail({ code: 'step-is-disposition' });
  const shortage = stepShortage(context, state, step);
  if (shortage) return fail(shortage);
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

function decideRefusal(
  state: RequestState,
  reason: string,
  sop: Sop,
  { key, refusal }: SopStep,
): Decision {
  if (refusal === undefined) return fail({ code: 'step-knows-no-refusal' });
  if (reason === '') return fail({ code: 'reason-missing' });
  const { returnsTo: opens, renewsDocuments } = refusal;
  const supersedes = renewsDocuments
    ? [...papersOf(state, sop, stepsBetween(sop, opens, key))]
    : [];
  return succeed([{ type: 'step-refused', step: key, opens, reason, supersedes }]);
}

/** Ids of the letters those steps made and of the papers that stood for them. */
function papersOf(state: RequestState, sop: Sop, steps: readonly SopStep[]): readonly string[] {
  const letters = new Set(steps.flatMap((step) => step.letters));
  const documents = new Set(
    steps
      .flatMap((step) => requiredDocuments(step, state.data.reason.key))
      .filter((document) => {
        const made = sop.documents.find(({ key }) => key === document)?.madeByLetter;
        return made !== undefined && letters.has(made);
      }),
  );
  return [
    ...state.letters.filter(({ status, letter }) => status === 'issued' && letters.has(letter)),
    ...state.attachments.filter(({ document }) => documents.has(document)),
  ].map(({ id }) => id);
}

function decidePause(
  state: RequestState,
  command: Extract<StepCommand, { command: 'pause-step' | 'resume-step' }>,
  { key }: SopStep,
): Decision {
  const paused = state.pauses.some(({ until }) => until === null);
  if (command.command === 'resume-step') {
    return paused
      ? succeed([{ type: 'step-resumed', step: key }])
      : fail({ code: 'step-not-paused' });
  }
  const reason = command.reason.trim();
  if (paused) return fail({ code: 'step-paused-already' });
  if (reason === '') return fail({ code: 'reason-missing' });
  return succeed([{ type: 'step-paused', step: key, reason }]);
}
