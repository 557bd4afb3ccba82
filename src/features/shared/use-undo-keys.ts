import { useEffect } from 'react';
import type { SheetEditor } from './sheet-editor';

const TEXT = 'input:not([type=checkbox]):not([type=radio]), textarea';

/** Ctrl+Z and Ctrl+Shift+Z; in a text field they stay the field's own. */
export function useUndoKeys(editor: Pick<SheetEditor<unknown>, 'undo' | 'redo'>): void {
  useEffect(() => {
    const listener = (event: KeyboardEvent) => {
      const isText = event.target instanceof HTMLElement && event.target.matches(TEXT);
      const isOurs = (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'z';
      if (!isOurs || isText || document.querySelector('dialog:modal') !== null) return;
      event.preventDefault();
      if (event.shiftKey) editor.redo();
      else editor.undo();
    };
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, [editor]);
}
