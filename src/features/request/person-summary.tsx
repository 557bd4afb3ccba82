import { Button } from '../../ui/controls/button';
import { KeyValueList } from '../../ui/data/key-value-list';
import { Section } from '../../ui/data/section';
import { groupNip } from '../../ui/format/numbers';
import { useMessages } from '../../ui/messages/use-messages';
import { NikValue } from '../shared/nik-value';
import type { OpenRequest } from './open-request';

/** Who it is about and why, in short. */
export function PersonSummary(props: { readonly open: OpenRequest; readonly onOpen: () => void }) {
  const t = useMessages();
  const { sop, state } = props.open;
  const { applicant, reason } = state.data;
  const label = sop.reasons.find(({ key }) => key === reason.key)?.label ?? reason.key;
  return (
    <Section
      title={t('field.applicant')}
      actions={
        <Button size="small" variant="plain" onClick={props.onOpen}>
          {t('request.data.all')}
        </Button>
      }
    >
      <KeyValueList
        entries={[
          { key: 'name', label: t('intake.label.name'), value: applicant.name },
          {
            key: 'nik',
            label: t('intake.label.nik'),
            value: <NikValue nik={applicant.nik} subject={state.id} />,
          },
          {
            key: 'nip',
            label: t('intake.label.nip'),
            value: groupNip(applicant.nip ?? ''),
            copyText: applicant.nip ?? undefined,
          },
          { key: 'unit', label: t('intake.label.unit'), value: applicant.unit },
          { key: 'phone', label: t('intake.label.phone'), value: applicant.phone },
          { key: 'email', label: t('intake.label.email'), value: applicant.email },
          { key: 'reason', label: t('field.reason'), value: label ?? '' },
          ...(reason.note === null
            ? []
            : [{ key: 'note', label: t('field.reason.note'), value: reason.note }]),
        ]}
      />
    </Section>
  );
}
