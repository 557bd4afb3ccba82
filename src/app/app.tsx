import { useState } from 'react';
import { createHashRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { ToastProvider } from '../ui/feedback/toast';
import { SearchQueryProvider } from '../ui/frame/search-query';
import { ShortcutProvider } from '../ui/keyboard/use-shortcuts';
import { LocaleProvider } from '../ui/messages/use-messages';
import { CrashBoundary } from './crash-boundary';
import { LoketGate } from './loket-gate';
import type { Opening } from './opening';
import { routes } from './routes';

/** The application: language, keyboard, confirmations, search and the pages. */
export function App({ opening }: { readonly opening: Opening }) {
  const [router] = useState(() => createHashRouter([...routes]));
  return (
    <LocaleProvider locale="id">
      <CrashBoundary>
        <ShortcutProvider>
          <ToastProvider>
            <SearchQueryProvider>
              <LoketGate opening={opening}>
                <RouterProvider router={router} />
              </LoketGate>
            </SearchQueryProvider>
          </ToastProvider>
        </ShortcutProvider>
      </CrashBoundary>
    </LocaleProvider>
  );
}
