import { CircleAlert, CircleCheck, Clock, Pause, Send, X, type LucideIcon } from 'lucide-react';
import type { Job, JobState } from '../../domain/outbox/job';
import { jobTable, type JobTone } from '../../sync/job-table';
import { classNames } from '../../ui/class-names';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { Tone } from '../../ui/feedback/tone';
import toneStyles from '../../ui/feedback/tone.module.css';
import { useMessages } from '../../ui/messages/use-messages';
import styles from './outbox.module.css';

const tones = {
  quiet: 'neutral',
  active: 'info',
  waiting: 'info',
  attention: 'bad',
  success: 'good',
} as const satisfies Record<JobTone, Tone>;

const icons: Readonly<Record<JobState, LucideIcon>> = {
  ready: Clock,
  'sending-files': Send,
  sending: Send,
  'awaiting-receipt': Clock,
  'will-retry': Clock,
  'outcome-unknown': Clock,
  'needs-action': CircleAlert,
  held: Pause,
  done: CircleCheck,
  cancelled: X,
};

/** The sign of a job's state alone, where its words stand beside it. */
export function JobMark({ job }: { readonly job: Pick<Job, 'state'> }) {
  const Icon = icons[job.state];
  return (
    <span className={classNames(styles.mark, toneStyles[tones[jobTable[job.state].tone]])}>
      <Icon size={16} aria-hidden="true" />
    </span>
  );
}

/** Where a job is, in two words. */
export function JobBadge({ job }: { readonly job: Pick<Job, 'state'> }) {
  const t = useMessages();
  const { state } = job;
  return (
    <StatusBadge
      tone={tones[jobTable[state].tone]}
      icon={icons[state]}
      label={t(`queue.short.${state}`)}
    />
  );
}
