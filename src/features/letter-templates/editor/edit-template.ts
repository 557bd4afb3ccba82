import type {
  LetterTemplate,
  LetterTemplateBlock,
  LetterTemplateLine,
  LetterTemplateRow,
} from '../../../domain/letters/letter-template';

/**
 * Changes of a paper's text, pure. A path is dotted and names a place of the template, such as
 * `blocks.3.rows.1.text`; what no path leads to is not changed.
 */
type Json = Readonly<Record<string, unknown>> | readonly unknown[];

function isJson(value: unknown): value is Json {
  return typeof value === 'object' && value !== null;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return isJson(value) && !Array.isArray(value);
}

function childOf(value: unknown, name: string): unknown {
  if (!isJson(value)) return undefined;
  return new Map<string, unknown>(Object.entries(value)).get(name);
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(template: LetterTemplate, path: string): unknown {
  return path.split('.').reduce<unknown>(childOf, template);
}

/** The text at a path; '' where none stands. */
export function textAt(template: LetterTemplate, path: string): string {
  const value = valueAt(template, path);
  return typeof value === 'string' ? value : '';
}

/** The number at a path; undefined where none stands. */
export function countAt(template: LetterTemplate, path: string): number | undefined {
  const value = valueAt(template, path);
  return typeof value === 'number' ? value : undefined;
}

/** Puts a value at a path that is there. */
export function setAt(template: LetterTemplate, path: string, value: unknown): LetterTemplate {
  return changedAt(template, path.split('.'), () => value) as LetterTemplate;
}

/** Changes the list at a path. */
function editList(
  template: LetterTemplate,
  path: string,
  edit: (list: readonly unknown[]) => readonly unknown[],
): LetterTemplate {
  return changedAt(template, path.split('.'), (was) =>
    Array.isArray(was) ? edit(was) : was,
  ) as LetterTemplate;
}

/** Puts an entry into the list at a path, before the one at `index`. */
export function insertAt(
  template: LetterTemplate,
  path: string,
  index: number,
  entry: unknown,
): LetterTemplate {
  return editList(template, path, (list) => list.toSpliced(index, 0, entry));
}

/** Takes an entry out of the list at a path. */
export function removeAt(template: LetterTemplate, path: string, index: number): LetterTemplate {
  return editList(template, path, (list) => list.toSpliced(index, 1));
}

/** Exchanges an entry with the one above (-1) or below (1); nothing at either end. */
export function moveAt(
  template: LetterTemplate,
  path: string,
  index: number,
  by: -1 | 1,
): LetterTemplate {
  return editList(template, path, (list) => {
    const other = index + by;
    if (other < 0 || other >= list.length) return list;
    return list.map((one, place) =>
      place === index ? list[other] : place === other ? list[index] : one,
    );
  });
}

/** When a line is printed. */
export type LineCondition = Pick<
  LetterTemplateLine,
  'optional' | 'onlyForReasons' | 'exceptForReasons'
>;

/** Sets when the line at a path is printed; reasons that are left out hold no more. */
export function setCondition(
  template: LetterTemplate,
  path: string,
  { optional, onlyForReasons, exceptForReasons }: LineCondition,
): LetterTemplate {
  return changedAt(template, path.split('.'), (was) => {
    if (!isRecord(was)) return was;
    const kept = Object.entries(was).filter(
      ([name]) => name !== 'onlyForReasons' && name !== 'exceptForReasons',
    );
    return {
      ...Object.fromEntries(kept),
      optional,
      ...(onlyForReasons && { onlyForReasons }),
      ...(exceptForReasons && { exceptForReasons }),
    };
  }) as LetterTemplate;
}

/** A line without words; the check asks for them. */
export const FRESH_LINE: LetterTemplateLine = { text: '', optional: false };
export const FRESH_ROW: LetterTemplateRow = { label: '', text: '', optional: false };

/** A block of a kind with room for its first words. */
export function freshBlock(kind: LetterTemplateBlock['kind']): LetterTemplateBlock {
  switch (kind) {
    case 'paragraph':
      return { kind, text: '', optional: false, indented: true };
    case 'table':
      return { kind, rows: [FRESH_ROW] };
    case 'list':
    case 'choices':
      return { kind, items: [FRESH_LINE] };
    case 'papers':
      return { kind, of: 'held' };
    case 'steps':
      return { kind };
  }
}

function changedAt(
  value: unknown,
  [name, ...rest]: readonly string[],
  edit: (was: unknown) => unknown,
): unknown {
  if (name === undefined) return edit(value);
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    const index = Number(name);
    return list.map((one, place) => (place === index ? changedAt(one, rest, edit) : one));
  }
  if (!isRecord(value) || !Object.hasOwn(value, name)) return value;
  return { ...value, [name]: changedAt(childOf(value, name), rest, edit) };
}
