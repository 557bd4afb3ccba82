import { translate, type Locale } from '../../messages/catalogue';
import { formatCount } from './numbers';

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
  return hoursAndMinutes(Math.round(size / minute), locale);
}

function hoursAndMinutes(all: number, locale: Locale): string {
  const hours = Math.floor(all / 60);
  const minutes = all % 60;
  return minutes === 0
    ? translate(locale, 'ui.time.hours', { count: hours })
    : translate(locale, 'ui.time.hoursMinutes', { hours, minutes });
}

/**
 * Working time until something is due (negative: overdue), in working minutes:
 * "30 detik lagi", "12 menit lagi", "3 jam kerja lagi", "terlambat 2 hari kerja". Below a
 * minute seconds are counted, and one second late is late; whole units are counted, so that
 * nobody is told more time than is left.
 */
export function formatWorkingTimeLeft(
  workingMinutes: number,
  minutesPerWorkingDay: number,
  locale: Locale = 'id',
): string {
  const late = workingMinutes < 0;
  const { count, unit } = wholeUnits(Math.abs(workingMinutes), minutesPerWorkingDay);
  const key = leftKeys[unit][late ? 1 : 0];
  return translate(locale, key, { count: late ? Math.max(1, count) : count });
}

const leftKeys = {
  seconds: ['ui.time.secondsLeft', 'time.workSecondsLate'],
  minutes: ['ui.time.workMinutesLeft', 'ui.time.workMinutesLate'],
  hours: ['ui.time.workHoursLeft', 'ui.time.workHoursLate'],
  days: ['ui.time.workDaysLeft', 'ui.time.workDaysLate'],
} as const;

/** The same length without "lagi" or "terlambat": "30 detik", "12 menit", "2 jam kerja". */
export function formatWorkingLength(
  workingMinutes: number,
  minutesPerWorkingDay: number,
  locale: Locale = 'id',
): string {
  const { count, unit } = wholeUnits(workingMinutes, minutesPerWorkingDay);
  return translate(locale, lengthKeys[unit], { count: Math.max(1, count) });
}

const lengthKeys = {
  seconds: 'ui.time.seconds',
  minutes: 'ui.time.minutes',
  hours: 'time.workHours',
  days: 'time.workDays',
} as const;

/** A length in its largest whole unit; never days where the office has no working day. */
function wholeUnits(
  minutes: number,
  minutesPerWorkingDay: number,
): { readonly count: number; readonly unit: keyof typeof lengthKeys } {
  // Instants are whole milliseconds: what is less than half of one off is a rounding error.
  const size = Math.round(minutes * minute) / minute;
  if (size < 1) return { count: Math.floor(size * 60), unit: 'seconds' };
  if (size < 60) return { count: Math.floor(size), unit: 'minutes' };
  if (minutesPerWorkingDay <= 0 || size < minutesPerWorkingDay) {
    return { count: Math.floor(size / 60), unit: 'hours' };
  }
  return { count: Math.floor(size / minutesPerWorkingDay), unit: 'days' };
}

/**
 * Working time that was taken, in working minutes: "18 detik", "1 menit 12 detik",
 * "12 menit", "2 jam 5 menit", "3 hari kerja 2 jam". Seconds count below two minutes; what is
 * smaller than the smallest unit shown is left out.
 */
export function formatWorkingTime(
  workingMinutes: number,
  minutesPerWorkingDay: number,
  locale: Locale = 'id',
): string {
  const size = Math.max(0, Math.round(workingMinutes * minute) / minute);
  const whole = Math.floor(size);
  const seconds = Math.floor((size - whole) * 60 + 1e-6);
  if (whole < 1) return translate(locale, 'ui.time.seconds', { count: seconds });
  if (whole < 2 && seconds > 0) {
    return translate(locale, 'time.minutesSeconds', { minutes: whole, seconds });
  }
  if (whole < 60) return translate(locale, 'ui.time.minutes', { count: whole });
  if (minutesPerWorkingDay <= 0 || whole < minutesPerWorkingDay) {
    return hoursAndMinutes(whole, locale);
  }
  const days = Math.floor(whole / minutesPerWorkingDay);
  const hours = Math.floor((whole - days * minutesPerWorkingDay) / 60);
  return hours === 0
    ? translate(locale, 'time.workDays', { count: days })
    : translate(locale, 'time.workDaysHours', { days, hours });
}

/** A standard time as an SOP sets it: "0,5 menit", "7 hari kerja"; English "0.5 min". */
export function formatStandardTime(
  { amount, unit }: { readonly amount: number; readonly unit: 'minutes' | 'working-days' },
  locale: Locale = 'id',
): string {
  const count = formatCount(amount, locale);
  return unit === 'minutes'
    ? translate(locale, 'time.standard.minutes', { count })
    : translate(locale, 'time.standard.workingDays', { count });
}
