import type { OfficeProfile } from '../../domain/office/office-event';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { arrivalOf } from './arrival-time';
import { FormDesk } from './form-desk';
import { EMPTY_INTAKE, type IntakeValues } from './intake-values';

/** `/permohonan/baru`: records a walk-in. */
export function IntakePage() {
  const t = useMessages();
  const { store, office, staff, now, newId } = useLoket();
  const { profile } = office;
  if (profile === null || staff === null) return null;

  /** The only SOP is chosen already, and the person came now. */
  function fresh({ timeZone }: OfficeProfile): IntakeValues {
    const [only, ...others] = store.sops.inUse();
    const sop = others.length === 0 ? (only?.id ?? '') : '';
    return { ...EMPTY_INTAKE, sop, arrival: arrivalOf(now(), timeZone) };
  }

  return (
    <FormDesk
      key={staff.id}
      kind="intake"
      request={null}
      office={profile}
      staff={staff}
      newId={newId}
      fresh={() => fresh(profile)}
      title={t('intake.title')}
      back="/"
    />
  );
}
