import { isKnownPlaceholder } from './letter-data';
import { readLetterMarks } from './letter-markup';
import { letterTemplateSchema, type LetterTemplate } from './letter-template';
import { letterTexts, type LetterTemplateText } from './letter-texts';

/** Codes of what can be wrong with a paper's text; each has a sentence in the catalogue. */
export const letterProblemCodes = [
  'shape',
  'blank',
  'list-empty',
  'placeholder-unknown',
  'stand-in-blank',
  'brace-loose',
  'mark-loose',
  'fixed-changed',
] as const;
export type LetterProblemCode = (typeof letterProblemCodes)[number];

/** What is wrong and where. Errors keep a text from being published, warnings are shown. */
export interface LetterProblem {
  readonly severity: 'error' | 'warning';
  readonly code: LetterProblemCode;
  /** Dotted path such as `blocks.3.rows.1.text`. */
  readonly path: string;
  /** What the sentence names: a placeholder, a mark. */
  readonly params: Readonly<Record<string, string>>;
}

/**
 * Everything that is wrong with a text that is to take the place of the original, in the order
 * of the paper; pure. A field that has no value at a request is not wrong here: it refuses that
 * letter by name.
 */
export function checkLetterTemplate(
  template: LetterTemplate,
  original: LetterTemplate,
): readonly LetterProblem[] {
  const texts = letterTexts(template);
  const shape = shapeProblems(template);
  const ofTexts = texts.flatMap((text) => textProblems(text, shape));
  const places = new Map(texts.map(({ path }, index) => [path, index]));
  const placeOf = ({ path }: LetterProblem) => places.get(path) ?? texts.length;
  return [...fixedProblems(template, original), ...shape, ...ofTexts].toSorted(
    (one, other) => placeOf(one) - placeOf(other),
  );
}

function error(
  code: LetterProblemCode,
  path: string,
  params: LetterProblem['params'] = {},
): LetterProblem {
  return { severity: 'error', code, path, params };
}

function warning(
  code: LetterProblemCode,
  path: string,
  params: LetterProblem['params'],
): LetterProblem {
  return { severity: 'warning', code, path, params };
}

/** What the schema has against it, each place once. */
function shapeProblems(template: LetterTemplate): readonly LetterProblem[] {
  const issues = letterTemplateSchema.safeParse(template).error?.issues ?? [];
  const found = new Map<string, LetterProblem>();
  for (const issue of issues) {
    const path = issue.path.join('.');
    const isShort = issue.code === 'too_small';
    const isBlank = isShort && issue.origin === 'string';
    const isEmpty = isShort && issue.origin === 'array';
    const code = isBlank ? 'blank' : isEmpty ? 'list-empty' : 'shape';
    if (!found.has(path)) found.set(path, error(code, path));
  }
  return [...found.values()];
}

function textProblems(
  { path, text }: LetterTemplateText,
  known: readonly LetterProblem[],
): readonly LetterProblem[] {
  if (known.some((one) => one.path === path)) return [];
  // Marks of type alone print nothing.
  if (text.replaceAll('*', '').trim() === '') return [error('blank', path)];
  const { placeholders, blankStandIns, looseBrace, looseMark } = readLetterMarks(text);
  const unknown = [...new Set(placeholders)].filter((name) => !isKnownPlaceholder(name));
  return [
    ...unknown.map((placeholder) => error('placeholder-unknown', path, { placeholder })),
    ...blankStandIns.map((placeholder) => error('stand-in-blank', path, { placeholder })),
    ...(looseBrace ? [error('brace-loose', path)] : []),
    ...(looseMark === null ? [] : [warning('mark-loose', path, { mark: looseMark })]),
  ];
}

/** What stays as it was installed: steps, documents and numbers of requests depend on it. */
function fixedProblems(
  template: LetterTemplate,
  original: LetterTemplate,
): readonly LetterProblem[] {
  const facts = [
    'key',
    'version',
    'title',
    'shape',
    'documentKey',
    'numbering',
    'sopSteps',
    'offeredFor',
  ] as const;
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const changed = facts.filter((fact) => !isSame(template[fact], original[fact]));
  const signs = ({ signatures }: LetterTemplate) => signatures.map(({ actor }) => actor);
  return [
    ...changed.map((fact) => error('fixed-changed', fact)),
    ...(template.kop.of === original.kop.of ? [] : [error('fixed-changed', 'kop.of')]),
    ...(isSame(signs(template), signs(original)) ? [] : [error('fixed-changed', 'signatures')]),
  ];
}
