import { translate, type Locale } from '../../messages/catalogue';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

/** Distance of a moment from now, both in epoch milliseconds: "12 menit lagi", "3 jam lalu". */
export function formatDistance(at: number, now: number, locale: Locale = 'id'): string {
  const left = at >= now;
  const size = Math.abs(at - now);
  if (size < 5 * second) {
    return translate(locale, 'ui.time.now');
  }
  if (size < minute) {
    const count = Math.round(size / second);
    return translate(locale, left ? 'ui.time.secondsLeft' : 'ui.time.secondsAgo', { count });
  }
  // Time left is rounded up and time passed down: neither promises more than there is.
  const round = left ? Math.ceil : Math.floor;
  if (size < hour) {
    const count = round(size / minute);
    return translate(locale, left ? 'ui.time.minutesLeft' : 'ui.time.minutesAgo', { count });
  }
  if (size < day) {
    const count = round(size / hour);
    return translate(locale, left ? 'ui.time.hoursLeft' : 'ui.time.hoursAgo', { count });
  }
  const count = round(size / day);
  return translate(locale, left ? 'ui.time.daysLeft' : 'ui.time.daysAgo', { count });
}

/** Length of a span in milliseconds: "45 detik", "12 menit", "2 jam 5 menit", "3 hari". */
export function formatDuration(milliseconds: number, locale: Locale = 'id'): string {
  const size = Math.max(0, milliseconds);
  if (size < minute) {
    return translate(locale, 'ui.time.seconds', { count: Math.round(size / second) });
  }
  if (size < hour) {
    return translate(locale, 'ui.time.minutes', { count: Math.round(size / minute) });
  }
  if (size >= day) {
    return translate(locale, 'ui.time.days', { count: Math.floor(size / day) });
  }
  const all = Math.round(size / minute);
  const hours = Math.floor(all / 60);
  const minutes = all % 60;
  return minutes === 0
    ? translate(locale, 'ui.time.hours', { count: hours })
    : translate(locale, 'ui.time.hoursMinutes', { hours, minutes });
}

/**
 * Working time until something is due (negative: overdue), in working minutes:
 * "12 menit lagi", "3 jam kerja lagi", "terlambat 2 hari kerja". Late starts at one minute;
 * whole units are counted, so that nobody is told more time than is left.
 */
export function formatWorkingTimeLeft(
  workingMinutes: number,
  minutesPerWorkingDay: number,
  locale: Locale = 'id',
): string {
  const late = workingMinutes < 0;
  const size = Math.abs(workingMinutes);
  if (size < 60) {
    const count = late ? Math.max(1, Math.floor(size)) : Math.floor(size);
    return translate(locale, late ? 'ui.time.workMinutesLate' : 'ui.time.workMinutesLeft', {
      count,
    });
  }
  if (size < minutesPerWorkingDay) {
    const count = Math.floor(size / 60);
    return translate(locale, late ? 'ui.time.workHoursLate' : 'ui.time.workHoursLeft', { count });
  }
  const count = Math.floor(size / minutesPerWorkingDay);
  return translate(locale, late ? 'ui.time.workDaysLate' : 'ui.time.workDaysLeft', { count });
}
