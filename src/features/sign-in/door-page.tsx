import { useState } from 'react';
import { v7 } from 'uuid';
import type { Host } from '../../contract';
import type { VaultMember } from '../../contract/vault';
import type { CommandFailure } from '../../store/store';
import { Button } from '../../ui/controls/button';
import { EmptyState } from '../../ui/feedback/empty-state';
import { useMessages } from '../../ui/messages/use-messages';
import type { SignIn } from '../shared/loket-context';
import { arrivalOf, type Arrival } from './arrival';
import { createVault } from './create-vault';
import { readLastMember, rememberMember } from './last-staff';
import { OfficeSetup } from './office-setup';
import { OwnPassphraseForm } from './own-passphrase-form';
import { PassphraseForm } from './passphrase-form';
import { ProtectPage } from './protect-page';
import { RestorePage } from '../restore/restore-page';
import { RecoverPage } from './recover-page';
import type { SetupSop } from './setup-more';
import type { SetupValues } from './setup-values';
import { useFirstPassphrase } from './use-first-passphrase';
import styles from './sign-in.module.css';

/** What is known of the office's keys before the records are open. */
export type VaultDescription = Extract<
  Awaited<ReturnType<Host['vault']['describe']>>,
  { readonly ok: true }
>['value'];

export interface DoorPageProps {
  readonly host: Host;
  readonly description: VaultDescription;
  /** What a first set-up can choose from. */
  readonly sops: readonly SetupSop[];
  /** Somebody opened the keys: the records can be opened. */
  readonly onEnter: (arrival: Arrival) => void;
}

/** Stands before the records: the first set-up, a passphrase, or the printed recovery key. */
export function DoorPage({ host, description, sops, onEnter }: DoorPageProps) {
  const t = useMessages();
  if (description.state === 'lost') {
    return (
      <>
        <EmptyState title={t('door.lostTitle')} text={t('door.lostText')} />
        <RestorePage host={host} />
      </>
    );
  }
  if (description.state !== 'absent') {
    return <LockedDoor vault={host.vault} members={description.members} onEnter={onEnter} />;
  }
  if (description.plainStaff !== null) {
    return <ProtectPage vault={host.vault} staff={description.plainStaff} onEnter={onEnter} />;
  }
  return <FirstRun host={host} sops={sops} onEnter={onEnter} />;
}

function FirstRun({ host, sops, onEnter }: Pick<DoorPageProps, 'host' | 'sops' | 'onEnter'>) {
  const t = useMessages();
  const [memberId] = useState(() => v7());
  const [isRestoring, setIsRestoring] = useState(false);

  async function finish(values: SetupValues): Promise<CommandFailure | null> {
    const made = await createVault(host.vault, memberId, values.access);
    if (!made.ok) return made.error;
    const setup = { ...values, access: { signInName: '', passphrase: '', repeated: '' } };
    onEnter({ ...arrivalOf(memberId), setup, recoveryGroups: made.value });
    return null;
  }

  if (isRestoring) {
    const back = () => {
      setIsRestoring(false);
    };
    return <RestorePage host={host} onBack={back} />;
  }
  return (
    <OfficeSetup
      parts={{ office: true, access: true }}
      sops={sops}
      onFinish={finish}
      footer={
        <Button
          variant="plain"
          data-action="restore"
          onClick={() => {
            setIsRestoring(true);
          }}
        >
          {t('door.restore')}
        </Button>
      }
    />
  );
}

interface LockedDoorProps extends Pick<DoorPageProps, 'onEnter'> {
  readonly vault: Host['vault'];
  readonly members: readonly VaultMember[];
}

function LockedDoor({ vault, members, onEnter }: LockedDoorProps) {
  const [isRecovering, setIsRecovering] = useState(false);
  const first = useFirstPassphrase();
  const enter = (memberId: string, how: Partial<SignIn> = {}) => {
    rememberMember(memberId);
    onEnter({ ...arrivalOf(memberId), ...how });
  };
  if (isRecovering) {
    const back = () => {
      setIsRecovering(false);
    };
    return (
      <RecoverPage
        vault={vault}
        members={members}
        onOpen={(memberId) => {
          enter(memberId, { recovered: true });
        }}
        onBack={back}
      />
    );
  }
  if (first.opened !== null) {
    const { member, failedBefore } = first.opened;
    return (
      <OwnPassphraseForm
        vault={vault}
        member={member}
        current={first.current}
        onDone={({ id }) => {
          first.drop();
          enter(id, { failedBefore });
        }}
      />
    );
  }
  return (
    <PassphraseForm
      office={null}
      choices={members.map(({ id, signInName }) => ({ id, label: signInName }))}
      last={readLastMember()}
      unlock={(memberId, passphrase) => vault.unlock({ memberId, passphrase })}
      onOpen={(opened, passphrase) => {
        if (opened.member.initial) first.keep(opened, passphrase);
        else enter(opened.member.id, { failedBefore: opened.failedBefore });
      }}
      footer={
        <Forgotten
          onOpen={() => {
            setIsRecovering(true);
          }}
        />
      }
    />
  );
}

function Forgotten({ onOpen }: { readonly onOpen: () => void }) {
  const t = useMessages();
  return (
    <div className={styles.actions}>
      <Button variant="plain" size="small" onClick={onOpen}>
        {t('recover.open')}
      </Button>
    </div>
  );
}
