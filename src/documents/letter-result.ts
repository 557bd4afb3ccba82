import type { Result } from '../contract/result';
import type { LetterError } from '../domain/letters/letter-error';

/** The bytes of a letter, or why there are none. */
export type LetterResult = Result<Uint8Array, LetterError>;

/**
 * Made here and not by `contract/result`, which brings zod along: the worker has no use for
 * it, and its probe for `eval` counts as a violation of the content security policy.
 */
export function madeLetter(bytes: Uint8Array): LetterResult {
  return { ok: true, value: bytes };
}

export function refusedLetter(error: LetterError): LetterResult {
  return { ok: false, error };
}
