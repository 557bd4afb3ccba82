import { stepAfter } from '../../../domain/sop/route';
import { freeKey } from '../../../domain/sop/sop-keys';
import type { Sop, SopStep } from '../../../domain/sop/sop';
import { editRow, freshKey, keysOf, swapped } from './edit-sop';

/** Where passing a step leads: the next row, the end, or a step by its key. */
export type Onward =
  | { readonly kind: 'next-row' }
  | { readonly kind: 'end' }
  | { readonly kind: 'step'; readonly key: string };

export function onwardOf({ passesTo }: Pick<SopStep, 'passesTo'>): Onward {
  if (passesTo === undefined) return { kind: 'next-row' };
  return passesTo === null ? { kind: 'end' } : { kind: 'step', key: passesTo };
}

/** Sets where passing leads; the next row is the absence of a target. */
export function setOnward(sop: Sop, index: number, onward: Onward): Sop {
  switch (onward.kind) {
    case 'next-row':
      return editRow(sop, 'steps', index, { passesTo: undefined });
    case 'end':
      return editRow(sop, 'steps', index, { passesTo: null });
    case 'step':
      return editRow(sop, 'steps', index, { passesTo: onward.key });
  }
}

/** The steps with their numbers from 1 in the order of the table. */
export function renumbered(steps: readonly SopStep[]): SopStep[] {
  return steps.map((step, index) =>
    step.number === index + 1 ? step : { ...step, number: index + 1 },
  );
}

/** A step without words below the one at `index` (-1: on top), done by whom that one is. */
export function addStep(sop: Sop, index: number): Sop {
  const step: SopStep = {
    key: freshKey(sop, 'steps'),
    number: 0,
    kind: 'prepare',
    actor: sop.steps[index]?.actor ?? sop.actors[0]?.key ?? '',
    alternateActors: [],
    inferred: false,
    activity: '',
    completeness: null,
    standardTime: null,
    output: null,
    note: null,
    requires: [],
    letters: [],
    optional: false,
    source: null,
  };
  return insertBelow(sop, index, step);
}

/** The same step once more below itself, under a key of its own and as the office's own. */
export function duplicateStep(sop: Sop, index: number): Sop {
  const step = sop.steps[index];
  if (step === undefined) return sop;
  const key = freeKey(step.key, keysOf(sop, 'steps'));
  return insertBelow(sop, index, { ...step, key, source: null });
}

function insertBelow(sop: Sop, index: number, step: SopStep): Sop {
  const steps = [...sop.steps.slice(0, index + 1), step, ...sop.steps.slice(index + 1)];
  return { ...sop, steps: renumbered(steps) };
}

/** Exchanges a step with the one above (-1) or below (1); numbers follow. */
export function moveStep(sop: Sop, index: number, by: -1 | 1): Sop {
  return { ...sop, steps: renumbered(swapped(sop.steps, index, by)) };
}

export interface StepRemoval {
  readonly sop: Sop;
  /** New numbers of the steps that named it and now lead elsewhere. */
  readonly redirected: readonly number[];
}

/**
 * Takes a step away. What passed to it passes to what it passed to; what returned to it
 * returns to the step before it, or begins again with itself where none is left before.
 */
export function removeStep(sop: Sop, index: number): StepRemoval {
  const removed = sop.steps[index];
  if (removed === undefined) return { sop, redirected: [] };
  const rest = sop.steps.filter((_, place) => place !== index);
  const follower = followerOf(sop, index);
  const before = sop.steps[index - 1]?.key;
  const redirected: number[] = [];
  const steps = renumbered(rest).map((step, place) => {
    const passes =
      stepAfter(sop, step.key) === removed ? passingTo(step, follower, rest[place + 1]) : step;
    const { refusal } = passes;
    const returns =
      refusal?.returnsTo === removed.key
        ? { ...passes, refusal: { ...refusal, returnsTo: before ?? step.key } }
        : passes;
    const isSame = returns.passesTo === step.passesTo && returns.refusal === step.refusal;
    if (!isSame) redirected.push(step.number);
    return returns;
  });
  return { sop: { ...sop, steps }, redirected };
}

/** The key passing the step at `index` leads to; null for the end. */
function followerOf(sop: Sop, index: number): string | null {
  const onward = onwardOf(sop.steps[index] ?? {});
  if (onward.kind === 'end') return null;
  const next = sop.steps[index + 1]?.key ?? null;
  return onward.kind === 'step' && onward.key !== sop.steps[index]?.key ? onward.key : next;
}

/** The step with passing to that key; without a target of its own where that is the next row. */
function passingTo(step: SopStep, target: string | null, next: SopStep | undefined): SopStep {
  const { passesTo: _, ...rest } = step;
  return target === (next?.key ?? null) ? rest : { ...rest, passesTo: target };
}
