import { useState } from 'react';
import type { CommandFailure } from '../../store/store';
import { Banner } from '../../ui/feedback/banner';
import { Section } from '../../ui/data/section';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { OfficeFailure } from './office-failure';
import { PendingDraftList } from './pending-draft-list';
import { useOfficeCommand } from './settings-form';
import styles from './settings.module.css';
import { StaffForm } from './staff-form';
import { StaffRow, type RunStaffCommand } from './staff-row';
import { useGiveAccess } from './use-give-access';

/** Who may sign in at this desk and as what; nobody is ever deleted. */
export function StaffSection({ id }: { readonly id: string }) {
  const t = useMessages();
  const { office, newId, host } = useLoket();
  const { accessFailure, giveAccess } = useGiveAccess();
  const { failure, run } = useStaffCommand();
  const manage = useMay('manage-staff');
  const drafts = useMay('view-pending-drafts');
  const active = office.staff.filter((one) => one.active);
  const former = office.staff.filter((one) => !one.active);
  return (
    <div id={id} className={styles.anchor} tabIndex={-1}>
      <Section title={t('settings.staff')} description={t('settings.staff.text')}>
        <div className={styles.form}>
          {failure !== null && <OfficeFailure failure={failure} />}
          {accessFailure !== null && <Banner tone="bad" title={accessFailure} />}
          <ul className={styles.staff}>
            {active.map((one) => (
              <StaffRow key={one.id} one={one} run={run} giveAccess={giveAccess} />
            ))}
          </ul>
          {former.length > 0 && (
            <p className={styles.faint}>
              {t('settings.staff.former', { names: former.map(({ name }) => name).join(', ') })}
            </p>
          )}
          <StaffForm
            blocked={manage.why}
            onAdd={async ({ name, roles, ...access }) => {
              const staffId = newId();
              if (!(await giveAccess(staffId, access))) return false;
              const added = await run(
                { command: 'add-staff', staffId, name, roles },
                t('settings.staff.added', { name: name.trim() }),
              );
              if (!added) await host.vault.removeMember({ memberId: staffId });
              return added;
            }}
          />
          {drafts.may && <PendingDraftList />}
        </div>
      </Section>
    </div>
  );
}

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
