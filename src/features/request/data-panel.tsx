import { Ban, Pencil } from 'lucide-react';
import { useState } from 'react';
import type { MessageKey } from '../../messages/catalogue';
import { Button, ButtonLink } from '../../ui/controls/button';
import { KeyValueList, type KeyValue } from '../../ui/data/key-value-list';
import { Section, Stack } from '../../ui/data/section';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { formatDate, formatDateTime } from '../../ui/format/date-time';
import { groupNip, groupSerial } from '../../ui/format/numbers';
import { useLocale, useMessages, type Translate } from '../../ui/messages/use-messages';
import { TicketList } from '../rights/ticket-list';
import { NikValue } from '../shared/nik-value';
import { serviceLabel } from '../shared/sop-words';
import { useTimeContext } from '../shared/use-time-context';
import { useMay } from '../shared/use-permission';
import type { OpenRequest } from './open-request';
import styles from './request.module.css';
import type { RequestWork } from './use-request-work';

type PlainLabel = Extract<MessageKey, `intake.label.${string}` | 'field.arrivedAt' | 'field.ref'>;

function fact(
  t: Translate,
  label: PlainLabel,
  value: string | null,
  copyText?: string | null,
): KeyValue {
  return { key: label, label: t(label), value: value ?? '', copyText: copyText ?? undefined };
}

/** All that was recorded, in the order of the form; correction and cancelling beside it. */
export function DataPanel({
  open,
  work,
}: {
  readonly open: OpenRequest;
  readonly work: RequestWork;
}) {
  const { state } = open;
  return (
    <div className={styles.halves}>
      <Stack>
        <ApplicantFacts open={open} />
        <SuperiorFacts open={open} />
      </Stack>
      <Stack>
        <RequestFacts open={open} />
        <CertificateFacts open={open} />
        <TicketList request={state} onCommand={(command) => void work.execute(command)} />
        {state.status === 'open' && <CancelRequest open={open} work={work} />}
      </Stack>
    </div>
  );
}

interface FactsProps {
  readonly open: OpenRequest;
}

function ApplicantFacts({ open: { state } }: FactsProps) {
  const t = useMessages();
  const { why } = useMay('correct-request');
  const { applicant } = state.data;
  return (
    <Section
      title={t('intake.section.applicant')}
      actions={
        state.status === 'open' && (
          <ButtonLink
            size="small"
            icon={Pencil}
            kbd="E"
            href={`#/permohonan/${state.id}/koreksi`}
            blocked={why}
          >
            {t('request.correct')}
          </ButtonLink>
        )
      }
    >
      <KeyValueList
        entries={[
          {
            key: 'nik',
            label: t('intake.label.nik'),
            value: <NikValue nik={applicant.nik} subject={state.id} />,
          },
          fact(t, 'intake.label.name', applicant.name, applicant.name),
          fact(t, 'intake.label.personnel', t(`intake.personnel.${applicant.personnel}`)),
          fact(t, 'intake.label.nip', groupNip(applicant.nip ?? ''), applicant.nip),
          fact(t, 'intake.label.rank', applicant.rank),
          fact(t, 'intake.label.position', applicant.position),
          fact(t, 'intake.label.unit', applicant.unit),
          fact(t, 'intake.label.email', applicant.email, applicant.email),
          fact(t, 'intake.label.phone', applicant.phone, applicant.phone),
        ]}
      />
    </Section>
  );
}

function SuperiorFacts({ open: { state } }: FactsProps) {
  const t = useMessages();
  const { superior } = state.data;
  return (
    <Section title={t('intake.section.superior')}>
      <KeyValueList
        entries={[
          fact(t, 'intake.label.superiorName', superior?.name ?? null),
          fact(t, 'intake.label.superiorNip', groupNip(superior?.nip ?? ''), superior?.nip),
          fact(t, 'intake.label.superiorRank', superior?.rank ?? null),
          fact(t, 'intake.label.superiorPosition', superior?.position ?? null),
        ]}
      />
    </Section>
  );
}

function RequestFacts({ open: { state, sop } }: FactsProps) {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const { reason } = state.data;
  const label = sop.reasons.find(({ key }) => key === reason.key)?.label ?? reason.key;
  const ref = state.origin.kind === 'import' ? state.origin.ref : null;
  return (
    <Section title={t('request.data.request')}>
      <KeyValueList
        entries={[
          {
            key: 'number',
            label: t('request.data.number'),
            value: state.registerNumber,
            copyText: state.registerNumber,
          },
          ...(ref === null ? [] : [fact(t, 'field.ref', ref)]),
          fact(t, 'field.arrivedAt', formatDateTime(state.arrivedAt, context)),
          fact(t, 'intake.label.sop', serviceLabel(state.service, locale)),
          { key: 'sop', label: t('request.data.sop'), value: sop.identity.number },
          fact(t, 'intake.label.reason', label),
          fact(t, 'intake.label.note', reason.note),
        ]}
      />
    </Section>
  );
}

function CertificateFacts({ open: { state } }: FactsProps) {
  const t = useMessages();
  const context = useTimeContext();
  const { subjectDn, serialNumber, notAfter } = state.data.certificate;
  return (
    <Section title={t('intake.section.certificate')}>
      <KeyValueList
        entries={[
          fact(t, 'intake.label.subjectDn', subjectDn, subjectDn),
          fact(t, 'intake.label.serialNumber', groupSerial(serialNumber ?? ''), serialNumber),
          fact(
            t,
            'intake.label.notAfter',
            notAfter === null ? null : formatDate(notAfter, context),
          ),
        ]}
      />
    </Section>
  );
}

function CancelRequest({ open, work }: { readonly open: OpenRequest; readonly work: RequestWork }) {
  const t = useMessages();
  const { why } = useMay('cancel-request');
  const [asking, setAsking] = useState(false);
  return (
    <div className={styles.cancel}>
      <Button
        icon={Ban}
        data-action="cancel-request"
        blocked={why}
        onClick={() => {
          setAsking(true);
        }}
      >
        {t('request.cancel')}
      </Button>
      <ReasonDialog
        open={asking}
        title={t('request.cancel.title', { number: open.state.registerNumber })}
        description={t('request.cancel.text')}
        confirmLabel={t('request.cancel')}
        destructive
        suggestions={[t('request.cancel.withdrawn'), t('request.cancel.wrongPerson')]}
        onClose={() => {
          setAsking(false);
        }}
        onConfirm={(reason) => {
          setAsking(false);
          void work.execute({ command: 'cancel-request', reason });
        }}
      />
    </div>
  );
}
