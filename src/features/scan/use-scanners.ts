import { useCallback, useEffect, useState } from 'react';
import type { Scanner, ScanProfile } from '../../contract/scanner';
import { useLoket } from '../shared/loket-context';
import {
  FIRST_PROFILE,
  fittingProfile,
  keepAddresses,
  keepProfile,
  readAddresses,
  readKeptProfile,
} from './kept-profile';

/** Which ways to scanners there are, and what answered. */
export interface ScannerChoice {
  readonly state: 'looking' | 'found' | 'failed';
  readonly scanners: readonly Scanner[];
  /** Kinds of scanners for which this computer lacks the program. */
  readonly absent: readonly Scanner['kind'][];
  readonly chosen: Scanner | null;
  readonly profile: ScanProfile;
  readonly choose: (id: string) => void;
  readonly setProfile: (profile: ScanProfile) => void;
  readonly lookAgain: () => void;
  /** Scanners of the network named by hand, and those of them that do not answer. */
  readonly addresses: readonly string[];
  readonly silent: readonly string[];
  /** Names the scanners of the network anew and looks for them. */
  readonly setAddresses: (addresses: readonly string[]) => void;
  /** Notes that the paper was scanned this way. */
  readonly keep: () => void;
}

interface Found {
  readonly scanners: readonly Scanner[];
  readonly absent: readonly Scanner['kind'][];
  readonly silent: readonly string[];
  readonly failed: boolean;
}

/** The scanners that answer now, with the one and the profile last used for this paper. */
export function useScanners(document: string): ScannerChoice {
  const { host } = useLoket();
  const [kept] = useState(() => readKeptProfile(document));
  const [found, setFound] = useState<Found | null>(null);
  const [round, setRound] = useState(0);
  const [wantedId, setWantedId] = useState(kept?.scanner ?? '');
  const [wanted, setWanted] = useState(kept?.profile ?? FIRST_PROFILE);
  const [addresses, setAddresses] = useState(readAddresses);
  useEffect(() => {
    let isWanted = true;
    void host.scanner.list({ addresses: [...addresses] }).then((listed) => {
      if (!isWanted) return;
      const { scanners, systems, silent } = listed.ok
        ? listed.value
        : { scanners: [], systems: [], silent: [] };
      const absent = systems.filter(({ state }) => state === 'absent').map(({ kind }) => kind);
      const quiet = silent.map(({ address }) => address);
      setFound({ scanners, absent, silent: quiet, failed: !listed.ok });
    });
    return () => {
      isWanted = false;
    };
  }, [host, round, addresses]);
  const scanners = found?.scanners ?? [];
  const chosen = scanners.find(({ id }) => id === wantedId) ?? scanners[0] ?? null;
  const profile = chosen === null ? wanted : fittingProfile(chosen, wanted);
  return {
    state: found === null ? 'looking' : found.failed ? 'failed' : 'found',
    scanners,
    absent: found?.absent ?? [],
    chosen,
    profile,
    choose: setWantedId,
    setProfile: setWanted,
    lookAgain: useCallback(() => {
      setFound(null);
      setRound((before) => before + 1);
    }, []),
    addresses,
    silent: found?.silent ?? [],
    setAddresses: (named) => {
      keepAddresses(named);
      setFound(null);
      setAddresses(named);
    },
    keep: () => {
      if (chosen !== null) keepProfile(document, { scanner: chosen.id, profile });
    },
  };
}
