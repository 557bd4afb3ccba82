import { useId, useState } from 'react';
import { useNavigate } from 'react-router';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { IncidentFailure } from '../../store/incident-store';
import { Button } from '../../ui/controls/button';
import { useToast } from '../../ui/feedback/toast';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../ui/messages/use-messages';
import { KeptNotice } from '../shared/kept-notice';
import { useLoket } from '../shared/loket-context';
import { useMay } from '../shared/use-permission';
import { usePlainForm, type PlainForm, type PlainFormSources } from '../shared/use-plain-form';
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
  const formId = useId();
  const navigate = useNavigate();
  const form = usePlainForm<IncidentValues, IncidentFailure>(sources);
  const { incidentId } = form.values;
  const back = incidentId === null ? '/insiden' : `/insiden/${incidentId}`;
  const { problems, save } = useReporting(profile, form, sources.place.id);
  const action = incidentId === null ? 'report-incident' : 'revise-incident';
  const { why } = useMay(action);
  const label = t(incidentId === null ? 'incident.save' : 'incident.saveMore');
  useShortcuts(
    {
      'Ctrl+Enter': { label, run: save },
      Escape: { label: t('frame.keys.back'), run: () => void navigate(back) },
    },
    { group: t('incident.title') },
  );
  return (
    <Page
      layout="form"
      head={
        <PageHead
          title={t(incidentId === null ? 'incident.new' : 'incident.more')}
          facts={[t('incident.new.text')]}
          actions={
            <Button
              type="submit"
              form={formId}
              variant="primary"
              kbd="Ctrl ↵"
              busy={form.saving}
              blocked={why}
              data-action="confirm"
            >
              {label}
            </Button>
          }
        />
      }
    >
      <KeptNotice at={sources.keptAt} onFresh={onFresh} />
      <IncidentFailureBanner failure={form.failure} />
      <form
        id={formId}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <IncidentFields form={form} profile={profile} problems={problems} />
      </form>
    </Page>
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
  const [tried, setTried] = useState(false);
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

  return {
    problems: tried ? found : {},
    save: () => {
      setTried(true);
      const [first] = Object.keys(found);
      if (first === undefined) void record();
      else document.getElementById(`incident.${first}`)?.focus();
    },
  };
}
