import type { Host } from '../../contract';
import { fail, type Result } from '../../contract/result';
import type { CommandFailure } from '../../store/store';
import { rememberMember } from './last-staff';
import type { SetupValues } from './setup-values';

/** Makes the keys; the groups of the recovery key, or why not in the words of a command. */
export async function createVault(
  vault: Pick<Host['vault'], 'create'>,
  memberId: string,
  { signInName, passphrase }: Pick<SetupValues['access'], 'signInName' | 'passphrase'>,
): Promise<Result<readonly string[], CommandFailure>> {
  const made = await vault.create({ memberId, signInName, passphrase });
  rememberMember(memberId);
  return made.ok
    ? { ok: true, value: made.value.recoveryGroups }
    : fail({ kind: 'not-recorded', error: made.error });
}
