import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backupWarning, diskRoom, limits } from '../../src/domain/backup/limits';
import { mergeSubjectKeys, unreadableKeyLines } from '../../src/domain/backup/merge-subject-keys';
import { keptSnapshots } from '../../src/domain/backup/retention';
import { scheduleStep, type ScheduleFacts } from '../../src/domain/backup/schedule';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WIB = 7 * 60;
const at = (text: string): number => Date.parse(text);

describe('retention', () => {
  const times = fc.array(fc.integer({ min: at('2024-01-01'), max: at('2027-12-31') }), {
    maxLength: 120,
  });
  const offset = fc.constantFrom(-660, 0, 420, 480, 540, 845);

  test('the newest is always kept, and nothing that is not there', () => {
    fc.assert(
      fc.property(times, offset, (all, minutes) => {
        const kept = keptSnapshots(all, minutes);
        expect([...kept].every((time) => all.includes(time))).toBe(true);
        if (all.length > 0) expect(kept.has(Math.max(...all))).toBe(true);
        expect(kept.size).toBeLessThanOrEqual(7 + 4 + 12);
      }),
    );
  });

  test('asked again of what it kept, it keeps all of it: running twice loses nothing', () => {
    fc.assert(
      fc.property(times, offset, (all, minutes) => {
        const kept = keptSnapshots(all, minutes);
        expect(keptSnapshots([...kept], minutes)).toEqual(kept);
      }),
    );
  });

  test('two years of working days, cleaned every evening: 7 days, 4 weeks, 12 months are left', () => {
    let left: readonly number[] = [];
    for (let day = at('2025-01-01T09:00:00Z'); day < at('2026-12-01'); day += DAY) {
      if ([0, 6].includes(new Date(day).getUTCDay())) continue;
      left = [...keptSnapshots([...left, day], WIB)];
    }
    const days = left.map((time) => new Date(time).toISOString().slice(0, 10)).sort();
    // Monday, 30 November 2026 is the last working day.
    expect(days.slice(-7)).toEqual([
      '2026-11-20',
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-30',
    ]);
    const months = new Set(days.map((day) => day.slice(0, 7)));
    expect(months.size).toBe(12);
    expect(days).toContain('2025-12-31');
    expect(days).toContain('2026-11-13');
  });

  test('of one day the newest stays; the day is the local one', () => {
    const morning = at('2026-11-26T18:00:00Z');
    const evening = at('2026-11-27T16:00:00Z');
    const older = [1, 2, 3, 4, 5, 6, 7, 8].map((days) => evening - days * DAY);
    expect(keptSnapshots([morning, evening, ...older], WIB).has(morning)).toBe(false);
    expect(keptSnapshots([morning, evening, ...older], 0).has(morning)).toBe(true);
  });
});

describe('schedule', () => {
  const now = at('2026-11-27T02:00:00Z');
  const facts: ScheduleFacts = {
    now,
    offsetMinutes: WIB,
    target: 'present',
    lastGood: now - 2 * HOUR,
    lastFailed: null,
    startedAt: now - HOUR,
    isBusy: false,
  };
  const step = (change: Partial<ScheduleFacts>) => scheduleStep({ ...facts, ...change });

  test.each<[string, Partial<ScheduleFacts>, ReturnType<typeof scheduleStep>]>([
    ['none yet', { lastGood: null }, 'run'],
    ['done today', {}, 'nothing'],
    [
      'a day ago, the program never closed',
      { lastGood: now - DAY, startedAt: now - 3 * DAY },
      'run',
    ],
    ['started on a later local day', { lastGood: now - 10 * HOUR }, 'run'],
    ['started on the same local day', { lastGood: now - 8 * HOUR }, 'nothing'],
    ['started before the last one', { lastGood: now - 10 * HOUR, startedAt: now - DAY }, 'nothing'],
    ['no target', { target: 'none', lastGood: null }, 'nothing'],
    ['due, drive unplugged', { target: 'missing', lastGood: null }, 'wait-for-target'],
    ['not due, drive unplugged', { target: 'missing' }, 'nothing'],
    ['due, but another is under way', { lastGood: null, isBusy: true }, 'nothing'],
    ['failed just now', { lastGood: null, lastFailed: now - HOUR / 2 }, 'nothing'],
    ['failed an hour ago', { lastGood: null, lastFailed: now - HOUR }, 'run'],
    ['a last one in the future, the clock was wrong', { lastGood: now + DAY }, 'run'],
    [
      'a failure in the future, the clock was wrong',
      { lastGood: null, lastFailed: now + DAY },
      'run',
    ],
  ])('%s', (_, change, expected) => {
    expect(step(change)).toBe(expected);
  });

  test('whatever the facts: never without a target, never beside other work', () => {
    const time = fc.option(fc.integer({ min: now - 90 * DAY, max: now + 90 * DAY }));
    fc.assert(
      fc.property(time, time, fc.boolean(), (lastGood, lastFailed, isBusy) => {
        expect(step({ lastGood, lastFailed, isBusy, target: 'none' })).toBe('nothing');
        expect(step({ lastGood, lastFailed, isBusy, target: 'missing' })).not.toBe('run');
        if (isBusy) expect(step({ lastGood, lastFailed, isBusy })).toBe('nothing');
      }),
    );
  });
});

describe('limits', () => {
  test('room on the disk: warned below 2 GB, no new work below 500 MB, unknown is no fault', () => {
    expect(diskRoom(limits.lowDiskBytes)).toBe('enough');
    expect(diskRoom(limits.lowDiskBytes - 1)).toBe('low');
    expect(diskRoom(limits.newWorkBytes)).toBe('low');
    expect(diskRoom(limits.newWorkBytes - 1)).toBe('too-low');
    expect(diskRoom(null)).toBe('enough');
  });

  const now = at('2026-11-27T02:00:00Z');
  const warn = (targetSince: string | null, lastGoodAt: string | null) =>
    backupWarning({ hasTarget: targetSince !== null, targetSince, lastGoodAt, now });

  test('backups are warned of when there is no target, and when the last is two days old', () => {
    expect(warn(null, null)).toBe('no-target');
    expect(warn('2026-11-26T02:00:00Z', null)).toBeNull();
    expect(warn('2026-11-25T01:59:59Z', null)).toBe('never');
    expect(warn('2026-11-01T00:00:00Z', '2026-11-25T02:00:00Z')).toBeNull();
    expect(warn('2026-11-01T00:00:00Z', '2026-11-25T01:59:59Z')).toBe('old');
    expect(warn('2026-11-01T00:00:00Z', '2027-11-25T01:59:59Z')).toBe('old');
  });
});

describe('subject keys after a restore', () => {
  const line = (subject: string, more: object = { key: `kunci-${subject}` }) =>
    `${JSON.stringify({ subject, ...more })}\n`;

  test('keys of either side are kept, those of the present one where both have them', () => {
    const present = line('a', { key: 'baru' }) + line('c');
    expect(mergeSubjectKeys(present, line('a') + line('b'))).toEqual({
      text: line('a', { key: 'baru' }) + line('c') + line('b'),
      unreadable: 0,
    });
  });

  test('a key that was destroyed here does not come back from the backup, nor the other way', () => {
    const gone = line('a', { destroyed: true });
    expect(mergeSubjectKeys(gone, line('a') + line('b')).text).toBe(gone + line('b'));
    expect(mergeSubjectKeys(line('a'), gone).text).toBe(gone);
    expect(mergeSubjectKeys('', gone + line('b')).text).toBe(gone + line('b'));
  });

  test('lines that cannot be read are counted and left out', () => {
    expect(unreadableKeyLines(`${line('a')}rusak\n{"subject":3}\n[]\n`)).toBe(3);
    expect(mergeSubjectKeys('rusak\n', line('b'))).toEqual({ text: line('b'), unreadable: 1 });
  });
});
