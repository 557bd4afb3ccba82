import type { ScanEvent, ScanProfile } from '../../../src/contract/scanner';
import type { ScanBackend, ScanEnd } from './scan-backend';

/** Milliseconds; tests shorten them. */
export interface ScanTimes {
  /** How long `next` waits for something to happen. */
  readonly wait: number;
  /** Nobody asked for so long: the page that began the scan is no more. */
  readonly abandoned: number;
}

/** A running scan and what of it was not fetched yet. */
export interface ScanSession {
  readonly scanner: string;
  readonly next: () => Promise<ScanEvent | null>;
  readonly cancel: () => void;
  /** Settles when the scanner is free again. */
  readonly ended: Promise<void>;
}

/**
 * Begins a scan. Pages wait in memory, in order, each handed out once; of the shares read only
 * the latest is kept, so that a slow page does not lag behind. After `ended` nothing comes.
 */
export function beginScan(
  backend: ScanBackend,
  scanner: string,
  profile: ScanProfile,
  times: ScanTimes,
): ScanSession {
  const abort = new AbortController();
  const waiting: ScanEvent[] = [];
  let pages = 0;
  let wake: (() => void) | null = null;
  const abandon = setTimeout(() => abort.abort(), times.abandoned);

  const tell = (event: ScanEvent): void => {
    if (event.state === 'reading' && waiting.at(-1)?.state === 'reading') waiting.pop();
    waiting.push(event);
    wake?.();
  };
  const end = ({ refusal, detail }: ScanEnd): void => {
    const cancelled = abort.signal.aborted;
    // Whatever a scanner says when it is stopped, it was stopped.
    tell({ state: 'ended', pages, refusal: cancelled ? null : refusal, cancelled, detail });
    clearTimeout(abandon);
  };

  const listener = {
    reading: (page: number, share: number | null) => tell({ state: 'reading', page, share }),
    page: ({ bytes, dpi }: { readonly bytes: Uint8Array<ArrayBuffer>; readonly dpi: number }) => {
      pages += 1;
      tell({ state: 'page', page: pages, bytes, dpi });
    },
  };
  const ended = backend
    .scan(scanner, profile, listener, abort.signal)
    .then(end, () => end({ refusal: 'failed', detail: 'page-unreadable' }));

  return {
    scanner,
    ended,
    cancel: () => abort.abort(),
    next: async () => {
      abandon.refresh();
      if (waiting.length === 0) {
        await new Promise<void>((resolve) => {
          const limit = setTimeout(resolve, times.wait);
          wake = () => {
            clearTimeout(limit);
            resolve();
          };
        });
        wake = null;
      }
      return waiting.shift() ?? null;
    },
  };
}
