import type { OverdueRow } from '../../store/retention-store';
import type { Column } from '../../ui/data/data-table';
import { formatShortDate } from '../../ui/format/date-time';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { serviceLabel } from '../shared/sop-words';
import { useTimeContext } from '../shared/use-time-context';
import styles from './retention.module.css';

/** How rows are chosen; rows that are not free show why instead. */
export interface Choice {
  readonly isChosen: (row: OverdueRow) => boolean;
  readonly isFree: (row: OverdueRow) => boolean;
  readonly toggle: (row: OverdueRow) => void;
}

/** Number, service, end, end of retention, and what keeps it from being destroyed. */
export function useOverdueColumns(choice: Choice | null): readonly Column<OverdueRow>[] {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const note = ({ hold, listed, status }: OverdueRow): string => {
    if (hold !== null) return t('retention.held', { reason: hold.reason });
    if (listed) return t('retention.listed');
    return status === 'cancelled' ? t('retention.cancelled') : '';
  };
  const facts: readonly Column<OverdueRow>[] = [
    {
      key: 'number',
      header: t('retention.column.number'),
      width: 'date',
      cell: ({ id, registerNumber }) => <NumberLink id={id} registerNumber={registerNumber} />,
    },
    {
      key: 'service',
      header: t('retention.column.service'),
      width: 'medium',
      cell: ({ service }) => serviceLabel(service, locale),
    },
    {
      key: 'ended',
      header: t('retention.column.ended'),
      width: 'date',
      cell: ({ endedAt }) => formatShortDate(endedAt, context),
    },
    {
      key: 'until',
      header: t('retention.column.until'),
      width: 'medium',
      // A day of the calendar, the same in every zone.
      cell: ({ until }) => formatShortDate(`${until}T00:00:00Z`, { ...context, timeZone: 'UTC' }),
    },
    { key: 'note', header: t('retention.column.note'), width: 'fill', cell: note },
  ];
  if (choice === null) return facts;
  const box: Column<OverdueRow> = {
    key: 'chosen',
    header: t('retention.column.chosen'),
    width: 'narrow',
    cell: (row) => (
      <input
        type="checkbox"
        className={styles.box}
        aria-label={t('retention.choose', { number: row.registerNumber })}
        checked={choice.isChosen(row) && choice.isFree(row)}
        disabled={!choice.isFree(row)}
        onClick={(event) => {
          // The row's own click would take it back.
          event.stopPropagation();
        }}
        onChange={() => {
          choice.toggle(row);
        }}
      />
    ),
  };
  return [box, ...facts];
}

function NumberLink({ id, registerNumber }: Pick<OverdueRow, 'id' | 'registerNumber'>) {
  return (
    <a
      href={`#/permohonan/${id}`}
      onClick={(event) => {
        event.stopPropagation();
      }}
    >
      {registerNumber}
    </a>
  );
}
