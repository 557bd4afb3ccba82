import { useState } from 'react';
import type { VaultMember } from '../../contract/vault';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { readLastMember, rememberMember } from './last-staff';
import { OwnPassphraseForm } from './own-passphrase-form';
import { PassphraseForm } from './passphrase-form';
import styles from './sign-in.module.css';

interface SignInPageProps {
  /** Ids of the staff who have a passphrase. */
  readonly members: readonly string[];
}

/**
 * Stands before everything else while the records are open and nobody is at the desk: after
 * a lock, a change of staff or a reload. The queue works all the same.
 */
export function SignInPage({ members }: SignInPageProps) {
  const t = useMessages();
  const { office, host, signIn } = useLoket();
  const [initial, setInitial] = useState<{ member: VaultMember; passphrase: string } | null>(null);
  const active = office.staff.filter(({ active }) => active);
  const known = active.filter(({ id }) => members.includes(id));
  const without = active.filter(({ id }) => !members.includes(id));

  function enter(memberId: string): void {
    const member = office.staff.find(({ id }) => id === memberId);
    if (member === undefined) return;
    rememberMember(memberId);
    signIn({ id: member.id, name: member.name });
  }

  if (initial !== null) {
    return (
      <OwnPassphraseForm
        vault={host.vault}
        member={initial.member}
        current={initial.passphrase}
        onDone={({ id }) => {
          enter(id);
        }}
      />
    );
  }
  return (
    <PassphraseForm
      office={office.profile?.name ?? null}
      choices={known.map(({ id, name }) => ({ id, label: name }))}
      last={readLastMember()}
      unlock={(memberId, passphrase) => host.vault.unlock({ memberId, passphrase })}
      onOpen={(member, passphrase) => {
        if (member.initial) setInitial({ member, passphrase });
        else enter(member.id);
      }}
      footer={
        without.length > 0 && (
          <p className={styles.text}>
            {t('access.without', { names: without.map(({ name }) => name).join(', ') })}
          </p>
        )
      }
    />
  );
}
