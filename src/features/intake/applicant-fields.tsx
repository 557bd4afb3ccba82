import { personnelSchema } from '../../domain/request/request-data';
import { RadioGroup } from '../../ui/forms/radio-group';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { EntryField } from './entry-field';
import { FormSection, Row } from './form-section';
import { formFields } from './form-fields';
import { nipFacts, phoneFacts } from './identifier-facts';
import { useIntakeScreen } from './intake-screen';
import { NikEntry } from './nik-entry';

/** The person at the counter, in the order of the paper form. */
export function ApplicantFields() {
  const t = useMessages();
  const locale = useLocale();
  const { form, values, wordsOf } = useIntakeScreen();
  const { nip, phone, personnel } = values.applicant;
  const isNonAsn = personnel === 'non-asn';
  const ofNip = isNonAsn ? [t('intake.note.nonAsn')] : nipFacts(nip, { t, locale });
  return (
    <FormSection title={t('intake.section.applicant')}>
      <Row>
        <NikEntry />
        <EntryField path="applicant.name" />
      </Row>
      <Row>
        <RadioGroup
          inline
          label={t(formFields['applicant.personnel'])}
          choices={personnelSchema.options.map((value) => ({
            value,
            label: t(`intake.personnel.${value}`),
          }))}
          {...wordsOf('applicant.personnel')}
          {...form.register('applicant.personnel')}
        />
        <EntryField path="applicant.nip" inputMode="numeric" disabled={isNonAsn} facts={ofNip} />
      </Row>
      <Row columns={3}>
        <EntryField path="applicant.rank" optional />
        <EntryField path="applicant.position" />
        <EntryField path="applicant.unit" />
      </Row>
      <Row>
        <EntryField path="applicant.email" inputMode="email" />
        <EntryField path="applicant.phone" inputMode="tel" facts={phoneFacts(phone, { t })} />
      </Row>
    </FormSection>
  );
}
