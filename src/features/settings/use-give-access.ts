import { useState } from 'react';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useTrail } from '../shared/use-trail';
import type { AccessEntry } from './access-fields';

/** Gives a member of staff a sign-in name and a first passphrase; true when it is done. */
export type GiveAccess = (memberId: string, access: AccessEntry) => Promise<boolean>;

/** The vault's answer in words where it said no; what was typed stays with the caller. */
export function useGiveAccess(): {
  readonly accessFailure: string | null;
  readonly giveAccess: GiveAccess;
} {
  const t = useMessages();
  const { host } = useLoket();
  const trail = useTrail();
  const [accessFailure, setAccessFailure] = useState<string | null>(null);
  return {
    accessFailure,
    giveAccess: async (memberId, { signInName, passphrase }) => {
      const answer = await host.vault.addMember({ memberId, signInName, passphrase });
      const isAdded = answer.ok && answer.value.outcome === 'added';
      const words = answer.ok ? t('access.problem.signInNameTaken') : t('access.failed');
      setAccessFailure(isAdded ? null : words);
      if (isAdded) {
        const details = { staffId: memberId };
        void trail.seen({ action: 'access-given', subject: null, details });
      }
      return isAdded;
    },
  };
}
