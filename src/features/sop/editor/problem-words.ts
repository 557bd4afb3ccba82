import { isMessageKey, translateMessage, type Locale } from '../../../messages/catalogue';
import { sectionOf, rowOf, type EditorProblem } from './editor-problems';

/** A problem as a sentence: where, what is wrong, what to do. */
export function problemText(problem: EditorProblem, locale: Locale): string {
  const { code, path } = problem;
  const params = {
    ...problem.params,
    place: placeWords(path, locale),
    field: fieldWords(path, locale),
    ...named(problem, locale),
  };
  const key = code === 'shape' && isKey(path) ? 'key' : code;
  return translateMessage(locale, { key: `sopEditor.problem.${key}`, params });
}

function isKey(path: string): boolean {
  return /(?:^|\.)(?:id|key)$/.test(path);
}

/** The sentence beside its own field, which says already where it is. */
export function fieldProblemText(problem: EditorProblem, locale: Locale): string {
  const text = problemText(problem, locale);
  const place = `${placeWords(problem.path, locale)}: `;
  if (!text.startsWith(place)) return text;
  const rest = text.slice(place.length);
  return `${rest.slice(0, 1).toUpperCase()}${rest.slice(1)}`;
}

/** A label that is still blank is said to be so, rather than left out of the sentence. */
function named({ params }: EditorProblem, locale: Locale): Readonly<Record<string, string>> {
  const { label } = params;
  if (label === undefined || String(label).trim() !== '') return {};
  return { label: translateMessage(locale, { key: 'sopEditor.nameless' }) };
}

function placeWords(path: string, locale: Locale): string {
  const row = rowOf(path);
  const section = sectionOf(path);
  const place = row === null || section === 'chart' ? 'identity' : section;
  const params = { number: (row ?? 0) + 1 };
  return translateMessage(locale, { key: `sopEditor.place.${place}`, params });
}

/** The name of the last part of a path that is a field and no place in a list. */
function fieldWords(path: string, locale: Locale): string {
  const name = path.split('.').findLast((part) => !/^\d+$/.test(part)) ?? '';
  const key = `sopEditor.field.${name}`;
  return isMessageKey(key) ? translateMessage(locale, { key }) : name;
}
