import { createContext, useContext, useEffect } from 'react';
import type { TrailNote } from '../../domain/trail/trail-event';

/** How screens note who saw, printed, saved and searched what. */
export interface Trail {
  /**
   * Notes a look. Never fails, and nobody has to wait: a person's view does not depend on it.
   * Resolves once it and every note before it are written or given up.
   */
  readonly seen: (note: TrailNote) => Promise<void>;
  /**
   * Notes what is about to leave the program, and answers whether it may: false when the note
   * could not be written, which the person has been told by then.
   */
  readonly allows: (note: TrailNote) => Promise<boolean>;
}

export const TrailContext = createContext<Trail | null>(null);

/** The running trail. Throws outside its provider: a programming error. */
export function useTrail(): Trail {
  const trail = useContext(TrailContext);
  if (!trail) throw new Error('useTrail outside TrailContext');
  return trail;
}

/** Notes a look once what is seen is there; null while there is nothing to be seen. */
export function useSeen(note: TrailNote | null): void {
  const { seen } = useTrail();
  const text = note === null ? null : JSON.stringify(note);
  useEffect(() => {
    if (text !== null) void seen(JSON.parse(text) as TrailNote);
  }, [seen, text]);
}

/** Notes that a request was opened; null until it was found. */
export function useSeenRequest(id: string | null): void {
  useSeen(id === null ? null : { action: 'view-request', subject: id });
}
