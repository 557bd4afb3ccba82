import type { Column } from '../../ui/data/data-table';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { formatTypedDate } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { letterTitle } from '../shared/sop-words';
import type { BookLine } from './book-lines';

/** Columns of the book: place, number, date, what it stands on, where it stands. */
export function useBookColumns(): readonly Column<BookLine>[] {
  const t = useMessages();
  return [
    {
      key: 'place',
      header: t('letterDesk.book.column.place'),
      width: 'narrow',
      numeric: true,
      cell: ({ place }) => place,
    },
    {
      key: 'number',
      header: t('letterDesk.book.column.number'),
      width: 'wide',
      cell: (line) => numberOf(line)?.number ?? '—',
    },
    {
      key: 'date',
      header: t('letterDesk.book.column.date'),
      width: 'date',
      cell: (line) => {
        const date = numberOf(line)?.date;
        return date === undefined ? '—' : formatTypedDate(date);
      },
    },
    {
      key: 'what',
      header: t('letterDesk.book.column.what'),
      width: 'fill',
      cell: (line) => {
        if (line.kind === 'letter') return letterTitle(line.row.letter);
        return line.kind === 'reservation' ? purposeOf(line.reservation) : '';
      },
    },
    {
      key: 'state',
      header: t('letterDesk.book.column.state'),
      width: 'medium',
      cell: (line) => <BookState line={line} />,
    },
  ];
}

function numberOf(line: BookLine): { readonly number: string; readonly date: string } | null {
  if (line.kind === 'letter') return line.row;
  return line.kind === 'reservation' ? line.reservation : null;
}

function purposeOf({ purpose, note }: Extract<BookLine, { kind: 'reservation' }>['reservation']) {
  return note === null ? purpose : `${purpose} · ${note}`;
}

function BookState({ line }: { readonly line: BookLine }) {
  const t = useMessages();
  if (line.kind === 'letter') return line.row.registerNumber;
  if (line.kind === 'gone') {
    return <StatusBadge tone="neutral" label={t('letterDesk.book.state.gone')} />;
  }
  const { status } = line.reservation;
  // Taken by a letter that does not open here any more.
  if (status !== 'spent' && !line.isFree) {
    return <StatusBadge tone="neutral" label={t('letterDesk.book.state.gone')} />;
  }
  return (
    <StatusBadge
      tone={status === 'reserved' ? 'warn' : 'neutral'}
      label={t(`letterDesk.book.state.${status}`)}
    />
  );
}
