import { liveQuery } from 'dexie';

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
