import {
  addWorkingMinutes,
  closingAfterWorkingDays,
  workingMinutesBetween,
  type WorkingCalendar,
} from '../calendar/working-calendar';
import type { Pause, RequestState, StepPassage } from '../request/request-state';
import { findStep, mainRoute } from './route';
import type { ActorSide, Sop, SopStep, StandardTime } from './sop';

/** One visit of a step, open or ended; rules and what is inferred: docs/sop-time.md. */
export interface VisitTime {
  readonly step: string;
  /** Whose time it is: the side of the actor the SOP names first. */
  readonly side: ActorSide;
  readonly outcome: StepPassage['outcome'] | 'open';
  /** RFC 3339 UTC. */
  readonly since: string;
  /** RFC 3339 UTC; null while it is open. */
  readonly until: string | null;
  /** The SOP's standard time; null where it has none, never 0. */
  readonly target: StandardTime | null;
  /** Working minutes without the pauses; halves stay halves. */
  readonly elapsed: number;
  /** Working minutes its clock stood. */
  readonly paused: number;
  /** RFC 3339 UTC: since when its clock stands; null while it runs and once it has ended. */
  readonly pausedSince: string | null;
  /**
   * RFC 3339 UTC. Null without a target or working time. While the clock stands: when it
   * would fall due if it went on now.
   */
  readonly dueAt: string | null;
  /** Working minutes until it falls due, negative: overdue; null where `dueAt` is. */
  readonly left: number | null;
  readonly standing: 'on-time' | 'overdue' | 'no-target';
}

/** What an open step's time is counted from: a request's state, or its register row. */
export interface OpenVisit {
  readonly step: string | null;
  readonly stepSince: string;
  readonly pauses: readonly Pause[];
}

/** What all of a request's time is counted from. */
export type VisitedSteps = Pick<RequestState, 'passages' | 'status'> & OpenVisit;

/** Time and standard of one side over all visits of its steps. */
export interface SideTime {
  /** Working minutes without pauses, all visits. */
  readonly elapsed: number;
  /** Of these, in visits after the first of a step: what a refusal cost. */
  readonly again: number;
  /** Sum of the SOP's standard on its main route; null where none of the steps has one. */
  readonly target: { readonly minutes: number; readonly workingDays: number } | null;
}

/** The separate accounts of a request: every side's own time, and the pauses of all. */
export interface RequestTime {
  /** Oldest first; the open one last. */
  readonly visits: readonly VisitTime[];
  readonly sides: Readonly<Record<ActorSide, SideTime>>;
  /** Working minutes. */
  readonly paused: number;
}

/**
 * All visits of a request's steps and their totals at `now`. A visit of a step the SOP does
 * not have, and the last one of a cancelled request, which was neither passed nor is open,
 * are in no account.
 */
export function requestTime(
  sop: Sop,
  state: VisitedSteps,
  calendar: WorkingCalendar,
  now: string,
): RequestTime {
  const ended = state.passages.flatMap((passage): readonly VisitTime[] => {
    const step = findStep(sop, passage.step);
    return step === undefined ? [] : [visitTime(sop, step, passage, calendar, passage.at)];
  });
  const open = state.status === 'open' ? openVisitTime(sop, state, calendar, now) : null;
  const visits = open === null ? ended : [...ended, open];
  const side = (name: ActorSide) => sideTime(sop, visits, name);
  return {
    visits,
    sides: { applicant: side('applicant'), office: side('office'), bsre: side('bsre') },
    paused: visits.reduce((sum, { paused }) => sum + paused, 0),
  };
}

/**
 * The open step's time at `now`; null where no step is open, or one the SOP does not have.
 * Takes a `RequestState` as well as a register row.
 */
export function openVisitTime(
  sop: Sop,
  visit: OpenVisit,
  calendar: WorkingCalendar,
  now: string,
): VisitTime | null {
  const step = findStep(sop, visit.step);
  if (step === undefined) return null;
  const { stepSince: since, pauses } = visit;
  return visitTime(sop, step, { outcome: 'open', since, pauses }, calendar, now);
}

/** Whether the office itself has let a step's standard time go by; others' time is not its. */
export function isOfficeLate(visit: VisitTime): boolean {
  return visit.side === 'office' && visit.standing === 'overdue';
}

interface Visited {
  readonly outcome: VisitTime['outcome'];
  readonly since: string;
  readonly pauses: readonly Pause[];
}

function visitTime(
  sop: Sop,
  step: SopStep,
  { outcome, since: opened, pauses }: Visited,
  calendar: WorkingCalendar,
  end: string,
): VisitTime {
  const since = plain(opened);
  // A device clock that was set back must not make a length negative.
  const until = plain(end) < since ? since : plain(end);
  const stood = pausesWithin(pauses, since, until);
  const lengths = stood.map((pause) => workingMinutesBetween(calendar, pause.from, pause.until));
  const paused = lengths.reduce((sum, length) => sum + length, 0);
  const target = step.standardTime;
  const dueAt = target === null ? null : dueOf(calendar, since, target, stood);
  const left = dueAt === null ? null : leftOf(calendar, until, dueAt, stood);
  return {
    step: step.key,
    side: sop.actors.find(({ key }) => key === step.actor)?.side ?? 'office',
    outcome,
    since,
    until: outcome === 'open' ? null : until,
    target,
    elapsed: workingMinutesBetween(calendar, since, until) - paused,
    paused,
    pausedSince:
      outcome === 'open' ? (pauses.find((one) => one.until === null)?.from ?? null) : null,
    dueAt,
    left,
    standing: left === null ? 'no-target' : left < 0 ? 'overdue' : 'on-time',
  };
}

interface Stretch {
  readonly from: string;
  readonly until: string;
}

/** The pauses within a visit, in order and without overlap; a running one ends with it. */
function pausesWithin(pauses: readonly Pause[], since: string, end: string): readonly Stretch[] {
  const stretches: Stretch[] = [];
  let free = since;
  for (const pause of pauses) {
    const from = plain(pause.from) < free ? free : plain(pause.from);
    const until = pause.until === null || plain(pause.until) > end ? end : plain(pause.until);
    if (until <= from) continue;
    stretches.push({ from, until });
    free = until;
  }
  return stretches;
}

/** The one way of writing an instant in which earlier sorts first. */
function plain(moment: string): string {
  return new Date(moment).toISOString();
}

/** A pause puts off what was not due yet when it began, by its own working time. */
function dueOf(
  calendar: WorkingCalendar,
  since: string,
  target: StandardTime,
  pauses: readonly Stretch[],
): string | null {
  let due = plainDue(calendar, since, target);
  for (const { from, until } of pauses) {
    if (due === null || from >= due) break;
    due = addWorkingMinutes(calendar, due, workingMinutesBetween(calendar, from, until));
  }
  return due;
}

/** What a step is overdue stands still with its clock: a pause makes nobody later. */
function leftOf(
  calendar: WorkingCalendar,
  until: string,
  dueAt: string,
  pauses: readonly Stretch[],
): number {
  const stoodAfter = pauses
    .filter(({ from }) => from >= dueAt)
    .map((pause) => workingMinutesBetween(calendar, pause.from, pause.until));
  return stoodAfter.reduce(
    (left, stood) => left + stood,
    workingMinutesBetween(calendar, until, dueAt),
  );
}

/** Minutes from the opening; whole working days to the closing time of the last of them. */
function plainDue(
  calendar: WorkingCalendar,
  since: string,
  { amount, unit }: StandardTime,
): string | null {
  if (unit === 'minutes') return addWorkingMinutes(calendar, since, amount);
  const whole = Math.floor(amount);
  const day = whole === 0 ? since : closingAfterWorkingDays(calendar, since, whole);
  const rest = (amount - whole) * calendar.minutesPerDay;
  return day === null || rest === 0 ? day : addWorkingMinutes(calendar, day, rest);
}

function sideTime(sop: Sop, visits: readonly VisitTime[], side: ActorSide): SideTime {
  const own = visits.filter((visit) => visit.side === side);
  const again = own.filter(
    (visit, index) => own.findIndex(({ step }) => step === visit.step) < index,
  );
  return { elapsed: elapsedOf(own), again: elapsedOf(again), target: targetOf(sop, side) };
}

function elapsedOf(visits: readonly VisitTime[]): number {
  return visits.reduce((sum, { elapsed }) => sum + elapsed, 0);
}

function targetOf(sop: Sop, side: ActorSide): SideTime['target'] {
  const sides = new Map(sop.actors.map((actor) => [actor.key, actor.side]));
  const times = mainRoute(sop)
    .map((key) => findStep(sop, key))
    .filter((step) => step !== undefined && sides.get(step.actor) === side)
    .flatMap((step) => step?.standardTime ?? []);
  if (times.length === 0) return null;
  const sumOf = (wanted: StandardTime['unit']) =>
    times.reduce((sum, { amount, unit }) => sum + (unit === wanted ? amount : 0), 0);
  return { minutes: sumOf('minutes'), workingDays: sumOf('working-days') };
}
