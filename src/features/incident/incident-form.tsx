import { useNavigate } from 'react-router';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { IncidentFailure } from '../../store/incident-store';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { PlainFormPage } from '../shared/plain-form-page';
import { usePlainForm, type PlainForm, type PlainFormSources } from '../shared/use-plain-form';
import { useTried } from '../shared/use-tried';
import { IncidentFailureBanner } from './incident-failure-banner';
import { IncidentFields } from './incident-fields';
import { incidentFacts, incidentProblems, type IncidentValues } from './incident-values';

interface IncidentFormProps {
  readonly profile: OfficeProfile;
  readonly sources: PlainFormSources<IncidentValues>;
  readonly onFresh: () => void;
}

/** What article 46 asks to be told, and what is not known yet written so. */
export function IncidentForm({ profile, sources, onFresh }: IncidentFormProps) {
  const t = useMessages();
  const form = usePlainForm<IncidentValues, IncidentFailure>(sources);
  const { incidentId } = form.values;
  const { problems, save } = useReporting(profile, form, sources.place.id);
  return (
    <PlainFormPage
      title={t(incidentId === null ? 'incident.new' : 'incident.more')}
      fact={t('incident.new.text')}
      label={t(incidentId === null ? 'incident.save' : 'incident.saveMore')}
      keysOf={t('incident.title')}
      action={incidentId === null ? 'report-incident' : 'revise-incident'}
      back={incidentId === null ? '/insiden' : `/insiden/${incidentId}`}
      saving={form.saving}
      onSave={save}
      keptAt={sources.keptAt}
      onFresh={onFresh}
      failure={<IncidentFailureBanner failure={form.failure} />}
    >
      <IncidentFields form={form} profile={profile} problems={problems} />
    </PlainFormPage>
  );
}

/** A new incident takes the id of its draft: saved twice after a crash it is one. */
function useReporting(
  profile: OfficeProfile,
  form: PlainForm<IncidentValues, IncidentFailure>,
  draftId: string,
) {
  const t = useMessages();
  const toast = useToast();
  const navigate = useNavigate();
  const { store, staff, now } = useLoket();
  const { values } = form;
  const found = incidentProblems(values, now(), profile.timeZone);

  async function record(): Promise<void> {
    const facts = incidentFacts(values, profile.timeZone);
    if (facts === null || staff === null) return;
    const incidentId = values.incidentId ?? draftId;
    const command = values.incidentId === null ? 'report-incident' : 'revise-incident';
    const done = await form.record(() =>
      store.executeIncident({ command, incidentId, facts }, staff),
    );
    if (!done) return;
    toast({ text: t('incident.saved') });
    await navigate(`/insiden/${incidentId}`, { replace: true });
  }

  return useTried(found, 'incident', () => void record());
}
