import { describe, expect, it } from 'vitest';
import { DEFAULT_CALENDAR } from '../../src/domain/calendar/calendar-settings';
import { installedHolidays } from '../../src/domain/calendar/installed-holidays';
import { createWorkingCalendar } from '../../src/domain/calendar/working-calendar';
import type { Pause, StepPassage } from '../../src/domain/request/request-state';
import { openVisitTime, requestTime, type VisitedSteps } from '../../src/domain/sop/time-account';
import type { Sop } from '../../src/domain/sop/sop';
import { stepFacts } from '../../src/features/request/step-facts';
import { stepStates } from '../../src/features/request/step-progress';
import { sideWords } from '../../src/features/request/time-totals';
import { calendarSchema } from '../../src/features/settings/calendar-section';
import {
  calendarEntries,
  calendarOf,
  minutesOf,
  parseHours,
} from '../../src/features/settings/calendar-entries';
import { dueWords, isClose, type DueSpeech } from '../../src/features/shared/due-words';
import { translate, type MessageArgs, type MessageKey } from '../../src/messages/catalogue';
import { presetOf } from '../helpers/all-sops';

const calendar = createWorkingCalendar({
  settings: DEFAULT_CALENDAR,
  timeZone: 'Asia/Jakarta',
  holidays: installedHolidays,
});
const ciamis = presetOf('ciamis-2025-revocation');
const sumbar = presetOf('sumbar-2019-revocation');

function wib(text: string): string {
  return new Date(`${text.replace(' ', 'T')}+07:00`).toISOString();
}

function speechAt(now: string, locale: 'id' | 'en' = 'id'): DueSpeech {
  const context = { locale, timeZone: 'Asia/Jakarta' };
  return { now: wib(now), context, minutesPerDay: calendar.minutesPerDay };
}

function words(sop: Sop, step: string, since: string, now: string, pauses: readonly Pause[] = []) {
  const visit = { step, stepSince: wib(since), pauses };
  const time = openVisitTime(sop, visit, calendar, wib(now));
  if (time === null) throw new Error(`no step ${step}`);
  return dueWords(time, speechAt(now));
}

function passage(
  step: string,
  outcome: StepPassage['outcome'],
  since: string,
  at: string,
): StepPassage {
  return { step, outcome, since: wib(since), at: wib(at), pauses: [] };
}

/** Where a request stands after these visits, the open step not paused. */
function stateOf({ step, passages }: Pick<VisitedSteps, 'step' | 'passages'>): VisitedSteps {
  const stepSince = passages.at(-1)?.at ?? wib('2026-03-02 08:00');
  return { status: 'open', step, stepSince, pauses: [], passages };
}

describe('words of a clock', () => {
  it('count seconds where the SOP counts half minutes', () => {
    expect(
      words(sumbar, 'check-certificate', '2026-03-02 09:00:00', '2026-03-02 09:00:10'),
    ).toEqual({ sign: 'clock', tone: 'neutral', label: 'BSrE: 20 detik lagi' });
    expect(
      words(sumbar, 'check-certificate', '2026-03-02 09:00:00', '2026-03-02 09:00:31').label,
    ).toBe('BSrE lewat 1 detik');
  });

  it('call late only what is the office, each with sign, word and its own tone', () => {
    const [since, now] = ['2026-03-02 09:00', '2026-03-02 11:40'] as const;
    expect(words(ciamis, 'verify-papers', since, '2026-03-02 09:18')).toEqual({
      sign: 'clock',
      tone: 'neutral',
      label: '12 menit lagi',
    });
    expect(words(ciamis, 'verify-papers', since, now)).toEqual({
      sign: 'late',
      tone: 'bad',
      label: 'terlambat 2 jam kerja',
    });
    expect(words(ciamis, 'verify-at-bsre', since, now)).toEqual({
      sign: 'late',
      tone: 'warn',
      label: 'BSrE lewat 2 jam kerja',
    });
    expect(words(ciamis, 'finished', since, now)).toEqual({
      sign: 'none',
      tone: 'neutral',
      label: 'di pemohon, tanpa baku',
    });
  });

  it('say since when a step is paused, and keep what was late before', () => {
    const since = '2026-03-02 09:00';
    const pause = (from: string) => [{ from: wib(from), until: null }];
    expect(
      words(ciamis, 'verify-papers', since, '2026-03-02 11:40', pause('2026-03-02 09:12')).label,
    ).toBe('dijeda sejak 09.12');
    const late = words(
      ciamis,
      'verify-papers',
      since,
      '2026-03-02 11:40',
      pause('2026-03-02 09:35'),
    );
    expect(late).toEqual({ sign: 'paused', tone: 'bad', label: 'terlambat 5 menit, dijeda' });
  });

  it('tick each second only while seconds matter', () => {
    const close = (now: string) =>
      isClose(
        openVisitTime(
          ciamis,
          { step: 'verify-papers', stepSince: wib('2026-03-02 09:00'), pauses: [] },
          calendar,
          wib(now),
        ),
      );
    expect(close('2026-03-02 09:10')).toBe(false);
    expect(close('2026-03-02 09:28:30')).toBe(true);
    expect(close('2026-03-02 09:31:30')).toBe(true);
    expect(close('2026-03-02 09:40')).toBe(false);
    expect(isClose(null)).toBe(false);
  });
});

describe('states of the steps', () => {
  const passages = [
    passage('draft-letters', 'completed', '2026-03-02 08:00', '2026-03-02 08:20'),
    passage('sign-letters', 'completed', '2026-03-02 08:20', '2026-03-02 08:30'),
    passage('dispose-office-head', 'completed', '2026-03-02 08:30', '2026-03-02 08:50'),
    passage('dispose-division-head', 'completed', '2026-03-02 08:50', '2026-03-02 08:55'),
    passage('verify-papers', 'refused', '2026-03-02 08:55', '2026-03-02 09:05'),
  ];

  it('wait again behind a refusal, and show the refusing step until it is passed', () => {
    const refused = stepStates(ciamis, { step: 'draft-letters', passages });
    expect(Object.fromEntries(refused)).toMatchObject({
      'draft-letters': 'current',
      'sign-letters': 'waiting',
      'dispose-division-head': 'waiting',
      'verify-papers': 'returned',
      'log-in-to-ams': 'waiting',
    });
    const again = [
      ...passages,
      passage('draft-letters', 'completed', '2026-03-02 09:05', '2026-03-02 09:10'),
    ];
    const later = stepStates(ciamis, { step: 'sign-letters', passages: again });
    expect(later.get('draft-letters')).toBe('done');
    expect(later.get('verify-papers')).toBe('returned');
  });

  it('know a step that was left out from one that was done', () => {
    const states = stepStates(ciamis, {
      step: 'dispose-office-head',
      passages: [
        passage('draft-letters', 'completed', '2026-03-02 08:00', '2026-03-02 08:20'),
        passage('sign-letters', 'skipped', '2026-03-02 08:20', '2026-03-02 08:21'),
      ],
    });
    expect(states.get('sign-letters')).toBe('skipped');
  });

  it('let a returned disposition wait where it went back to', () => {
    const states = stepStates(ciamis, {
      step: 'dispose-office-head',
      passages: [
        ...passages.slice(0, 3),
        passage('dispose-division-head', 'returned', '2026-03-02 08:50', '2026-03-02 08:55'),
      ],
    });
    expect(states.get('dispose-office-head')).toBe('current');
    expect(states.get('dispose-division-head')).toBe('returned');
    expect(states.get('sign-letters')).toBe('done');
  });

  it('follow the route of an SOP whose rows are not in its order', () => {
    const order = ['draft-letters', 'verify-papers', 'sign-letters'];
    const steps = order.map((key, index) => {
      const step = ciamis.steps.find((one) => one.key === key);
      if (step === undefined) throw new Error(key);
      const passesTo = { 'draft-letters': 'sign-letters', 'sign-letters': 'verify-papers' }[key];
      return { ...step, number: index + 1, passesTo: passesTo ?? null };
    });
    const states = stepStates(
      { ...ciamis, steps },
      {
        step: 'verify-papers',
        passages: [
          passage('draft-letters', 'completed', '2026-03-02 08:00', '2026-03-02 08:20'),
          passage('sign-letters', 'completed', '2026-03-02 08:20', '2026-03-02 08:21'),
        ],
      },
    );
    // The open step is the second row; the third was done before it all the same.
    expect([...states.values()]).toEqual(['done', 'current', 'done']);
  });

  it('say of every step what it took, for list and chart alike', () => {
    const state = stateOf({ step: 'draft-letters', passages });
    const facts = stepFacts({ sop: ciamis, state }, calendar, speechAt('2026-03-02 09:10'));
    expect(facts.get('sign-letters')?.words).toEqual(['10 menit (baku 30 menit)']);
    expect(facts.get('dispose-office-head')).toEqual({
      state: 'waiting',
      words: ['20 menit (baku 15 menit)', 'terlambat 5 menit'],
      past: 'terlambat 5 menit',
      late: true,
    });
    expect(facts.get('draft-letters')).toEqual({
      state: 'current',
      words: ['5 menit (baku 30 menit)', 'pemohon: 25 menit lagi', 'sebelumnya 20 menit'],
      past: null,
      late: false,
    });
    expect(facts.get('verify-at-bsre')?.words).toEqual(['baku 30 menit']);
    expect(facts.get('finished')?.words).toEqual([]);
  });

  it('do not make nought seconds of steps that one receipt passed together', () => {
    const state = stateOf({
      step: 'verify-at-bsre',
      passages: [
        passage('log-in-to-ams', 'completed', '2026-03-02 09:00', '2026-03-02 09:10'),
        passage('apply-in-ams', 'completed', '2026-03-02 09:10', '2026-03-02 09:10'),
      ],
    });
    const facts = stepFacts({ sop: ciamis, state }, calendar, speechAt('2026-03-02 09:10'));
    expect(facts.get('apply-in-ams')?.words).toEqual(['bersama langkah sebelumnya (baku 5 menit)']);
  });

  it('sum up every party for itself', () => {
    const state = stateOf({ step: 'draft-letters', passages });
    const { sides } = requestTime(ciamis, state, calendar, wib('2026-03-02 09:10'));
    expect(sideWords(sides.office, 450, 'id')).toBe('35 menit dari baku 55 menit');
    expect(sideWords(sides.applicant, 450, 'id')).toBe(
      '35 menit dari baku 80 menit, termasuk 5 menit karena langkah diulang',
    );
    const both = { elapsed: 0.5, again: 0, target: { minutes: 170, workingDays: 1 } };
    expect(sideWords(both, 450, 'id')).toBe('30 detik dari baku 170 menit dan 1 hari kerja');
    expect(sideWords({ ...both, target: null }, 450, 'en')).toBe('30 s');
  });
});

describe('working hours as they are typed', () => {
  it.each([
    ['07.30–12.00, 13.00–16.00', 450],
    ['7:30 - 12:00; 13:00 - 16:00', 450],
    ['8 s.d. 14', 360],
    ['08.00 sampai 24.00', 960],
    ['', 0],
    ['Libur', 0],
    ['  ', 0],
  ])('%s is read', (typed, minutes) => {
    const hours = parseHours(typed);
    expect(hours.ok ? minutesOf(hours.value) : hours.error).toBe(minutes);
  });

  it.each([
    ['pagi', 'unreadable'],
    ['07.30', 'unreadable'],
    ['07.30–25.00', 'unreadable'],
    ['07.61–12.00', 'unreadable'],
    ['24.00–24.00', 'unreadable'],
    ['07.30–12.00,', 'unreadable'],
    ['12.00–07.30', 'backwards'],
    ['07.30–07.30', 'backwards'],
    ['07.30–12.00, 11.30–16.00', 'overlap'],
    ['13.00–16.00, 07.30–12.00', 'overlap'],
  ])('%s would count time that nobody works', (typed, code) => {
    const hours = parseHours(typed);
    expect(hours.ok ? hours.value : hours.error.code).toBe(code);
  });

  it('come back as they were saved', () => {
    const exceptions = [
      { date: '2026-12-03', name: 'Hari Contoh', kind: 'holiday' as const },
      { date: '2026-03-18', name: 'Pelayanan dibuka', kind: 'working' as const },
    ];
    const saved = calendarOf(DEFAULT_CALENDAR, {
      ...calendarEntries(DEFAULT_CALENDAR),
      exceptions,
    });
    expect(saved.week).toEqual(DEFAULT_CALENDAR.week);
    expect(saved.exceptions.map(({ date }) => date)).toEqual(['2026-03-18', '2026-12-03']);
  });

  it('say what to write instead, and refuse an office that never works', () => {
    const t = <Key extends MessageKey>(key: Key, ...args: MessageArgs<Key>) =>
      translate('id', key, ...args);
    const problems = (change: object) => {
      const calendar = { ...calendarEntries(DEFAULT_CALENDAR), ...change };
      const read = calendarSchema(t).safeParse({ calendar });
      return (read.error?.issues ?? []).map(({ path, message }) => [path.join('.'), message]);
    };
    expect(problems({})).toEqual([]);
    expect(problems({ week: ['7.30', '', '', '', '', '', ''] })).toEqual([
      [
        'calendar.week.0',
        '“7.30” bukan jam kerja. Tulis jam mulai dan selesai, misalnya 07.30–12.00, 13.00–16.00.',
      ],
    ]);
    expect(problems({ week: ['', '', '', '', '', '', ''] })).toEqual([
      ['calendar.week.0', 'Tidak ada satu hari pun dengan jam kerja. Isi sekurangnya satu hari.'],
    ]);
    const day = { date: '2026-12-03', name: 'Hari Contoh', kind: 'holiday' };
    expect(problems({ exceptions: [day, { ...day, kind: 'working' }] })).toEqual([
      ['calendar.exceptions.1.date', 'Tanggal ini sudah ada dalam daftar. Hapus salah satu.'],
    ]);
    expect(problems({ exceptions: [{ ...day, date: '31-02-2026', name: ' ' }] })).toEqual([
      ['calendar.exceptions.0.date', 'Tulis tanggal lengkap, misalnya 17-08-2026.'],
      ['calendar.exceptions.0.name', 'Nama belum diisi. Tulis misalnya Hari Jadi Kabupaten.'],
    ]);
  });
});
