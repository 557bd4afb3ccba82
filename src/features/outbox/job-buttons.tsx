import { Download, Eye, Pause, Play, RotateCw, X, type LucideIcon } from 'lucide-react';
import type { Action } from '../../domain/office/permissions';
import type { Job } from '../../domain/outbox/job';
import { buttonsOf, jobButtonWords, personsMove, type JobButton } from '../../sync/job-table';
import { Button } from '../../ui/controls/button';
import { useMessages } from '../../ui/messages/use-messages';
import { usePermission } from '../shared/use-permission';
import styles from './outbox.module.css';
import type { JobActions } from './use-job-actions';

const icons: Readonly<Record<JobButton, LucideIcon>> = {
  retry: RotateCw,
  hold: Pause,
  release: Play,
  cancel: X,
  show: Eye,
  export: Download,
};

/** The row of the permission table a button falls under; null for looking. */
function actionOf(button: JobButton, job: Job): Action | null {
  const moved = personsMove(button, job);
  if (button === 'export') return 'export-submission';
  if (moved.move === 'execute') return moved.command.command;
  return moved.move === 'retry-now' ? 'retry-submission' : null;
}

/** The buttons a job has in its state; those that help a parked one come first and stand out. */
export function JobButtons(props: {
  readonly job: Job;
  readonly actions: JobActions;
  /** Left out where the details stand already. */
  readonly without?: readonly JobButton[];
}) {
  const t = useMessages();
  const { job, actions, without = [] } = props;
  const may = usePermission();
  const whyNot = (button: JobButton) => {
    const action = actionOf(button, job);
    return action === null ? undefined : may(action).why;
  };
  const buttons = buttonsOf(job).filter((button) => !without.includes(button));
  return (
    <div className={styles.buttons}>
      {buttons.map((button) => (
        <Button
          key={button}
          size="small"
          icon={icons[button]}
          data-job-action={button}
          blocked={whyNot(button)}
          busy={actions.busyJob === job.id && button !== 'show'}
          onClick={() => {
            actions.press(button, job);
          }}
        >
          {t(jobButtonWords[button])}
        </Button>
      ))}
    </div>
  );
}
