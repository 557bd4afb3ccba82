import { useCallback, useEffect, useRef, useState, type ReactNode } from 'react';
import { createHost } from '../host/host';
import { claimActiveWindow, type ActiveWindow } from '../store/active-window';
import { Button } from '../ui/controls/button';
import { EmptyState } from '../ui/feedback/empty-state';
import { useMessages } from '../ui/messages/use-messages';
import { CrashScreen } from './crash-boundary';
import styles from './crash-boundary.module.css';
import { LoketProvider } from './loket-provider';
import { openLoket, type OpenLoket } from './open-loket';

type Gate =
  | { readonly state: 'opening' }
  | { readonly state: 'open'; readonly loket: OpenLoket }
  | { readonly state: 'elsewhere' }
  | { readonly state: 'failed'; readonly error: unknown };

/**
 * Stands before the application until its records are open and this window has them. The
 * splash of index.html shows meanwhile; a failure or another window's claim is said plainly.
 */
export function LoketGate({ children }: { readonly children: ReactNode }) {
  const [gate, setGate] = useState<Gate>({ state: 'opening' });
  const claim = useRef<ActiveWindow | null>(null);

  const open = useCallback(async (active: ActiveWindow) => {
    try {
      const loket = await openLoket(createHost(), active.isActive);
      setGate({ state: 'open', loket });
    } catch (error) {
      setGate({ state: 'failed', error });
    }
  }, []);

  useEffect(() => {
    let current = true;
    const onLost = () => {
      setGate({ state: 'elsewhere' });
    };
    const claimed = claimActiveWindow({ onLost }).then((active) => {
      if (!current) {
        active.release();
        return;
      }
      claim.current = active;
      if (active.isActive()) return open(active);
      setGate({ state: 'elsewhere' });
      return undefined;
    });
    claimed.catch((error: unknown) => {
      setGate({ state: 'failed', error });
    });
    return () => {
      current = false;
      claim.current?.release();
    };
  }, [open]);

  switch (gate.state) {
    case 'opening':
      return <Splash />;
    case 'failed':
      return <CrashScreen error={gate.error} />;
    case 'elsewhere':
      // A fresh start reads what the other window wrote meanwhile.
      return (
        <ElsewhereScreen
          onUseHere={() =>
            void claim.current?.takeOver().then(() => claim.current && open(claim.current))
          }
        />
      );
    case 'open':
      return <LoketProvider loket={gate.loket}>{children}</LoketProvider>;
  }
}

/** The same empty frame as in index.html, so that nothing jumps when React takes over. */
export function Splash() {
  return (
    <div className="splash" aria-hidden="true">
      <div className="splash-rail">
        <strong>Loket SE</strong>
      </div>
      <div className="splash-top" />
    </div>
  );
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
