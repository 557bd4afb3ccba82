import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { readLastMember, rememberMember } from './last-staff';
import { OwnPassphraseForm } from './own-passphrase-form';
import { PassphraseForm, type OpenedBy } from './passphrase-form';
import { useFirstPassphrase } from './use-first-passphrase';
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
  const first = useFirstPassphrase();
  const active = office.staff.filter(({ active }) => active);
  const known = active.filter(({ id }) => members.includes(id));
  const without = active.filter(({ id }) => !members.includes(id));

  function enter({ member: { id }, failedBefore }: OpenedBy): void {
    const member = office.staff.find((one) => one.id === id);
    if (member === undefined) return;
    rememberMember(id);
    signIn({ id, name: member.name }, { failedBefore });
  }

  const { opened: replacing } = first;
  if (replacing !== null) {
    return (
      <OwnPassphraseForm
        vault={host.vault}
        member={replacing.member}
        current={first.current}
        onDone={(member) => {
          first.drop();
          enter({ ...replacing, member });
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
      onOpen={(opened, passphrase) => {
        if (opened.member.initial) first.keep(opened, passphrase);
        else enter(opened);
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
