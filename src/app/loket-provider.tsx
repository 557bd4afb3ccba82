import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react';
import { v7 } from 'uuid';
import type { Author } from '../domain/event';
import { LoketContext, type Loket } from '../features/shared/loket-context';
import { SignInPage } from '../features/sign-in/sign-in-page';
import { useLive } from '../store/use-live';
import type { OpenLoket } from './open-loket';
import { RunningFrameFacts } from './running-frame-facts';

/** What the engine looks up again on: the network came back, the window was looked at. */
const WAKING_EVENTS = ['online', 'focus', 'visibilitychange'] as const;

/**
 * Hands the open Loket to the screens. Until somebody has signed in, the sign-in page (or
 * the first set-up) stands in their place; the queue works all the same.
 */
export function LoketProvider(props: { readonly loket: OpenLoket; readonly children: ReactNode }) {
  const { store, host, engine, letters } = props.loket;
  const [staff, setStaff] = useState<Author | null>(null);
  const office = useLive(() => store.office(), [store]);
  const signOut = useCallback(() => {
    setStaff(null);
  }, []);
  useEngine(props.loket);
  const value = useMemo<Loket | null>(
    () =>
      office === undefined
        ? null
        : {
            store,
            host,
            engine,
            letters,
            office,
            staff,
            signIn: setStaff,
            signOut,
            now: () => new Date().toISOString(),
            newId: () => v7(),
          },
    [store, host, engine, letters, office, staff, signOut],
  );
  if (value === null) return null;
  const ready = value.office.profile !== null && value.staff !== null;
  return (
    <LoketContext value={value}>
      {ready ? <RunningFrameFacts>{props.children}</RunningFrameFacts> : <SignInPage />}
    </LoketContext>
  );
}

/** Starts the engine after the first paint and ends it with the page. */
function useEngine({ engine }: OpenLoket): void {
  useEffect(() => {
    engine.start();
    const wake = () => {
      if (document.visibilityState === 'visible') engine.wake();
    };
    for (const name of WAKING_EVENTS) window.addEventListener(name, wake);
    return () => {
      for (const name of WAKING_EVENTS) window.removeEventListener(name, wake);
      void engine.stop();
    };
  }, [engine]);
}
