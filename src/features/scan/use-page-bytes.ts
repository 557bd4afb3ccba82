import { useCallback, useRef } from 'react';
import type { ScanPage } from '../../domain/scanning/scan-page';
import { useLoket } from '../shared/loket-context';

/** Gives a page's bytes; null where the stored file cannot be read. */
export type ReadPageBytes = (page: ScanPage) => Promise<Uint8Array<ArrayBuffer> | null>;

/** Bytes of pages as they were scanned, read from the store once each. */
export function usePageBytes(): ReadPageBytes {
  const { host } = useLoket();
  const kept = useRef(new Map<string, Promise<Uint8Array<ArrayBuffer> | null>>());
  return useCallback(
    ({ file }: ScanPage) => {
      const known = kept.current.get(file.address);
      if (known !== undefined) return known;
      const read = host.files
        .get({ address: file.address })
        .then((result) => (result.ok ? result.value.bytes : null));
      kept.current.set(file.address, read);
      return read;
    },
    [host],
  );
}
