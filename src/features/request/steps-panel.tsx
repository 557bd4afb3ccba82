import { ClockAlert, CornerUpLeft } from 'lucide-react';
import { useState } from 'react';
import { missingDocuments } from '../../domain/sop/progress';
import { refusalTarget } from '../../domain/sop/route';
import { requestTime } from '../../domain/sop/time-account';
import type { SopStep } from '../../domain/sop/sop';
import { classNames } from '../../ui/class-names';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { StepList, type Step } from '../../ui/data/step-list';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { formatDateTime, formatTimeOrDay } from '../../ui/format/date-time';
import { useLocale, useMessages, type Translate } from '../../ui/messages/use-messages';
import { DispositionButtons } from '../disposition/disposition-buttons';
import { actorLabel, documentLabel, letterTitle } from '../shared/sop-words';
import { useNow, useTimeContext } from '../shared/use-time-context';
import { useWorkingCalendar } from '../shared/use-working-calendar';
import { useMay } from '../shared/use-permission';
import { lettersToIssue } from './next-action';
import { NextActionButton, type NextMove } from './next-action-button';
import type { OpenRequest } from './open-request';
import { PapersSummary } from './papers-summary';
import { PersonSummary } from './person-summary';
import styles from './request.module.css';
import { SheetSummary } from './sheet-summary';
import { StepClock } from './step-clock';
import { factsOf, type StepFacts } from './step-facts';
import { stepProgress, type StepProgress } from './step-progress';
import { StepTimeButtons } from './step-time-buttons';
import times from './step-time.module.css';
import { TimeTotals } from './time-totals';
import type { RequestWork } from './use-request-work';

export interface StepsPanelProps {
  readonly open: OpenRequest;
  readonly work: RequestWork;
  readonly move: NextMove;
  readonly onTab: (tab: 'papers' | 'data') => void;
}

/** All steps of the SOP with the open one at hand; beside them papers and person in short. */
export function StepsPanel({ open, work, move, onTab }: StepsPanelProps) {
  const t = useMessages();
  const context = useTimeContext();
  const now = useNow();
  const calendar = useWorkingCalendar();
  const { minutesPerDay } = calendar;
  const { sop, state, events } = open;
  const time = requestTime(sop, state, calendar, now);
  const facts = factsOf(sop, state, time, { now, context, minutesPerDay });
  const steps = stepProgress(sop, state, events).map((progress): Step => {
    const { step } = progress;
    const current = progress.state === 'current';
    return {
      id: step.key,
      number: step.number,
      title: step.activity,
      actor: actorLabel(sop, step.actor),
      state: progress.state,
      meta: hasMeta(progress, facts.get(step.key)) ? (
        <StepMeta
          progress={progress}
          facts={facts.get(step.key)}
          time={(at) => formatTimeOrDay(at, now, context)}
        />
      ) : undefined,
      actions: current ? (
        <OpenStep open={open} step={step} work={work} move={move} />
      ) : (
        stepWords(step, progress.state, t)
      ),
    };
  });
  return (
    <div className={styles.columns}>
      <Section
        title={t('request.steps')}
        description={t('request.steps.of', {
          title: sop.identity.title,
          number: sop.identity.number,
        })}
      >
        <StepList label={t('request.steps')} steps={steps} />
        <TimeTotals time={time} minutesPerDay={minutesPerDay} />
        {state.status !== 'open' && (
          <p className={styles.ended}>
            {t(`request.ended.${state.status}`, { time: formatDateTime(state.stepSince, context) })}
          </p>
        )}
      </Section>
      <Stack>
        <PapersSummary open={open} onOpen={() => onTab('papers')} />
        {(state.sheet.length > 0 || sop.steps.some(({ kind }) => kind === 'dispose')) && (
          <SheetSummary open={open} work={work} />
        )}
        <PersonSummary open={open} onOpen={() => onTab('data')} />
      </Stack>
    </div>
  );
}

/** The open step has its clock instead; a step ahead without standard time has nothing to say. */
function hasMeta({ passed, state }: StepProgress, facts: StepFacts | undefined): boolean {
  if (state === 'current') return false;
  return (passed !== null && state !== 'waiting') || (facts?.words.length ?? 0) > 0;
}

interface StepMetaProps {
  readonly progress: StepProgress;
  readonly facts: StepFacts | undefined;
  readonly time: (at: string) => string;
}

/** Who ended the step and when, what it took of its standard time, and whether that was late. */
function StepMeta({ progress: { passed, state }, facts, time }: StepMetaProps) {
  const t = useMessages();
  const first =
    passed !== null && state !== 'waiting'
      ? [t('request.step.passed', { time: time(passed.at), name: passed.by.name })]
      : [];
  const words = (facts?.words ?? []).filter((word) => word !== facts?.past);
  return (
    <>
      {[...first, ...words].join(' · ')}
      {facts?.past != null && (
        <span className={classNames(times.past, facts.late ? times.late : times.over)}>
          <ClockAlert size={13} aria-hidden="true" />
          {facts.past}
        </span>
      )}
    </>
  );
}

/** What the SOP says of a step still ahead: its output and its note; nothing once it is done. */
function stepWords(step: SopStep, state: StepProgress['state'], t: Translate): Step['actions'] {
  const words = [
    ...(step.output === null ? [] : [t('request.step.output', { output: step.output })]),
    ...(step.note === null ? [] : [t('request.step.note', { note: step.note })]),
  ];
  if (state === 'done' || words.length === 0) return undefined;
  return <div className={styles.stepWords}>{words.join(' · ')}</div>;
}

interface OpenStepProps extends Omit<StepsPanelProps, 'onTab'> {
  readonly step: SopStep;
}

/** The open step: what the SOP notes, what is missing, who did it, and its buttons. */
function OpenStep({ open, step, work, move }: OpenStepProps) {
  const t = useMessages();
  const refuse = useMay('refuse-step', `step:${step.kind}`);
  const [refusing, setRefusing] = useState(false);
  const returns = refusalTarget(open.sop, step);
  return (
    <div className={styles.openStep}>
      <StepClock open={open} />
      {stepWords(step, 'current', t)}
      <MissingNow open={open} step={step} />
      <div className={styles.buttons}>
        <NextActionButton move={move} />
        {returns !== undefined && (
          <Button
            icon={CornerUpLeft}
            data-action="refuse-step"
            blocked={refuse.why}
            onClick={() => {
              setRefusing(true);
            }}
          >
            {t('request.step.refuse')}
          </Button>
        )}
        <DispositionButtons state={open.state} sop={open.sop} />
        <StepTimeButtons open={open} step={step} work={work} />
      </div>
      <ReasonDialog
        open={refusing}
        title={t('request.step.refuseTitle', { number: step.number })}
        description={t('request.step.refuseText', {
          number: returns?.number ?? '',
          activity: returns?.activity ?? '',
        })}
        confirmLabel={t('request.step.refuse')}
        busy={work.busy !== null}
        onClose={() => {
          setRefusing(false);
        }}
        onConfirm={(reason) => {
          setRefusing(false);
          void work.execute({ command: 'refuse-step', step: step.key, reason });
        }}
      />
    </div>
  );
}

function MissingNow({ open, step }: { readonly open: OpenRequest; readonly step: SopStep }) {
  const t = useMessages();
  const locale = useLocale();
  const { sop, state } = open;
  const letters = lettersToIssue(sop, state).map(letterTitle);
  const documents = missingDocuments(sop, state, step).map((key) =>
    documentLabel(sop, key, locale),
  );
  return (
    <>
      {letters.length > 0 && (
        <p>{t('request.step.lettersMissing', { letters: letters.join('; ') })}</p>
      )}
      {documents.length > 0 && (
        <p>{t('request.step.documentsMissing', { documents: documents.join('; ') })}</p>
      )}
    </>
  );
}
