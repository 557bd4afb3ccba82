import { describe, expect, it } from 'vitest';
import {
  formatClock,
  formatDate,
  formatDateTime,
  formatLongDate,
  formatShortDate,
  formatTime,
  formatTimeOrDay,
  formatTypedDate,
  isSameDay,
} from '../../src/ui/format/date-time';
import {
  formatDistance,
  formatDuration,
  formatStandardTime,
  formatWorkingLength,
  formatWorkingTime,
  formatWorkingTimeLeft,
} from '../../src/ui/format/duration';

const at = '2026-03-02T02:14:00Z';
const papua = { locale: 'id', timeZone: 'Asia/Jayapura' } as const;
const english = { locale: 'en', timeZone: 'Asia/Jakarta' } as const;

describe('dates and times as Indonesian offices write them', () => {
  it('writes them as the letters do', () => {
    expect(formatLongDate(at)).toBe('Senin, 2 Maret 2026');
    expect(formatDate(at)).toBe('2 Maret 2026');
    expect(formatShortDate(at)).toBe('2 Mar 2026');
    expect(formatTypedDate(at)).toBe('02-03-2026');
    expect(formatClock(at)).toBe('09.14');
    expect(formatTime(at)).toBe('09.14 WIB');
    expect(formatDateTime(at)).toBe('2 Maret 2026 pukul 09.14 WIB');
  });

  it('uses the zone of the office, not of the machine', () => {
    expect(formatTime(at, papua)).toBe('11.14 WIT');
    expect(formatTime(at, { ...papua, timeZone: 'Asia/Makassar' })).toBe('10.14 WITA');
    expect(formatLongDate('2026-03-01T16:30:00Z', papua)).toBe('Senin, 2 Maret 2026');
  });

  it('does not move a birthday to the day before', () => {
    expect(formatDate('1985-01-15', { locale: 'id', timeZone: 'America/Los_Angeles' })).toBe(
      '15 Januari 1985',
    );
  });

  it('writes midnight as 00.00', () => {
    expect(formatClock('2026-03-01T17:00:00Z')).toBe('00.00');
  });

  it('does not break on an unreadable time', () => {
    expect(formatLongDate('kapan-kapan')).toBe('—');
    expect(formatTime('')).toBe('—');
  });

  it('leaves out today, and only today', () => {
    expect(formatTimeOrDay(at, '2026-03-02T10:00:00Z')).toBe('09.14');
    expect(formatTimeOrDay(at, '2026-03-02T17:00:00Z')).toBe('2 Mar 09.14');
    expect(isSameDay('2026-03-01T17:00:00Z', at, 'Asia/Jakarta')).toBe(true);
    expect(isSameDay('2026-03-01T16:59:00Z', at, 'Asia/Jakarta')).toBe(false);
  });

  it('speaks English when asked', () => {
    expect(formatLongDate(at, english)).toMatch(/^Monday,? 2 March 2026$/);
    expect(formatTime(at, english)).toBe('09:14 WIB');
  });
});

describe('durations', () => {
  const minute = 60_000;

  it('never promises more time than there is', () => {
    expect(formatDistance(12 * minute, 0)).toBe('12 menit lagi');
    expect(formatDistance(11.2 * minute, 0)).toBe('12 menit lagi');
    expect(formatDistance(0, 12.9 * minute)).toBe('12 menit lalu');
    expect(formatDistance(0, 2_000)).toBe('baru saja');
    expect(formatDistance(30_000, 0)).toBe('30 detik lagi');
    expect(formatDistance(0, 3 * 24 * 60 * minute)).toBe('3 hari lalu');
  });

  it('names spans', () => {
    expect(formatDuration(45_000)).toBe('45 detik');
    expect(formatDuration(125 * minute)).toBe('2 jam 5 menit');
    expect(formatDuration(120 * minute)).toBe('2 jam');
    expect(formatDuration(50 * 60 * minute)).toBe('2 hari');
    expect(formatDuration(-1)).toBe('0 detik');
  });

  it('counts working time in working days', () => {
    expect(formatWorkingTimeLeft(12, 450)).toBe('12 menit lagi');
    expect(formatWorkingTimeLeft(200, 450)).toBe('3 jam kerja lagi');
    expect(formatWorkingTimeLeft(-900, 450)).toBe('terlambat 2 hari kerja');
  });

  it('does not round half a minute of standard time to none or to one', () => {
    expect(formatWorkingTimeLeft(0.5, 450)).toBe('30 detik lagi');
    expect(formatWorkingTimeLeft(0.999, 450)).toBe('59 detik lagi');
    expect(formatWorkingTimeLeft(0, 450)).toBe('0 detik lagi');
    expect(formatWorkingTimeLeft(-0.2, 450)).toBe('terlambat 12 detik');
    expect(formatWorkingTimeLeft(-0.0001, 450)).toBe('terlambat 1 detik');
    expect(formatWorkingTimeLeft(-0.5, 450, 'en')).toBe('30 s late');
    expect(formatStandardTime({ amount: 0.5, unit: 'minutes' })).toBe('0,5 menit');
    expect(formatStandardTime({ amount: 0.5, unit: 'minutes' }, 'en')).toBe('0.5 min');
    expect(formatStandardTime({ amount: 7, unit: 'working-days' })).toBe('7 hari kerja');
  });

  it('counts no working days where the office has none', () => {
    expect(formatWorkingTimeLeft(500, 0)).toBe('8 jam kerja lagi');
    expect(formatWorkingTime(500, 0)).toBe('8 jam 20 menit');
  });

  it('names the working time that was taken, to the second where seconds count', () => {
    expect(formatWorkingTime(0.3, 450)).toBe('18 detik');
    expect(formatWorkingTime(1.2, 450)).toBe('1 menit 12 detik');
    expect(formatWorkingTime(1, 450)).toBe('1 menit');
    expect(formatWorkingTime(12.9, 450)).toBe('12 menit');
    expect(formatWorkingTime(125, 450)).toBe('2 jam 5 menit');
    expect(formatWorkingTime(450, 450)).toBe('1 hari kerja');
    expect(formatWorkingTime(3 * 450 + 130, 450)).toBe('3 hari kerja 2 jam');
    expect(formatWorkingLength(0.5, 450)).toBe('30 detik');
    expect(formatWorkingLength(150, 450)).toBe('2 jam kerja');
  });
});
