import { ArrowRight, CalendarX2, PenLine, Printer } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import type { RegisterRow } from '../../store/store';
import { classNames } from '../../ui/class-names';
import { Button } from '../../ui/controls/button';
import type { Column } from '../../ui/data/data-table';
import { formatShortDate } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useRequestColumns } from '../shared/use-request-columns';
import { useTimeContext, useToday } from '../shared/use-time-context';
import { useMay } from '../shared/use-permission';
import styles from './disposition.module.css';
import { isPastDeadline, type InboxRow } from './inbox';
import { UrgencyBadge } from './urgency-badge';
import { useOfficialName } from './use-official-name';
import type { PrintSheet } from './use-print-sheet';

/** Columns of an inbox: what it is, from whom, how urgent, until when, and what to do at once. */
export function useInboxColumns(print: PrintSheet): readonly Column<InboxRow>[] {
  const t = useMessages();
  const nameOf = useOfficialName();
  const { number, name, step, due } = useRequestColumns();
  return [
    ofRow(number),
    ofRow(name),
    ofRow(step),
    {
      key: 'from',
      header: t('disposition.column.from'),
      width: 'date',
      secondary: true,
      cell: ({ from }) => {
        const words = from === null ? t('disposition.column.fromDesk') : nameOf(from);
        return <span title={words}>{words}</span>;
      },
    },
    {
      key: 'urgency',
      header: t('disposition.column.urgency'),
      width: 'date',
      cell: ({ row }) =>
        row.disposition === null ? '' : <UrgencyBadge urgency={row.disposition.urgency} />,
    },
    {
      key: 'deadline',
      header: t('disposition.column.deadline'),
      width: 'date',
      cell: ({ row }) => <Deadline deadline={row.disposition?.deadline ?? null} />,
    },
    // Since when it waits stands in the badge's title.
    { ...ofRow(due), width: 'date', secondary: true },
    {
      key: 'actions',
      header: t('disposition.column.sheet'),
      width: 'medium',
      cell: (inbox) => <RowButtons inbox={inbox} print={print} />,
    },
  ];
}

function ofRow(column: Column<RegisterRow>): Column<InboxRow> {
  return { ...column, cell: ({ row }) => column.cell(row) };
}

function Deadline({ deadline }: { readonly deadline: string | null }) {
  const t = useMessages();
  const context = useTimeContext();
  const today = useToday();
  if (deadline === null) return '';
  const date = formatShortDate(deadline, context);
  const late = isPastDeadline(deadline, today);
  return (
    <span className={classNames(styles.deadline, late && styles.late)}>
      {late && <CalendarX2 size={14} aria-hidden="true" />}
      {late ? t('disposition.deadlineOver', { date }) : date}
    </span>
  );
}

function RowButtons({ inbox, print }: { readonly inbox: InboxRow; readonly print: PrintSheet }) {
  const t = useMessages();
  const navigate = useNavigate();
  const { pathname, search } = useLocation();
  const { why } = useMay('give-disposition');
  const { id, registerNumber } = inbox.row;
  return (
    <span className={styles.rowButtons}>
      {inbox.kind === 'to-work-on' && (
        <Button
          size="small"
          icon={ArrowRight}
          aria-label={t('disposition.open', { number: registerNumber })}
          onClick={(event) => {
            event.stopPropagation();
            void navigate(`/permohonan/${id}`);
          }}
        >
          {t('disposition.openShort')}
        </Button>
      )}
      {inbox.kind === 'to-dispose' && (
        <Button
          size="small"
          icon={PenLine}
          data-action="record-disposition"
          blocked={why}
          aria-label={t('disposition.recordOf', { number: registerNumber })}
          onClick={(event) => {
            event.stopPropagation();
            void navigate(`/permohonan/${id}/disposisi`, {
              state: { back: `${pathname}${search}` },
            });
          }}
        >
          {t('disposition.recordShort')}
        </Button>
      )}
      <Button
        size="small"
        variant="plain"
        icon={Printer}
        busy={print.busyId === id}
        data-action="print-sheet"
        aria-label={t('disposition.print')}
        title={t('disposition.print')}
        onClick={(event) => {
          event.stopPropagation();
          void print.print(id);
        }}
      />
    </span>
  );
}
