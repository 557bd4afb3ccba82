import { checkSop, type SopCheckContext, type SopProblem } from '../../../domain/sop/check-sop';
import type { Sheet } from './sop-editor';

/** What keeps a sheet from being published, or should be known: the check's, and the typing's. */
export type EditorProblem =
  | SopProblem
  | {
      readonly severity: 'error';
      readonly code: 'unread-time';
      readonly path: string;
      readonly params: Readonly<Record<string, string | number>>;
    };

/** Everything wrong with a sheet, errors first, else in the order of the editor. */
export function editorProblems(
  { sop, unreadTimes }: Sheet,
  context: SopCheckContext,
): readonly EditorProblem[] {
  const unread = sop.steps.flatMap(({ key, number }, index): readonly EditorProblem[] => {
    const text = unreadTimes[key];
    if (text === undefined) return [];
    const path = `steps.${String(index)}.standardTime`;
    return [{ severity: 'error', code: 'unread-time', path, params: { number, text } }];
  });
  const found = [...checkSop(sop, context), ...unread];
  const isRead = ({ code, path }: EditorProblem) =>
    !(code === 'time-missing' && unread.some((one) => one.path === path));
  return [
    ...found.filter(({ severity }) => severity === 'error'),
    ...found.filter((one) => one.severity === 'warning' && isRead(one)),
  ];
}

/** The sections of the editor, in the order of an SOP's paper. */
export const editorSections = [
  'identity',
  'actors',
  'documents',
  'reasons',
  'steps',
  'chart',
] as const;
export type EditorSection = (typeof editorSections)[number];

/** The section a dotted path is edited in. */
export function sectionOf(path: string): EditorSection {
  const [first] = path.split('.');
  return editorSections.find((section) => section === first) ?? 'identity';
}

/** The place of a row that a path is about; null for a path without one. */
export function rowOf(path: string): number | null {
  const [, place] = path.split('.');
  return place !== undefined && /^\d+$/.test(place) ? Number(place) : null;
}

/**
 * Ids of elements that can show a path, the best first: the field itself, its group, the words
 * of its row, the button that adds a row.
 */
export function fieldIdsOf(path: string): readonly string[] {
  const parts = path.split('.');
  const prefixes = parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
  const row = rowOf(path);
  const words = sectionOf(path) === 'steps' ? 'activity' : 'label';
  const rowWords = `${parts.slice(0, 2).join('.')}.${words}`;
  return row === null ? prefixes : prefixes.toSpliced(-1, 0, rowWords);
}
