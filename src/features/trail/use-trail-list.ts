import { useCallback, useEffect, useRef, useState } from 'react';
import { succeed, type Result } from '../../contract/result';
import { guarded } from '../../store/guarded';
import type { Store } from '../../store/store';
import type { TrailFilter, TrailRow } from '../../store/trail-store';
import { useLoket } from '../shared/loket-context';
import { useTrail } from '../shared/use-trail';
import { gatherTrail } from './gather';

const PAGE = 50;

export interface TrailList {
  /** Undefined until the first page was read. */
  readonly rows: readonly TrailRow[] | undefined;
  readonly looking: boolean;
  readonly failed: boolean;
  /** Null at the beginning of the trail. */
  readonly more: (() => void) | null;
}

interface Read {
  readonly rows: readonly TrailRow[];
  readonly next: string | null;
}

/** The trail page by page. Mounted anew for each filter. */
export function useTrailList(filter: TrailFilter): TrailList {
  const { store } = useLoket();
  const { seen } = useTrail();
  const [read, setRead] = useState<Read>();
  const [looking, setLooking] = useState(true);
  const [failed, setFailed] = useState(false);
  const [kept] = useState(filter);
  const cancel = useRef(new AbortController());

  const show = useCallback((before: Read | undefined, done: Result<Read>) => {
    setLooking(false);
    setFailed(!done.ok);
    if (!done.ok) return;
    setRead({ rows: [...(before?.rows ?? []), ...done.value.rows], next: done.value.next });
  }, []);

  useEffect(() => {
    const current = new AbortController();
    const { signal } = current;
    cancel.current = current;
    // Behind this note in the queue are the looks that led here: the list shows them all.
    void seen({ action: 'view-trail', subject: null })
      .then(() => readOn(store, kept, null, signal))
      .then((done) => {
        if (!signal.aborted) show(undefined, done);
      });
    return () => {
      current.abort();
    };
  }, [store, kept, show, seen]);

  const more = () => {
    const { signal } = cancel.current;
    setLooking(true);
    void readOn(store, kept, read?.next ?? null, signal).then((done) => {
      if (!signal.aborted) show(read, done);
    });
  };
  const hasMore = read !== undefined && read.next !== null;
  return { rows: read?.rows, looking, failed, more: hasMore ? more : null };
}

function readOn(
  store: Store,
  filter: TrailFilter,
  from: string | null,
  signal: AbortSignal,
): Promise<Result<Read>> {
  return guarded(async () =>
    succeed(await gatherTrail(store, filter, { from, atLeast: PAGE, signal })),
  );
}
