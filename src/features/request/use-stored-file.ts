import { useEffect, useState } from 'react';
import type { Result, ServiceError } from '../../contract/result';
import { useLoket } from '../shared/loket-context';

/** The bytes of a stored file. */
export type StoredBytes = Result<{ readonly bytes: Uint8Array }>;

/** Reads a stored file again whenever its address changes; null until it was read. */
export function useStoredFile(address: string | null): StoredBytes | null {
  const { host } = useLoket();
  const [read, setRead] = useState<{ readonly of: string; readonly result: StoredBytes }>();
  useEffect(() => {
    if (address === null) return undefined;
    let left = false;
    void host.files.get({ address }).then((result) => {
      if (!left) setRead({ of: address, result });
    });
    return () => {
      left = true;
    };
  }, [host, address]);
  return address !== null && read?.of === address ? read.result : null;
}

/** Whether the bytes are gone or changed, as opposed to the shell not answering. */
export function isLost(error: ServiceError): boolean {
  return error.kind === 'not-found' || error.kind === 'damaged';
}
