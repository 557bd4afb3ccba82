import type { LetterProblem } from '../../domain/letters/check-letter-template';
import {
  LETTER_PLACEHOLDERS,
  OFFICIAL_PARTS,
  readOfficialPlaceholder,
} from '../../domain/letters/letter-data';
import { readLetterMarks } from '../../domain/letters/letter-markup';
import type { LetterTemplateLine } from '../../domain/letters/letter-template';
import type { Official } from '../../domain/office/office-event';
import type { Sop } from '../../domain/sop/sop';
import { isMessageKey, translate, translateMessage, type Locale } from '../../messages/catalogue';
import type { LetterInUse, LetterLibrary } from '../../store/letter-library';
import { formatDate, type TimeContext } from '../../ui/format/date-time';
import { letterFieldName, type NamedActors } from '../shared/letter-error-text';

/** What is wrong with a text: what the check finds, and what the font lacks. */
export type TemplateFault =
  | LetterProblem
  | {
      readonly severity: 'error';
      readonly code: 'glyph-missing';
      readonly path: string;
      readonly params: Readonly<Record<string, string>>;
    };

/** What the words of a text are made with. */
export interface TemplateSpeech {
  readonly locale: Locale;
  /** Actors and reasons of every SOP the office has, each key once. */
  readonly names: TemplateNames;
}

/** What placeholders and conditions name, in the SOPs' own words. */
export interface TemplateNames extends NamedActors {
  readonly actors: Sop['actors'];
  readonly reasons: readonly Pick<Sop['reasons'][number], 'key' | 'label'>[];
}

/**
 * Actors and reasons of all SOPs, each key once, in the order of the SOPs; an official of the
 * office by the position its settings give him.
 */
export function templateNames(
  sops: readonly Sop[],
  officials: readonly Pick<Official, 'actor' | 'position'>[] = [],
): TemplateNames {
  const position = (key: string) => officials.find(({ actor }) => actor === key)?.position;
  const actors = firstOfEach(sops.flatMap((sop) => sop.actors));
  return {
    actors: actors.map((actor) => ({ ...actor, label: position(actor.key) || actor.label })),
    reasons: firstOfEach(sops.flatMap(({ reasons }) => reasons)),
  };
}

function firstOfEach<Row extends { readonly key: string }>(rows: readonly Row[]): Row[] {
  const seen = new Map<string, Row>();
  for (const row of rows) if (!seen.has(row.key)) seen.set(row.key, row);
  return [...seen.values()];
}

/** The office's latest version in words, or that the paper is as it came. */
export function versionWords(
  { template, version }: LetterInUse,
  templates: Pick<LetterLibrary, 'versions'>,
  context: TimeContext,
): string {
  const { locale } = context;
  const own = templates.versions(template.key).find((one) => one.version === version.office);
  if (own === undefined) return translate(locale, 'template.originalFacts');
  return translate(locale, 'template.ownFacts', {
    version: own.version,
    date: formatDate(own.publishedAt, context),
    name: own.publishedBy,
  });
}

/**
 * A place of a text: "Isi, bagian 3, baris 2, label". A number belongs to the word before it;
 * the text of a line needs no word of its own.
 */
export function placeWords(path: string, locale: Locale): string {
  const [part = '', ...rest] = path.split('.');
  const words = [partWords(part, locale)];
  rest.forEach((name, index) => {
    if (!isNumber(name)) {
      if (name !== 'text' && !isNumber(rest[index + 1] ?? '')) words.push(pieceWord(name, locale));
      return;
    }
    const before = rest[index - 1];
    const list = before === undefined ? firstListWord(part) : isNumber(before) ? 'part' : before;
    words.push(`${pieceWord(list, locale)} ${Number(name) + 1}`);
  });
  return words.join(', ');
}

/** A part of a paper, such as its body. */
export function partWords(part: string, locale: Locale): string {
  return wordOf('part', part, locale);
}

/** What the entries of a part that is a list itself are called. */
function firstListWord(part: string): string {
  if (part === 'blocks' || part === 'slip') return 'block';
  return part === 'signatures' ? 'part' : 'row';
}

function isNumber(text: string): boolean {
  return /^\d+$/.test(text);
}

function pieceWord(name: string, locale: Locale): string {
  return wordOf('piece', name, locale);
}

function wordOf(kind: 'part' | 'piece', name: string, locale: Locale): string {
  const key = `template.${kind}.${name}`;
  return isMessageKey(key) ? translateMessage(locale, { key }) : name;
}

/** A fault as a sentence: where, what is wrong, what to do. */
export function faultText({ code, path, params }: TemplateFault, locale: Locale): string {
  const place = placeWords(path, locale);
  return translateMessage(locale, { key: `template.fault.${code}`, params: { ...params, place } });
}

/** The sentence beside its own field, which shows already where it is. */
export function fieldFaultText(fault: TemplateFault, locale: Locale): string {
  const text = faultText(fault, locale);
  const rest = text.slice(`${placeWords(fault.path, locale)}: `.length);
  return `${rest.slice(0, 1).toUpperCase()}${rest.slice(1)}`;
}

/** A field as it is chosen: told apart from others that hold the same value. */
export function fieldChoiceName(placeholder: string, { locale, names }: TemplateSpeech): string {
  const key = `template.field.${placeholder}`;
  if (isMessageKey(key)) return translateMessage(locale, { key });
  return letterFieldName(locale, placeholder, names);
}

/** Every field a text may have, with its name; officials of the office by their actors. */
export function fieldChoices(
  speech: TemplateSpeech,
): readonly { readonly id: string; readonly label: string; readonly description: string }[] {
  const officials = speech.names.actors
    .filter(({ side }) => side === 'office')
    .flatMap(({ key }) => OFFICIAL_PARTS.map((part) => `official.${key}.${part}`));
  return [...LETTER_PLACEHOLDERS, ...officials].map((id) => {
    const name = fieldChoiceName(id, speech);
    return {
      id,
      label: `${name.charAt(0).toUpperCase()}${name.slice(1)}`,
      description: `{${id}}`,
    };
  });
}

/** Fields of a text by their names, each once; none it does not know. */
export function fieldsOf(text: string, speech: TemplateSpeech): readonly string[] {
  const known = [...new Set(readLetterMarks(text).placeholders)].filter(
    (name) => LETTER_PLACEHOLDERS.includes(name) || readOfficialPlaceholder(name) !== null,
  );
  return known.map((name) => fieldChoiceName(name, speech));
}

/** When a line is printed, where that is not always. */
export function conditionWords(
  line: Pick<LetterTemplateLine, 'optional' | 'onlyForReasons' | 'exceptForReasons'>,
  { locale, names }: TemplateSpeech,
): readonly string[] {
  const { optional, onlyForReasons, exceptForReasons } = line;
  const list = (keys: readonly string[]) =>
    keys.map((key) => names.reasons.find((one) => one.key === key)?.label ?? key).join('; ');
  return [
    ...(optional ? [translate(locale, 'template.condition.optional')] : []),
    ...(onlyForReasons
      ? [translate(locale, 'template.condition.only', { reasons: list(onlyForReasons) })]
      : []),
    ...(exceptForReasons
      ? [translate(locale, 'template.condition.except', { reasons: list(exceptForReasons) })]
      : []),
  ];
}
