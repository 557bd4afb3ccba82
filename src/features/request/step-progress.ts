import type { RequestEvent } from '../../domain/request/request-event';
import type { RequestState } from '../../domain/request/request-state';
import type { Sop, SopStep } from '../../domain/sop/sop';

/** A step of the SOP and how far this request is with it. */
export interface StepProgress {
  readonly step: SopStep;
  readonly state: 'done' | 'current' | 'waiting' | 'returned';
  /** The event that passed or refused it last; null when it never was. */
  readonly passed: Extract<RequestEvent, { type: 'step-completed' | 'step-refused' }> | null;
}

/**
 * Every step with its state. After a refusal the steps behind the reopened one wait again,
 * and the one that refused says so until it is passed.
 */
export function stepProgress(
  sop: Sop,
  state: RequestState,
  events: readonly RequestEvent[],
): readonly StepProgress[] {
  const open = sop.steps.findIndex(({ key }) => key === state.step);
  return sop.steps.map((step, index) => {
    const passed = lastPassage(step.key, events);
    return { step, passed, state: stateOf(index, open, passed) };
  });
}

function stateOf(
  index: number,
  open: number,
  passed: StepProgress['passed'],
): StepProgress['state'] {
  if (index === open) return 'current';
  const behind = open < 0 || index < open;
  if (behind) return passed?.type === 'step-completed' ? 'done' : 'waiting';
  return passed?.type === 'step-refused' ? 'returned' : 'waiting';
}

function lastPassage(key: string, events: readonly RequestEvent[]): StepProgress['passed'] {
  const event = events.findLast(
    (one) => (one.type === 'step-completed' || one.type === 'step-refused') && one.step === key,
  );
  return event?.type === 'step-completed' || event?.type === 'step-refused' ? event : null;
}
