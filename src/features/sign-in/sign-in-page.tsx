import { lazy, Suspense } from 'react';
import { useLoket } from '../shared/loket-context';
import { StaffChoice } from './staff-choice';

/** Needed once in the life of an office: fetched only then. */
const OfficeSetup = lazy(async () => ({ default: (await import('./office-setup')).OfficeSetup }));

/**
 * Stands before everything else until somebody is at the desk: the first set-up of an
 * office, or the choice of a name among its staff.
 */
export function SignInPage() {
  const { office } = useLoket();
  const active = office.staff.filter((staff) => staff.active);
  return office.profile === null || active.length === 0 ? (
    <Suspense>
      <OfficeSetup />
    </Suspense>
  ) : (
    <StaffChoice office={office.profile} staff={active} />
  );
}
