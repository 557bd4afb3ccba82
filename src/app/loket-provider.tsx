import { lazy, Suspense, useEffect, useMemo, useState, type ReactNode } from 'react';
import { v7 } from 'uuid';
import { OFFICE_DEFAULTS } from '../domain/office/office-state';
import { LoketContext, useLoket, type Loket } from '../features/shared/loket-context';
import type { Arrival } from '../features/sign-in/arrival';
import { recordSetup } from '../features/sign-in/record-setup';
import { RecoveryKeyPage } from '../features/sign-in/recovery-key-page';
import { SignInPage } from '../features/sign-in/sign-in-page';
import { TrailProvider } from '../features/trail/trail-provider';
import { useLive } from '../store/use-live';
import type { OpenLoket } from './open-loket';
import { RunningFrameFacts } from './running-frame-facts';
import { Splash } from './splash';
import { usePermittedHost } from './use-permitted-host';
import { useDesk } from './use-desk';
import { useIdleLock } from './use-idle-lock';
import { useStrayWaysIn } from './use-stray-ways-in';
import { useVaultMembers } from './use-vault-members';

/** Needed once in the life of an office: fetched only then. */
const OfficeSetup = lazy(async () => ({
  default: (await import('../features/sign-in/office-setup')).OfficeSetup,
}));

/** What the engine looks up again on: the network came back, the window was looked at. */
const WAKING_EVENTS = ['online', 'focus', 'visibilitychange'] as const;

interface LoketProviderProps {
  readonly loket: OpenLoket;
  /** Who opened the records just now; null after a reload, when they were open already. */
  readonly arrival: Arrival | null;
  /** Somebody is at the desk: the arrival is over. */
  readonly onSettled: () => void;
  readonly children: ReactNode;
}

/**
 * Hands the open Loket to the screens. Until somebody has signed in, the sign-in page (or
 * the rest of a first set-up) stands in their place; the queue works all the same.
 */
export function LoketProvider({ loket, arrival, onSettled, children }: LoketProviderProps) {
  const { store, host, engine, letters } = loket;
  const office = useLive(() => store.office(), [store]);
  const { staff, signIn, signOut, lock } = useDesk(store, office);
  const isSettled = staff !== null;
  useEffect(() => {
    if (isSettled) onSettled();
  }, [isSettled, onSettled]);
  useStrayWaysIn(host.vault, office);
  const permitted = usePermittedHost(host, office, staff);
  useEngine(loket);
  const value = useMemo<Loket | null>(
    () =>
      office === undefined
        ? null
        : {
            store,
            host: permitted,
            engine,
            letters,
            office,
            staff,
            signIn,
            signOut,
            now: () => new Date().toISOString(),
            newId: () => v7(),
          },
    [store, permitted, engine, letters, office, staff, signIn, signOut],
  );
  if (value === null) return null;
  return (
    <LoketContext value={value}>
      {value.staff !== null && value.office.profile !== null ? (
        <LockWhenIdle lock={lock}>
          <RunningFrameFacts>
            <TrailProvider>{children}</TrailProvider>
          </RunningFrameFacts>
        </LockWhenIdle>
      ) : arrival !== null ? (
        <Arriving arrival={arrival} />
      ) : (
        <Returning />
      )}
    </LoketContext>
  );
}

/** The screen locks after a while without a hand; what is typed waits in its draft. */
function LockWhenIdle(props: { readonly lock: () => void; readonly children: ReactNode }) {
  const { office } = useLoket();
  useIdleLock(office.profile?.lockAfterMinutes ?? OFFICE_DEFAULTS.lockAfterMinutes, props.lock);
  return props.children;
}

/** From the door to the desk: the rest of a set-up, the recovery key, then work. */
function Arriving({ arrival }: { readonly arrival: Arrival }) {
  const { store, host, office, signIn } = useLoket();
  const [groups, setGroups] = useState(arrival.recoveryGroups);
  const member = office.staff.find(({ id, active }) => id === arrival.memberId && active);
  const { failedBefore, recovered } = arrival;
  const isReady = member !== undefined && office.profile !== null && groups === null;
  useEffect(() => {
    if (isReady) signIn({ id: member.id, name: member.name }, { failedBefore, recovered });
  }, [isReady, member, signIn, failedBefore, recovered]);
  if (member === undefined || office.profile === null) {
    return (
      <Suspense fallback={<Splash />}>
        <OfficeSetup
          parts={{ office: office.profile === null, access: false }}
          sops={store.sops.installed()}
          initial={arrival.setup}
          onFinish={(values) => recordSetup(store, arrival.memberId, values)}
        />
      </Suspense>
    );
  }
  if (groups === null) return <Splash />;
  return (
    <RecoveryKeyPage
      vault={host.vault}
      groups={groups}
      onDone={() => {
        setGroups(null);
      }}
    />
  );
}

/** The records are open and nobody is at the desk: after a lock, a change of staff, a reload. */
function Returning() {
  const { host } = useLoket();
  const members = useVaultMembers(host.vault);
  return members === null ? <Splash /> : <SignInPage members={members} />;
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
