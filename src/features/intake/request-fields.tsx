import { timeZoneLabel } from '../../domain/numbering/local-date';
import type { Sop } from '../../domain/sop/sop';
import { Banner } from '../../ui/feedback/banner';
import { RadioGroup } from '../../ui/forms/radio-group';
import { Select } from '../../ui/forms/select';
import { TextArea } from '../../ui/forms/text-field';
import { useMessages, type Translate } from '../../ui/messages/use-messages';
import { EntryField } from './entry-field';
import { formFields } from './form-fields';
import { AnswerFields } from './answer-fields';
import { Row } from './form-section';
import { useIntakeScreen } from './intake-screen';
import { FormDate } from './record-fields';

/** The SOP's own title; with its office where two SOPs have the same. */
function sopLabel(t: Translate, sop: Sop, all: readonly Sop[]): string {
  const { title, office } = sop.identity;
  const isAlone = all.filter((other) => other.identity.title === title).length === 1;
  return isAlone ? title : t('intake.sopChoice', { title, office });
}

/** Which SOP is followed and when the person came; a correction changes neither. */
export function ArrivalFields() {
  const t = useMessages();
  const { form, sops, timeZone, wordsOf } = useIntakeScreen();
  return (
    <>
      <Row columns={1}>
        <Select
          label={t(formFields.sop)}
          placeholder={sops.length === 1 ? null : t('intake.sopChoose')}
          choices={sops.map((sop) => ({ value: sop.id, label: sopLabel(t, sop, sops) }))}
          {...wordsOf('sop')}
          {...form.register('sop', {
            // A reason belongs to its SOP.
            onChange: () => {
              form.setValue('reason.key', '');
            },
          })}
        />
      </Row>
      <Row columns="date-and-time">
        <FormDate path="arrival.date" />
        <EntryField path="arrival.time" inputMode="numeric" facts={[timeZoneLabel(timeZone)]} />
      </Row>
    </>
  );
}

/** Why the person comes, in the SOP's own words; nothing where the SOP knows no reasons. */
export function ReasonFields() {
  const t = useMessages();
  const { form, sop, values, kind, wordsOf } = useIntakeScreen();
  const reasons = sop?.reasons ?? [];
  return (
    <>
      {reasons.length > 0 && (
        <Row columns={1}>
          <RadioGroup
            label={t(formFields['reason.key'])}
            choices={reasons.map(({ key, label }) => ({ value: key, label }))}
            {...wordsOf('reason.key')}
            {...form.register('reason.key')}
          />
        </Row>
      )}
      <ResetNotice sop={sop} reason={values.reason.key} />
      <Row columns={1}>
        <TextArea
          rows={2}
          label={t(formFields['reason.note'])}
          {...wordsOf('reason.note', kind === 'intake' ? [t('intake.note.enterSaves')] : [])}
          {...form.register('reason.note')}
        />
      </Row>
    </>
  );
}

/**
 * Some SOPs revoke for a forgotten passphrase, which has no revocation reason of its own: in
 * the portal it is a reset today (ams-portal.md 2.4, pki.md). Said, never decided here.
 */
function ResetNotice({ sop, reason }: { readonly sop: Sop | null; readonly reason: string }) {
  const t = useMessages();
  const chosen = sop?.reasons.find(({ key }) => key === reason);
  if (sop?.service !== 'revocation' || chosen?.crlReasonCode !== null) return null;
  return (
    <Banner tone="info" title={t('intake.reset')}>
      {t('intake.resetText')}
    </Banner>
  );
}

/** Why the record is corrected: goes into the history of the request. */
export function CorrectionFields() {
  const t = useMessages();
  const { form, wordsOf } = useIntakeScreen();
  return (
    <>
      <AnswerFields />
      <Row columns={1}>
        <TextArea
          rows={2}
          label={t(formFields.correctionReason)}
          {...wordsOf('correctionReason', [t('intake.note.correction')])}
          {...form.register('correctionReason')}
        />
      </Row>
    </>
  );
}
