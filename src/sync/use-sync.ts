import { useSyncExternalStore } from 'react';
import type { SyncEngine } from './engine';
import type { LineState } from './line-state';

/** The line as it is now; renders again when it changes. */
export function useLine(engine: Pick<SyncEngine, 'line' | 'subscribe'>): LineState {
  return useSyncExternalStore(engine.subscribe, engine.line);
}
