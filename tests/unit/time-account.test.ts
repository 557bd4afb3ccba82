import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_CALENDAR } from '../../src/domain/calendar/calendar-settings';
import { installedHolidays } from '../../src/domain/calendar/installed-holidays';
import { createWorkingCalendar } from '../../src/domain/calendar/working-calendar';
import type { Pause, StepPassage } from '../../src/domain/request/request-state';
import {
  isOfficeLate,
  openVisitTime,
  requestTime,
  type VisitTime,
} from '../../src/domain/sop/time-account';
import type { Sop } from '../../src/domain/sop/sop';
import { presetOf } from '../helpers/all-sops';
import { calendarArbitrary, momentArbitrary } from '../helpers/calendar-arbitrary';

const calendar = createWorkingCalendar({
  settings: DEFAULT_CALENDAR,
  timeZone: 'Asia/Jakarta',
  holidays: installedHolidays,
});
const closed = createWorkingCalendar({
  settings: { week: [[], [], [], [], [], [], []], exceptions: [] },
  timeZone: 'Asia/Jakarta',
  holidays: [],
});

const sumbar = presetOf('sumbar-2019-revocation');
const meranti = presetOf('meranti-2022-revocation');
const ciamis = presetOf('ciamis-2025-revocation');
const renewal = presetOf('ciamis-2025-renewal');

/** An instant of the WIB clock: "2026-03-02 09:14", seconds if given. */
function wib(text: string): string {
  return new Date(`${text.replace(' ', 'T')}+07:00`).toISOString();
}

function pause(from: string, until: string | null): Pause {
  return { from: wib(from), until: until === null ? null : wib(until) };
}

function open(
  sop: Sop,
  step: string,
  times: { since: string; now: string; pauses?: readonly Pause[] },
): VisitTime {
  const visit = { step, stepSince: wib(times.since), pauses: times.pauses ?? [] };
  const time = openVisitTime(sop, visit, calendar, wib(times.now));
  if (time === null) throw new Error(`no step ${step}`);
  return time;
}

function passage(
  step: string,
  outcome: StepPassage['outcome'],
  since: string,
  at: string,
  pauses: readonly Pause[] = [],
): StepPassage {
  return { step, outcome, since: wib(since), at: wib(at), pauses };
}

describe('standard time in minutes', () => {
  it('keeps the half minutes of Sumatera Barat: on time after 30 seconds, late after 31', () => {
    const step = 'check-certificate';
    const on = open(sumbar, step, { since: '2026-03-02 09:00:00', now: '2026-03-02 09:00:30' });
    expect([on.elapsed, on.left, on.standing]).toEqual([0.5, 0, 'on-time']);
    expect(on.dueAt).toBe(wib('2026-03-02 09:00:30'));
    const late = open(sumbar, step, { since: '2026-03-02 09:00:00', now: '2026-03-02 09:00:31' });
    expect(late.standing).toBe('overdue');
    expect(late.left).toBeCloseTo(-1 / 60, 9);
  });

  it('does not call the office late for the time of BSrE or the applicant', () => {
    const times = { since: '2026-03-02 09:00', now: '2026-03-02 15:00' };
    const bsre = open(ciamis, 'verify-at-bsre', times);
    const applicant = open(ciamis, 'draft-letters', times);
    const office = open(ciamis, 'verify-papers', times);
    expect([bsre, applicant, office].map(({ side, standing }) => [side, standing])).toEqual([
      ['bsre', 'overdue'],
      ['applicant', 'overdue'],
      ['office', 'overdue'],
    ]);
    expect([bsre, applicant, office].map(isOfficeLate)).toEqual([false, false, true]);
  });

  it('begins with the next opening for what arrives outside working hours', () => {
    const visit = open(ciamis, 'verify-papers', {
      since: '2026-03-07 10:00',
      now: '2026-03-09 07:40',
    });
    expect([visit.elapsed, visit.left]).toEqual([10, 20]);
    expect(visit.dueAt).toBe(wib('2026-03-09 08:00'));
  });

  it('is not late overnight with what fell due when work ended', () => {
    const visit = { since: '2026-03-02 15:30', now: '2026-03-02 21:00' };
    expect(open(ciamis, 'verify-papers', visit).standing).toBe('on-time');
    expect(open(ciamis, 'verify-papers', { ...visit, now: '2026-03-03 07:31' }).standing).toBe(
      'overdue',
    );
  });
});

describe('a step without standard time', () => {
  it('is never overdue and has no target of nought', () => {
    const visit = open(ciamis, 'finished', { since: '2026-03-02 09:00', now: '2026-12-01 09:00' });
    expect(visit.target).toBeNull();
    expect(visit.dueAt).toBeNull();
    expect(visit.left).toBeNull();
    expect(visit.standing).toBe('no-target');
    expect(visit.elapsed).toBeGreaterThan(0);
  });

  it('falls never due in an office that never works, instead of at once', () => {
    const since = wib('2026-03-02 09:00');
    const visit = { step: 'verify-papers', stepSince: since, pauses: [] };
    const time = openVisitTime(ciamis, visit, closed, wib('2027-03-02 09:00'));
    expect([time?.elapsed, time?.dueAt, time?.standing]).toEqual([0, null, 'no-target']);
  });
});

describe('standard time in working days', () => {
  it('of Meranti ends when the office closes on the seventh day after the opening', () => {
    const step = 'receive-information';
    const visit = open(meranti, step, { since: '2026-03-02 09:14', now: '2026-03-02 10:14' });
    expect(visit.target).toEqual({ amount: 7, unit: 'working-days' });
    expect(visit.dueAt).toBe(wib('2026-03-11 16:00'));
    const overLebaran = open(meranti, step, {
      since: '2026-03-12 09:14',
      now: '2026-03-12 10:14',
    });
    // 13, 16 and 17 March, then 25 to 27 and 30 March: Nyepi and Lebaran lie between.
    expect(overLebaran.dueAt).toBe(wib('2026-03-30 16:00'));
  });

  it('takes half a day of an SOP of the office for half a usual day', () => {
    const half: Sop = {
      ...renewal,
      steps: renewal.steps.map((step) => ({
        ...step,
        standardTime: { amount: 1.5, unit: 'working-days' as const },
      })),
    };
    const visit = open(half, 'report-renewal', {
      since: '2026-03-02 09:00',
      now: '2026-03-02 09:00',
    });
    expect(visit.dueAt).toBe(wib('2026-03-04 11:15'));
  });
});

describe('pauses', () => {
  it('put off the due time by their working time alone, over a weekend too', () => {
    const pauses = [pause('2026-03-06 15:30', '2026-03-09 08:30')];
    const visit = open(ciamis, 'verify-papers', {
      since: '2026-03-06 15:20',
      now: '2026-03-09 08:40',
      pauses,
    });
    // One hour before the weekend and one after it stood still.
    expect(visit.paused).toBe(120);
    expect(visit.elapsed).toBe(20);
    expect(visit.left).toBe(10);
    expect(visit.dueAt).toBe(wib('2026-03-09 08:50'));
  });

  it('hold the time that is left where it was when the clock stopped', () => {
    const at = (now: string) =>
      open(ciamis, 'verify-papers', {
        since: '2026-03-02 09:00',
        now,
        pauses: [pause('2026-03-02 09:10', null)],
      });
    expect(at('2026-03-02 09:15').left).toBe(20);
    expect(at('2026-03-05 11:15').left).toBe(20);
    expect(at('2026-03-05 11:15').pausedSince).toBe(wib('2026-03-02 09:10'));
    expect(at('2026-03-05 11:15').elapsed).toBe(10);
  });

  it('neither undo a lateness that was there before nor add to it', () => {
    const visit = open(ciamis, 'verify-papers', {
      since: '2026-03-02 09:00',
      now: '2026-03-02 15:00',
      pauses: [pause('2026-03-02 10:00', null)],
    });
    expect(visit.standing).toBe('overdue');
    expect(visit.left).toBe(-30);
  });

  it('put off working days as well', () => {
    const visit = open(renewal, 'report-renewal', {
      since: '2026-03-02 09:00',
      now: '2026-03-03 09:00',
      pauses: [pause('2026-03-02 10:00', '2026-03-02 11:00')],
    });
    expect(visit.dueAt).toBe(wib('2026-03-04 08:30'));
  });

  it('count once where a clock that was set back made them overlap', () => {
    const visit = open(ciamis, 'verify-papers', {
      since: '2026-03-02 09:00',
      now: '2026-03-02 11:00',
      pauses: [
        pause('2026-03-02 08:00', '2026-03-02 09:30'),
        pause('2026-03-02 09:15', '2026-03-02 09:45'),
      ],
    });
    expect([visit.paused, visit.elapsed]).toEqual([45, 75]);
  });
});

describe('time that lies', () => {
  it('never makes a length negative when the device clock was set back', () => {
    const visit = open(ciamis, 'verify-papers', {
      since: '2026-03-02 11:00',
      now: '2026-03-02 09:00',
    });
    expect([visit.elapsed, visit.paused, visit.left]).toEqual([0, 0, 30]);
  });
});

describe('the accounts of a request', () => {
  const passages = [
    passage('draft-letters', 'completed', '2026-03-02 08:00', '2026-03-02 08:20'),
    passage('sign-letters', 'completed', '2026-03-02 08:20', '2026-03-02 08:50', [
      pause('2026-03-02 08:30', '2026-03-02 08:40'),
    ]),
    passage('dispose-office-head', 'completed', '2026-03-02 08:50', '2026-03-02 09:00'),
    passage('dispose-division-head', 'completed', '2026-03-02 09:00', '2026-03-02 09:05'),
    passage('verify-papers', 'refused', '2026-03-02 09:05', '2026-03-02 09:35'),
    passage('draft-letters', 'completed', '2026-03-02 09:35', '2026-03-02 09:50'),
    passage('sign-letters', 'completed', '2026-03-02 09:50', '2026-03-02 10:00'),
    passage('dispose-office-head', 'completed', '2026-03-02 10:00', '2026-03-02 10:02'),
    passage('dispose-division-head', 'completed', '2026-03-02 10:02', '2026-03-02 10:05'),
  ];
  const state = {
    status: 'open' as const,
    step: 'verify-papers',
    stepSince: wib('2026-03-02 10:05'),
    pauses: [],
    passages,
  };

  it('keep office, applicant, BSrE and pauses apart, second visits after a refusal shown', () => {
    const time = requestTime(ciamis, state, calendar, wib('2026-03-02 10:15'));
    expect(time.sides.office).toEqual({
      elapsed: 10 + 5 + 30 + 2 + 3 + 10,
      again: 2 + 3 + 10,
      target: { minutes: 55, workingDays: 0 },
    });
    expect(time.sides.applicant).toEqual({
      elapsed: 20 + 20 + 15 + 10,
      again: 15 + 10,
      target: { minutes: 80, workingDays: 0 },
    });
    expect(time.sides.bsre).toEqual({
      elapsed: 0,
      again: 0,
      target: { minutes: 50, workingDays: 0 },
    });
    expect(time.paused).toBe(10);
    expect(time.visits.map(({ outcome }) => outcome).slice(-2)).toEqual(['completed', 'open']);
  });

  it('keep minutes and working days of the standard apart', () => {
    const time = requestTime(
      renewal,
      { ...state, passages: [], step: null },
      calendar,
      wib('2026-03-02 10:15'),
    );
    expect(time.sides.office.target).toEqual({ minutes: 170, workingDays: 1 });
    expect(time.sides.bsre.target).toBeNull();
    expect(time.visits).toEqual([]);
  });

  it('let nothing run on once the request has ended', () => {
    const ended = { ...state, status: 'completed' as const, step: null };
    const early = requestTime(ciamis, ended, calendar, wib('2026-03-02 10:15'));
    expect(requestTime(ciamis, ended, calendar, wib('2026-04-02 10:15'))).toEqual(early);
  });

  it('lose and make no minute, whatever the calendar, however often a step is visited', () => {
    fc.assert(
      fc.property(
        calendarArbitrary,
        fc.array(momentArbitrary, { minLength: 2, maxLength: 12 }),
        fc.array(fc.constantFrom(...ciamis.steps.map(({ key }) => key)), {
          minLength: 11,
          maxLength: 11,
        }),
        (any, moments, steps) => {
          const times = moments.toSorted();
          const visits = times.slice(1).map((at, index): StepPassage => {
            const since = times[index] ?? '';
            const middle = new Date((Date.parse(since) + Date.parse(at)) / 2).toISOString();
            return {
              step: steps[index] ?? '',
              outcome: 'completed',
              since,
              at,
              pauses: [{ from: middle, until: at }],
            };
          });
          const whole = { status: 'completed' as const, step: null, stepSince: '', pauses: [] };
          const time = requestTime(ciamis, { ...whole, passages: visits }, any, times[0] ?? '');
          const sum = time.visits.reduce((all, one) => all + one.elapsed + one.paused, 0);
          const { office, applicant, bsre } = time.sides;
          expect(office.elapsed + applicant.elapsed + bsre.elapsed + time.paused).toBeCloseTo(
            sum,
            6,
          );
          for (const { elapsed, paused } of time.visits) {
            expect(elapsed).toBeGreaterThanOrEqual(-1e-9);
            expect(paused).toBeGreaterThanOrEqual(0);
          }
        },
      ),
    );
  });

  it('say of minutes left what elapsed says of minutes taken', () => {
    fc.assert(
      fc.property(
        calendarArbitrary,
        fc.array(momentArbitrary, { minLength: 4, maxLength: 4 }),
        (any, moments) => {
          const [stepSince = '', from = '', until = '', now = ''] = moments.toSorted();
          const visit = { step: 'verify-papers', stepSince, pauses: [{ from, until }] };
          const time = openVisitTime(ciamis, visit, any, now);
          if (time?.left == null) return;
          expect(time.left).toBeCloseTo(30 - time.elapsed, 6);
        },
      ),
    );
  });
});
