import { useCallback, useEffect, useRef, useState } from 'react';
import type { ServiceError } from '../../contract/result';
import type { ScanEvent, ScanProfile, ScanRefusal } from '../../contract/scanner';
import { useLoket } from '../shared/loket-context';

/** How a scan stands. */
export type Scanning =
  | { readonly state: 'idle' }
  | { readonly state: 'reading'; readonly page: number; readonly share: number | null }
  | { readonly state: 'stopping'; readonly page: number }
  /** It ended before its paper did, or was cancelled; `pages` are kept. */
  | { readonly state: 'ended'; readonly pages: number; readonly why: ScanRefusal | 'cancelled' }
  | { readonly state: 'broken'; readonly error: ServiceError };

export interface RunningScan {
  readonly scanning: Scanning;
  readonly start: (scanner: string, profile: ScanProfile) => Promise<void>;
  readonly cancel: () => void;
}

type ScannedPage = Extract<ScanEvent, { state: 'page' }>;

/** Runs one scan; each page is handed to `onPage`, and the next is fetched once it is taken. */
export function useScanning(onPage: (page: ScannedPage) => Promise<void>): RunningScan {
  const { host } = useLoket();
  const [scanning, setScanning] = useState<Scanning>({ state: 'idle' });
  const running = useRef<string | null>(null);
  const cancel = useCallback((): void => {
    const scan = running.current;
    if (scan !== null) void host.scanner.cancel({ scan });
  }, [host]);
  // A scan ends with the page that asked for it.
  useEffect(() => cancel, [cancel]);
  const follow = async (scan: string): Promise<void> => {
    for (;;) {
      const next = await host.scanner.next({ scan });
      if (!next.ok) {
        setScanning({ state: 'broken', error: next.error });
        return;
      }
      const { event } = next.value;
      if (event === null) continue;
      if (event.state === 'ended') {
        setScanning(endOf(event));
        return;
      }
      if (event.state === 'page') await onPage(event);
      else {
        const { page, share } = event;
        setScanning((now) => (now.state === 'stopping' ? now : { state: 'reading', page, share }));
      }
    }
  };
  return {
    scanning,
    start: async (scanner, profile) => {
      if (running.current !== null) return;
      setScanning({ state: 'reading', page: 1, share: null });
      const started = await host.scanner.start({ scanner, profile });
      if (!started.ok) setScanning({ state: 'broken', error: started.error });
      else if (started.value.outcome === 'refused') {
        setScanning({ state: 'ended', pages: 0, why: started.value.refusal });
      } else {
        running.current = started.value.scan;
        await follow(started.value.scan);
        running.current = null;
      }
    },
    cancel: () => {
      setScanning((now) => (now.state === 'reading' ? { state: 'stopping', page: now.page } : now));
      cancel();
    },
  };
}

function endOf({ refusal, cancelled, pages }: Extract<ScanEvent, { state: 'ended' }>): Scanning {
  if (refusal === null && !cancelled) return { state: 'idle' };
  return { state: 'ended', pages, why: refusal ?? 'cancelled' };
}
