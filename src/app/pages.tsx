import { useState } from 'react';
import { createHashRouter } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { SearchQueryProvider } from '../ui/frame/search-query';
import { DroppedDocumentProvider } from '../features/signature-check/dropped-document';
import { routes } from './routes';

/** Every page behind sign-in, by its address. */
export function Pages() {
  const [router] = useState(() => createHashRouter([...routes]));
  return (
    <SearchQueryProvider>
      <DroppedDocumentProvider>
        <RouterProvider router={router} />
      </DroppedDocumentProvider>
    </SearchQueryProvider>
  );
}
