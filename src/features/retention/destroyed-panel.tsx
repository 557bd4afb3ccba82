import { useState } from 'react';
import type { DestroyedRequest } from '../../store/retention-store';
import { useLive } from '../../store/use-live';
import { DataTable, type Column } from '../../ui/data/data-table';
import { Section } from '../../ui/data/section';
import { EmptyState } from '../../ui/feedback/empty-state';
import { formatShortDate } from '../../ui/format/date-time';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useReportWords } from '../shared/destroyed-note';
import { useLoket } from '../shared/loket-context';
import { serviceLabel } from '../shared/sop-words';
import { useTimeContext } from '../shared/use-time-context';

const PAGE = 100;

/** What is left of destroyed requests, latest arrivals first. */
export function DestroyedPanel() {
  const t = useMessages();
  const { store } = useLoket();
  const [pages, setPages] = useState(1);
  const read = useLive(() => store.retention.destroyed(null, pages * PAGE), [store, pages]);
  const columns = useDestroyedColumns();
  if (read === undefined) return null;
  return (
    <Section title={t('retention.destroyed')} flush>
      <DataTable
        label={t('retention.destroyed')}
        columns={columns}
        rows={read.rows}
        rowKey={({ id }) => id}
        // There is nothing left to open.
        onOpen={() => undefined}
        onMore={
          read.next === null
            ? undefined
            : () => {
                setPages(pages + 1);
              }
        }
        empty={
          <EmptyState
            title={t('retention.destroyedEmpty')}
            text={t('retention.destroyedEmptyText')}
          />
        }
      />
    </Section>
  );
}

function useDestroyedColumns(): readonly Column<DestroyedRequest>[] {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const reportWords = useReportWords();
  return [
    {
      key: 'number',
      header: t('retention.column.number'),
      width: 'date',
      cell: ({ registerNumber }) => registerNumber,
    },
    {
      key: 'service',
      header: t('retention.column.service'),
      width: 'medium',
      cell: ({ service }) => serviceLabel(service, locale),
    },
    {
      key: 'arrived',
      header: t('retention.column.arrived'),
      width: 'date',
      cell: ({ arrivedAt }) => formatShortDate(arrivedAt, context),
    },
    {
      key: 'ended',
      header: t('retention.column.ended'),
      width: 'date',
      cell: ({ endedAt }) => formatShortDate(endedAt, context),
    },
    {
      key: 'report',
      header: t('retention.column.report'),
      width: 'fill',
      cell: ({ report }) => reportWords(report),
    },
  ];
}
