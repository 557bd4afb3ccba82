import { z } from 'zod';
import {
  correspondenceSchema,
  dispositionSchema,
  letterBlockSchema,
  letterKopSchema,
  letterLineSchema,
  letterRowSchema,
  letterSignatureSchema,
  titledSchema,
  type LetterTemplate,
} from '../../domain/letters/letter-template';
import { withOriginalFacts } from '../../domain/letters/letter-versions';
import type { LetterLibrary } from '../../store/letter-library';

/**
 * A paper's text while it is being written: the shape of one with anything typed in its texts.
 * Only publishing asks for more (`letterTemplateSchema`, `checkLetterTemplate`).
 */
const typed = z.string();
const typedLine = letterLineSchema.extend({ text: typed });
const typedRow = letterRowSchema.extend({ label: typed, text: typed });
const [paragraph, table, list, choices, ...otherBlocks] = letterBlockSchema.options;
const typedBlocks = z.array(
  z.discriminatedUnion('kind', [
    paragraph.extend({ text: typed }),
    table.extend({ rows: z.array(typedRow) }),
    list.extend({ items: z.array(typedLine) }),
    choices.extend({ items: z.array(typedLine) }),
    ...otherBlocks,
  ]),
);

const common = {
  kop: letterKopSchema.extend({
    government: typed,
    name: typed,
    contact: z.array(z.array(typedLine)),
  }),
  signatures: z.array(
    letterSignatureSchema.extend({
      dateline: typed.nullable(),
      position: typed,
      name: typed,
      details: z.array(typedLine),
    }),
  ),
  copies: z.array(typedLine),
};

const { urgency, forwardTo, requests, chain } = dispositionSchema.shape;

const typedTemplateSchema = z.discriminatedUnion('shape', [
  correspondenceSchema.extend({
    ...common,
    dateline: typed,
    head: z.array(typedRow),
    addressee: z.object({ label: typed, lines: z.array(typedLine) }),
    blocks: typedBlocks,
  }),
  titledSchema.extend({
    ...common,
    heading: z.array(typed),
    numberLine: typed,
    blocks: typedBlocks,
    slip: typedBlocks,
  }),
  dispositionSchema.extend({
    ...common,
    heading: typed,
    left: z.array(typedRow),
    right: z.array(typedRow),
    urgency: urgency.extend({
      label: typed,
      choices: z.array(urgency.shape.choices.element.extend({ text: typed })),
    }),
    subject: typedRow,
    forwardTo: forwardTo.extend({ heading: typed, ending: typed }),
    requests: requests.extend({ heading: typed, choices: z.array(typed) }),
    chain: chain.extend({ columns: z.tuple([typed, typed, typed, typed]), blank: typed }),
    notesHeading: typed,
  }),
]);

const templateDraftSchema = z.object({
  template: typedTemplateSchema,
  /** The latest version of the office its author has seen; 0 where there was none. */
  follows: z.number().int().min(0),
});

/** The values of a draft of form `letter-template`. */
export interface TemplateDraft {
  readonly template: LetterTemplate;
  readonly follows: number;
}

/** The values of a draft; null when they are of another form. */
export function parseTemplateDraft(values: unknown): TemplateDraft | null {
  return templateDraftSchema.safeParse(values).data ?? null;
}

/** A draft that begins from this text, after every version there is now. */
export function beginTemplateDraft(
  template: LetterTemplate,
  templates: Pick<LetterLibrary, 'versions'>,
): TemplateDraft {
  const follows = templates.versions(template.key).at(-1)?.version ?? 0;
  return { template, follows };
}

/**
 * The text as it would be published: what is not the office's to change is that of the original
 * its author has before him now.
 */
export function toPublish(template: LetterTemplate, original: LetterTemplate): LetterTemplate {
  return { ...withOriginalFacts(template, original), version: original.version };
}
