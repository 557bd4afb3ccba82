import { useState, type SyntheticEvent } from 'react';
import type { OfficeCommand } from '../../domain/office/decide-office';
import type { Staff } from '../../domain/office/office-state';
import type { CommandFailure } from '../../store/store';
import { Button } from '../../ui/controls/button';
import { Section } from '../../ui/data/section';
import { Dialog } from '../../ui/feedback/dialog';
import { useToast } from '../../ui/feedback/toast';
import { TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { OfficeFailure } from './office-failure';
import { useOfficeCommand } from './settings-form';
import styles from './settings.module.css';

/** Who may sign in at this desk: added, renamed, made inactive; nobody is ever deleted. */
export function StaffSection({ id }: { readonly id: string }) {
  const t = useMessages();
  const { office } = useLoket();
  const { failure, run } = useStaffCommand();
  const active = office.staff.filter((one) => one.active);
  const former = office.staff.filter((one) => !one.active);
  return (
    <div id={id} className={styles.anchor} tabIndex={-1}>
      <Section title={t('settings.staff')} description={t('settings.staff.text')}>
        <div className={styles.form}>
          {failure !== null && <OfficeFailure failure={failure} />}
          <ul className={styles.staff}>
            {active.map((one) => (
              <StaffRow key={one.id} one={one} run={run} />
            ))}
          </ul>
          {former.length > 0 && (
            <p className={styles.faint}>
              {t('settings.staff.former', { names: former.map(({ name }) => name).join(', ') })}
            </p>
          )}
          <AddStaff run={run} />
        </div>
      </Section>
    </div>
  );
}

type RunStaffCommand = (command: OfficeCommand, done: string) => Promise<boolean>;

function useStaffCommand(): {
  readonly failure: CommandFailure | null;
  readonly run: RunStaffCommand;
} {
  const toast = useToast();
  const execute = useOfficeCommand();
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  return {
    failure,
    run: async (command, done) => {
      const problem = await execute(command);
      setFailure(problem);
      if (problem === null) toast({ text: done });
      return problem === null;
    },
  };
}

interface StaffRowProps {
  readonly one: Staff;
  readonly run: RunStaffCommand;
}

function StaffRow({ one, run }: StaffRowProps) {
  const t = useMessages();
  const { staff } = useLoket();
  const [doing, setDoing] = useState<'nothing' | 'renaming' | 'disabling'>('nothing');
  const rest = () => {
    setDoing('nothing');
  };
  return (
    <li className={styles.staffRow}>
      {doing === 'renaming' ? (
        <RenameStaff one={one} run={run} onEnd={rest} />
      ) : (
        <>
          <span className={styles.staffName}>
            {one.name}
            {one.id === staff?.id && (
              <span className={styles.faint}> ({t('settings.staff.you')})</span>
            )}
          </span>
          <Button
            size="small"
            variant="plain"
            aria-label={t('settings.staff.renameOf', { name: one.name })}
            onClick={() => {
              setDoing('renaming');
            }}
          >
            {t('settings.staff.rename')}
          </Button>
          {one.id !== staff?.id && (
            <Button
              size="small"
              variant="plain"
              aria-label={t('settings.staff.disableOf', { name: one.name })}
              onClick={() => {
                setDoing('disabling');
              }}
            >
              {t('settings.staff.disable')}
            </Button>
          )}
        </>
      )}
      <DisableStaff one={one} run={run} open={doing === 'disabling'} onEnd={rest} />
    </li>
  );
}

interface StaffDeedProps extends StaffRowProps {
  readonly onEnd: () => void;
}

function RenameStaff({ one, run, onEnd }: StaffDeedProps) {
  const t = useMessages();
  const [name, setName] = useState(one.name);

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const command = { command: 'rename-staff', staffId: one.id, name } as const;
    void run(command, t('settings.staff.renamed', { name: name.trim() })).then((isDone) => {
      if (isDone) onEnd();
    });
  }

  return (
    <form
      className={styles.inline}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        onEnd();
      }}
    >
      <TextField
        autoFocus
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
    </form>
  );
}

function DisableStaff({ one, run, open, onEnd }: StaffDeedProps & { readonly open: boolean }) {
  const t = useMessages();
  const { name } = one;
  return (
    <Dialog
      open={open}
      title={t('settings.staff.disableTitle', { name })}
      onClose={onEnd}
      actions={
        <>
          <Button data-initial-focus onClick={onEnd}>
            {t('ui.cancel')}
          </Button>
          <Button
            variant="danger"
            onClick={() => {
              onEnd();
              void run(
                { command: 'disable-staff', staffId: one.id },
                t('settings.staff.disabled', { name }),
              );
            }}
          >
            {t('settings.staff.disable')}
          </Button>
        </>
      }
    >
      <p>{t('settings.staff.disableText')}</p>
    </Dialog>
  );
}

function AddStaff({ run }: Pick<StaffRowProps, 'run'>) {
  const t = useMessages();
  const { newId } = useLoket();
  const [name, setName] = useState('');

  function submit(event: SyntheticEvent) {
    event.preventDefault();
    const command = { command: 'add-staff', staffId: newId(), name } as const;
    void run(command, t('settings.staff.added', { name: name.trim() })).then((isDone) => {
      if (isDone) setName('');
    });
  }

  return (
    <form className={styles.inline} onSubmit={submit}>
      <TextField
        name="staff.name"
        label={t('settings.staff.name')}
        value={name}
        onChange={(event) => {
          setName(event.target.value);
        }}
      />
      <Button type="submit">{t('settings.staff.add')}</Button>
    </form>
  );
}
