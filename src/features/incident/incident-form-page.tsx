import { useCallback, useState } from 'react';
import { useParams } from 'react-router';
import type { Author } from '../../domain/event';
import type { IncidentState } from '../../domain/incident/incident-state';
import type { OfficeProfile } from '../../domain/office/office-event';
import { useLive } from '../../store/use-live';
import { useLoket } from '../shared/loket-context';
import { useKeptValues } from '../shared/use-kept-values';
import { IncidentForm } from './incident-form';
import { UnknownIncident } from './incident-page';
import { freshIncident, incidentValuesOf, parseIncidentValues } from './incident-values';

/** `/insiden/baru`: what happened, written down at once; the clock runs already. */
export function ReportIncidentPage() {
  const { office, staff } = useLoket();
  if (staff === null || office.profile === null) return null;
  return <FormDesk key={staff.id} incident={null} staff={staff} profile={office.profile} />;
}

/** `/insiden/:id/ubah`: more that is known of an incident. */
export function ReviseIncidentPage() {
  const { id = '' } = useParams();
  const { store, office, staff } = useLoket();
  const incidents = useLive(() => store.incidents.list(), [store]);
  if (incidents === undefined || staff === null || office.profile === null) return null;
  const incident = incidents.find((one) => one.id === id);
  if (incident === undefined || incident.closed !== null) return <UnknownIncident />;
  return <FormDesk key={id} incident={incident} staff={staff} profile={office.profile} />;
}

interface FormDeskProps {
  readonly incident: IncidentState | null;
  readonly staff: Author;
  readonly profile: OfficeProfile;
}

/** The form, fresh or as it was left. */
function FormDesk({ incident, staff, profile }: FormDeskProps) {
  const { now, newId } = useLoket();
  const [fresh, setFresh] = useState<string | null>(null);
  const [firstId] = useState(newId);
  const about = incident?.id ?? null;
  const parse = useCallback(
    (values: unknown) => {
      const parsed = parseIncidentValues(values);
      return parsed?.incidentId === about ? parsed : null;
    },
    [about],
  );
  const place = { form: 'incident', requestId: null } as const;
  const kept = useKeptValues(staff, place, parse);
  if (kept === undefined) return null;
  const draft = fresh === null ? kept : null;
  const id = draft?.draftId ?? fresh ?? firstId;
  const initial =
    incident === null
      ? freshIncident(now(), profile.timeZone)
      : incidentValuesOf(incident.id, incident.facts, profile.timeZone);
  return (
    <IncidentForm
      key={id}
      profile={profile}
      sources={{
        place: { id, ...place },
        owner: staff,
        initial: draft?.values ?? initial,
        keptAt: draft?.at ?? null,
      }}
      onFresh={() => {
        setFresh(newId());
      }}
    />
  );
}
