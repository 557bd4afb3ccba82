import { useNavigate } from 'react-router';
import type { TrailFilter, TrailRow } from '../../store/trail-store';
import { Button } from '../../ui/controls/button';
import { DataTable, type Column } from '../../ui/data/data-table';
import { Banner } from '../../ui/feedback/banner';
import { EmptyState } from '../../ui/feedback/empty-state';
import { formatClock, formatShortDate } from '../../ui/format/date-time';
import { formatCount } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { useTimeContext } from '../shared/use-time-context';
import styles from './trail.module.css';
import { trailWords } from './trail-words';
import { useTrailList } from './use-trail-list';
import { useTrailSpeech } from './use-trail-speech';

interface TrailTableProps {
  readonly filter: TrailFilter;
  readonly onClear: () => void;
}

/** The events of the trail, newest first; opening a row opens its request. */
export function TrailTable({ filter, onClear }: TrailTableProps) {
  const t = useMessages();
  const navigate = useNavigate();
  const { rows, looking, failed, more } = useTrailList(filter);
  const columns = useTrailColumns();
  if (failed) {
    return (
      <Banner tone="bad" title={t('trail.unread')}>
        {t('trail.unreadText')}
      </Banner>
    );
  }
  if (rows === undefined) return <p className={styles.looking}>{t('trail.looking')}</p>;
  return (
    <DataTable
      label={t('trail.title')}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
      onOpen={({ subject }) => {
        if (subject !== null) void navigate(`/permohonan/${subject.id}`);
      }}
      onMore={more ?? undefined}
      loadingMore={looking}
      empty={
        <EmptyState
          title={t('trail.empty')}
          text={t('trail.emptyText')}
          action={<Button onClick={onClear}>{t('trail.filter.clear')}</Button>}
        />
      }
    />
  );
}

function useTrailColumns(): readonly Column<TrailRow>[] {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const speech = useTrailSpeech();
  return [
    {
      key: 'sequence',
      header: t('trail.column.sequence'),
      width: 'narrow',
      numeric: true,
      cell: ({ sequence }) => formatCount(sequence, locale),
    },
    {
      key: 'at',
      header: t('trail.column.at'),
      width: 'medium',
      cell: (row) => {
        const { at } = trailWords(row, speech);
        return at === null ? '—' : `${formatShortDate(at, context)} ${formatClock(at, context)}`;
      },
    },
    {
      key: 'who',
      header: t('trail.column.who'),
      width: 'medium',
      cell: (row) => {
        const { who, desk } = trailWords(row, speech);
        return [who, desk].filter((word) => word !== '').join(' · ');
      },
    },
    {
      key: 'number',
      header: t('trail.column.number'),
      width: 'date',
      cell: ({ subject }) => subject?.registerNumber ?? '—',
    },
    {
      key: 'what',
      header: t('trail.column.what'),
      width: 'fill',
      cell: (row) => {
        const { title, details } = trailWords(row, speech);
        return [title, ...details].join(' · ');
      },
    },
  ];
}
