import { Stack } from '../../ui/data/section';
import { ChartPdfButtons } from '../sop/chart-pdf-buttons';
import { SopChart } from '../sop/sop-chart';
import { useNow, useTimeContext } from '../shared/use-time-context';
import { useWorkingCalendar } from '../shared/use-working-calendar';
import { chartProgress } from './chart-progress';
import type { OpenRequest } from './open-request';
import { stepFacts } from './step-facts';

/** The SOP's chart with the request's position and times on it. */
export function ChartPanel({ open }: { readonly open: OpenRequest }) {
  const context = useTimeContext();
  const now = useNow();
  const calendar = useWorkingCalendar();
  const { sop, state } = open;
  const { minutesPerDay } = calendar;
  const facts = stepFacts({ sop, state }, calendar, { now, context, minutesPerDay });
  return (
    <Stack>
      <ChartPdfButtons
        sop={sop}
        progress={chartProgress(open, calendar, now, context.timeZone)}
        requestId={state.id}
      />
      <SopChart sop={sop} facts={facts} current={state.step} />
    </Stack>
  );
}
