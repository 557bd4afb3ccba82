import type { Host } from '../contract';
import type { Arrival } from '../features/sign-in/arrival';
import type { VaultDescription } from '../features/sign-in/door-page';
import { recordSetup } from '../features/sign-in/record-setup';
import { createHost } from '../host/host';
import { claimActiveWindow, type ActiveWindow } from '../store/active-window';
import { forgetDatabase } from '../store/open-database';
import { openLoket, type OpenLoket } from './open-loket';

/** Where the opening of the records stands. */
export type OpeningState =
  | { readonly state: 'opening' }
  /** Somebody has to prove a passphrase, or make the office's keys, first. */
  | { readonly state: 'door'; readonly host: Host; readonly description: VaultDescription }
  /** `arrival` tells who opened them; null where the keys were open already. */
  | { readonly state: 'open'; readonly loket: OpenLoket; readonly arrival: Arrival | null }
  /** Another window has the records. */
  | { readonly state: 'elsewhere' }
  | { readonly state: 'failed'; readonly error: unknown };

/** The opening of the records, begun before the first paint and watched by the screen. */
export interface Opening {
  /** The same object until something changes. */
  readonly state: () => OpeningState;
  readonly subscribe: (listener: () => void) => () => void;
  /** Opens the records for somebody who opened the keys. */
  readonly enter: (arrival: Arrival) => void;
  /** Somebody is at the desk: how he came in, and a recovery key with it, is kept no longer. */
  readonly settled: () => void;
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
  async function show(active: ActiveWindow, coming: Promise<OpeningState>): Promise<void> {
    const next = await coming;
    if (active.isActive()) become(next);
    else if (next.state === 'open') next.loket.store.close();
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
    if (claim.isActive()) await show(claim, approach(claim));
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
    enter: (arrival) => {
      const held = claim;
      if (held === null || now.state !== 'door') return;
      const { host } = now;
      become({ state: 'opening' });
      attempt(() => show(held, open(held, host, arrival)));
    },
    settled: () => {
      if (now.state === 'open' && now.arrival !== null) become({ ...now, arrival: null });
    },
    useHere: () => {
      const held = claim;
      if (held === null) return;
      become({ state: 'opening' });
      attempt(async () => {
        await held.takeOver();
        await show(held, approach(held));
      });
    },
  };
}

/** To the records where the keys are open already, else to the door before them. */
async function approach(active: ActiveWindow): Promise<OpeningState> {
  const host = createHost();
  const answer = await host.vault.describe({});
  if (!answer.ok) throw new Error(answer.error.kind);
  const description = answer.value;
  return description.state === 'open'
    ? open(active, host, null)
    : { state: 'door', host, description };
}

/** Opens the records; a first set-up that could not be recorded comes back with its values. */
async function open(
  active: ActiveWindow,
  host: Host,
  arrival: Arrival | null,
): Promise<OpeningState> {
  if (arrival?.replacesPlainRecords === true) await forgetDatabase();
  // A fresh start reads what another window wrote meanwhile.
  const loket = await openLoket(host, active.isActive);
  const setup = arrival?.setup ?? null;
  if (arrival === null || setup === null) return { state: 'open', loket, arrival };
  const failure = await recordSetup(loket.store, arrival.memberId, setup);
  return { state: 'open', loket, arrival: { ...arrival, setup: failure && setup } };
}
