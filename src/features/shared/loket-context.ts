import { createContext, useContext } from 'react';
import type { Host } from '../../contract';
import type { LetterRenderer } from '../../documents/letters-client';
import type { Author } from '../../domain/event';
import type { OfficeState } from '../../domain/office/office-state';
import type { Store } from '../../store/store';
import type { SyncEngine } from '../../sync/engine';

/** What every screen works with. Made once in `src/app`; handed in, never imported. */
export interface Loket {
  readonly store: Store;
  readonly host: Host;
  readonly engine: SyncEngine;
  readonly letters: LetterRenderer;
  /** Live: changes when a settings command was recorded. */
  readonly office: OfficeState;
  /** Who sits at the desk; null on the sign-in page. */
  readonly staff: Author | null;
  /** `failedBefore`: wrong passphrases for this name since the last right one. */
  readonly signIn: (staff: Author, failedBefore?: number) => void;
  readonly signOut: () => void;
  /** RFC 3339 UTC of now; screens have no clock of their own. */
  readonly now: () => string;
  /** A fresh UUIDv7. */
  readonly newId: () => string;
}

export const LoketContext = createContext<Loket | null>(null);

/** The running Loket. Throws outside its provider: a programming error. */
export function useLoket(): Loket {
  const loket = useContext(LoketContext);
  if (!loket) throw new Error('useLoket outside LoketContext');
  return loket;
}
