import { useEffect, useRef, useState, type RefObject } from 'react';
import type { OfficeCommand } from '../../domain/office/office-command';
import type { Staff } from '../../domain/office/office-state';
import { Button } from '../../ui/controls/button';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { TextField } from '../../ui/forms/text-field';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { beginBackup } from '../shared/begin-backup';
import { useLoket } from '../shared/loket-context';
import { roleList } from '../shared/role-words';
import { useMay } from '../shared/use-permission';
import { GiveAccessForm } from './give-access-form';
import { RoleFields } from './role-fields';
import { InlineForm } from './inline-form';
import styles from './settings.module.css';
import type { GiveAccess } from './use-give-access';

/** Records a command about staff and confirms it with `done`; true when it was recorded. */
export type RunStaffCommand = (command: OfficeCommand, done: string) => Promise<boolean>;

interface StaffRowProps {
  readonly one: Staff;
  readonly run: RunStaffCommand;
  readonly giveAccess: GiveAccess;
}

type Doing = 'nothing' | 'renaming' | 'roles' | 'access' | 'disabling';

/** A member of staff with roles, and what the administrator can do: one thing at a time. */
export function StaffRow({ one, run, giveAccess }: StaffRowProps) {
  const [doing, setDoing] = useState<Doing>('nothing');
  const row = useRef<HTMLLIElement>(null);
  useFocusBack(row, doing);
  const rest = () => {
    setDoing('nothing');
  };
  return (
    <li ref={row} className={styles.staffRow} data-staff={one.name}>
      {doing === 'renaming' && <RenameStaff one={one} run={run} onEnd={rest} />}
      {doing === 'roles' && <ChangeRoles one={one} run={run} onEnd={rest} />}
      {doing === 'access' && <GiveAccessForm one={one} giveAccess={giveAccess} onEnd={rest} />}
      {(doing === 'nothing' || doing === 'disabling') && <Summary one={one} onDo={setDoing} />}
      <DisableStaff one={one} run={run} open={doing === 'disabling'} onEnd={rest} />
    </li>
  );
}

/** Once a deed is over, the focus is on the button that began it. */
function useFocusBack(row: RefObject<HTMLElement | null>, doing: Doing): void {
  const before = useRef<Doing>('nothing');
  useEffect(() => {
    const last = before.current;
    before.current = doing;
    if (doing !== 'nothing' || last === 'nothing') return;
    row.current?.querySelector<HTMLElement>(`[data-doing="${last}"]`)?.focus();
  }, [row, doing]);
}

function Summary({ one, onDo }: Pick<StaffRowProps, 'one'> & { onDo: (doing: Doing) => void }) {
  const t = useMessages();
  const locale = useLocale();
  const { staff } = useLoket();
  const { why } = useMay('manage-staff');
  const { name } = one;
  const deeds = useDeeds(one);
  return (
    <>
      <span className={styles.staffName}>
        {name}
        {one.id === staff?.id && <span className={styles.faint}> ({t('settings.staff.you')})</span>}
        <span className={styles.staffRoles}>{roleList(one.roles, locale)}</span>
      </span>
      {deeds.map(({ doing, action, label, of, blocked }) => (
        <Button
          key={doing}
          size="small"
          variant="plain"
          blocked={why ?? blocked}
          data-action={action}
          data-doing={doing}
          aria-label={t(of, { name })}
          onClick={() => {
            onDo(doing);
          }}
        >
          {t(label)}
        </Button>
      ))}
    </>
  );
}

/** What can be done with a member of staff, each with its words and why it cannot be now. */
function useDeeds(one: Staff) {
  const t = useMessages();
  const { staff } = useLoket();
  const unmovable = useUnmovable(one);
  const own = one.id === staff?.id ? t('settings.access.ownElsewhere') : undefined;
  return [
    {
      doing: 'roles',
      action: 'change-roles',
      label: 'settings.staff.roles',
      of: 'settings.staff.rolesOf',
      blocked: undefined,
    },
    {
      doing: 'renaming',
      action: 'rename-staff',
      label: 'settings.staff.rename',
      of: 'settings.staff.renameOf',
      blocked: undefined,
    },
    {
      doing: 'access',
      action: 'give-access',
      label: 'settings.access.give',
      of: 'settings.access.giveTo',
      blocked: own,
    },
    {
      doing: 'disabling',
      action: 'disable-staff',
      label: 'settings.staff.disable',
      of: 'settings.staff.disableOf',
      blocked: unmovable,
    },
  ] as const;
}

/** Why somebody cannot be disabled now whoever asks, in words; undefined when he can. */
function useUnmovable(one: Staff): string | undefined {
  const t = useMessages();
  const { office, staff } = useLoket();
  const others = office.staff.filter(
    ({ id, active, roles }) => active && id !== one.id && roles.includes('administrator'),
  );
  if (others.length === 0) return t('refusal.office.last-administrator');
  return one.id === staff?.id ? t('settings.staff.notYourself') : undefined;
}

interface StaffDeedProps extends Pick<StaffRowProps, 'one' | 'run'> {
  readonly onEnd: () => void;
}

function RenameStaff({ one, run, onEnd }: StaffDeedProps) {
  const t = useMessages();
  const [name, setName] = useState(one.name);

  function submit() {
    const command = { command: 'rename-staff', staffId: one.id, name } as const;
    void run(command, t('settings.staff.renamed', { name: name.trim() })).then((isDone) => {
      if (isDone) onEnd();
    });
  }

  return (
    <InlineForm className={styles.inline} onSubmit={submit} onEnd={onEnd}>
      <TextField
        label={t('settings.staff.newName')}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <Button type="submit" variant="primary">
        {t('settings.staff.saveName')}
      </Button>
      <Button variant="plain" onClick={onEnd}>
        {t('ui.cancel')}
      </Button>
    </InlineForm>
  );
}

function ChangeRoles({ one, run, onEnd }: StaffDeedProps) {
  const t = useMessages();
  const [roles, setRoles] = useState(one.roles);
  const { id: staffId, name } = one;

  function submit() {
    const command = { command: 'change-staff-roles', staffId, roles } as const;
    void run(command, t('settings.staff.rolesChanged', { name })).then((isDone) => {
      if (isDone) onEnd();
    });
  }

  return (
    <InlineForm className={styles.newStaff} onSubmit={submit} onEnd={onEnd}>
      <RoleFields legend={t('settings.staff.rolesOf', { name })} roles={roles} onRoles={setRoles} />
      <div className={styles.deeds}>
        <Button type="submit" variant="primary" data-action="save-roles">
          {t('settings.staff.saveRoles')}
        </Button>
        <Button variant="plain" onClick={onEnd}>
          {t('ui.cancel')}
        </Button>
      </div>
    </InlineForm>
  );
}

function DisableStaff({ one, run, open, onEnd }: StaffDeedProps & { readonly open: boolean }) {
  const t = useMessages();
  const { host } = useLoket();
  const { id: staffId, name } = one;
  return (
    <ReasonDialog
      open={open}
      title={t('settings.staff.disableTitle', { name })}
      description={t('settings.staff.disableText')}
      confirmLabel={t('settings.staff.disable')}
      destructive
      suggestions={[
        t('settings.staff.reason.moved'),
        t('settings.staff.reason.retired'),
        t('settings.staff.reason.mistake'),
      ]}
      onClose={onEnd}
      onConfirm={(reason) => {
        onEnd();
        const command = { command: 'disable-staff', staffId, reason } as const;
        void run(command, t('settings.staff.disabled', { name })).then(async (isDone) => {
          if (!isDone) return;
          await host.vault.removeMember({ memberId: staffId });
          // Until then the way in of this member opens the keys of the backup.
          await beginBackup(host);
        });
      }}
    />
  );
}
