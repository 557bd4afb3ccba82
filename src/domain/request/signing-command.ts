import type { SigningOutcome, SigningSettlement, SigningWay } from './signing-event';

/** What is asked about the signatures of a letter. */
export type SigningCommand =
  | {
      /** Recorded before a request leaves, a file is exported or a paper printed. */
      readonly command: 'begin-signing';
      readonly signingId: string;
      readonly letterId: string;
      /** Who signs: actor key of the letter's signature, and the name. */
      readonly actor: string;
      readonly name: string;
      readonly way: SigningWay;
      /** Of the bytes to be signed, which have to be the letter's latest version. */
      readonly sha256: string;
    }
  | {
      readonly command: 'end-signing';
      readonly signingId: string;
      readonly outcome: SigningOutcome;
    }
  /** A person settles what nobody knows; the program never does. */
  | {
      readonly command: 'reconcile-signing';
      readonly signingId: string;
      readonly how: SigningSettlement;
    };

/** Why a signing was refused: nothing was recorded, and nothing may leave. */
export type SigningRefusal =
  | { readonly code: 'letter-not-final' }
  /** A refusal asked for a new letter: this one counts no more. */
  | { readonly code: 'letter-superseded' }
  | { readonly code: 'signing-exists' }
  /** One of this letter is unknown, or exported and not back: that comes first. */
  | { readonly code: 'signing-open' }
  | { readonly code: 'signing-unknown' }
  /** It has its end, or was settled. */
  | { readonly code: 'signing-over' }
  /** Nobody doubts what became of it: there is nothing to settle. */
  | { readonly code: 'signing-not-in-doubt' }
  /** An end that this way of signing cannot have. */
  | { readonly code: 'signing-end-unfitting' }
  /** The letter has another latest version than the one that was looked at. */
  | { readonly code: 'version-changed' }
  /** It is no version of its own: the same bytes as one before. */
  | { readonly code: 'version-same' }
  /** An earlier signature would not hold any more. */
  | { readonly code: 'signature-lost' }
  | { readonly code: 'signer-unknown' }
  | { readonly code: 'signer-nobody' }
  | { readonly code: 'signer-signed' }
  /** Somebody who signs after him has signed. */
  | { readonly code: 'signer-too-late' }
  | { readonly code: 'esc-not-set-up' }
  /** The office has not allowed certificates of this computer. */
  | { readonly code: 'local-certificates-off' }
  | { readonly code: 'attachment-unknown' }
  | { readonly code: 'reason-missing' };
