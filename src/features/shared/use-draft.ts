import { useEffect, useState } from 'react';
import type { Author } from '../../domain/event';
import type { Draft } from '../../store/store';
import { DraftSaver, type DraftState } from './draft-saver';
import { useLoket } from './loket-context';

type DraftPlace = Pick<Draft, 'id' | 'form' | 'requestId'>;

export interface KeptDraft<Values> {
  readonly state: DraftState;
  readonly saver: DraftSaver<Values>;
}

/**
 * The draft behind a form, written `delay` milliseconds after a change (half a second where it is
 * left out). What waits is written at once when the page is left or hidden,
 * so that leaving asks nothing and loses nothing.
 */
export function useDraft<Values>(
  place: DraftPlace,
  owner: Author,
  keptAt: string | null,
  delay?: number,
): KeptDraft<Values> {
  const { store } = useLoket();
  const [state, setState] = useState<DraftState>(
    keptAt === null ? { kind: 'untouched' } : { kind: 'kept', at: keptAt },
  );
  const [saver] = useState(
    () =>
      new DraftSaver<Values>({
        save: (values) => store.drafts.save({ ...place, owner: owner.id, values }),
        onState: setState,
        ...(delay !== undefined && { delay }),
        timers: {
          setTimeout: (run, milliseconds) => window.setTimeout(run, milliseconds),
          clearTimeout: (handle) => window.clearTimeout(handle),
        },
      }),
  );
  useEffect(() => {
    const flush = () => void saver.flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      flush();
    };
  }, [saver]);
  return { state, saver };
}
