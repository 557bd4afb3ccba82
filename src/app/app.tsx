import { lazy, Suspense, useEffect } from 'react';
import { ToastProvider } from '../ui/feedback/toast';
import { ShortcutProvider } from '../ui/keyboard/use-shortcuts';
import { LocaleProvider } from '../ui/messages/use-messages';
import { CrashBoundary } from './crash-boundary';
import { LoketGate } from './loket-gate';
import type { Opening } from './opening';
import { Splash } from './splash';

const loadPages = () => import('./pages');
const Pages = lazy(async () => ({ default: (await loadPages()).Pages }));

/**
 * The application: language, keyboard, confirmations, and the pages once somebody has
 * signed in. The pages are fetched while the sign-in screen waits for a hand.
 */
export function App({ opening }: { readonly opening: Opening }) {
  useEffect(() => {
    const idle = requestIdleCallback(() => void loadPages());
    return () => {
      cancelIdleCallback(idle);
    };
  }, []);
  return (
    <LocaleProvider locale="id">
      <CrashBoundary>
        <ShortcutProvider>
          <ToastProvider>
            <LoketGate opening={opening}>
              <Suspense fallback={<Splash />}>
                <Pages />
              </Suspense>
            </LoketGate>
          </ToastProvider>
        </ShortcutProvider>
      </CrashBoundary>
    </LocaleProvider>
  );
}
