import { createContext, useContext } from 'react';
import type { Host } from '../../contract';
import type { LetterRenderer } from '../../documents/letters-client';
import type { Author } from '../../domain/event';
import type { OfficeState } from '../../domain/office/office-state';
import type { Store } from '../../store/store';
import type { SyncEngine } from '../../sync/engine';

/** How somebody came to the desk, for the trail. */
export interface SignIn {
  /** Wrong passphrases for this name since the last right one. */
  readonly failedBefore: number;
  /** The printed recovery key stood in for a passphrase, and gave a new one. */
  readonly recovered: boolean;
}

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
  readonly signIn: (staff: Author, how?: Partial<SignIn>) => void;
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
