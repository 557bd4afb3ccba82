import type { Sop, SopStep } from './sop';

/** The step of that key; undefined for a key the SOP does not have. */
export function findStep(sop: Pick<Sop, 'steps'>, key: string | null): SopStep | undefined {
  return sop.steps.find((step) => step.key === key);
}

/**
 * The step that opens when this one is passed: the one it names, else the next row of the
 * table. Undefined where the SOP ends, and for a key the SOP does not have.
 */
export function stepAfter(sop: Pick<Sop, 'steps'>, key: string): SopStep | undefined {
  const index = sop.steps.findIndex((step) => step.key === key);
  const step = sop.steps[index];
  if (step === undefined || step.passesTo === null) return undefined;
  return step.passesTo === undefined ? sop.steps[index + 1] : findStep(sop, step.passesTo);
}

/** Where "not valid" at this step leads; undefined where the SOP knows no refusal there. */
export function refusalTarget(sop: Pick<Sop, 'steps'>, step: SopStep): SopStep | undefined {
  return step.refusal === undefined ? undefined : findStep(sop, step.refusal.returnsTo);
}

/**
 * The step a disposition goes back to when an official returns it: the nearest before it on
 * the way that leads here, leaving out what was sent to AMS, which cannot be done again.
 * Undefined where the chain begins with the SOP.
 */
export function dispositionReturnsTo(sop: Pick<Sop, 'steps'>, step: SopStep): SopStep | undefined {
  const route = mainRoute(sop);
  const way = route.includes(step.key)
    ? route.slice(0, route.indexOf(step.key))
    : sop.steps.map(({ key }) => key).filter((key) => stepAfter(sop, key)?.key === step.key);
  const back = way.findLast((key) => key !== step.key && findStep(sop, key)?.kind !== 'submit');
  return back === undefined ? undefined : findStep(sop, back);
}

/** The steps one may get to from a step by passing, refusing, leaving out or returning it. */
export function stepsFrom(sop: Pick<Sop, 'steps'>, step: SopStep): readonly SopStep[] {
  const targets = [
    stepAfter(sop, step.key),
    refusalTarget(sop, step),
    step.kind === 'dispose' ? dispositionReturnsTo(sop, step) : undefined,
  ];
  return targets.filter((target) => target !== undefined);
}

/** Keys of the steps that passing alone leads through from the first one, in their order. */
export function mainRoute(sop: Pick<Sop, 'steps'>): readonly string[] {
  const route: string[] = [];
  let step = sop.steps[0];
  while (step !== undefined && !route.includes(step.key)) {
    route.push(step.key);
    step = stepAfter(sop, step.key);
  }
  return route;
}

/** The run of submit steps the open step begins: one submission covers them all. */
export function submitSteps(sop: Pick<Sop, 'steps'>, openStep: string | null): readonly SopStep[] {
  const run: SopStep[] = [];
  let step = findStep(sop, openStep);
  while (step?.kind === 'submit' && !run.includes(step)) {
    run.push(step);
    step = stepAfter(sop, step.key);
  }
  return run;
}

/** Keys of the steps gone through again after a return from `from` to `to`, both included. */
export function stepsBetween(
  sop: Pick<Sop, 'steps'>,
  to: string,
  from: string,
): readonly SopStep[] {
  const steps: SopStep[] = [];
  let step = findStep(sop, to);
  while (step !== undefined && !steps.includes(step)) {
    steps.push(step);
    if (step.key === from) break;
    step = stepAfter(sop, step.key);
  }
  return steps;
}
