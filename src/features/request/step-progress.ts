import type { RequestEvent } from '../../domain/request/request-event';
import type { RequestState } from '../../domain/request/request-state';
import { stepsBetween } from '../../domain/sop/route';
import type { Sop, SopStep } from '../../domain/sop/sop';

export type StepProgressState = 'done' | 'current' | 'waiting' | 'skipped' | 'returned';

type PassingEvent = Extract<
  RequestEvent,
  { type: 'step-completed' | 'step-refused' | 'step-skipped' | 'disposition-returned' }
>;

/** A step of the SOP and how far this request is with it. */
export interface StepProgress {
  readonly step: SopStep;
  readonly state: StepProgressState;
  /** The event that ended its last visit; null when it never was visited to the end. */
  readonly passed: PassingEvent | null;
}

/** Every step in the order of the SOP's table, with its state and who ended it last. */
export function stepProgress(
  sop: Sop,
  state: Pick<RequestState, 'step' | 'passages'>,
  events: readonly RequestEvent[],
): readonly StepProgress[] {
  const states = stepStates(sop, state);
  return sop.steps.map((step) => ({
    step,
    state: states.get(step.key) ?? 'waiting',
    passed: lastPassing(step.key, events),
  }));
}

/**
 * The state of every step, from what happened in its order. A refusal or a returned
 * disposition lets the steps it leads through again wait, along the SOP's own route; the one
 * that refused says so until it is passed.
 */
export function stepStates(
  sop: Sop,
  { step: open, passages }: Pick<RequestState, 'step' | 'passages'>,
): ReadonlyMap<string, StepProgressState> {
  const states = new Map<string, StepProgressState>(sop.steps.map(({ key }) => [key, 'waiting']));
  passages.forEach(({ step, outcome }, index) => {
    switch (outcome) {
      case 'completed':
        states.set(step, 'done');
        return;
      case 'skipped':
        states.set(step, 'skipped');
        return;
      case 'refused':
      case 'returned': {
        const opened = passages[index + 1]?.step ?? open;
        const again = opened === null ? [] : stepsBetween(sop, opened, step);
        for (const { key } of again) states.set(key, 'waiting');
        states.set(step, 'returned');
      }
    }
  });
  if (open !== null) states.set(open, 'current');
  return states;
}

function lastPassing(key: string, events: readonly RequestEvent[]): PassingEvent | null {
  const event = events.findLast((one) => isPassing(one) && one.step === key);
  return event !== undefined && isPassing(event) ? event : null;
}

function isPassing(event: RequestEvent): event is PassingEvent {
  return (
    event.type === 'step-completed' ||
    event.type === 'step-refused' ||
    event.type === 'step-skipped' ||
    event.type === 'disposition-returned'
  );
}
