import { CalendarX2, PenLine, Printer } from 'lucide-react';
import { useLocation, useNavigate } from 'react-router';
import { localDate } from '../../domain/numbering/local-date';
import type { RegisterRow } from '../../store/store';
import { classNames } from '../../ui/class-names';
import { Button } from '../../ui/controls/button';
import type { Column } from '../../ui/data/data-table';
import { formatShortDate } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { useRequestColumns } from '../shared/use-request-columns';
import { useTimeContext } from '../shared/use-time-context';
import styles from './disposition.module.css';
import { isPastDeadline, type InboxRow } from './inbox';
import { UrgencyBadge } from './urgency-badge';
import type { PrintSheet } from './use-print-sheet';

/** Columns of an inbox: what it is, how urgent, until when, and what can be done at once. */
export function useInboxColumns(print: PrintSheet): readonly Column<InboxRow>[] {
  const t = useMessages();
  const { number, name, step, due } = useRequestColumns();
  return [
    ofRow(number),
    ofRow(name),
    ofRow(step),
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
    { ...ofRow(due), width: 'medium', secondary: true },
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
  const { now } = useLoket();
  const context = useTimeContext();
  const { office } = useLoket();
  if (deadline === null) return '';
  const today = localDate(now(), office.profile?.timeZone ?? 'Asia/Jakarta').isoDate;
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
  const { id } = inbox.row;
  return (
    <span className={styles.rowButtons}>
      {inbox.kind === 'to-work-on' && (
        <span className={styles.toWorkOn}>{t('disposition.toWorkOn')}</span>
      )}
      {inbox.kind === 'to-dispose' && (
        <Button
          size="small"
          icon={PenLine}
          data-action="record-disposition"
          onClick={(event) => {
            event.stopPropagation();
            void navigate(`/permohonan/${id}/disposisi`, {
              state: { back: `${pathname}${search}` },
            });
          }}
        >
          {t('disposition.record')}
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
