import { useEffect, useState } from 'react';
import { createScanWorkshop } from '../../documents/scan-client';
import type { BoundDocument, PageToBind } from '../../documents/scan-protocol';
import type { ScanPage } from '../../domain/scanning/scan-page';
import type { ReadPageBytes } from './use-page-bytes';

/** The document of the pages as they are now. */
export type Binding =
  | { readonly state: 'none' }
  | { readonly state: 'binding'; readonly share: number }
  | { readonly state: 'bound'; readonly document: BoundDocument }
  | { readonly state: 'failed'; readonly detail: string };

/** The pages are let settle for so long before they are bound, in milliseconds. */
const SETTLING = 700;

/**
 * Binds the pages again after each change, in a worker of its own that a newer change ends. What
 * it weighs is known before anybody saves it.
 */
export function useBoundDocument(
  pages: readonly ScanPage[],
  read: ReadPageBytes,
  limit: number,
  title: string,
): Binding {
  const [made, setMade] = useState<{
    readonly of: readonly ScanPage[];
    readonly binding: Binding;
  }>();
  useEffect(() => {
    if (pages.length === 0) return undefined;
    const workshop = createScanWorkshop();
    const tell = (binding: Binding) => {
      setMade({ of: pages, binding });
    };
    let isWanted = true;
    const timer = setTimeout(() => {
      void collect(pages, read)
        .then((collected) => {
          if (collected === null) return { ok: false, error: { detail: 'page-unread' } } as const;
          if (!isWanted) return null;
          return workshop.bind(collected, limit, title, (share) => {
            if (isWanted) tell({ state: 'binding', share });
          });
        })
        .then((bound) => {
          if (!isWanted || bound === null) return;
          if (bound.ok) tell({ state: 'bound', document: bound.value });
          else tell({ state: 'failed', detail: bound.error.detail });
        });
    }, SETTLING);
    return () => {
      isWanted = false;
      clearTimeout(timer);
      workshop.dispose();
    };
  }, [pages, read, limit, title]);
  if (pages.length === 0) return { state: 'none' };
  return made?.of === pages ? made.binding : { state: 'binding', share: 0 };
}

/** The same file gives the same bytes, so that a PDF is opened once for all its pages. */
async function collect(
  pages: readonly ScanPage[],
  read: ReadPageBytes,
): Promise<readonly PageToBind[] | null> {
  const collected: PageToBind[] = [];
  for (const page of pages) {
    const bytes = await read(page);
    if (bytes === null) return null;
    const { pdfPage, dpi, edit } = page;
    collected.push({ bytes, pdfPage, dpi, edit });
  }
  return collected;
}
