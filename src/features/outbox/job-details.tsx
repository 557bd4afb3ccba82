import type { ReactNode } from 'react';
import type { Job } from '../../domain/outbox/job';
import type { Submission } from '../../domain/request/request-state';
import { submissionBodySchema, type SubmissionBody } from '../../domain/submission/submission-body';
import { useLive } from '../../store/use-live';
import { describeJob, describeReason } from '../../sync/describe-job';
import { useLine } from '../../sync/use-sync';
import { ButtonLink } from '../../ui/controls/button';
import { KeyValueList } from '../../ui/data/key-value-list';
import { Section, Stack } from '../../ui/data/section';
import { formatDateTime } from '../../ui/format/date-time';
import { formatBytes, maskNiksIn } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { remoteStateWords } from '../request/describe-event';
import { useLoket } from '../shared/loket-context';
import { NikValue } from '../shared/nik-value';
import { documentLabel, letterTitle, serviceLabel } from '../shared/sop-words';
import { useTimeContext } from '../shared/use-time-context';
import { useSeenRequest } from '../shared/use-trail';
import { JobBadge } from './job-badge';
import { JobButtons } from './job-buttons';
import styles from './outbox.module.css';
import { pointerLabel } from './pointer-label';
import type { JobActions } from './use-job-actions';
import { useJobSpeech } from './use-job-speech';

export interface JobDetailsProps {
  readonly job: Job;
  readonly actions: JobActions;
  /** Its request's submission, once read. */
  readonly submission: Submission | null;
  readonly name: string;
  /** Shown on the request's own page: no link back to it. */
  readonly onRequest?: boolean;
}

/** One job: what state, why, what helps, and what exactly is sent. */
export function JobDetails({ job, actions, submission, name, onRequest }: JobDetailsProps) {
  const t = useMessages();
  const { store } = useLoket();
  const payload = useLive(() => store.jobs.payload(job.id), [store, job.id]);
  const body = payload?.ok === true ? parseBody(payload.value.body) : null;
  // On its own page the request has been opened already.
  useSeenRequest(body === null || onRequest === true ? null : job.requestId);
  return (
    <div
      className={styles.details}
      data-job={job.id}
      data-state={job.state}
      data-receipt={submission?.receipt?.number}
    >
      <header className={styles.detailsHead}>
        <h2>{t('queue.of', { number: job.registerNumber, name })}</h2>
        <JobBadge job={job} />
      </header>
      <JobStateWords job={job} submission={submission} body={body} />
      <JobButtons job={job} actions={actions} without={['show']} />
      <Stack>
        <JobFacts job={job} submission={submission} onRequest={onRequest === true} />
        {body !== null && (
          <BodyFacts
            body={body}
            nik={<NikValue nik={body.applicant.nik} subject={job.requestId} />}
          />
        )}
        {payload?.ok === false && <p className={styles.bad}>{t('outbox.reason.unreadableJob')}</p>}
        <details className={styles.technical}>
          <summary>{t('queue.ids')}</summary>
          <code>
            {job.id} · {job.reason.code}
            {job.reason.detail === null ? '' : ` · ${job.reason.detail}`}
          </code>
        </details>
      </Stack>
    </div>
  );
}

/** The state as a fact with a time, its reason, and what a refusal names. */
export function JobStateWords(props: {
  readonly job: Job;
  readonly submission: Submission | null;
  readonly body: SubmissionBody | null;
}) {
  const { job, submission, body } = props;
  const { engine } = useLoket();
  const locale = useLocale();
  const line = useLine(engine);
  const speech = useJobSpeech();
  const words = describeJob(job, line, speech);
  const reason = describeReason(job, speech);
  const told = words.includes(reason) || job.reason.code === 'queued' || job.state === 'done';
  const problem = submission?.problem ?? null;
  return (
    <div className={styles.stateWords}>
      <p className={styles.strong}>{words}</p>
      {!told && <p>{capitalised(reason)}</p>}
      {problem?.code === 'refused' && (
        <ul className={styles.pointers}>
          {problem.errors.map(({ pointer, detail }) => (
            <li key={`${pointer}-${detail}`}>
              <span className={styles.strong}>{pointerLabel(pointer, body, locale)}</span>:{' '}
              {maskNiksIn(detail)}
            </li>
          ))}
        </ul>
      )}
      {problem?.code === 'local-file-missing' && (
        <p>{documentLabel(undefined, problem.document, locale)}</p>
      )}
    </div>
  );
}

function JobFacts(
  props: Pick<JobDetailsProps, 'job' | 'submission'> & { readonly onRequest: boolean },
) {
  const { job, submission } = props;
  const t = useMessages();
  const locale = useLocale();
  const context = useTimeContext();
  const waits = job.state === 'will-retry' || job.state === 'outcome-unknown';
  const receipt = submission?.receipt ?? null;
  const facts: readonly (readonly [string, string, ReactNode])[] = [
    ['queued', t('queue.queuedAt'), formatDateTime(job.queuedAt, context)],
    // Attempts that came to nothing; an answer at the first one is no news.
    ...(job.attempts > 0
      ? ([['attempts', t('queue.attempts'), String(job.attempts)]] as const)
      : []),
    ...(waits
      ? [['next', t('queue.next'), formatDateTime(job.nextAttemptAt, context)] as const]
      : []),
    ['files', t('queue.files'), t('queue.filesOf', { sent: job.filesSent, total: job.filesTotal })],
    ...(receipt === null
      ? []
      : [
          ['receipt', t('queue.receipt'), receipt.number] as const,
          ['received', t('queue.received'), formatDateTime(receipt.receivedAt, context)] as const,
        ]),
    ...(submission?.remoteState == null
      ? []
      : [['remote', t('queue.remote'), remoteStateWords(submission.remoteState, locale)] as const]),
    ...(submission?.remoteNote == null
      ? []
      : [['note', t('queue.remoteNote'), maskNiksIn(submission.remoteNote)] as const]),
  ];
  return (
    <Section
      title={t('queue.progress')}
      actions={
        props.onRequest ? undefined : (
          <ButtonLink size="small" variant="plain" href={`#/permohonan/${job.requestId}`}>
            {t('queue.openRequest')}
          </ButtonLink>
        )
      }
    >
      <KeyValueList entries={facts.map(([key, label, value]) => ({ key, label, value }))} />
    </Section>
  );
}

function BodyFacts({ body, nik }: { readonly body: SubmissionBody; readonly nik: ReactNode }) {
  const t = useMessages();
  const locale = useLocale();
  return (
    <Section title={t('queue.body')} description={t('queue.bodyHint')}>
      <KeyValueList
        entries={[
          {
            key: 'service',
            label: t('intake.label.sop'),
            value: serviceLabel(body.service, locale),
          },
          { key: 'name', label: t('intake.label.name'), value: body.applicant.name },
          { key: 'nik', label: t('intake.label.nik'), value: nik },
          { key: 'reason', label: t('field.reason'), value: body.reason?.label ?? '' },
          { key: 'revision', label: t('queue.revision'), value: String(body.revision) },
          {
            key: 'letters',
            label: t('queue.letters'),
            value: (
              <ul>
                {body.letters.map(({ number, kind }) => (
                  <li key={number}>
                    {letterTitle(kind)}, {number}
                  </li>
                ))}
              </ul>
            ),
          },
          {
            key: 'files',
            label: t('queue.files'),
            value: (
              <ul>
                {body.files.map(({ sha256, document, size }) => (
                  <li key={sha256}>
                    {documentLabel(undefined, document, locale)}, {formatBytes(size, locale)}
                  </li>
                ))}
              </ul>
            ),
          },
        ]}
      />
    </Section>
  );
}

/** The frozen body as data; null when it is none this version knows. */
export function parseBody(text: string): SubmissionBody | null {
  try {
    const parsed = submissionBodySchema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
