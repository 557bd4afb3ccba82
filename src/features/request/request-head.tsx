import { Pencil } from 'lucide-react';
import { correctionDueAt } from '../../domain/request/correction-ticket';
import { findStep } from '../../domain/sop/route';
import { currentSubmission } from '../../domain/request/request-state';
import { ButtonLink } from '../../ui/controls/button';
import { StatusBadge } from '../../ui/feedback/status-badge';
import { formatDateTime, formatTimeOrDay } from '../../ui/format/date-time';
import { formatDistance } from '../../ui/format/duration';
import { PageHead } from '../../ui/frame/page-head';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { JobBadge } from '../outbox/job-badge';
import { DueBadge } from '../shared/due-badge';
import { LegalClockBadge } from '../shared/legal-clock-badge';
import { actorLabel, serviceLabel } from '../shared/sop-words';
import { useNow, useTimeContext } from '../shared/use-time-context';
import { useMay } from '../shared/use-permission';
import { NextActionButton, type NextMove } from './next-action-button';
import type { OpenRequest } from './open-request';
import styles from './request.module.css';

/** Number, person, service, open step, who has it and time left; the next thing to do. */
export function RequestHead({
  open,
  move,
}: {
  readonly open: OpenRequest;
  readonly move: NextMove;
}) {
  const t = useMessages();
  const locale = useLocale();
  const { state, sop } = open;
  const step = findStep(sop, state.step);
  const { why } = useMay('correct-request');
  return (
    <PageHead
      title={`${state.registerNumber} · ${state.data.applicant.name}`}
      status={<HeadStatus open={open} />}
      facts={[
        <span key="facts" className={styles.headFacts}>
          <span>{serviceLabel(state.service, locale)}</span>
          {step !== undefined && (
            <>
              <span className={styles.headStep} title={step.activity}>
                {t('request.head.step', {
                  number: step.number,
                  count: sop.steps.length,
                  activity: step.activity,
                })}
              </span>
              <span>{actorLabel(sop, step.actor)}</span>
            </>
          )}
          {state.status === 'open' ? (
            <DueBadge sop={sop} visit={state} />
          ) : (
            <Since at={state.stepSince} />
          )}
        </span>,
      ]}
      actions={
        <>
          {state.status === 'open' && (
            <ButtonLink
              icon={Pencil}
              kbd="E"
              href={`#/permohonan/${state.id}/koreksi`}
              blocked={why}
            >
              {t('request.correct')}
            </ButtonLink>
          )}
          <NextActionButton move={move} inHead />
        </>
      }
    />
  );
}

function Since({ at }: { readonly at: string }) {
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const now = useNow();
  const time = formatTimeOrDay(at, now, context);
  const distance = formatDistance(
    Math.min(Date.parse(at), Date.parse(now)),
    Date.parse(now),
    locale,
  );
  return (
    <time dateTime={at} title={formatDateTime(at, context)}>
      {t('request.head.since', { time, distance })}
    </time>
  );
}

function HeadStatus({ open: { state, jobs } }: { readonly open: OpenRequest }) {
  const t = useMessages();
  const submission = currentSubmission(state);
  const correctionDue = correctionDueAt(state);
  const job = jobs.find(({ id }) => id === submission?.id);
  return (
    <>
      {state.status === 'completed' && (
        <StatusBadge tone="good" label={t('register.status.completed')} />
      )}
      {state.status === 'cancelled' && (
        <StatusBadge tone="neutral" label={t('register.status.cancelled')} />
      )}
      {job !== undefined && <JobBadge job={job} />}
      {correctionDue !== null && <LegalClockBadge named dueAt={correctionDue} endedAt={null} />}
    </>
  );
}
