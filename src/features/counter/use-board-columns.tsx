import type { Job } from '../../domain/outbox/job';
import type { RegisterRow } from '../../store/store';
import type { Column } from '../../ui/data/data-table';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { JobBadge } from '../outbox/job-badge';
import { serviceLabel } from '../shared/sop-words';
import { LegalClockBadge } from '../shared/legal-clock-badge';
import { useRequestColumns } from '../shared/use-request-columns';
import styles from './counter.module.css';

/** Columns of the open requests: who, what is next, who has it, time left, how the queue is. */
export function useBoardColumns(jobs: ReadonlyMap<string, Job>): readonly Column<RegisterRow>[] {
  const t = useMessages();
  const locale = useLocale();
  const { number, name, step, actor, due } = useRequestColumns();
  return [
    number,
    name,
    {
      key: 'service',
      header: t('register.column.service'),
      width: 'date',
      secondary: true,
      cell: ({ service }) => serviceLabel(service, locale),
    },
    step,
    // Room for the words of the clock: a long title is read by pointing at it.
    { ...actor, width: 'date' },
    {
      ...due,
      cell: (row) =>
        row.correctionDue === undefined ? (
          due.cell(row)
        ) : (
          <span className={styles.clocks}>
            {due.cell(row)}
            <LegalClockBadge named dueAt={row.correctionDue} endedAt={null} />
          </span>
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
