import { useEffect } from 'react';
import type { Host } from '../contract';
import type { OfficeState } from '../domain/office/office-state';

/**
 * Destroys the ways in that a crash left to disabled accounts: the office's record of staff
 * comes first, the key ring after it. Ways in of people the office does not know yet stay.
 */
export function useStrayWaysIn(
  vault: Pick<Host['vault'], 'describe' | 'removeMember'>,
  office: OfficeState | undefined,
): void {
  const isKnown = office !== undefined;
  const ended = office?.staff.filter(({ active }) => !active).map(({ id }) => id);
  const key = ended?.join(' ') ?? '';
  useEffect(() => {
    if (!isKnown || key === '') return;
    void vault.describe({}).then(async (answer) => {
      if (!answer.ok || answer.value.state !== 'open') return;
      const strays = answer.value.members.filter(({ id }) => key.split(' ').includes(id));
      for (const { id } of strays) await vault.removeMember({ memberId: id });
    });
  }, [vault, isKnown, key]);
}
