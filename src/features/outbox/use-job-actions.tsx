import { useState, type ReactNode } from 'react';
import { fail, succeed } from '../../contract/result';
import type { Job } from '../../domain/outbox/job';
import type { RequestCommand } from '../../domain/request/request-command';
import type { CommandFailure } from '../../store/store';
import { exportJob, type ExportFailure } from '../../sync/export-job';
import { asksForReason, jobButtonWords, personsMove, type JobButton } from '../../sync/job-table';
import { ReasonDialog } from '../../ui/feedback/reason-dialog';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { saveFile } from '../shared/save-file';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import { useTrail } from '../shared/use-trail';

/** Why a button of a job did not do what it says. */
export type JobFailure =
  CommandFailure | { readonly kind: 'not-exported'; readonly failure: ExportFailure };

export interface JobActions {
  /** The job whose button is at work. */
  readonly busyJob: string | null;
  readonly failure: JobFailure | null;
  readonly dismiss: () => void;
  readonly press: (button: JobButton, job: Job) => void;
  /** Mount it once: the question for a reason. */
  readonly dialog: ReactNode;
}

interface Asked {
  readonly button: 'hold' | 'cancel';
  readonly job: Job;
}

interface JobDoings {
  readonly execute: (job: Job, command: RequestCommand) => Promise<JobFailure | null>;
  readonly retry: (job: Job) => Promise<null>;
  readonly save: (job: Job) => Promise<JobFailure | null>;
}

/** What the buttons of a job do; hold and cancel ask for a reason first. */
export function useJobActions(onShow: (job: Job) => void = () => undefined): JobActions {
  const [busyJob, setBusyJob] = useState<string | null>(null);
  const [failure, setFailure] = useState<JobFailure | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { execute, retry, save } = useDoings();

  async function doing(job: Job, work: Promise<JobFailure | null>): Promise<void> {
    setBusyJob(job.id);
    setFailure(null);
    const done = await thrownAsFailure(async () => {
      const failed = await work;
      return failed === null ? succeed(null) : fail(failed);
    });
    if (!done.ok) setFailure(done.error);
    setBusyJob(null);
  }

  function move(button: JobButton, job: Job, reason?: string): void {
    const moved = personsMove(button, job, reason);
    if (busyJob !== null) return;
    if (button === 'export') void doing(job, save(job));
    else if (moved.move === 'execute') void doing(job, execute(job, moved.command));
    else if (moved.move === 'retry-now') void doing(job, retry(job));
    else onShow(job);
  }

  return {
    busyJob,
    failure,
    dismiss: () => {
      setFailure(null);
    },
    press: (button, job) => {
      if (asksForReason(button) && (button === 'hold' || button === 'cancel')) {
        setAsked({ button, job });
      } else {
        move(button, job);
      }
    },
    dialog: (
      <JobReasonDialog
        asked={asked}
        onClose={() => {
          setAsked(null);
        }}
        onConfirm={(reason) => {
          if (asked !== null) move(asked.button, asked.job, reason);
          setAsked(null);
        }}
      />
    ),
  };
}

function useDoings(): JobDoings {
  const { store, host, engine, staff } = useLoket();
  const notify = useNotify();
  const { allows } = useTrail();
  return {
    execute: async (job, command) => {
      if (staff === null) return null;
      const result = await store.execute(job.requestId, command, staff);
      if (!result.ok) return result.error;
      engine.wake();
      return null;
    },
    retry: async (job) => {
      await engine.retryNow(job.id);
      notify('queue.retrying', job);
      return null;
    },
    save: async (job) => {
      const packed = await exportJob(job, { jobs: store.jobs, files: host.files });
      if (!packed.ok) return { kind: 'not-exported', failure: packed.error };
      const note = { subject: job.requestId, details: { what: 'submission' } };
      if (!(await allows({ action: 'export', ...note }))) return null;
      saveFile(packed.value.bytes, packed.value.fileName, packed.value.mediaType);
      notify('queue.exported', job);
      return null;
    },
  };
}

function useNotify(): (key: 'queue.exported' | 'queue.retrying', job: Job) => void {
  const t = useMessages();
  const toast = useToast();
  return (key, job) => {
    toast({ text: t(key, { number: job.registerNumber }) });
  };
}

function JobReasonDialog(props: {
  readonly asked: Asked | null;
  readonly onConfirm: (reason: string) => void;
  readonly onClose: () => void;
}) {
  const t = useMessages();
  const button = props.asked?.button ?? 'hold';
  const number = props.asked?.job.registerNumber ?? '';
  return (
    <ReasonDialog
      open={props.asked !== null}
      title={t(`queue.${button}.title`, { number })}
      description={t(`queue.${button}.text`)}
      confirmLabel={t(jobButtonWords[button])}
      destructive={button === 'cancel'}
      onConfirm={props.onConfirm}
      onClose={props.onClose}
    />
  );
}
