import type { VisitTime } from '../../domain/sop/time-account';
import { translate, type Locale } from '../../messages/catalogue';
import type { Tone } from '../../ui/feedback/tone';
import { formatTimeOrDay, type TimeContext } from '../../ui/format/date-time';
import {
  formatStandardTime,
  formatWorkingLength,
  formatWorkingTime,
  formatWorkingTimeLeft,
} from '../../ui/format/duration';

/** Below so many working minutes at stake a clock shows every second. */
const CLOSE_MINUTES = 2;

/** How a visit stands, as a sign, a colour and words. */
export interface DueWords {
  readonly sign: 'clock' | 'late' | 'paused' | 'none';
  readonly tone: Tone;
  /** For a column: "12 menit lagi", "terlambat 2 jam kerja", "BSrE lewat 5 menit". */
  readonly label: string;
}

export interface DueSpeech {
  /** RFC 3339 UTC. */
  readonly now: string;
  readonly context: TimeContext;
  /** Of the office's calendar: what "1 hari kerja" is long. */
  readonly minutesPerDay: number;
}

/**
 * How the open visit of a step stands, in few words. Only the office's own time is called
 * late; what BSrE or the applicant lets go by is said of them, in a calmer colour.
 */
export function dueWords(visit: VisitTime, speech: DueSpeech): DueWords {
  const { locale } = speech.context;
  const standing = standingWords(visit, speech);
  if (visit.pausedSince === null) return standing;
  if (visit.standing === 'overdue') {
    const label = translate(locale, 'time.due.pausedLate', { late: standing.label });
    return { ...standing, sign: 'paused', label };
  }
  const time = formatTimeOrDay(visit.pausedSince, speech.now, speech.context);
  return { sign: 'paused', tone: 'info', label: translate(locale, 'time.due.paused', { time }) };
}

function standingWords(visit: VisitTime, { context, minutesPerDay }: DueSpeech): DueWords {
  const { locale } = context;
  const { side, left } = visit;
  if (left === null) {
    return { sign: 'none', tone: 'neutral', label: translate(locale, `time.due.none.${side}`) };
  }
  const words = formatWorkingTimeLeft(left, minutesPerDay, locale);
  if (left >= 0) {
    const label =
      side === 'office' ? words : translate(locale, `time.due.at.${side}`, { left: words });
    return { sign: 'clock', tone: 'neutral', label };
  }
  if (side === 'office') return { sign: 'late', tone: 'bad', label: words };
  const time = formatWorkingLength(-left, minutesPerDay, locale);
  return {
    sign: 'late',
    tone: 'warn',
    label: translate(locale, `time.due.past.${side}`, { time }),
  };
}

/** "terlambat 5 menit", "BSrE lewat 5 menit dari waktu baku"; null while nothing is overdue. */
export function pastWords(visit: VisitTime, minutesPerDay: number, locale: Locale): string | null {
  if (visit.left === null || visit.left >= 0) return null;
  const time = formatWorkingLength(-visit.left, minutesPerDay, locale);
  return translate(locale, `time.past.${visit.side}`, { time });
}

/** "12 menit dari baku 30 menit"; without a standard time that the SOP sets none. */
export function elapsedWords(visit: VisitTime, minutesPerDay: number, locale: Locale): string {
  const elapsed = formatWorkingTime(visit.elapsed, minutesPerDay, locale);
  return visit.target === null
    ? translate(locale, 'time.clock.noTarget', { elapsed })
    : translate(locale, 'time.clock.of', {
        elapsed,
        standard: formatStandardTime(visit.target, locale),
      });
}

/** Whether seconds matter: the clock runs, and little is left or a little is overdue. */
export function isClose(visit: VisitTime | null): boolean {
  if (visit === null || visit.left === null || visit.pausedSince !== null) return false;
  return Math.abs(visit.left) < CLOSE_MINUTES;
}

/** Whether the time taken is shown in seconds still. */
export function isJustOpened(visit: VisitTime | null): boolean {
  return visit !== null && visit.pausedSince === null && visit.elapsed < CLOSE_MINUTES;
}
