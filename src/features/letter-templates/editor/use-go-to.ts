import { useEffect, useState } from 'react';
import type { TemplateEditor } from './template-editor';

/** The way to the field of a dotted path, once it is on the page. */
export function useGoTo(editor: TemplateEditor): (path: string) => void {
  const [wish, setWish] = useState<{ readonly path: string } | null>(null);
  useEffect(() => {
    if (wish !== null) focusPath(wish.path);
  }, [wish]);
  const [goTo] = useState(() => (path: string) => {
    editor.settle();
    setWish({ path });
  });
  return goTo;
}

/**
 * Ids of elements that can show a path, the best first: the field itself, the first field of an
 * entry, what holds it, its part.
 */
export function fieldIdsOf(path: string): readonly string[] {
  const parts = path.split('.');
  const holders = parts.map((_, index) => parts.slice(0, parts.length - index).join('.'));
  const [whole = path, ...rest] = holders;
  return [whole, `${whole}.label`, `${whole}.text`, ...rest, `part-${parts[0] ?? ''}`];
}

function focusPath(path: string): void {
  const element = fieldIdsOf(path)
    .map((id) => document.getElementById(id))
    .find((found) => found !== null);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'center' });
}
