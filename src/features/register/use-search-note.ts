import { useEffect, useRef } from 'react';
import { useTrail } from '../shared/use-trail';

/** A search counts once its hits were shown so long: what is still being typed is none yet. */
const LOOKED_AT = 1500;

/** What a search found so far. */
export interface Hits {
  readonly text: string;
  readonly count: number;
  /** There are more than were read. */
  readonly more: boolean;
}

/**
 * Notes a search whose hits were looked at, or that was left for one of them before; null
 * while nothing is searched or nothing was found yet.
 */
export function useSearchNote(hits: Hits | null): void {
  const { seen } = useTrail();
  const waiting = useRef<Hits | null>(null);
  const text = hits?.text ?? null;
  const count = hits?.count ?? 0;
  const more = hits?.more ?? false;
  useEffect(() => {
    if (text === null) return undefined;
    const note = () => {
      waiting.current = null;
      void seen({
        action: 'search',
        subject: null,
        details: { text, hits: count, ...(more && { more }) },
      });
    };
    waiting.current = { text, count, more };
    const timer = setTimeout(note, LOOKED_AT);
    return () => {
      clearTimeout(timer);
    };
  }, [seen, text, count, more]);
  useEffect(
    () => () => {
      const left = waiting.current;
      if (left === null) return;
      const details = { text: left.text, hits: left.count, ...(left.more && { more: true }) };
      void seen({ action: 'search', subject: null, details });
    },
    [seen],
  );
}
