import type { RegisterRow } from '../../store/store';
import type { Column } from '../../ui/data/data-table';
import { formatDateTime, formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { DueBadge } from './due-badge';
import { useLoket } from './loket-context';
import { actorLabel, stepWords } from './sop-words';
import { useNow, useTimeContext } from './use-time-context';

/** Columns every list of open requests has. */
export interface RequestColumns {
  readonly number: Column<RegisterRow>;
  readonly name: Column<RegisterRow>;
  /** The open step in the SOP's own words. */
  readonly step: Column<RegisterRow>;
  /** Who has it. */
  readonly actor: Column<RegisterRow>;
  readonly since: Column<RegisterRow>;
  /** How the open step stands against its standard time. */
  readonly due: Column<RegisterRow>;
}

/** The columns in the screen's language and the office's time. */
export function useRequestColumns(): RequestColumns {
  const t = useMessages();
  const { store } = useLoket();
  return {
    number: {
      key: 'number',
      header: t('register.column.number'),
      width: 'date',
      cell: ({ registerNumber }) => registerNumber,
    },
    name: {
      key: 'name',
      header: t('register.column.name'),
      width: 'medium',
      cell: ({ summary }) => summary.name,
    },
    step: {
      key: 'step',
      header: t('counter.column.step'),
      width: 'fill',
      cell: (row) => stepWords(store.sops.find(row.sop), row.step),
    },
    actor: {
      key: 'actor',
      header: t('counter.column.actor'),
      width: 'medium',
      secondary: true,
      cell: (row) => actorLabel(store.sops.find(row.sop), row.actor),
    },
    since: {
      key: 'since',
      header: t('counter.column.since'),
      width: 'date',
      cell: ({ stepSince }) => <Since at={stepSince} />,
    },
    due: {
      key: 'due',
      header: t('time.column.due'),
      width: 'wide',
      cell: (row) => <DueBadge sop={store.sops.find(row.sop)} visit={row} />,
    },
  };
}

function Since({ at }: { readonly at: string }) {
  const context = useTimeContext();
  const now = useNow();
  return (
    <time dateTime={at} title={formatDateTime(at, context)}>
      {formatTimeOrDay(at, now, context)}
    </time>
  );
}
