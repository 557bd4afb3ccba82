import type { WorkingCalendar } from '../../domain/calendar/working-calendar';
import {
  isOfficeLate,
  requestTime,
  type RequestTime,
  type VisitTime,
  type VisitedSteps,
} from '../../domain/sop/time-account';
import type { Sop, SopStep } from '../../domain/sop/sop';
import { translate, type Locale } from '../../messages/catalogue';
import { formatStandardTime, formatWorkingTime } from '../../ui/format/duration';
import { dueWords, pastWords, type DueSpeech } from '../shared/due-words';
import { stepStates, type StepProgressState } from './step-progress';

/** A step's state in a request and its times, for the list of steps and for the chart. */
export interface StepFacts {
  readonly state: StepProgressState;
  /** "12 menit (baku 30 menit)", "terlambat 5 menit"; the standard alone while it waits. */
  readonly words: readonly string[];
  /** Of the words, the one that says that the last visit went past the standard time. */
  readonly past: string | null;
  /** Whether it was the office that let it go by. */
  readonly late: boolean;
}

/** The facts of every step by its key, at `now` on the office's calendar. */
export function stepFacts(
  { sop, state }: { readonly sop: Sop; readonly state: VisitedSteps },
  calendar: WorkingCalendar,
  speech: DueSpeech,
): ReadonlyMap<string, StepFacts> {
  return factsOf(sop, state, requestTime(sop, state, calendar, speech.now), speech);
}

/** The same from accounts already made. */
export function factsOf(
  sop: Sop,
  state: VisitedSteps,
  time: RequestTime,
  speech: DueSpeech,
): ReadonlyMap<string, StepFacts> {
  const states = stepStates(sop, state);
  return new Map(
    sop.steps.map((step): [string, StepFacts] => {
      const visits = time.visits.filter((visit) => visit.step === step.key);
      const last = visits.at(-1);
      const past = last === undefined || last.until === null ? null : pastOf(last, speech);
      return [
        step.key,
        {
          state: states.get(step.key) ?? 'waiting',
          words: wordsOf(step, visits, past, speech),
          past,
          late: last !== undefined && isOfficeLate(last),
        },
      ];
    }),
  );
}

function wordsOf(
  { standardTime }: SopStep,
  visits: readonly VisitTime[],
  past: string | null,
  speech: DueSpeech,
): readonly string[] {
  const { locale } = speech.context;
  const last = visits.at(-1);
  if (last === undefined) {
    if (standardTime === null) return [];
    const standard = formatStandardTime(standardTime, locale);
    return [translate(locale, 'time.step.standard', { standard })];
  }
  return [
    tookWords(last, speech.minutesPerDay, locale),
    ...(last.until === null ? openWords(last, speech) : past === null ? [] : [past]),
    ...amount('time.step.paused', last.paused, speech),
    ...amount('time.step.earlier', earlier(visits), speech),
  ];
}

/** What was taken against the standard; submit steps that one receipt passed took no time. */
function tookWords(visit: VisitTime, minutesPerDay: number, locale: Locale): string {
  const elapsed = formatWorkingTime(visit.elapsed, minutesPerDay, locale);
  const standard = visit.target === null ? null : formatStandardTime(visit.target, locale);
  if (visit.until === visit.since) {
    return standard === null
      ? translate(locale, 'time.step.togetherNoTarget')
      : translate(locale, 'time.step.together', { standard });
  }
  return standard === null
    ? translate(locale, 'time.step.tookNoTarget', { elapsed })
    : translate(locale, 'time.step.took', { elapsed, standard });
}

function openWords(visit: VisitTime, speech: DueSpeech): readonly string[] {
  if (visit.left === null && visit.pausedSince === null) return [];
  return [dueWords(visit, speech).label];
}

function pastOf(visit: VisitTime, { minutesPerDay, context }: DueSpeech): string | null {
  return pastWords(visit, minutesPerDay, context.locale);
}

function earlier(visits: readonly VisitTime[]): number {
  return visits.slice(0, -1).reduce((sum, { elapsed }) => sum + elapsed, 0);
}

function amount(
  key: 'time.step.paused' | 'time.step.earlier',
  minutes: number,
  { minutesPerDay, context: { locale } }: DueSpeech,
): readonly string[] {
  if (minutes <= 0) return [];
  const elapsed = formatWorkingTime(minutes, minutesPerDay, locale);
  return key === 'time.step.paused'
    ? [translate(locale, key, { time: elapsed })]
    : [translate(locale, key, { elapsed })];
}
