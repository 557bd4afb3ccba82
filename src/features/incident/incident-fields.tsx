import { dataKindSchema } from '../../domain/incident/incident-event';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { IncidentFailure } from '../../store/incident-store';
import { Section, Stack } from '../../ui/data/section';
import { Checkbox } from '../../ui/forms/radio-group';
import { TextArea, TextField } from '../../ui/forms/text-field';
import { useMessages } from '../../ui/messages/use-messages';
import { LegalMomentFields } from '../shared/legal-moment-fields';
import type { PlainForm } from '../shared/use-plain-form';
import { AffectedFields } from './affected-fields';
import type { IncidentField, IncidentProblem, IncidentValues } from './incident-values';
import styles from './incident.module.css';

export interface IncidentFieldsProps {
  readonly form: PlainForm<IncidentValues, IncidentFailure>;
  readonly profile: OfficeProfile;
  readonly problems: Partial<Record<IncidentField, IncidentProblem>>;
}

type TextName = 'title' | 'occurred' | 'how' | 'measures' | 'otherKinds' | 'count';

/** The form in the order of article 46: what and when, which data, whose, what is done. */
export function IncidentFields(props: IncidentFieldsProps) {
  const t = useMessages();
  const text = useText(props);
  return (
    <Stack>
      <Section title={t('incident.section.what')}>
        <KnownAt {...props} />
        <TextField {...text('title')} hint={t('incident.hint.title')} />
        <TextField {...text('occurred')} hint={t('incident.hint.occurred')} />
        <TextArea rows={3} {...text('how')} hint={t('incident.hint.how')} />
      </Section>
      <Section title={t('incident.section.data')}>
        <KindFields {...props} />
        {props.form.values.kinds.includes('other') && <TextField {...text('otherKinds')} />}
      </Section>
      <Section title={t('incident.section.whose')}>
        <AffectedFields {...props} />
        <TextField
          optional
          width="short"
          inputMode="numeric"
          {...text('count')}
          hint={t('incident.hint.count')}
        />
      </Section>
      <Section title={t('incident.section.measures')}>
        <TextArea rows={4} {...text('measures')} hint={t('incident.hint.measures')} />
      </Section>
    </Stack>
  );
}

function useText({ form, problems }: IncidentFieldsProps) {
  const t = useMessages();
  return (name: TextName) => {
    const problem = problems[name];
    return {
      name: `incident.${name}`,
      label: t(`incident.label.${name}`),
      value: form.values[name],
      error: problem === undefined ? undefined : t(`incident.problem.${problem}`),
      onChange: ({ target }: { readonly target: { readonly value: string } }) => {
        form.set({ [name]: target.value });
      },
    };
  };
}

/** When it became known; the deadline is told beside it. */
function KnownAt({ form, profile, problems }: IncidentFieldsProps) {
  const t = useMessages();
  return (
    <LegalMomentFields
      name="incident"
      label={t('incident.label.knownAt')}
      timeZone={profile.timeZone}
      values={form.values}
      error={problems.date && t(`incident.problem.${problems.date}`)}
      onChange={form.set}
    />
  );
}

function KindFields({ form, problems }: IncidentFieldsProps) {
  const t = useMessages();
  const { kinds } = form.values;
  return (
    <fieldset className={styles.ticks}>
      <legend>{t('incident.label.kinds')}</legend>
      {dataKindSchema.options.map((kind, index) => (
        <Checkbox
          key={kind}
          compact
          id={index === 0 ? 'incident.kinds' : undefined}
          name={`incident.kind.${kind}`}
          label={t(`incident.kind.${kind}`)}
          checked={kinds.includes(kind)}
          onChange={({ target }) => {
            const others = kinds.filter((one) => one !== kind);
            form.set({ kinds: target.checked ? [...others, kind] : others });
          }}
        />
      ))}
      <p className={styles.error} role="alert">
        {problems.kinds !== undefined && t(`incident.problem.${problems.kinds}`)}
      </p>
    </fieldset>
  );
}
