/** One window works on the records at a time; the name is as fixed as the database's. */
const LOCK_NAME = 'loket-se';

export interface ActiveWindow {
  /** Whether this window may record; hand it to `openStore`. */
  readonly isActive: () => boolean;
  /** Takes the records over from the window that has them ("Gunakan di sini"). */
  readonly takeOver: () => Promise<void>;
  /** Lets another window have them. */
  readonly release: () => void;
}

interface ClaimOptions {
  /** Another window took over: nothing can be recorded here until `takeOver`. */
  readonly onLost: () => void;
  /** The browser's lock manager; tests hand one in. */
  readonly locks?: Pick<LockManager, 'request'>;
}

/**
 * Claims the records for this window, without waiting: `isActive` is false when another
 * window has them. Resolves once that is known.
 */
export async function claimActiveWindow(options: ClaimOptions): Promise<ActiveWindow> {
  const locks = options.locks ?? navigator.locks;
  let holding: symbol | null = null;
  let letGo: () => void = () => undefined;

  function hold(request: { readonly steal: true } | { readonly ifAvailable: true }): Promise<void> {
    const claim = Symbol(LOCK_NAME);
    return new Promise((answered, failed) => {
      const ended = locks.request(LOCK_NAME, request, async (lock) => {
        if (!lock) {
          answered();
          return;
        }
        holding = claim;
        answered();
        await new Promise<void>((resolve) => {
          letGo = resolve;
        });
      });
      // A stolen lock rejects its holder's request.
      ended.catch((error: unknown) => {
        if (holding !== claim) {
          failed(error instanceof Error ? error : new Error(String(error)));
          return;
        }
        holding = null;
        options.onLost();
      });
    });
  }

  await hold({ ifAvailable: true });
  return {
    isActive: () => holding !== null,
    takeOver: () => (holding === null ? hold({ steal: true }) : Promise.resolve()),
    release: () => {
      holding = null;
      letGo();
    },
  };
}
