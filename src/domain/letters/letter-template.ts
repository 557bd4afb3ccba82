import { z } from 'zod';
import { urgencySchema } from '../request/request-event';
import { serviceSchema } from '../sop/sop';

/**
 * A letter as data (`resources/letters/*.json`). Texts are the official Indonesian wording;
 * `{applicant.name}` stands for a field of `letter-data.ts`, `{letter.number|……}` gives the
 * words for an empty one, `**bold**` and `*italic*` mark type. Values are never read as marks.
 */
const key = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const textSchema = z.string().min(1);

/** When a piece of a letter is left out: always in by default. */
const condition = {
  /** Left out when one of its fields has no value; else an empty field refuses the letter. */
  optional: z.boolean().default(false),
  onlyForReasons: z.array(key).optional(),
  exceptForReasons: z.array(key).optional(),
};
export const letterLineSchema = z.object({ text: textSchema, ...condition });
export type LetterTemplateLine = z.infer<typeof letterLineSchema>;

export const letterRowSchema = letterLineSchema.extend({ label: textSchema });
export type LetterTemplateRow = z.infer<typeof letterRowSchema>;

export const letterBlockSchema = z.discriminatedUnion('kind', [
  letterLineSchema.extend({ kind: z.literal('paragraph'), indented: z.boolean().default(true) }),
  /** Identity as rows "label : value". */
  z.object({ kind: z.literal('table'), rows: z.array(letterRowSchema).min(1) }),
  /** Numbered lines. */
  z.object({ kind: z.literal('list'), items: z.array(letterLineSchema).min(1) }),
  /** Lines with a box before each, to be ticked by hand. */
  z.object({ kind: z.literal('choices'), items: z.array(letterLineSchema).min(1) }),
  /** Papers of the request by the SOP's names, numbered: those it holds, or those it misses. */
  z.object({ kind: z.literal('papers'), of: z.enum(['held', 'missing']) }),
  /** Steps of the SOP that have ended, each with its date. */
  z.object({ kind: z.literal('steps') }),
]);
export type LetterTemplateBlock = z.infer<typeof letterBlockSchema>;

/** Every kind of block, in the order they are offered. */
export const LETTER_BLOCK_KINDS = letterBlockSchema.options.map(({ shape }) => shape.kind.value);

export const letterSignatureSchema = z.object({
  /** Who signs: an actor key of the SOP. */
  actor: key,
  column: z.enum(['left', 'right']).default('right'),
  /** Place and date above the position, in shapes that have it there. */
  dateline: textSchema.nullable().default(null),
  position: textSchema,
  name: textSchema,
  /** Rank and NIP under the name. */
  details: z.array(letterLineSchema).default([]),
});
export type LetterTemplateSignature = z.infer<typeof letterSignatureSchema>;

export const letterKopSchema = z.object({
  /** Whose head the letter carries. */
  of: z.enum(['office', 'applicant-unit']),
  government: textSchema,
  name: textSchema,
  /** Lines of address and contact; the parts of a line are joined by commas. */
  contact: z.array(z.array(letterLineSchema)).default([]),
});

const common = {
  key,
  version: z.number().int().positive(),
  /** Title of the letter, also of the PDF: names no person. */
  title: z.string().min(1),
  kop: letterKopSchema,
  /** Steps of SOPs the letter belongs to: whose paper it is, or that name it. */
  sopSteps: z.array(z.object({ sop: key, step: key })).min(1),
  /**
   * Services at whose requests it can be made though their SOP does not ask for it, with
   * these reasons where they are named.
   */
  offeredFor: z
    .array(z.object({ service: serviceSchema, reasons: z.array(key).optional() }))
    .default([]),
  /** The SOP document the letter becomes; null for one that no step asks for. */
  documentKey: key.nullable(),
  /**
   * Where its number comes from: the book of letters that leave, or the register, whose number
   * papers of the desk itself bear (letters.md 4.3: "No. Agenda").
   */
  numbering: z.enum(['outgoing', 'register']).default('outgoing'),
  signatures: z.array(letterSignatureSchema).min(1).max(2),
  /** Tembusan. */
  copies: z.array(letterLineSchema).default([]),
};

/** Place and date at the right, Nomor to Hal at the left, Yth. (letters.md 4.2). */
export const correspondenceSchema = z.object({
  ...common,
  shape: z.literal('korespondensi'),
  dateline: textSchema,
  /** Nomor, Sifat, Lampiran, Hal. */
  head: z.array(letterRowSchema).min(1),
  addressee: z.object({ label: textSchema, lines: z.array(letterLineSchema).min(1) }),
  blocks: z.array(letterBlockSchema).min(1),
});

/** Centred title and number, then the text (letters.md 4.2). */
export const titledSchema = z.object({
  ...common,
  shape: z.literal('judul'),
  heading: z.array(textSchema).min(1),
  numberLine: textSchema,
  blocks: z.array(letterBlockSchema).min(1),
  /** Stands below the signatures, to be cut off along a line and taken home. */
  slip: z.array(letterBlockSchema).default([]),
});

/** The sheet the officials write on by hand (letters.md 4.3). */
export const dispositionSchema = z.object({
  ...common,
  shape: z.literal('disposition'),
  heading: textSchema,
  left: z.array(letterRowSchema).min(1),
  right: z.array(letterRowSchema).min(1),
  urgency: z.object({
    label: textSchema,
    /** Ticked where the disposition says so. */
    choices: z.array(z.object({ text: textSchema, urgency: urgencySchema })).min(1),
  }),
  subject: letterRowSchema,
  forwardTo: z.object({
    heading: textSchema,
    /** Numbered lines left blank. */
    lines: z.number().int().min(1).max(9),
    ending: textSchema,
  }),
  requests: z.object({
    heading: textSchema,
    choices: z.array(textSchema).min(1),
    /** Boxes followed by a blank line. */
    blanks: z.number().int().min(0).max(5).default(1),
  }),
  /** The chain of officials; its rows come from the SOP and from what was recorded. */
  chain: z.object({
    columns: z.tuple([textSchema, textSchema, textSchema, textSchema]),
    /** Stands where something is to be written by hand. */
    blank: textSchema,
  }),
  notesHeading: textSchema,
});

export const letterTemplateSchema = z.discriminatedUnion('shape', [
  correspondenceSchema,
  titledSchema,
  dispositionSchema,
]);
export type LetterTemplate = z.infer<typeof letterTemplateSchema>;
