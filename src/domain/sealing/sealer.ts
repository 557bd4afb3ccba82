import type { Sealed } from '../../contract/sealed';

/**
 * Where a sealed value belongs. Bound into the seal, so that a value moved to another
 * table or id does not open (invariant 4 of the architecture).
 */
export interface SealPlace {
  readonly table: string;
  readonly id: string;
}

/** Whose data it is: a request's id, or one of the office's own subjects. Each has its own key. */
export interface SealTarget extends SealPlace {
  readonly subject: string;
}

/** Subject of what is being typed; a draft goes as a whole when it is recorded or discarded. */
export const DRAFTS_SUBJECT = 'drafts';

/**
 * The one pair through which personal data passes on its way to rest and back, and the
 * one way a search word becomes an index token.
 */
export interface Sealer {
  /** Seals a JSON value for its place under its subject's key. */
  seal(value: unknown, target: SealTarget): Promise<Sealed>;
  /**
   * Opens what `seal` made for the same place. Rejects with `SubjectErased` when the
   * subject's key was destroyed, with another error for an unknown scheme or a damaged seal.
   */
  open(sealed: Sealed, place: SealPlace): Promise<unknown>;
  /** The index token of a normalised word: equal words give equal tokens. */
  token(word: string): Promise<string>;
  /** Lets go of keys kept in memory: what is asked for next is asked of the vault again. */
  forget(subjects: readonly string[]): void;
}

/** The key of a subject was destroyed on purpose: nothing of it can be read any more. */
export class SubjectErased extends Error {
  override readonly name = 'SubjectErased';
  constructor(readonly subject: string) {
    super(`The data of ${subject} was destroyed`);
  }
}

const PLAIN = 'plain';

/** The identity, for tests and benches of the store alone: JSON text as it is. */
export const plainSealer: Sealer = {
  seal: (value) => Promise.resolve({ scheme: PLAIN, data: JSON.stringify(value) }),
  open: (sealed) =>
    sealed.scheme === PLAIN
      ? Promise.resolve(JSON.parse(sealed.data) as unknown)
      : Promise.reject(new Error(`No key opens the scheme ${sealed.scheme}`)),
  token: (word) => Promise.resolve(word),
  forget: () => undefined,
};
