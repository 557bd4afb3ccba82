import { CircleCheck, Clock, ClockAlert, type LucideIcon } from 'lucide-react';
import { clockUntil, type ClockStanding, type LegalClock } from '../../domain/privacy/legal-clock';
import { translate, type Locale } from '../../messages/catalogue';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { Tone } from '../../ui/feedback/tone';
import { formatDateTime } from '../../ui/format/date-time';
import { formatDuration } from '../../ui/format/duration';
import { useMessages } from '../../ui/messages/use-messages';
import { useNow, useTimeContext } from './use-time-context';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const signs = {
  running: { tone: 'neutral', icon: Clock },
  close: { tone: 'warn', icon: Clock },
  overdue: { tone: 'bad', icon: ClockAlert },
  met: { tone: 'good', icon: CircleCheck },
  missed: { tone: 'warn', icon: ClockAlert },
} as const satisfies Readonly<Record<ClockStanding, { tone: Tone; icon: LucideIcon }>>;

/** How the clock of 3 x 24 hours stands, in few words: "2 hari 3 jam lagi", "lewat 5 jam". */
export function legalClockWords({ left, standing }: LegalClock, locale: Locale): string {
  const time = spanWords(Math.abs(left), locale);
  switch (standing) {
    case 'running':
    case 'close':
      return translate(locale, 'rights.clock.left', { time });
    case 'overdue':
      return translate(locale, 'rights.clock.overdue', { time });
    case 'met':
      return translate(locale, 'rights.clock.met');
    case 'missed':
      return translate(locale, 'rights.clock.missed', { time });
  }
}

/** From a day on days and hours: a deadline of three days is not told in whole days alone. */
function spanWords(milliseconds: number, locale: Locale): string {
  if (milliseconds < DAY) return formatDuration(milliseconds, locale);
  const days = Math.floor(milliseconds / DAY);
  const hours = Math.floor((milliseconds - days * DAY) / HOUR);
  return hours === 0
    ? translate(locale, 'ui.time.days', { count: days })
    : translate(locale, 'rights.clock.daysHours', { days, hours });
}

export interface LegalClockBadgeProps {
  /** RFC 3339. */
  readonly dueAt: string;
  /** When it was done; null while it is not. */
  readonly endedAt: string | null;
  /** Says what the clock is of, where the badge stands alone. */
  readonly named?: boolean | undefined;
}

/** A deadline of 3 x 24 hours with sign, colour and words; the moment it is due by pointing. */
export function LegalClockBadge({ dueAt, endedAt, named }: LegalClockBadgeProps) {
  const t = useMessages();
  const context = useTimeContext();
  const clock = clockUntil(dueAt, endedAt, useNow());
  const words = legalClockWords(clock, context.locale);
  const due = t('rights.clock.due', { time: formatDateTime(dueAt, context) });
  return (
    <span title={due} data-legal-clock={clock.standing}>
      <StatusBadge
        {...signs[clock.standing]}
        label={named === true ? t('rights.badge', { clock: words }) : words}
      />
    </span>
  );
}
