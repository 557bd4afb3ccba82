import { useLoket } from '../shared/loket-context';
import { OfficeSetup } from './office-setup';
import { StaffChoice } from './staff-choice';

/**
 * Stands before everything else until somebody is at the desk: the first set-up of an
 * office, or the choice of a name among its staff.
 */
export function SignInPage() {
  const { office } = useLoket();
  const active = office.staff.filter((staff) => staff.active);
  return office.profile === null || active.length === 0 ? (
    <OfficeSetup />
  ) : (
    <StaffChoice office={office.profile} staff={active} />
  );
}
