import { cleanLetterValue } from './letter-formats';
import { isByHand } from './letter-markup';
import type { LetterTemplate } from './letter-template';

/** A text of a template with where it stands: `blocks.3.rows.1.text`. */
export interface LetterTemplateText {
  readonly path: string;
  readonly text: string;
}

type Shape = LetterTemplate['shape'];

/** Parts that say which paper it is and how it is handled: no words of the paper. */
type FactPart =
  'key' | 'version' | 'title' | 'shape' | 'sopSteps' | 'offeredFor' | 'documentKey' | 'numbering';

/** Every other part of a shape, so that a part the schema gets later has to be named here. */
type TextPart<Of extends Shape> = Exclude<
  keyof Extract<LetterTemplate, { readonly shape: Of }>,
  FactPart
>;

/** Parts of a template that hold its words, each once, in the order they stand on the paper. */
const TEXT_PARTS: { readonly [Of in Shape]: readonly string[] } = {
  korespondensi: everyName<TextPart<'korespondensi'>>({
    kop: true,
    dateline: true,
    head: true,
    addressee: true,
    blocks: true,
    signatures: true,
    copies: true,
  }),
  judul: everyName<TextPart<'judul'>>({
    kop: true,
    heading: true,
    numberLine: true,
    blocks: true,
    signatures: true,
    copies: true,
    slip: true,
  }),
  disposition: everyName<TextPart<'disposition'>>({
    kop: true,
    heading: true,
    left: true,
    right: true,
    urgency: true,
    subject: true,
    forwardTo: true,
    requests: true,
    chain: true,
    notesHeading: true,
    signatures: true,
    copies: true,
  }),
};

/** Names of a set, in this order; one that is missing or unknown does not compile. */
function everyName<Name extends string>(names: Readonly<Record<Name, true>>): readonly string[] {
  return Object.keys(names);
}

/** Names, at any depth, of what can only be one of a few strings: `kind`, `column`. */
type ChoiceName<Value> = Value extends readonly (infer Entry)[]
  ? ChoiceName<Entry>
  : Value extends object
    ? { [Name in keyof Value]-?: NameOfChoice<Name, NonNullable<Value[Name]>> }[keyof Value]
    : never;
type NameOfChoice<Name, Value> = Value extends string
  ? string extends Value
    ? never
    : Name
  : ChoiceName<Value>;
type Words<Of extends Shape> = Pick<Extract<LetterTemplate, { readonly shape: Of }>, TextPart<Of>>;

/** Strings within those parts that say how a piece stands, not what it says. */
const NO_WORDS: ReadonlySet<string> = new Set(
  everyName<
    | ChoiceName<Words<'korespondensi'> | Words<'judul'> | Words<'disposition'>>
    | 'actor'
    | 'onlyForReasons'
    | 'exceptForReasons'
  >({
    kind: true,
    of: true,
    actor: true,
    column: true,
    urgency: true,
    onlyForReasons: true,
    exceptForReasons: true,
  }),
);

/** Every text of a template in the order of the paper, also those left out for some reasons. */
export function letterTexts(template: LetterTemplate): readonly LetterTemplateText[] {
  const found: LetterTemplateText[] = [];
  const visit = (value: unknown, path: string): void => {
    if (typeof value === 'string') found.push({ path, text: value });
    else for (const [name, part] of partsOf(value)) visit(part, `${path}.${name}`);
  };
  const parts = new Map(Object.entries(template) as [string, unknown][]);
  for (const name of TEXT_PARTS[template.shape]) visit(parts.get(name), name);
  return found;
}

/**
 * Whether something of the paper is meant to be written by hand whatever its fields hold: boxes
 * to tick, or lines of dots outside the words for an empty field.
 */
export function isFilledByHand(template: LetterTemplate): boolean {
  if (template.shape === 'disposition') return true;
  const blocks =
    template.shape === 'judul' ? template.blocks.concat(template.slip) : template.blocks;
  if (blocks.some(({ kind }) => kind === 'choices')) return true;
  return letterTexts(template).some(({ text }) => isByHand(text.replaceAll(/\{[^{}]*\}/g, '')));
}

/** The template as it is kept: its texts composed, without outer space or hidden characters. */
export function cleanLetterTemplate(template: LetterTemplate): LetterTemplate {
  const clean = (value: unknown): unknown => {
    if (typeof value === 'string') return cleanLetterValue(value);
    if (Array.isArray(value)) return value.map(clean);
    if (typeof value !== 'object' || value === null) return value;
    const entries = Object.entries(value) as [string, unknown][];
    return Object.fromEntries(
      entries.map(([name, part]) => [name, NO_WORDS.has(name) ? part : clean(part)]),
    );
  };
  const texts = TEXT_PARTS[template.shape];
  const entries = Object.entries(template) as [string, unknown][];
  return Object.fromEntries(
    entries.map(([name, part]) => [name, texts.includes(name) ? clean(part) : part]),
  ) as LetterTemplate;
}

/** The label of a row stands before its text, wherever the schema has it. */
function partsOf(value: unknown): readonly (readonly [string, unknown])[] {
  if (typeof value !== 'object' || value === null) return [];
  const parts = Object.entries(value).filter(([name]) => !NO_WORDS.has(name));
  return parts.toSorted(([one], [other]) => Number(other === 'label') - Number(one === 'label'));
}
