import { useNavigate } from 'react-router';
import type { RegisterRow } from '../../store/store';
import { useLive } from '../../store/use-live';
import { ButtonLink } from '../../ui/controls/button';
import { DataTable, type Column } from '../../ui/data/data-table';
import { Section } from '../../ui/data/section';
import { EmptyState } from '../../ui/feedback/empty-state';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { LegalClockBadge } from '../shared/legal-clock-badge';
import { useLoket } from '../shared/loket-context';
import { serviceLabel } from '../shared/sop-words';

/** Requests whose person waits for a correction, due first in front; opening goes to the data. */
export function CorrectionsPanel() {
  const t = useMessages();
  const navigate = useNavigate();
  const { store } = useLoket();
  const rows = useLive(() => store.requests.withOpenCorrections(), [store]);
  const columns = useColumns();
  if (rows === undefined) return null;
  return (
    <Section flush title={t('rights.tab.corrections')} description={t('rights.open.text')}>
      <DataTable
        label={t('rights.tab.corrections')}
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        onOpen={({ id }) => {
          void navigate(`/permohonan/${id}?bagian=data`);
        }}
        empty={
          <EmptyState
            title={t('rights.open.empty')}
            text={t('rights.open.emptyText')}
            action={<ButtonLink href="#/register">{t('rights.open.toRegister')}</ButtonLink>}
          />
        }
      />
    </Section>
  );
}

function useColumns(): readonly Column<RegisterRow>[] {
  const t = useMessages();
  const locale = useLocale();
  return [
    {
      key: 'number',
      header: t('register.column.number'),
      width: 'date',
      cell: ({ registerNumber }) => registerNumber,
    },
    {
      key: 'name',
      header: t('register.column.name'),
      width: 'fill',
      cell: ({ summary }) => summary.name,
    },
    {
      key: 'service',
      header: t('register.column.service'),
      width: 'medium',
      cell: ({ service }) => serviceLabel(service, locale),
    },
    {
      key: 'status',
      header: t('rights.column.status'),
      width: 'date',
      cell: ({ status }) => t(`rights.status.${status}`),
    },
    {
      key: 'due',
      header: t('rights.column.due'),
      width: 'wide',
      cell: ({ correctionDue }) =>
        correctionDue !== undefined && <LegalClockBadge dueAt={correctionDue} endedAt={null} />,
    },
  ];
}
