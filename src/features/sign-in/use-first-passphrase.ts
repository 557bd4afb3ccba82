import { useEffect, useState } from 'react';
import { createKeptSecret } from './kept-secret';
import type { OpenedBy } from './passphrase-form';

/** So long a first passphrase waits for its replacement, in milliseconds; then it is typed again. */
const KEPT_FOR = 5 * 60_000;

/** Between the proof of a passphrase an administrator gave and its replacement by an own one. */
export interface FirstPassphrase {
  /** Who proved it; null while nobody has to replace one. */
  readonly opened: OpenedBy | null;
  /** The passphrase; null once it is kept no longer. */
  readonly current: () => string | null;
  readonly keep: (opened: OpenedBy, passphrase: string) => void;
  /** Replaced, or given up: it is kept no longer. */
  readonly drop: () => void;
}

/**
 * Holds a first passphrase outside what React remembers of earlier states, and no longer than
 * until it was replaced, the page is left, or five minutes have passed.
 */
export function useFirstPassphrase(): FirstPassphrase {
  const [opened, setOpened] = useState<OpenedBy | null>(null);
  const [kept] = useState(() =>
    createKeptSecret(KEPT_FOR, () => {
      setOpened(null);
    }),
  );
  useEffect(() => kept.drop, [kept]);
  return {
    opened,
    current: kept.get,
    keep: (by, passphrase) => {
      kept.put(passphrase);
      setOpened(by);
    },
    drop: kept.drop,
  };
}
