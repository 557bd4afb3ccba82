import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Author } from '../../domain/event';
import type { Draft } from '../../store/store';
import type { DraftSaver, DraftState } from './draft-saver';
import type { SheetEditor } from './sheet-editor';
import type { SheetHistory } from './sheet-history';
import { useDraft } from './use-draft';

/** Texts come after a pause of their own: with it and the write, still within a second. */
const DELAY_MS = 250;

export interface OpenSheet<Sheet, Editor> {
  readonly state: DraftState;
  readonly saver: DraftSaver<Sheet>;
  readonly editor: Editor;
  readonly history: SheetHistory<Sheet>;
}

/** The sheet of a draft, kept with each change; `make` is called once with who keeps it. */
export function useSheet<Sheet, Editor extends SheetEditor<Sheet>>(
  place: Pick<Draft, 'id' | 'form' | 'requestId'>,
  owner: Author,
  keptAt: string,
  make: (onChange: (sheet: Sheet) => void) => Editor,
): OpenSheet<Sheet, Editor> {
  const { state, saver } = useDraft<Sheet>(place, owner, keptAt, DELAY_MS);
  const [editor] = useState(() => make((sheet) => saver.change(sheet)));
  const history = useSyncExternalStore(editor.subscribe, editor.history);
  // What was typed a moment ago counts before the draft is written a last time.
  useEffect(() => {
    const settle = () => editor.settle();
    window.addEventListener('pagehide', settle, true);
    document.addEventListener('visibilitychange', settle, true);
    return () => {
      window.removeEventListener('pagehide', settle, true);
      document.removeEventListener('visibilitychange', settle, true);
    };
  }, [editor]);
  return { state, saver, editor, history };
}
