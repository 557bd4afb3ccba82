import { Clock, ClockAlert, Minus, Pause, type LucideIcon } from 'lucide-react';
import { openVisitTime, type OpenVisit } from '../../domain/sop/time-account';
import type { Sop } from '../../domain/sop/sop';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { formatDateTime } from '../../ui/format/date-time';
import { formatWorkingTime } from '../../ui/format/duration';
import { useMessages } from '../../ui/messages/use-messages';
import { dueWords, isClose, type DueWords } from './due-words';
import { useTickingNow } from './use-ticking-now';
import { useTimeContext } from './use-time-context';
import { useWorkingCalendar } from './use-working-calendar';

const signs = {
  clock: Clock,
  late: ClockAlert,
  paused: Pause,
  none: Minus,
} as const satisfies Record<DueWords['sign'], LucideIcon>;

/** The words of a clock with their sign and colour. */
export function DueLabel({ words: { tone, sign, label } }: { readonly words: DueWords }) {
  return <StatusBadge tone={tone} icon={signs[sign]} label={label} />;
}

/**
 * How the open step of a request stands: time left, overdue, paused, or with whom it is; read
 * from its state or its register row. Nothing where no step is open.
 */
export function DueBadge({
  sop,
  visit,
}: {
  readonly sop: Sop | undefined;
  readonly visit: OpenVisit;
}) {
  const t = useMessages();
  const context = useTimeContext();
  const calendar = useWorkingCalendar();
  const timeAt = (at: string) =>
    sop === undefined ? null : openVisitTime(sop, visit, calendar, at);
  const now = useTickingNow((at) => isClose(timeAt(at)));
  const time = timeAt(now);
  if (time === null) return null;
  const { minutesPerDay } = calendar;
  const since = formatDateTime(time.since, context);
  const title =
    time.dueAt === null || time.pausedSince !== null
      ? t('time.due.title', {
          since,
          elapsed: formatWorkingTime(time.elapsed, minutesPerDay, context.locale),
        })
      : t('time.due.titleDue', { since, due: formatDateTime(time.dueAt, context) });
  const words = dueWords(time, { now, context, minutesPerDay });
  return (
    <span title={`${words.label}. ${title}`} data-due={time.standing}>
      <DueLabel words={words} />
    </span>
  );
}
