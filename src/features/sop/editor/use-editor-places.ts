import { useEffect, useState } from 'react';
import { fieldIdsOf, rowOf, sectionOf, type EditorSection } from './editor-problems';
import type { EditorDesk } from './editor-context';
import type { SopEditor } from './sop-editor';

interface Place {
  readonly section: EditorSection;
  readonly step: number;
  readonly stepVisit: number;
  /** The path to be given the focus once it is on the page; a new object with each wish. */
  readonly wish: { readonly path: string } | null;
}

interface EditorPlaces extends Pick<
  EditorDesk,
  'step' | 'stepVisit' | 'showStep' | 'followStep' | 'goTo'
> {
  readonly section: EditorSection;
  readonly showSection: (section: EditorSection) => void;
}

/** What of the sheet is shown, and the way to a field wherever it stands. */
export function useEditorPlaces(editor: SopEditor): EditorPlaces {
  const [place, setPlace] = useState<Place>({
    section: 'identity',
    step: 0,
    stepVisit: 0,
    wish: null,
  });
  const { section, step, stepVisit, wish } = place;
  useEffect(() => {
    if (wish !== null) focusPath(wish.path);
  }, [wish]);
  // Made once, so that rows which did not change are not drawn again.
  const [ways] = useState(() => ({
    showSection: (next: EditorSection) => {
      editor.settle();
      setPlace((was) => ({ ...was, section: next }));
    },
    showStep: (index: number) => {
      editor.settle();
      setPlace((was) => shownStep(was, index));
    },
    followStep: (index: number) => {
      setPlace((was) => ({ ...was, step: index }));
    },
    goTo: (path: string) => {
      editor.settle();
      const next = sectionOf(path);
      const row = next === 'steps' ? rowOf(path) : null;
      setPlace((was) => {
        const there = row === null ? was : shownStep(was, row);
        return { ...there, section: next, wish: { path } };
      });
    },
  }));
  return { section, step, stepVisit, ...ways };
}

function shownStep(place: Place, step: number): Place {
  return step === place.step ? place : { ...place, step, stepVisit: place.stepVisit + 1 };
}

function focusPath(path: string): void {
  const element = fieldIdsOf(path)
    .map((id) => document.getElementById(id))
    .find((found) => found !== null);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: 'center' });
}
