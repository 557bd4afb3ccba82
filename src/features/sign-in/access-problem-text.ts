import {
  passphraseProblemCodes,
  type PassphraseProblem,
} from '../../domain/vault/passphrase-rules';
import type { Translate } from '../../ui/messages/use-messages';

/** What can be wrong with a new passphrase as it was typed twice. */
export type AccessProblem = PassphraseProblem | 'passphrase-differs';

/** The sentence of a problem the set-up's schema named by its code. */
export function accessProblemText(code: string, t: Translate): string {
  const known = [...passphraseProblemCodes, 'passphrase-differs' as const];
  const problem = known.find((one) => one === code) ?? 'passphrase-short';
  return t(`access.problem.${problem}`);
}
