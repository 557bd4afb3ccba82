import {
  isWorkingTime,
  nextOpening,
  yearsUnknown,
  type WorkingCalendar,
} from '../../domain/calendar/working-calendar';
import { openVisitTime, type VisitTime } from '../../domain/sop/time-account';
import { formatTimeOrDay } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { DueLabel } from '../shared/due-badge';
import { dueWords, elapsedWords, isClose, isJustOpened } from '../shared/due-words';
import { useTickingNow } from '../shared/use-ticking-now';
import { useTimeContext } from '../shared/use-time-context';
import { useWorkingCalendar } from '../shared/use-working-calendar';
import type { OpenRequest } from './open-request';
import styles from './step-time.module.css';

/** The running clock of the open step: how it stands, time taken of the standard, due time. */
export function StepClock({ open: { sop, state } }: { readonly open: OpenRequest }) {
  const t = useMessages();
  const context = useTimeContext();
  const calendar = useWorkingCalendar();
  const timeAt = (at: string) => openVisitTime(sop, state, calendar, at);
  const now = useTickingNow((at) => {
    const time = timeAt(at);
    return isClose(time) || (isJustOpened(time) && isWorkingTime(calendar, at));
  });
  const time = timeAt(now);
  if (time === null) return null;
  const { minutesPerDay } = calendar;
  return (
    <div role="timer" aria-label={t('time.clock')} className={styles.clock}>
      <DueLabel words={dueWords(time, { now, context, minutesPerDay })} />
      <span>{elapsedWords(time, minutesPerDay, context.locale)}</span>
      <time dateTime={time.since} className={styles.faint}>
        {t('time.clock.since', { time: formatTimeOrDay(time.since, now, context) })}
      </time>
      {time.dueAt !== null && time.pausedSince === null && (
        <time dateTime={time.dueAt}>
          {t('time.clock.due', { time: formatTimeOrDay(time.dueAt, now, context) })}
        </time>
      )}
      <ClockNote time={time} calendar={calendar} now={now} />
    </div>
  );
}

/** Why the clock stands by itself, or may be wrong; nothing else. */
function ClockNote(props: {
  readonly time: VisitTime;
  readonly calendar: WorkingCalendar;
  readonly now: string;
}) {
  const t = useMessages();
  const context = useTimeContext();
  const { time, calendar, now } = props;
  const opening = nextOpening(calendar, now);
  const unknown = time.dueAt === null ? [] : yearsUnknown(calendar, time.since, time.dueAt);
  if (opening === null) return <span className={styles.faint}>{t('time.clock.neverOpen')}</span>;
  return (
    <>
      {time.pausedSince === null && !isWorkingTime(calendar, now) && (
        <span className={styles.faint}>
          {t('time.clock.outside', { time: formatTimeOrDay(opening, now, context) })}
        </span>
      )}
      {unknown.length > 0 && (
        <span className={styles.over}>
          {t('time.clock.yearUnknown', { years: unknown.join(', ') })}
        </span>
      )}
    </>
  );
}
