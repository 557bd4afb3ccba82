import { useEffect, useState, useSyncExternalStore } from 'react';
import type { JobStore } from '../store/store';
import type { SyncEngine } from './engine';
import type { LineState } from './line-state';

/** The line as it is now; renders again when it changes. */
export function useLine(engine: Pick<SyncEngine, 'line' | 'subscribe'>): LineState {
  return useSyncExternalStore(engine.subscribe, engine.line);
}

/** Grows whenever the engine changed a job: a reason to read the outbox again. */
export function useOutboxActivity(engine: Pick<SyncEngine, 'activity' | 'subscribe'>): number {
  return useSyncExternalStore(engine.subscribe, engine.activity);
}

export type OutboxCounts = Awaited<ReturnType<JobStore['counts']>>;

/**
 * How many jobs wait and how many need a person; read again after every change the engine
 * made and whenever `version` changes (a command of a person). Null until first read; the
 * last known numbers stay while IndexedDB does not answer.
 */
export function useOutboxCounts(
  engine: Pick<SyncEngine, 'activity' | 'subscribe'>,
  jobs: Pick<JobStore, 'counts'>,
  version: unknown = null,
): OutboxCounts | null {
  const activity = useOutboxActivity(engine);
  const [counts, setCounts] = useState<OutboxCounts | null>(null);
  useEffect(() => {
    let current = true;
    jobs.counts().then(
      (read) => {
        if (current) setCounts(read);
      },
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [jobs, activity, version]);
  return counts;
}
