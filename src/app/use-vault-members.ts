import { useEffect, useState } from 'react';
import type { Host } from '../contract';

/** Ids of those who have a passphrase; null until the shell answered. A shell that is gone has none. */
export function useVaultMembers(vault: Pick<Host['vault'], 'describe'>): readonly string[] | null {
  const [members, setMembers] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let isHere = true;
    void vault.describe({}).then((answer) => {
      if (isHere) setMembers(answer.ok ? answer.value.members.map(({ id }) => id) : []);
    });
    return () => {
      isHere = false;
    };
  }, [vault]);
  return members;
}
