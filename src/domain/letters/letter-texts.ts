import { cleanLetterValue } from './letter-formats';
import type { LetterTemplate } from './letter-template';

/** A text of a template with where it stands: `blocks.3.rows.1.text`. */
export interface LetterTemplateText {
  readonly path: string;
  readonly text: string;
}

/** Parts of a template that hold its words, in the order they stand on the paper. */
const TEXT_PARTS: Readonly<Record<LetterTemplate['shape'], readonly string[]>> = {
  korespondensi: ['kop', 'dateline', 'head', 'addressee', 'blocks', 'signatures', 'copies'],
  judul: ['kop', 'heading', 'numberLine', 'blocks', 'signatures', 'copies', 'slip'],
  disposition: [
    'kop',
    'heading',
    'left',
    'right',
    'urgency',
    'subject',
    'forwardTo',
    'requests',
    'chain',
    'notesHeading',
    'signatures',
    'copies',
  ],
};

/** Strings within those parts that say how a piece stands, not what it says. */
const NO_WORDS: ReadonlySet<string> = new Set([
  'kind',
  'of',
  'actor',
  'column',
  'urgency',
  'onlyForReasons',
  'exceptForReasons',
]);

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
