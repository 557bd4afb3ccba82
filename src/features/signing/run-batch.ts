import type { Result } from '../../contract/result';
import type { FinalLetter } from '../request/print-letters';
import { wipe, type SigningEnd, type SigningFailure } from './sign-letter';

/** How a run over several letters ended. */
export interface BatchEnd {
  readonly signed: readonly FinalLetter[];
  /** Not tried: the run goes on with these when the signer types the passphrase again. */
  readonly left: readonly FinalLetter[];
  /** The letter that ended the run otherwise than signed; null where none did. */
  readonly stoppedAt: {
    readonly letter: FinalLetter;
    readonly end: Result<SigningEnd, SigningFailure>;
  } | null;
}

/**
 * Signs letters one after the other, one request each, and stops at the first that does not come
 * back signed, an unknown one above all; or between two when told to. Each request gets a copy of
 * the secret, and the secret itself is overwritten however the run ends.
 */
export async function runBatch(
  letters: readonly FinalLetter[],
  secret: Uint8Array,
  act: {
    readonly signOne: (
      letter: FinalLetter,
      secret: Uint8Array,
    ) => Promise<Result<SigningEnd, SigningFailure>>;
    readonly isStopped: () => boolean;
    readonly onProgress: (done: number) => void;
  },
): Promise<BatchEnd> {
  const signed: FinalLetter[] = [];
  try {
    for (const letter of letters) {
      if (act.isStopped()) break;
      act.onProgress(signed.length);
      const end = await act.signOne(letter, secret.slice());
      if (!end.ok || end.value.outcome.kind !== 'signed') {
        const left = letters.slice(signed.length + 1);
        return { signed, left, stoppedAt: { letter, end } };
      }
      signed.push(letter);
    }
    return { signed, left: letters.slice(signed.length), stoppedAt: null };
  } finally {
    wipe(secret);
  }
}
