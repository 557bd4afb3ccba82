import { PencilLine } from 'lucide-react';
import type { Job } from '../../domain/outbox/job';
import type { RegisterRow } from '../../store/store';
import type { Column } from '../../ui/data/data-table';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { formatDateTime, formatShortDate } from '../../ui/format/date-time';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { JobBadge } from '../outbox/job-badge';
import { useLoket } from '../shared/loket-context';
import { MaskedNik } from '../shared/nik-value';
import { serviceLabel, stepWords } from '../shared/sop-words';
import { useTimeContext } from '../shared/use-time-context';
import type { RegisterLine } from './register-rows';

/** Columns of the register: number, day, person, NIK, unit, service, where it stands, queue. */
export function useRegisterColumns(
  jobs: ReadonlyMap<string, Job>,
): readonly Column<RegisterLine>[] {
  const t = useMessages();
  const locale = useLocale();
  return [
    {
      key: 'number',
      header: t('register.column.number'),
      width: 'date',
      cell: (line) => (line.kind === 'draft' ? t('register.draft') : line.row.registerNumber),
    },
    {
      key: 'arrived',
      header: t('register.column.arrived'),
      width: 'date',
      cell: (line) => <Arrived at={arrivalOf(line)} />,
    },
    {
      key: 'name',
      header: t('register.column.name'),
      width: 'medium',
      cell: (line) => nameOf(line) ?? t('intake.draft.nameless'),
    },
    {
      key: 'nik',
      header: t('intake.label.nik'),
      width: 'medium',
      secondary: true,
      cell: (line) => (
        <MaskedNik nik={line.kind === 'draft' ? line.nik.trim() : line.row.summary.nik} />
      ),
    },
    {
      key: 'service',
      header: t('register.column.service'),
      width: 'date',
      cell: (line) => (line.kind === 'draft' ? '' : serviceLabel(line.row.service, locale)),
    },
    {
      key: 'status',
      header: t('register.column.status'),
      width: 'fill',
      cell: (line) => <LineStatusCell line={line} />,
    },
    {
      key: 'queue',
      header: t('counter.column.queue'),
      width: 'medium',
      cell: ({ id }) => {
        const job = jobs.get(id);
        return job === undefined ? '' : <JobBadge job={job} />;
      },
    },
  ];
}

/** When the person came; a draft has no arrival yet and shows when it was kept. */
function arrivalOf(line: RegisterLine): string {
  return line.kind === 'draft' ? line.draft.updatedAt : line.row.arrivedAt;
}

function nameOf(line: RegisterLine): string | null {
  return line.kind === 'draft' ? line.name.trim() || null : line.row.summary.name;
}

function Arrived({ at }: { readonly at: string }) {
  const context = useTimeContext();
  return (
    <time dateTime={at} title={formatDateTime(at, context)}>
      {formatShortDate(at, context)}
    </time>
  );
}

function LineStatusCell({ line }: { readonly line: RegisterLine }) {
  const t = useMessages();
  if (line.kind === 'draft') {
    return <StatusBadge tone="warn" icon={PencilLine} label={t('register.status.draft')} />;
  }
  return <RequestStatus row={line.row} />;
}

function RequestStatus({ row }: { readonly row: RegisterRow }) {
  const t = useMessages();
  const { store } = useLoket();
  switch (row.status) {
    case 'open': {
      const words = stepWords(store.sops.find(row.sop), row.step);
      return <span title={words}>{words}</span>;
    }
    case 'completed':
      return <StatusBadge tone="good" label={t('register.status.completed')} />;
    case 'cancelled':
      return <StatusBadge tone="neutral" label={t('register.status.cancelled')} />;
  }
}
