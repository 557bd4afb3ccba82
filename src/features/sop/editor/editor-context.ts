import { createContext, useContext } from 'react';
import type { Sop } from '../../../domain/sop/sop';
import type { EditorProblem } from './editor-problems';
import type { Sheet, SopEditor } from './sop-editor';

/** What every part of the editor works with. */
export interface EditorDesk {
  readonly editor: SopEditor;
  readonly sheet: Sheet;
  readonly sop: Sop;
  /** Whether requests may know the SOP's id already. */
  readonly isPublished: boolean;
  /** Errors first. */
  readonly problems: readonly EditorProblem[];
  /** Which step's fields are shown, by its place. */
  readonly step: number;
  /** Another with each step that is shown, and the same while that one moves. */
  readonly stepVisit: number;
  readonly showStep: (index: number) => void;
  /** The shown step has moved to this place. */
  readonly followStep: (index: number) => void;
  /** Goes to the field of a dotted path and gives it the focus. */
  readonly goTo: (path: string) => void;
}

export const EditorContext = createContext<EditorDesk | null>(null);

/** The open editor. Throws outside its page: a programming error. */
export function useSopEditor(): EditorDesk {
  const desk = useContext(EditorContext);
  if (!desk) throw new Error('useSopEditor outside EditorContext');
  return desk;
}
