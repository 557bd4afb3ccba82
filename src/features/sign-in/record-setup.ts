import { ROLES } from '../../domain/office/roles';
import type { CommandFailure, Store } from '../../store/store';
import { newOfficeProfile, type SetupValues } from './setup-values';

/**
 * Records the office where it has no profile yet, then its first member of staff. Null when
 * done; what was recorded before a failure is not recorded twice.
 */
export async function recordSetup(
  store: Pick<Store, 'office' | 'executeOffice' | 'sops'>,
  staffId: string,
  values: SetupValues,
): Promise<CommandFailure | null> {
  const office = await store.office();
  const by = { id: staffId, name: values.staff.name };
  if (office.profile === null) {
    const isAll = values.sops.length === store.sops.installed().length;
    const profile = newOfficeProfile({ ...values, sops: isAll ? null : values.sops });
    const configured = await store.executeOffice({ command: 'configure-office', profile }, by);
    if (!configured.ok) return configured.error;
  }
  if (office.staff.some(({ id }) => id === staffId)) return null;
  // The first member of staff sets up the rest; in a small office he does everything.
  const first = { command: 'add-staff', staffId, name: by.name, roles: ROLES } as const;
  const added = await store.executeOffice(first, by);
  return added.ok ? null : added.error;
}
