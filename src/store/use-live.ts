import { useLiveQuery } from 'dexie-react-hooks';
import type { DependencyList } from 'react';

/**
 * The value of a store query, read again whenever what it read has changed, in this window
 * or another. Undefined until the first answer; `query` reads through the store alone.
 * A rejected query is thrown while rendering, for the nearest error boundary.
 */
export function useLive<Value>(
  query: () => Promise<Value>,
  dependencies: DependencyList,
): Value | undefined {
  return useLiveQuery(query, [...dependencies]);
}
