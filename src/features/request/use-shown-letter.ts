import { useState } from 'react';
import type { Letter, RequestState } from '../../domain/request/request-state';

/** The letter in the preview: the chosen one, else the latest made. */
export interface ShownLetter {
  readonly shown: Letter | null;
  readonly onShow: (id: string | null) => void;
}

/** Keeps the choice while the letter exists; a letter just made shows by itself. */
export function useShownLetter(state: RequestState): ShownLetter {
  const [id, setId] = useState<string | null>(null);
  const shown = state.letters.find((letter) => letter.id === id) ?? state.letters.at(-1) ?? null;
  return { shown, onShow: setId };
}
