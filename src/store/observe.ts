import { liveQuery } from 'dexie';
import type { Store } from './store';

/**
 * Calls back with a store query's value, now and whenever what it read has changed, in this
 * window or another; answers how to stop. A query that fails ends the observation silently:
 * the database was closed.
 */
export function observe<Value>(
  query: () => Promise<Value>,
  callback: (value: Value) => void,
): () => void {
  const subscription = liveQuery(query).subscribe({ next: callback, error: () => undefined });
  return () => {
    subscription.unsubscribe();
  };
}

/** What the outbox engine looks at before it takes up jobs. */
export interface OutboxView {
  readonly waiting: number;
  readonly needsAction: number;
  /** Milliseconds since 1970; null when no runnable job waits. */
  readonly nextDueAt: number | null;
}

/** Calls back when jobs were queued, released, held or came to an end. */
export function observeJobs(
  store: Pick<Store, 'jobs'>,
  callback: (view: OutboxView) => void,
): () => void {
  return observe(async () => {
    const [counts, nextDueAt] = await Promise.all([store.jobs.counts(), store.jobs.nextDueAt()]);
    return { ...counts, nextDueAt };
  }, callback);
}
