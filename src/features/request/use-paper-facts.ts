import { useEffect, useState } from 'react';
import type { Inspection } from '../../documents/inspection-protocol';
import { inspectPaper } from '../shared/inspect-paper';

/** What was found in these bytes; null while they are looked through. */
export function usePaperFacts(bytes: Uint8Array | null): Inspection | null {
  const [found, setFound] = useState<{ readonly of: Uint8Array; readonly result: Inspection }>();
  useEffect(() => {
    if (bytes === null) return undefined;
    let left = false;
    void inspectPaper(bytes).then((result) => {
      if (!left) setFound({ of: bytes, result });
    });
    return () => {
      left = true;
    };
  }, [bytes]);
  return bytes !== null && found?.of === bytes ? found.result : null;
}
