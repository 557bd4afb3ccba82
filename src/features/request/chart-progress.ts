import type { ChartProgress } from '../../documents/chart-content';
import type { WorkingCalendar } from '../../domain/calendar/working-calendar';
import type { TimeContext } from '../../ui/format/date-time';
import type { OpenRequest } from './open-request';
import { stepFacts } from './step-facts';

/** A request's way through its SOP as the printed chart tells it: always in Indonesian. */
export function chartProgress(
  { sop, state }: Pick<OpenRequest, 'sop' | 'state'>,
  calendar: WorkingCalendar,
  now: string,
  timeZone: TimeContext['timeZone'],
): ChartProgress {
  const { minutesPerDay } = calendar;
  const context: TimeContext = { locale: 'id', timeZone };
  const facts = stepFacts({ sop, state }, calendar, { now, context, minutesPerDay });
  return {
    registerNumber: state.registerNumber,
    current: state.step,
    steps: Object.fromEntries(
      Array.from(facts, ([step, { state: standing, words }]) => [step, { state: standing, words }]),
    ),
  };
}
