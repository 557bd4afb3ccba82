import type { LetterError } from '../domain/letters/letter-error';
import type { SignaturePlace } from './signature-places';

/** The bytes of a letter, or why there are none. */
export type LetterResult =
  | {
      readonly ok: true;
      readonly value: Uint8Array;
      /** Where the electronic signatures of a letter are to stand; other papers have none. */
      readonly signaturePlaces?: readonly SignaturePlace[];
    }
  | { readonly ok: false; readonly error: LetterError };

/**
 * Made here and not by `contract/result`, which brings zod along: the worker has no use for
 * it, and its probe for `eval` counts as a violation of the content security policy.
 */
export function madeLetter(
  bytes: Uint8Array,
  signaturePlaces: readonly SignaturePlace[] = [],
): LetterResult {
  return { ok: true, value: bytes, signaturePlaces };
}

export function refusedLetter(error: LetterError): LetterResult {
  return { ok: false, error };
}
