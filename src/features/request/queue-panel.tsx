import { currentSubmission, type Submission } from '../../domain/request/request-state';
import { submitSteps } from '../../domain/sop/route';
import { submissionFiles } from '../../domain/submission/submission-body';
import { Section, Stack } from '../../ui/data/section';
import { Banner } from '../../ui/feedback/banner';
import { EmptyState } from '../../ui/feedback/empty-state';
import { formatBytes } from '../../ui/format/numbers';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { JobDetails } from '../outbox/job-details';
import { JobFailureBanner } from '../outbox/job-failure-banner';
import { LineStrip } from '../outbox/line-strip';
import { useJobActions } from '../outbox/use-job-actions';
import { useLoket } from '../shared/loket-context';
import { documentLabel, stepWords } from '../shared/sop-words';
import { DocumentMark } from './document-mark';
import { missingForSubmission } from './next-action';
import { NextActionButton, type NextMove } from './next-action-button';
import type { OpenRequest } from './open-request';
import styles from './request.module.css';

export interface QueuePanelProps {
  readonly open: OpenRequest;
  readonly move: NextMove;
}

/** The submission of this request: what it still lacks, where it is, what it brought back. */
export function QueuePanel({ open, move }: QueuePanelProps) {
  const actions = useJobActions();
  const { state, jobs } = open;
  const submissions = state.submissions.toReversed();
  const current = currentSubmission(state);
  const returned = current?.remoteState === 'returned';
  return (
    <Stack>
      <div className={styles.lineStrip}>
        <LineStrip />
      </div>
      <JobFailureBanner actions={actions} />
      {returned && <Returned submission={current} />}
      {(current === null || returned) && <BeforeQueue open={open} move={move} />}
      {submissions.map((submission) => {
        const job = jobs.find(({ id }) => id === submission.id);
        return job === undefined ? null : (
          <div key={job.id} className={styles.job}>
            <JobDetails
              job={job}
              submission={submission}
              name={state.data.applicant.name}
              actions={actions}
              onRequest
            />
          </div>
        );
      })}
      {actions.dialog}
    </Stack>
  );
}

function Returned({ submission }: { readonly submission: Submission }) {
  const t = useMessages();
  return (
    <Banner tone="warn" title={t('request.queue.returned')}>
      {submission.remoteNote ?? t('request.queue.returnedText')}
    </Banner>
  );
}

/** What the submission will carry and what keeps it from being queued. */
function BeforeQueue({ open, move }: QueuePanelProps) {
  const t = useMessages();
  const locale = useLocale();
  const { office } = useLoket();
  const { sop, state } = open;
  const limit = office.profile?.amsFileLimit ?? Infinity;
  const missing = missingForSubmission(sop, state);
  const files = submissionFiles(sop, state);
  const tooEarly = submitSteps(sop, state.step).length === 0 && state.status === 'open';
  if (state.status !== 'open') return <EmptyState text={t('request.queue.never')} />;
  return (
    <Section
      title={t('request.queue.before')}
      description={
        missing.length > 0
          ? t('request.queue.missing', { count: missing.length })
          : t('request.queue.complete')
      }
    >
      <Stack>
        <ul className={styles.papers}>
          {files.map(({ sha256, document, size }) => (
            <li key={sha256} className={styles.paper}>
              <DocumentMark status="attached" />
              <span>{documentLabel(sop, document, locale)}</span>
              <span className={styles.faint}>{formatBytes(size, locale)}</span>
              {size > limit && (
                <span className={styles.missingWord}>
                  {t('request.documents.tooLarge', { limit: formatBytes(limit, locale) })}
                </span>
              )}
            </li>
          ))}
          {missing.map((document) => (
            <li key={document} className={styles.paper}>
              <DocumentMark status="missing" />
              <span>{documentLabel(sop, document, locale)}</span>
              <span className={styles.missingWord}>{t('request.paper.missing')}</span>
            </li>
          ))}
        </ul>
        {tooEarly && <p>{t('request.queue.tooEarly', { step: stepWords(sop, state.step) })}</p>}
        {move.action.kind === 'queue-submission' && (
          <div className={styles.buttons}>
            <NextActionButton move={move} />
          </div>
        )}
      </Stack>
    </Section>
  );
}
