import { z } from 'zod';
import {
  sopActorSchema,
  sopDocumentSchema,
  sopIdentitySchema,
  sopReasonSchema,
  sopReferenceSchema,
  sopSchema,
  sopStepSchema,
} from '../../domain/sop/sop';

/**
 * An SOP while it is being written: the shape of one with anything typed in its fields. Only
 * publishing asks for more (`sopSchema`, `checkSop`).
 */
const typed = z.string();
const { requires, refusal, disposesTo } = sopStepSchema.shape;

const typedStepSchema = sopStepSchema.extend({
  actor: typed,
  alternateActors: z.array(typed),
  activity: typed,
  requires: z.array(
    requires.unwrap().element.extend({
      document: typed,
      onlyForReasons: z.array(typed).optional(),
    }),
  ),
  letters: z.array(typed),
  passesTo: typed.nullable().optional(),
  refusal: refusal.unwrap().extend({ returnsTo: typed }).optional(),
  disposesTo: disposesTo.unwrap().extend({ actor: typed.nullable(), label: typed }).optional(),
});

const typedSopSchema = sopSchema.extend({
  id: typed,
  identity: sopIdentitySchema.extend({
    number: typed,
    title: typed,
    office: typed,
    createdOn: typed.nullable(),
    revisedOn: typed.nullable(),
    effectiveOn: typed.nullable(),
    legalBases: z.array(z.object({ text: typed, correction: typed.nullable() })),
  }),
  actors: z.array(sopActorSchema.extend({ label: typed })),
  documents: z.array(
    sopDocumentSchema.extend({
      label: typed,
      madeByLetter: typed.optional(),
      broughtBy: typed.optional(),
    }),
  ),
  reasons: z.array(sopReasonSchema.extend({ label: typed, letterText: typed })),
  steps: z.array(typedStepSchema),
});

const sopDraftSchema = z.object({
  sop: typedSopSchema,
  /** The office's own version it becomes the next one of; null where it begins an id. */
  follows: sopReferenceSchema.nullable(),
  /** Standard times typed that are no amount, by the key of their step. */
  unreadTimes: z.record(z.string(), z.string()).default({}),
});

/** The values of a draft of form `sop`. */
export type SopDraft = z.infer<typeof sopDraftSchema>;

/** The values of a draft; null when they are of another form. */
export function parseSopDraft(values: unknown): SopDraft | null {
  return sopDraftSchema.safeParse(values).data ?? null;
}
