import type { Sealed } from '../../contract/sealed';

/**
 * Where a sealed value belongs. Bound into the seal, so that a value moved to another
 * table or id does not open (invariant 4 of the architecture).
 */
export interface SealPlace {
  readonly table: string;
  readonly id: string;
}

/**
 * The one pair through which personal data passes on its way to rest and back, and the
 * one way a search word becomes an index token.
 */
export interface Sealer {
  /** Seals a JSON value for its place. */
  seal(value: unknown, place: SealPlace): Promise<Sealed>;
  /** Opens what `seal` made for the same place. Rejects for an unknown scheme. */
  open(sealed: Sealed, place: SealPlace): Promise<unknown>;
  /** The index token of a normalised word: equal words give equal tokens. */
  token(word: string): Promise<string>;
}

const PLAIN = 'plain';

/** The identity: JSON text as it is. The vault replaces it; every caller stays the same. */
export const plainSealer: Sealer = {
  seal: (value) => Promise.resolve({ scheme: PLAIN, data: JSON.stringify(value) }),
  open: (sealed) =>
    sealed.scheme === PLAIN
      ? Promise.resolve(JSON.parse(sealed.data) as unknown)
      : Promise.reject(new Error(`No key opens the scheme ${sealed.scheme}`)),
  token: (word) => Promise.resolve(word),
};
