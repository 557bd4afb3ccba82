import { useNavigate } from 'react-router';
import { legalDueAt } from '../../domain/privacy/legal-clock';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { RequestState } from '../../domain/request/request-state';
import { Section } from '../../ui/data/section';
import { useToast } from '../../ui/feedback/toast';
import { formatDateTime } from '../../ui/format/date-time';
import { TextArea, TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { CommandFailureBanner } from '../shared/command-failure-banner';
import { LegalMomentFields } from '../shared/legal-moment-fields';
import { useLoket } from '../shared/loket-context';
import { PlainFormPage } from '../shared/plain-form-page';
import { usePlainForm, type PlainForm, type PlainFormSources } from '../shared/use-plain-form';
import { useTried } from '../shared/use-tried';
import { useTimeContext } from '../shared/use-time-context';
import { askCommand, askProblems, type AskField, type AskValues } from './ask-values';

interface AskFormProps {
  readonly request: RequestState;
  readonly profile: OfficeProfile;
  readonly sources: PlainFormSources<AskValues>;
  readonly onFresh: () => void;
}

/** Who asked, when, what is wrong and which evidence; the deadline follows from when. */
export function AskForm({ request, profile, sources, onFresh }: AskFormProps) {
  const t = useMessages();
  const back = `/permohonan/${request.id}?bagian=data`;
  const form = usePlainForm(sources);
  const { problems, save } = useAsking(request, profile, form, sources.place.id, back);
  return (
    <PlainFormPage
      title={t('rights.ask.title', { number: request.registerNumber })}
      fact={request.data.applicant.name}
      label={t('rights.ask.save')}
      keysOf={t('rights.tickets')}
      action="ask-correction"
      back={back}
      saving={form.saving}
      onSave={save}
      keptAt={sources.keptAt}
      onFresh={onFresh}
      failure={<CommandFailureBanner failure={form.failure} />}
    >
      <AskFields form={form} profile={profile} problems={problems} />
    </PlainFormPage>
  );
}

type Problems = ReturnType<typeof askProblems>;

/** What is wrong once saving was tried, and the recording. */
function useAsking(
  request: RequestState,
  profile: OfficeProfile,
  form: PlainForm<AskValues>,
  ticketId: string,
  back: string,
): { readonly problems: Problems; readonly save: () => void } {
  const t = useMessages();
  const toast = useToast();
  const navigate = useNavigate();
  const context = useTimeContext();
  const { store, staff, now } = useLoket();
  const found = askProblems(form.values, now(), profile.timeZone);

  async function record(): Promise<void> {
    const command = askCommand(form.values, ticketId, profile.timeZone);
    if (command === null || staff === null) return;
    const done = await form.record(() => store.execute(request.id, command, staff));
    if (!done) return;
    const time = formatDateTime(legalDueAt(command.askedAt), context);
    toast({ text: t('rights.ask.saved', { time }) });
    await navigate(back, { replace: true });
  }

  return useTried(found, 'ask', () => void record());
}

interface AskFieldsProps {
  readonly form: PlainForm<AskValues>;
  readonly profile: OfficeProfile;
  readonly problems: Problems;
}

function AskFields({ form, profile, problems }: AskFieldsProps) {
  const t = useMessages();
  const { values, set } = form;
  const errorOf = (field: AskField) => {
    const problem = problems[field];
    return problem === undefined ? undefined : t(`rights.ask.problem.${problem}`);
  };
  const text = (field: AskField) => ({
    name: `ask.${field}`,
    value: values[field],
    error: errorOf(field),
    onChange: ({ target }: { readonly target: { readonly value: string } }) => {
      set({ [field]: target.value });
    },
  });
  return (
    <Section title={t('rights.ask.section')} description={t('rights.tickets.text')}>
      <TextField
        label={t('rights.ask.askedBy')}
        hint={t('rights.ask.askedByHint')}
        {...text('askedBy')}
      />
      <LegalMomentFields
        name="ask"
        label={t('rights.ask.date')}
        timeZone={profile.timeZone}
        values={values}
        error={errorOf('date')}
        onChange={set}
      />
      <TextArea
        rows={4}
        label={t('rights.ask.wrong')}
        hint={t('rights.ask.wrongHint')}
        {...text('wrong')}
      />
      <TextArea
        rows={2}
        optional
        label={t('rights.ask.evidence')}
        hint={t('rights.ask.evidenceHint')}
        {...text('evidence')}
      />
    </Section>
  );
}
