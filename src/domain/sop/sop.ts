import { z } from 'zod';

/**
 * An SOP as data (`resources/sop/*.json`, and what an office publishes itself). Activity,
 * completeness, output and note are the SOP's own Indonesian words; `source` names the
 * document and step they come from; `inferred` marks what the scan does not say and an
 * office may change. The JSON Schema in `resources/contracts/sop.schema.json` is made of
 * these schemas.
 */
const sourceSchema = z.object({
  file: z.string(),
  step: z.union([z.number(), z.string()]),
  /** How a cut or shifted cell of the scan was read. */
  reading: z.string().optional(),
});
/** Where a fact was read; null where the office wrote it itself. */
const sourceOrOwn = sourceSchema.nullable().default(null);

/** Keys are words in lower case joined by hyphens: "sign-letters". */
export const sopKeySchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const key = sopKeySchema;
const filled = z.string().trim().min(1);

/** The kinds of steps the engine knows; it knows no region (docs/sop.md has their meaning). */
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

/** `null` where the SOP leaves the cell blank or writes a dash: never 0. Halves stay halves. */
const standardTimeSchema = z
  .object({ amount: z.number().positive(), unit: z.enum(['minutes', 'working-days']) })
  .nullable();
export type StandardTime = NonNullable<z.infer<typeof standardTimeSchema>>;

/** A document the step needs, always or only for some reasons. */
const requirementSchema = z.object({
  document: key,
  /** Empty or absent: for every reason. */
  onlyForReasons: z.array(key).optional(),
  source: sourceOrOwn,
  inferred: z.boolean().default(false),
});
export type SopRequirement = z.infer<typeof requirementSchema>;

/** What "not valid" leads to: a person decides it, so every loop ends by a person. */
const refusalSchema = z.object({
  /** The step that opens again; the refusing one or one before it. */
  returnsTo: key,
  /** Letters and papers of the steps gone through again count no more: they are made anew. */
  renewsDocuments: z.boolean().default(false),
  inferred: z.boolean().default(false),
});

/** Whom a disposition is passed to by the SOP. */
const dispositionTargetSchema = z.object({
  /** null where the SOP names somebody who is none of its actors ("Seksi Persandian"). */
  actor: key.nullable(),
  label: filled,
  inferred: z.boolean().default(false),
});

export const sopStepSchema = z.object({
  key,
  /** Its place in the table, from 1. */
  number: z.number().int().positive(),
  kind: stepKindSchema,
  actor: key,
  /** Others who may do it as well ("Pengguna / Verifikator"). */
  alternateActors: z.array(key).default([]),
  /** True when the actor was read from the sentence because the drawing is lost. */
  inferred: z.boolean().default(false),
  activity: filled,
  completeness: z.string().nullable(),
  standardTime: standardTimeSchema,
  output: z.string().nullable(),
  note: z.string().nullable(),
  requires: z.array(requirementSchema).default([]),
  /** Letters (kinds in resources/letters) that the step produces. */
  letters: z.array(key).default([]),
  /** The SOP says that the step may be left out; absent from none of the five. */
  optional: z.boolean().default(false),
  /** The step that opens when this one is passed: the next row when absent, the end when null. */
  passesTo: key.nullable().optional(),
  /** Absent where the SOP knows no refusal at this step. */
  refusal: refusalSchema.optional(),
  /** Of a dispose step. */
  disposesTo: dispositionTargetSchema.optional(),
  source: sourceOrOwn,
});
export type SopStep = z.infer<typeof sopStepSchema>;

export const sopDocumentSchema = z.object({
  key,
  label: filled,
  /** The letter that makes this document in the program, if one does. */
  madeByLetter: key.optional(),
  /** The actor who brings or writes it, where no letter of the program makes it. */
  broughtBy: key.optional(),
  source: sourceOrOwn,
});
export type SopDocument = z.infer<typeof sopDocumentSchema>;

export const sopReasonSchema = z.object({
  key,
  label: filled,
  /** The words a letter uses after "karena". */
  letterText: filled,
  /** RFC 5280 reason code; null where none fits. Inferred, so an office may change it. */
  crlReasonCode: z.number().int().min(0).max(10).nullable(),
  noteRequired: z.boolean(),
  source: sourceOrOwn,
  inferred: z.boolean().default(false),
});
export type SopReason = z.infer<typeof sopReasonSchema>;

/** Whose time a step takes: the office's own is counted apart from the others'. */
export const actorSideSchema = z.enum(['applicant', 'office', 'bsre']);
export type ActorSide = z.infer<typeof actorSideSchema>;

export const sopActorSchema = z.object({ key, label: filled, side: actorSideSchema });
export type SopActor = z.infer<typeof sopActorSchema>;

/** yyyy-mm-dd. */
const isoDate = z.iso.date();

export const sopIdentitySchema = z.object({
  number: filled,
  title: filled,
  office: filled,
  unit: z.string().nullable(),
  createdOn: isoDate.nullable(),
  revisedOn: isoDate.nullable(),
  effectiveOn: isoDate.nullable(),
  /** Position of who approves it; the name is the office's own official. */
  approvedBy: z.string().nullable().default(null),
  /** As written, each with the office's own correction beside it. */
  legalBases: z.array(z.object({ text: filled, correction: z.string().nullable() })),
  qualifications: z.array(z.string()),
  relatedSops: z.array(z.string()),
  equipment: z.array(z.string()),
  warnings: z.array(z.string()),
  records: z.array(z.string()),
});
export type SopIdentity = z.infer<typeof sopIdentitySchema>;

export const serviceSchema = z.enum(['revocation', 'renewal', 'passphrase-reset', 'issuance']);

/** An SOP and its version: what a request keeps for life. */
export const sopReferenceSchema = z.object({ id: key, version: z.number().int().positive() });
export type SopReference = z.infer<typeof sopReferenceSchema>;

export const sopSchema = z.object({
  $schema: z.string().optional(),
  id: key,
  version: z.number().int().positive(),
  service: serviceSchema,
  /** The SOP this one was copied from; null for the presets. */
  basedOn: sopReferenceSchema.nullable().default(null),
  identity: sopIdentitySchema,
  /** Readings and contradictions an office should know; shown, never applied silently. */
  notices: z.array(z.string()),
  actors: z.array(sopActorSchema).min(1),
  documents: z.array(sopDocumentSchema),
  reasons: z.array(sopReasonSchema),
  steps: z.array(sopStepSchema).min(1),
});
export type Sop = z.infer<typeof sopSchema>;
