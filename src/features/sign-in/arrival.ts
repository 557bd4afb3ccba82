import type { SignIn } from '../shared/loket-context';
import type { SetupValues } from './setup-values';

/** How somebody came in before the records were open, and what is still to be done for it. */
export interface Arrival extends SignIn {
  /** Id of the member of staff who proved a passphrase. */
  readonly memberId: string;
  /** What the first set-up asked; null once recorded. */
  readonly setup: SetupValues | null;
  /** The recovery key, shown this once; null when it was made earlier. */
  readonly recoveryGroups: readonly string[] | null;
  /** What the browser still holds of an earlier version is readable: it is made anew. */
  readonly replacesPlainRecords: boolean;
}

/** The usual arrival: somebody the key ring knows. */
export function arrivalOf(memberId: string): Arrival {
  return {
    memberId,
    setup: null,
    recoveryGroups: null,
    failedBefore: 0,
    recovered: false,
    replacesPlainRecords: false,
  };
}
