import { lazy, Suspense, useEffect, useState, useSyncExternalStore, type ReactNode } from 'react';
import { assertNever } from '../domain/assert-never';
import { parseSops } from '../store/sop-library';
import { Button } from '../ui/controls/button';
import { EmptyState } from '../ui/feedback/empty-state';
import { useMessages } from '../ui/messages/use-messages';
import { CrashScreen } from './crash-boundary';
import styles from './crash-boundary.module.css';
import { LoketProvider } from './loket-provider';
import { installedSops } from './installed-sops';
import type { Opening } from './opening';
import { Splash } from './splash';

const DoorPage = lazy(async () => ({
  default: (await import('../features/sign-in/door-page')).DoorPage,
}));

const presets = parseSops(installedSops()).sops;

/** After so many milliseconds the empty frame says what it waits for. */
const LONG = 1500;

/**
 * Stands before the application until its records are open and this window has them. The
 * splash of index.html shows meanwhile; a failure or another window's claim is said plainly.
 */
export function LoketGate(props: { readonly opening: Opening; readonly children: ReactNode }) {
  const { opening, children } = props;
  const gate = useSyncExternalStore(opening.subscribe, opening.state);
  switch (gate.state) {
    case 'opening':
      return <OpeningScreen />;
    case 'failed':
      return <CrashScreen error={gate.error} />;
    case 'elsewhere':
      return <ElsewhereScreen onUseHere={opening.useHere} />;
    case 'door':
      return (
        <Suspense fallback={<Splash />}>
          <DoorPage
            host={gate.host}
            description={gate.description}
            sops={presets}
            onEnter={opening.enter}
          />
        </Suspense>
      );
    case 'open':
      return (
        <LoketProvider loket={gate.loket} arrival={gate.arrival} onSettled={opening.settled}>
          {children}
        </LoketProvider>
      );
    default:
      return assertNever(gate);
  }
}

/** A rebuild from the journal can take long; an opening as usual shows no words. */
function OpeningScreen() {
  const t = useMessages();
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => {
      setIsLong(true);
    }, LONG);
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return <Splash note={isLong ? t('frame.opening') : null} />;
}

function ElsewhereScreen({ onUseHere }: { readonly onUseHere: () => void }) {
  const t = useMessages();
  return (
    <div className={styles.crash}>
      <EmptyState
        text={t('frame.elsewhere')}
        action={
          <Button variant="primary" onClick={onUseHere}>
            {t('frame.elsewhere.useHere')}
          </Button>
        }
      />
    </div>
  );
}
