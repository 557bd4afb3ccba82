import { z } from 'zod';

/**
 * An SOP as data (`resources/sop/*.json`). Activity, completeness, output and note are the
 * SOP's own Indonesian words; `source` names the document and step they come from;
 * `inferred` marks what the scan does not say and an office may change.
 */
const sourceSchema = z.object({ file: z.string(), step: z.union([z.number(), z.string()]) });

const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);

/** The kinds of steps the engine knows; it knows no region (architecture, point 6). */
export const stepKindSchema = z.enum([
  'prepare',
  'sign',
  'dispose',
  'verify',
  'submit',
  'confirm',
  'notify',
  'report',
  'archive',
]);

/** `null` where the SOP leaves the cell blank or writes a dash: never 0. */
const standardTimeSchema = z
  .object({ amount: z.number().positive(), unit: z.enum(['minutes', 'working-days']) })
  .nullable();

/** A document the step needs, always or only for some reasons. */
const requirementSchema = z.object({
  document: key,
  /** Empty or absent: for every reason. */
  onlyForReasons: z.array(key).optional(),
  source: sourceSchema,
  inferred: z.boolean().default(false),
});

export const sopStepSchema = z.object({
  key,
  number: z.number().int().positive(),
  kind: stepKindSchema,
  actor: key,
  /** True when the actor was read from the sentence because the drawing is lost. */
  inferred: z.boolean(),
  activity: z.string(),
  completeness: z.string().nullable(),
  standardTime: standardTimeSchema,
  output: z.string().nullable(),
  note: z.string().nullable(),
  requires: z.array(requirementSchema).default([]),
  /** Letters (kinds in resources/letters) that the step produces. */
  letters: z.array(key).default([]),
  /** Where a refusal at this step returns to; absent where the SOP knows no refusal. */
  refusalReturnsTo: key.optional(),
  source: sourceSchema,
});
export type SopStep = z.infer<typeof sopStepSchema>;

export const sopDocumentSchema = z.object({
  key,
  label: z.string(),
  /** The letter that makes this document in the program, if one does. */
  madeByLetter: key.optional(),
  source: sourceSchema,
});
export type SopDocument = z.infer<typeof sopDocumentSchema>;

export const sopReasonSchema = z.object({
  key,
  label: z.string(),
  /** The words a letter uses after "karena". */
  letterText: z.string(),
  /** RFC 5280 reason code; null where none fits. Inferred, so an office may change it. */
  crlReasonCode: z.number().int().nullable(),
  noteRequired: z.boolean(),
  source: sourceSchema,
  inferred: z.boolean(),
});

export const sopSchema = z.object({
  id: key,
  version: z.number().int().positive(),
  service: z.enum(['revocation', 'renewal', 'passphrase-reset', 'issuance']),
  identity: z.object({
    number: z.string(),
    title: z.string(),
    office: z.string(),
    unit: z.string().nullable(),
    createdOn: z.string().nullable(),
    revisedOn: z.string().nullable(),
    effectiveOn: z.string().nullable(),
    legalBases: z.array(z.object({ text: z.string(), correction: z.string().nullable() })),
    qualifications: z.array(z.string()),
    relatedSops: z.array(z.string()),
    equipment: z.array(z.string()),
    warnings: z.array(z.string()),
    records: z.array(z.string()),
  }),
  /** Readings and contradictions an office should know; shown, never applied silently. */
  notices: z.array(z.string()),
  actors: z.array(z.object({ key, label: z.string(), external: z.boolean() })),
  documents: z.array(sopDocumentSchema),
  reasons: z.array(sopReasonSchema),
  steps: z.array(sopStepSchema).min(1),
});
export type Sop = z.infer<typeof sopSchema>;

/** An SOP and its version: what a request keeps for life. */
export const sopReferenceSchema = z.object({ id: key, version: z.number().int().positive() });
export type SopReference = z.infer<typeof sopReferenceSchema>;
