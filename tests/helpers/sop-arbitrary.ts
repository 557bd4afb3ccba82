import fc from 'fast-check';
import { checkSop } from '../../src/domain/sop/check-sop';
import { sopSchema, stepKindSchema, type Sop } from '../../src/domain/sop/sop';
import { blankIdentity } from './blank-identity';

interface Shape {
  readonly actors: number;
  readonly steps: readonly {
    readonly kind: (typeof stepKindSchema.options)[number];
    readonly actor: number;
    readonly alternate: number | null;
    readonly minutes: number | null;
    readonly optional: boolean;
    readonly makesLetter: boolean;
    readonly asksPaper: boolean;
    /** Steps back that a refusal goes; null for none. */
    readonly refusal: number | null;
    readonly renews: boolean;
    /** Steps ahead that passing jumps, 1 for the next row; null ends the SOP. */
    readonly jump: number | null;
  }[];
}

const shapeArbitrary: fc.Arbitrary<Shape> = fc.record({
  actors: fc.integer({ min: 1, max: 5 }),
  steps: fc.array(
    fc.record({
      kind: fc.constantFrom(...stepKindSchema.options),
      actor: fc.nat(4),
      alternate: fc.option(fc.nat(4), { freq: 2 }),
      minutes: fc.option(fc.constantFrom(0.5, 1, 5, 30)),
      optional: fc.integer({ min: 0, max: 5 }).map((number) => number === 0),
      makesLetter: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
      asksPaper: fc.integer({ min: 0, max: 3 }).map((number) => number === 0),
      refusal: fc.option(fc.nat(6), { freq: 2 }),
      renews: fc.boolean(),
      jump: fc.option(fc.constantFrom(1, 1, 1, 1, 2), { freq: 20 }),
    }),
    { minLength: 1, maxLength: 9 },
  ),
});

/** An SOP of a made-up club, drawn from a shape; may be wrong in every way but its shape. */
function sopOf({ actors, steps }: Shape): Sop {
  const actorKey = (number: number) => `actor-${number % actors}`;
  return sopSchema.parse({
    id: 'tennis-club',
    version: 1,
    service: 'revocation',
    identity: blankIdentity,
    notices: [],
    actors: Array.from({ length: actors }, (_, number) => ({
      key: `actor-${number}`,
      label: `Pelaksana ${number}`,
      side: (['applicant', 'office', 'bsre'] as const)[number % 3],
    })),
    documents: [
      { key: 'paper', label: 'Kertas', broughtBy: 'actor-0' },
      { key: 'letter', label: 'Surat', madeByLetter: 'club-letter', broughtBy: 'actor-0' },
    ],
    reasons: [
      { key: 'other', label: 'Lain', letterText: 'lain', crlReasonCode: 0, noteRequired: false },
    ],
    steps: steps.map((step, index) => ({
      key: `step-${index}`,
      number: index + 1,
      kind: step.kind,
      actor: actorKey(step.actor),
      alternateActors:
        step.alternate === null || actorKey(step.alternate) === actorKey(step.actor)
          ? []
          : [actorKey(step.alternate)],
      activity: `Kegiatan ${index + 1}`,
      completeness: null,
      standardTime: step.minutes === null ? null : { amount: step.minutes, unit: 'minutes' },
      output: null,
      note: null,
      requires: step.asksPaper ? [{ document: 'paper' }] : [],
      letters: step.makesLetter ? ['club-letter'] : [],
      optional: step.optional,
      ...(step.jump === null && { passesTo: null }),
      ...(step.jump === 2 && index + 2 < steps.length && { passesTo: `step-${index + 2}` }),
      ...(step.refusal !== null &&
        step.kind !== 'submit' && {
          refusal: {
            returnsTo: `step-${Math.max(0, index - step.refusal)}`,
            renewsDocuments: step.renews,
          },
        }),
      ...(step.kind === 'dispose' && { disposesTo: { actor: null, label: 'Seksi Contoh' } }),
    })),
  });
}

/** SOPs as an editor may hold them: steps nobody reaches, ends in the middle, loops. */
export const anySopArbitrary: fc.Arbitrary<Sop> = shapeArbitrary.map(sopOf);

/** SOPs that may be published: the check finds no error. */
export const soundSopArbitrary: fc.Arbitrary<Sop> = anySopArbitrary.filter((sop) =>
  checkSop(sop, { letters: ['club-letter'] }).every(({ severity }) => severity !== 'error'),
);
