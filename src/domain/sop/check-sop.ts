import { commonDocuments } from './known-documents';
import { stepAfter, stepsFrom } from './route';
import { sopSchema, type Sop, type SopStep } from './sop';

/** Codes of what can be wrong with an SOP; each has a sentence in the catalogue. */
export const sopProblemCodes = [
  'shape',
  'blank',
  'list-empty',
  'date-invalid',
  'time-invalid',
  'dates-disordered',
  'id-taken',
  'key-twice',
  'label-twice',
  'step-number',
  'actor-unknown',
  'actor-unused',
  'actor-repeated',
  'document-unknown',
  'document-unmade',
  'document-letter-late',
  'document-unused',
  'letter-unknown',
  'reason-unknown',
  'reasons-missing',
  'target-unknown',
  'refusal-forward',
  'step-unreachable',
  'loop-without-exit',
  'submit-refusal',
  'disposition-target-missing',
  'disposition-target-useless',
  'time-missing',
] as const;
export type SopProblemCode = (typeof sopProblemCodes)[number];

/** What is wrong and where. Errors keep an SOP from being published, warnings are shown. */
export interface SopProblem {
  readonly severity: 'error' | 'warning';
  readonly code: SopProblemCode;
  /** Dotted path such as `steps.3.actor`. */
  readonly path: string;
  /** What the sentence names: a key, a number, a label. */
  readonly params: Readonly<Record<string, string | number>>;
}

export interface SopCheckContext {
  /** Letters the program can make. */
  readonly letters: readonly string[];
  /** Ids of other SOPs, where the SOP is to get one of its own. */
  readonly takenIds?: readonly string[];
}

/** Everything that is wrong with an SOP, in the order of the editor; pure. */
export function checkSop(sop: Sop, context: SopCheckContext): readonly SopProblem[] {
  return [
    ...shapeProblems(sop),
    ...identityProblems(sop, context),
    ...actorProblems(sop),
    ...documentProblems(sop, context),
    ...sop.steps.flatMap((step, index) => stepProblems(sop, step, index, context)),
    ...routeProblems(sop),
  ];
}

function problem(
  severity: SopProblem['severity'],
  code: SopProblemCode,
  path: string,
  params: SopProblem['params'] = {},
): SopProblem {
  return { severity, code, path, params };
}

function error(code: SopProblemCode, path: string, params?: SopProblem['params']): SopProblem {
  return problem('error', code, path, params);
}

/** What the schema itself refuses: blanks, wrong dates, keys that are none; and keys twice. */
function shapeProblems(sop: Sop): readonly SopProblem[] {
  const parsed = sopSchema.safeParse(sop);
  const shape = parsed.success
    ? []
    : parsed.error.issues.map(({ path }) => error(shapeCode(sop, path), path.join('.')));
  const lists = ['actors', 'documents', 'reasons', 'steps'] as const;
  const twice = lists.flatMap((list) =>
    sop[list].flatMap(({ key }, index) =>
      sop[list].findIndex((other) => other.key === key) < index
        ? [error('key-twice', `${list}.${index}.key`, { key })]
        : [],
    ),
  );
  return [...shape, ...twice];
}

/** What kind of mistake the schema found at a place. */
function shapeCode(sop: Sop, path: readonly PropertyKey[]): SopProblemCode {
  const value = path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    sop,
  );
  if (typeof value === 'string' && value.trim() === '') return 'blank';
  if (Array.isArray(value) && value.length === 0) return 'list-empty';
  const name = path.at(-1);
  if (name === 'createdOn' || name === 'revisedOn' || name === 'effectiveOn') return 'date-invalid';
  return name === 'amount' ? 'time-invalid' : 'shape';
}

/** The id, the order of the dates, names that stand for two, reasons a service cannot lack. */
function identityProblems(sop: Sop, { takenIds = [] }: SopCheckContext): readonly SopProblem[] {
  const found: SopProblem[] = [];
  if (takenIds.includes(sop.id)) found.push(error('id-taken', 'id', { key: sop.id }));
  const { createdOn, revisedOn, effectiveOn } = sop.identity;
  const later = [revisedOn && 'revisedOn', effectiveOn && 'effectiveOn'] as const;
  for (const field of later) {
    const day = field && sop.identity[field];
    // Days are compared as words; one that is none is named by the schema already.
    if (createdOn && day && day < createdOn) {
      found.push(problem('warning', 'dates-disordered', `identity.${field}`));
    }
  }
  for (const list of ['actors', 'documents', 'reasons'] as const) {
    sop[list].forEach(({ label }, index) => {
      const first = sop[list].findIndex((other) => sameWords(other.label, label));
      if (label.trim() !== '' && first < index) {
        found.push(problem('warning', 'label-twice', `${list}.${index}.label`, { label }));
      }
    });
  }
  if (sop.service === 'revocation' && sop.reasons.length === 0) {
    found.push(problem('warning', 'reasons-missing', 'reasons'));
  }
  return found;
}

function sameWords(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

function actorProblems(sop: Sop): readonly SopProblem[] {
  const used = new Set([
    ...sop.steps.flatMap(({ actor, alternateActors, disposesTo }) => [
      actor,
      ...alternateActors,
      ...(disposesTo?.actor ? [disposesTo.actor] : []),
    ]),
    ...sop.documents.flatMap(({ broughtBy }) => broughtBy ?? []),
  ]);
  return sop.actors.flatMap(({ key, label }, index) =>
    used.has(key) || label.trim() === ''
      ? []
      : [problem('warning', 'actor-unused', `actors.${index}`, { label })],
  );
}

/** A document the steps ask for must come from somewhere, and in time. */
function documentProblems(sop: Sop, { letters }: SopCheckContext): readonly SopProblem[] {
  return sop.documents.flatMap(({ key, label, madeByLetter, broughtBy }, index) => {
    const path = `documents.${index}`;
    const asking = sop.steps.findIndex(({ requires }) =>
      requires.some(({ document }) => document === key),
    );
    const making = sop.steps.findIndex((step) => step.letters.includes(madeByLetter ?? ''));
    const found: SopProblem[] = [];
    if (broughtBy !== undefined && !sop.actors.some((actor) => actor.key === broughtBy)) {
      found.push(error('actor-unknown', `${path}.broughtBy`, { key: broughtBy }));
    }
    if (madeByLetter !== undefined && !letters.includes(madeByLetter)) {
      found.push(
        problem('warning', 'letter-unknown', `${path}.madeByLetter`, { key: madeByLetter }),
      );
    }
    const late = broughtBy === undefined && making >= 0 ? lateFor(sop, key, madeByLetter) : -1;
    if (asking >= 0 && broughtBy === undefined && making < 0) {
      found.push(error('document-unmade', path, { label }));
    } else if (late >= 0) {
      const params = { label, asks: late + 1, makes: making + 1 };
      found.push(error('document-letter-late', path, params));
    } else if (asking < 0 && making < 0 && label.trim() !== '') {
      found.push(problem('warning', 'document-unused', path, { label }));
    }
    return found;
  });
}

/**
 * The place of the first step that asks for a document and can be got to without the letter
 * that makes it: on a way around the steps that make it, wherever they stand. -1 for none.
 */
function lateFor(sop: Sop, document: string, letter = ''): number {
  const makes = (step: SopStep) => step.letters.includes(letter);
  const reached = reachableFrom(sop, sop.steps[0], makes);
  return sop.steps.findIndex(
    (step) =>
      reached.has(step.key) &&
      !makes(step) &&
      step.requires.some((requirement) => requirement.document === document),
  );
}

function stepProblems(
  sop: Sop,
  step: SopStep,
  index: number,
  { letters }: SopCheckContext,
): readonly SopProblem[] {
  const path = `steps.${index}`;
  const number = index + 1;
  const found: SopProblem[] = [];
  if (step.number !== number) found.push(error('step-number', `${path}.number`, { number }));
  const actors = [
    ['actor', step.actor],
    ...step.alternateActors.map((key, place) => [`alternateActors.${place}`, key] as const),
    ...(step.disposesTo?.actor ? [['disposesTo.actor', step.disposesTo.actor] as const] : []),
  ] as const;
  for (const [field, key] of actors) {
    // A blank one is named by the schema already.
    if (key !== '' && !sop.actors.some((actor) => actor.key === key)) {
      found.push(error('actor-unknown', `${path}.${field}`, { key, number }));
    }
  }
  step.alternateActors.forEach((key, place) => {
    if (key !== step.actor && !step.alternateActors.slice(0, place).includes(key)) return;
    found.push(problem('warning', 'actor-repeated', `${path}.alternateActors`, { number }));
  });
  step.letters.forEach((key, place) => {
    if (!letters.includes(key)) {
      found.push(problem('warning', 'letter-unknown', `${path}.letters.${place}`, { key, number }));
    }
  });
  found.push(...requirementProblems(sop, step, path, number), ...kindProblems(step, path, number));
  return found;
}

function requirementProblems(
  sop: Sop,
  step: SopStep,
  path: string,
  number: number,
): readonly SopProblem[] {
  return step.requires.flatMap(({ document, onlyForReasons = [] }, place) => {
    const known =
      sop.documents.some(({ key }) => key === document) ||
      commonDocuments.some((key) => key === document);
    const at = `${path}.requires.${place}`;
    return [
      ...(known || document === ''
        ? []
        : [error('document-unknown', `${at}.document`, { key: document, number })]),
      ...onlyForReasons
        .filter((key) => !sop.reasons.some((reason) => reason.key === key))
        .map((key) => error('reason-unknown', `${at}.onlyForReasons`, { key, number })),
    ];
  });
}

function kindProblems(step: SopStep, path: string, number: number): readonly SopProblem[] {
  const found: SopProblem[] = [];
  if (step.kind === 'submit' && step.refusal) {
    found.push(error('submit-refusal', `${path}.refusal`, { number }));
  }
  if (step.kind === 'dispose' && !step.disposesTo) {
    found.push(problem('warning', 'disposition-target-missing', `${path}.disposesTo`, { number }));
  }
  if (step.kind !== 'dispose' && step.disposesTo) {
    found.push(problem('warning', 'disposition-target-useless', `${path}.disposesTo`, { number }));
  }
  if (step.standardTime === null && step.kind !== 'archive') {
    found.push(problem('warning', 'time-missing', `${path}.standardTime`, { number }));
  }
  return found;
}

/** Every step can be reached, and no loop goes round without a person's decision. */
function routeProblems(sop: Sop): readonly SopProblem[] {
  const known = (key: string) => sop.steps.findIndex((step) => step.key === key);
  const targets = sop.steps.flatMap(({ passesTo, refusal }, index): readonly SopProblem[] => {
    const number = index + 1;
    const found: SopProblem[] = [];
    if (passesTo && known(passesTo) < 0) {
      found.push(error('target-unknown', `steps.${index}.passesTo`, { key: passesTo, number }));
    }
    if (refusal?.returnsTo === '') return found;
    if (refusal && known(refusal.returnsTo) < 0) {
      const params = { key: refusal.returnsTo, number };
      found.push(error('target-unknown', `steps.${index}.refusal.returnsTo`, params));
    } else if (refusal && known(refusal.returnsTo) > index) {
      found.push(error('refusal-forward', `steps.${index}.refusal.returnsTo`, { number }));
    }
    return found;
  });
  // Ways mean nothing while a target is missing or stands for two steps.
  const isClear =
    targets.length === 0 && new Set(sop.steps.map(({ key }) => key)).size === sop.steps.length;
  return isClear ? [...reachProblems(sop), ...loopProblems(sop)] : targets;
}

/** Steps nothing leads to; those that only such a step leads to are not told besides it. */
function reachProblems(sop: Sop): readonly SopProblem[] {
  const reached = new Set(reachableFrom(sop, sop.steps[0]));
  return sop.steps.flatMap((step, index) => {
    if (reached.has(step.key)) return [];
    for (const key of reachableFrom(sop, step)) reached.add(key);
    return [error('step-unreachable', `steps.${index}`, { number: index + 1 })];
  });
}

/**
 * Passing alone must come to an end: a loop that nobody decides on goes round for ever. Named
 * at the step that leads back.
 */
function loopProblems(sop: Sop): readonly SopProblem[] {
  return sop.steps.flatMap((step, index) => {
    const next = stepAfter(sop, step.key);
    const target = next === undefined ? -1 : sop.steps.indexOf(next);
    if (next === undefined || target > index || !passes(sop, next, step)) return [];
    const params = { number: index + 1, target: target + 1 };
    return [error('loop-without-exit', `steps.${index}.passesTo`, params)];
  });
}

/** Whether passing alone leads from one step to the other; a step leads to itself. */
function passes(sop: Sop, from: SopStep, to: SopStep): boolean {
  const gone = new Set<SopStep>();
  let step: SopStep | undefined = from;
  while (step !== undefined && step !== to && !gone.has(step)) {
    gone.add(step);
    step = stepAfter(sop, step.key);
  }
  return step === to;
}

/** Keys of the steps one may get to; from a step that `stops` no way is followed. */
function reachableFrom(
  sop: Sop,
  start: SopStep | undefined,
  stops: (step: SopStep) => boolean = () => false,
): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = start ? [start] : [];
  for (let step = waiting.pop(); step !== undefined; step = waiting.pop()) {
    if (reached.has(step.key)) continue;
    reached.add(step.key);
    if (!stops(step)) waiting.push(...stepsFrom(sop, step));
  }
  return reached;
}
