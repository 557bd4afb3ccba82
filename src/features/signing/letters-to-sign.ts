import { signersOf } from '../../documents/letter-templates';
import { openSigning, signedBy } from '../../domain/request/letter-signing';
import type { RequestState } from '../../domain/request/request-state';
import type { FinalLetter } from '../request/print-letters';
import { isSignable } from './signers';

/** Final letters that count, miss a signature and wait for nothing, in their order; pure. */
export function lettersToSign(
  state: Pick<RequestState, 'letters' | 'signings'>,
): readonly FinalLetter[] {
  return state.letters
    .flatMap((one) => (one.status === 'issued' && !one.superseded ? [one] : []))
    .filter(({ id, letter }) => {
      return (
        isSignable(letter) && openSigning(state, id) === null && missesSigner(state, id, letter)
      );
    });
}

/** Whether somebody who signs such a letter has not signed this one yet; pure. */
export function missesSigner(
  state: Pick<RequestState, 'letters' | 'signings'>,
  id: string,
  letter: string,
): boolean {
  const signed = signedBy(state, id);
  return signersOf(letter).some((actor) => !signed.includes(actor));
}
