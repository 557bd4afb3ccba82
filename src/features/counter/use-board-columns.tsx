import type { Job } from '../../domain/outbox/job';
import type { RegisterRow } from '../../store/store';
import type { Column } from '../../ui/data/data-table';
import { formatDateTime, formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { JobBadge } from '../outbox/job-badge';
import { useLoket } from '../shared/loket-context';
import { actorLabel, serviceLabel, stepWords } from '../shared/sop-words';
import { useNow, useTimeContext } from '../shared/use-time-context';

/** Columns of the open requests: who, what is next, who has it, since when, how the queue is. */
export function useBoardColumns(
  jobs: ReadonlyMap<string, Job>,
): readonly Column<RegisterRow>[] {
  const t = useMessages();
  const { store } = useLoket();
  const context = useTimeContext();
  const now = useNow();
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
      width: 'wide',
      cell: ({ summary }) => summary.name,
    },
    {
      key: 'service',
      header: t('register.column.service'),
      width: 'date',
      secondary: true,
      cell: ({ service }) => serviceLabel(service, context.locale),
    },
    {
      key: 'step',
      header: t('counter.column.step'),
      width: 'fill',
      cell: (row) => stepWords(store.sops.find(row.sop), row.step),
    },
    {
      key: 'actor',
      header: t('counter.column.actor'),
      width: 'medium',
      cell: (row) => actorLabel(store.sops.find(row.sop), row.actor),
    },
    {
      key: 'since',
      header: t('counter.column.since'),
      width: 'date',
      cell: ({ stepSince }) => (
        <time dateTime={stepSince} title={formatDateTime(stepSince, context)}>
          {formatTimeOrDay(stepSince, now, context)}
        </time>
      ),
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
