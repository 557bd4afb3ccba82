import { createHost } from '../host/host';
import { claimActiveWindow, type ActiveWindow } from '../store/active-window';
import { openLoket, type OpenLoket } from './open-loket';

/** Where the opening of the records stands. */
export type OpeningState =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly loket: OpenLoket }
  /** Another window has the records. */
  | { readonly state: 'elsewhere' }
  | { readonly state: 'failed'; readonly error: unknown };

/** The opening of the records, begun before the first paint and watched by the screen. */
export interface Opening {
  /** The same object until something changes. */
  readonly state: () => OpeningState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Takes the records over from the other window and opens them here. */
  readonly useHere: () => void;
}

/**
 * Begins at once to claim the records for this window and to open them, while the page
 * still loads and paints.
 */
export function beginOpening(): Opening {
  const listeners = new Set<() => void>();
  let now: OpeningState = { state: 'opening' };
  let claim: ActiveWindow | null = null;

  function become(next: OpeningState): void {
    now = next;
    for (const listener of listeners) listener();
  }
  async function open(active: ActiveWindow): Promise<void> {
    // A fresh start reads what another window wrote meanwhile.
    const loket = await openLoket(createHost(), active.isActive);
    if (active.isActive()) become({ state: 'open', loket });
    else loket.store.close();
  }
  function attempt(work: () => Promise<void>): void {
    work().catch((error: unknown) => {
      become({ state: 'failed', error });
    });
  }

  attempt(async () => {
    claim = await claimActiveWindow({
      onLost: () => {
        become({ state: 'elsewhere' });
      },
    });
    if (claim.isActive()) await open(claim);
    else become({ state: 'elsewhere' });
  });
  return {
    state: () => now,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    useHere: () => {
      const held = claim;
      if (held === null) return;
      become({ state: 'opening' });
      attempt(async () => {
        await held.takeOver();
        await open(held);
      });
    },
  };
}
