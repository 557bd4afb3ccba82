import { ArrowLeft } from 'lucide-react';
import { useState } from 'react';
import type { Job } from '../../domain/outbox/job';
import { currentSubmission, type Submission } from '../../domain/request/request-state';
import type { Store } from '../../store/store';
import { useLive } from '../../store/use-live';
import { describeJob } from '../../sync/describe-job';
import { useLine } from '../../sync/use-sync';
import { Button, ButtonLink } from '../../ui/controls/button';
import { DataTable, type Column } from '../../ui/data/data-table';
import { SplitView } from '../../ui/data/split-view';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { JobMark } from './job-badge';
import { JobDetails } from './job-details';
import { JobFailureBanner } from './job-failure-banner';
import { LineStrip } from './line-strip';
import styles from './outbox.module.css';
import { useJobActions, type JobActions } from './use-job-actions';
import { useJobSpeech } from './use-job-speech';

const PAGE = 50;

interface ListedJob {
  readonly job: Job;
  readonly name: string;
  readonly submission: Submission | null;
}

/** A page of jobs with the persons they are about. */
async function readJobs(
  store: Store,
  size: number,
): Promise<{ readonly rows: readonly ListedJob[]; readonly more: boolean }> {
  const page = await store.jobs.page(null, size);
  const rows = await Promise.all(
    page.rows.map(async (job): Promise<ListedJob> => {
      const request = await store.requests.get(job.requestId);
      const own = request?.submissions.find(({ id }) => id === job.id);
      const submission = own ?? (request === null ? null : currentSubmission(request));
      return { job, name: request?.data.applicant.name ?? '', submission };
    }),
  );
  return { rows, more: page.next !== null };
}

/** Everything waiting to be sent, being sent or sent: state, reason, and what helps. */
export function OutboxPage() {
  const t = useMessages();
  const { store } = useLoket();
  const [pages, setPages] = useState(1);
  const [chosen, setChosen] = useState<string | null>(null);
  const jobs = useLive(() => readJobs(store, pages * PAGE), [store, pages]);
  const actions = useJobActions((job) => {
    setChosen(job.id);
  });
  useShortcuts(
    {
      Escape: {
        label: t('frame.keys.back'),
        run: () => {
          setChosen(null);
        },
      },
    },
    { group: t('frame.outbox'), enabled: chosen !== null },
  );
  const more = () => {
    setPages(pages + 1);
  };
  return (
    <Page layout="bare" head={<PageHead title={t('frame.outbox')} />}>
      <div className={styles.page}>
        <div className={styles.top}>
          <LineStrip />
          <JobFailureBanner actions={actions} />
        </div>
        {jobs?.rows.length === 0 && <QueueEmpty />}
        {jobs !== undefined && jobs.rows.length > 0 && (
          <Queue
            rows={jobs.rows}
            chosen={chosen}
            onChoose={setChosen}
            onMore={jobs.more ? more : undefined}
            actions={actions}
          />
        )}
      </div>
      {actions.dialog}
    </Page>
  );
}

interface QueueProps {
  readonly rows: readonly ListedJob[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
  readonly onMore: (() => void) | undefined;
  readonly actions: JobActions;
}

/** Jobs with the details of one; the first where there is room and none was chosen. */
function Queue({ rows, chosen, onChoose, onMore, actions }: QueueProps) {
  const t = useMessages();
  const detailsOf = (listed: ListedJob | undefined) =>
    listed === undefined ? null : <JobDetails key={listed.job.id} {...listed} actions={actions} />;
  return (
    <SplitView
      listLabel={t('frame.outbox')}
      detailLabel={t('ui.showDetails')}
      list={
        <JobList
          rows={rows}
          chosen={chosen ?? rows[0]?.job.id ?? null}
          onChoose={onChoose}
          onMore={onMore}
        />
      }
      detail={
        chosen === null ? null : (
          <>
            <BackToList
              onBack={() => {
                onChoose(null);
              }}
            />
            {detailsOf(rows.find(({ job }) => job.id === chosen))}
          </>
        )
      }
      placeholder={detailsOf(rows[0])}
    />
  );
}

/** Where the details take the list's place. */
function BackToList({ onBack }: { readonly onBack: () => void }) {
  const t = useMessages();
  return (
    <div className={styles.back}>
      <Button size="small" icon={ArrowLeft} kbd="Esc" onClick={onBack}>
        {t('ui.back')}
      </Button>
    </div>
  );
}

function QueueEmpty() {
  const t = useMessages();
  return (
    <div>
      <EmptyState
        title={t('queue.empty')}
        text={t('queue.emptyText')}
        action={<ButtonLink href="#/">{t('queue.emptyAction')}</ButtonLink>}
      />
    </div>
  );
}

function JobList(props: {
  readonly rows: readonly ListedJob[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly onMore: (() => void) | undefined;
}) {
  const t = useMessages();
  const { engine } = useLoket();
  const line = useLine(engine);
  const speech = useJobSpeech();
  const columns: readonly Column<ListedJob>[] = [
    {
      key: 'number',
      header: t('register.column.number'),
      width: 'date',
      cell: ({ job }) => job.registerNumber,
    },
    { key: 'name', header: t('register.column.name'), width: 'medium', cell: ({ name }) => name },
    {
      key: 'state',
      header: t('queue.column.state'),
      width: 'fill',
      cell: ({ job }) => (
        <span
          className={styles.stateCell}
          data-job-state={job.state}
          title={describeJob(job, line, speech)}
        >
          <JobMark job={job} />
          <span className={styles.stateText}>{describeJob(job, line, speech)}</span>
        </span>
      ),
    },
    {
      key: 'files',
      header: t('queue.column.files'),
      width: 'narrow',
      numeric: true,
      cell: ({ job }) => `${String(job.filesSent)}/${String(job.filesTotal)}`,
    },
  ];
  return (
    <DataTable
      label={t('frame.outbox')}
      columns={columns}
      rows={props.rows}
      rowKey={({ job }) => job.id}
      selectedKey={props.chosen}
      onOpen={({ job }) => {
        props.onChoose(job.id);
      }}
      onMore={props.onMore}
    />
  );
}
