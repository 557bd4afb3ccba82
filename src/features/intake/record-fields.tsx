import { Controller } from 'react-hook-form';
import { DateField } from '../../ui/forms/date-field';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { EntryField } from './entry-field';
import { formFields } from './form-fields';
import { FormSection, Row } from './form-section';
import { nipFacts } from './identifier-facts';
import { useIntakeScreen } from './intake-screen';

/** Who signs the recommendation; left out as a whole where the applicant has none yet. */
export function SuperiorFields() {
  const t = useMessages();
  const locale = useLocale();
  const { values } = useIntakeScreen();
  return (
    <FormSection title={t('intake.section.superior')} optional>
      <Row>
        <EntryField path="superior.name" />
        <EntryField
          path="superior.nip"
          inputMode="numeric"
          facts={nipFacts(values.superior.nip, { t, locale })}
        />
      </Row>
      <Row>
        <EntryField path="superior.rank" />
        <EntryField path="superior.position" />
      </Row>
    </FormSection>
  );
}

/** The certificate concerned, as far as the applicant knows it. */
export function CertificateFields() {
  const t = useMessages();
  return (
    <FormSection title={t('intake.section.certificate')} optional>
      <Row columns={3}>
        <EntryField path="certificate.subjectDn" />
        <EntryField path="certificate.serialNumber" />
        <FormDate path="certificate.notAfter" />
      </Row>
    </FormSection>
  );
}

/** A date of the form, typed as people write dates. */
export function FormDate({ path }: { readonly path: 'certificate.notAfter' | 'arrival.date' }) {
  const t = useMessages();
  const { form, wordsOf } = useIntakeScreen();
  return (
    <Controller
      control={form.control}
      name={path}
      render={({ field }) => (
        <DateField
          compact
          width="full"
          label={t(formFields[path])}
          {...wordsOf(path)}
          name={field.name}
          ref={field.ref}
          value={field.value}
          onValueChange={field.onChange}
          onBlur={field.onBlur}
        />
      )}
    />
  );
}
