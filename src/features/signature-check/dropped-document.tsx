import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';

interface DroppedDocument {
  /** A file that was dropped on the window and is not checked yet. */
  readonly dropped: File | null;
  readonly offer: (file: File) => void;
  /** The page has it now. */
  readonly taken: () => void;
}

const DroppedDocumentContext = createContext<DroppedDocument>({
  dropped: null,
  offer: () => undefined,
  taken: () => undefined,
});

/** Holds a dropped file in memory until the page that checks it is there; never in an address. */
export function DroppedDocumentProvider(props: { readonly children: ReactNode }) {
  const [dropped, setDropped] = useState<File | null>(null);
  const taken = useCallback(() => {
    setDropped(null);
  }, []);
  const value = useMemo(() => ({ dropped, offer: setDropped, taken }), [dropped, taken]);
  return <DroppedDocumentContext value={value}>{props.children}</DroppedDocumentContext>;
}

/** The file dropped on the window, and how to hand one over or take it. */
export function useDroppedDocument(): DroppedDocument {
  return useContext(DroppedDocumentContext);
}
