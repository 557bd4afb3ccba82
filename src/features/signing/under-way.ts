import { useSyncExternalStore } from 'react';

/**
 * Letters whose signing is on its way in this window, also when its dialog is left: what is
 * begun in the records and not among them was broken off.
 */
export interface UnderWay {
  readonly begin: (letterId: string) => void;
  readonly end: (letterId: string) => void;
  readonly has: (letterId: string) => boolean;
  /** Tells of each change; answers how to stop. */
  readonly subscribe: (onChange: () => void) => () => void;
}

export function createUnderWay(): UnderWay {
  const letters = new Set<string>();
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  return {
    begin: (letterId) => {
      letters.add(letterId);
      tell();
    },
    end: (letterId) => {
      letters.delete(letterId);
      tell();
    },
    has: (letterId) => letters.has(letterId),
    subscribe: (onChange) => {
      listeners.add(onChange);
      return () => {
        listeners.delete(onChange);
      };
    },
  };
}

/** The one of this window. */
export const signingsUnderWay = createUnderWay();

/** Whether a letter is being signed in this window just now. */
export function useIsUnderWay(letterId: string): boolean {
  return useSyncExternalStore(signingsUnderWay.subscribe, () => signingsUnderWay.has(letterId));
}

/** Does the work with the letter among those on their way. */
export async function whileUnderWay<Value>(
  letterId: string,
  work: () => Promise<Value>,
): Promise<Value> {
  signingsUnderWay.begin(letterId);
  try {
    return await work();
  } finally {
    signingsUnderWay.end(letterId);
  }
}
