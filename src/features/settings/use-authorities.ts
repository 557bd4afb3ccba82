import { useEffect, useState } from 'react';
import type { Authority, CertificateFacts, ImportOutcome } from '../../contract/pki';
import type { Result, ServiceError } from '../../contract/result';
import { useLoket } from '../shared/loket-context';
import { useTrail } from '../shared/use-trail';

export interface Authorities {
  /** Null while the list is read. */
  readonly list: readonly Authority[] | null;
  readonly failure: ServiceError | null;
  readonly trust: (
    facts: CertificateFacts,
    acceptDifferences: boolean,
  ) => Promise<Result<ImportOutcome>>;
  /** True when it is gone. */
  readonly remove: (fingerprint: string) => Promise<boolean>;
}

/** The authorities this office trusts; each that is added or taken away is noted in the trail. */
export function useAuthorities(): Authorities {
  const { host } = useLoket();
  const { seen } = useTrail();
  const [list, setList] = useState<readonly Authority[] | null>(null);
  const [failure, setFailure] = useState<ServiceError | null>(null);
  const [round, setRound] = useState(0);

  useEffect(() => {
    let isWanted = true;
    void host.pki.authorities({}).then((read) => {
      if (!isWanted) return;
      if (read.ok) setList(read.value.authorities);
      setFailure(read.ok ? null : read.error);
    });
    return () => {
      isWanted = false;
    };
  }, [host, round]);

  return {
    list,
    failure,
    trust: async ({ der: bytes, fingerprint }, acceptDifferences) => {
      const result = await host.pki.importAuthority({ bytes, fingerprint, acceptDifferences });
      if (result.ok && result.value.outcome === 'imported') {
        void seen({ action: 'authority-imported', subject: null, details: { fingerprint } });
        setRound((before) => before + 1);
      }
      return result;
    },
    remove: async (fingerprint) => {
      const result = await host.pki.removeAuthority({ fingerprint });
      setFailure(result.ok ? null : result.error);
      if (!result.ok) return false;
      void seen({ action: 'authority-removed', subject: null, details: { fingerprint } });
      setRound((before) => before + 1);
      return true;
    },
  };
}
