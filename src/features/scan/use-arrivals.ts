import { useEffect, useEffectEvent, useState } from 'react';
import type { ArrivedFile } from '../../contract/arrivals';
import { useLoket } from '../shared/loket-context';
import { startRounds } from '../shared/start-rounds';

/** What the watched folder holds. */
export type Arrivals =
  | { readonly at: 'no-folder' }
  | { readonly at: 'folder-away'; readonly folder: string }
  | {
      readonly at: 'watching';
      readonly folder: string;
      readonly settling: number;
      /** Papers that lay there, by their names, when the page was opened. */
      readonly earlier: readonly ArrivedFile[];
      readonly tooLarge: readonly string[];
    };

/** Milliseconds between two looks. */
const EVERY = 1_500;

/**
 * Looks into the watched folder while pages are being put together. What arrives from now on is
 * handed on by itself, once; what lay there before waits for a hand. Null until the first look.
 * `round` begins anew, after another folder was chosen.
 */
export function useArrivals(
  round: number,
  onArrived: (file: ArrivedFile) => Promise<void>,
): Arrivals | null {
  const { host } = useLoket();
  const [arrivals, setArrivals] = useState<Arrivals | null>(null);
  const hand = useEffectEvent(onArrived);
  useEffect(() => {
    let earlier: ReadonlySet<string> | null = null;
    const handed = new Set<string>();
    return startRounds(EVERY, async (isWanted) => {
      const answer = await host.arrivals.look({});
      if (!isWanted() || !answer.ok) return;
      const found = answer.value;
      if (found.outcome !== 'looked') {
        setArrivals(
          found.outcome === 'no-folder'
            ? { at: 'no-folder' }
            : { at: 'folder-away', folder: found.folder },
        );
        return;
      }
      const { folder, settling, tooLarge, files } = found;
      earlier ??= new Set([...files.map(({ name }) => name), ...settling]);
      const before = earlier;
      const papers = files.filter(({ finding }) => finding === 'paper');
      for (const paper of papers) {
        if (before.has(paper.name) || handed.has(paper.sha256)) continue;
        handed.add(paper.sha256);
        await hand(paper);
      }
      const waiting = papers.filter(({ name }) => before.has(name));
      setArrivals({
        at: 'watching',
        folder,
        settling: settling.length,
        earlier: waiting,
        tooLarge,
      });
    });
  }, [host, round]);
  return arrivals;
}
