import { CornerUpLeft } from 'lucide-react';
import { useState } from 'react';
import { missingDocuments } from '../../domain/sop/progress';
import { refusalTarget } from '../../domain/sop/route';
import type { SopStep } from '../../domain/sop/sop';
import { Button } from '../../ui/controls/button';
import { Section, Stack } from '../../ui/data/section';
import { StepList, type Step } from '../../ui/data/step-list';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { formatDateTime, formatTimeOrDay } from '../../ui/format/date-time';
import { useLocale, useMessages, type Translate } from '../../ui/messages/use-messages';
import { actorLabel, documentLabel, letterTitle } from '../shared/sop-words';
import { useNow, useTimeContext } from '../shared/use-time-context';
import { lettersToIssue } from './next-action';
import { NextActionButton, type NextMove } from './next-action-button';
import type { OpenRequest } from './open-request';
import { PapersSummary } from './papers-summary';
import { PersonSummary } from './person-summary';
import styles from './request.module.css';
import { stepProgress, type StepProgress } from './step-progress';
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
  const { sop, state, events } = open;
  const steps = stepProgress(sop, state, events).map((progress): Step => {
    const { step } = progress;
    const current = progress.state === 'current';
    return {
      id: step.key,
      number: step.number,
      title: step.activity,
      actor: actorLabel(sop, step.actor),
      state: progress.state,
      meta: <StepMeta progress={progress} time={(at) => formatTimeOrDay(at, now, context)} />,
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
        {state.status !== 'open' && (
          <p className={styles.ended}>
            {t(`request.ended.${state.status}`, { time: formatDateTime(state.stepSince, context) })}
          </p>
        )}
      </Section>
      <Stack>
        <PapersSummary open={open} onOpen={() => onTab('papers')} />
        <PersonSummary open={open} onOpen={() => onTab('data')} />
      </Stack>
    </div>
  );
}

function StepMeta(props: {
  readonly progress: StepProgress;
  readonly time: (at: string) => string;
}) {
  const t = useMessages();
  const { step, passed, state } = props.progress;
  const facts = [
    ...(passed !== null && (state === 'done' || state === 'returned')
      ? [t('request.step.passed', { time: props.time(passed.at), name: passed.by.name })]
      : []),
    ...(step.standardTime === null || state === 'done' ? [] : [standardTime(step.standardTime, t)]),
  ];
  return <>{facts.join(' · ')}</>;
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

function standardTime(time: NonNullable<SopStep['standardTime']>, t: Translate): string {
  return time.unit === 'minutes'
    ? t('request.step.minutes', { count: time.amount })
    : t('request.step.workingDays', { count: time.amount });
}

interface OpenStepProps extends Omit<StepsPanelProps, 'onTab'> {
  readonly step: SopStep;
}

/** The open step: what the SOP notes, what is missing, who did it, and its buttons. */
function OpenStep({ open, step, work, move }: OpenStepProps) {
  const t = useMessages();
  const [refusing, setRefusing] = useState(false);
  const returns = refusalTarget(open.sop, step);
  return (
    <div className={styles.openStep}>
      {stepWords(step, 'current', t)}
      <MissingNow open={open} step={step} />
      <div className={styles.buttons}>
        <NextActionButton move={move} />
        {returns !== undefined && (
          <Button
            icon={CornerUpLeft}
            data-action="refuse-step"
            onClick={() => {
              setRefusing(true);
            }}
          >
            {t('request.step.refuse')}
          </Button>
        )}
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
