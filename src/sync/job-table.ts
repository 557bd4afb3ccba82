import type { Job, JobReason, JobState } from '../domain/outbox/job';
import type { RequestCommand } from '../domain/request/request-command';

export type JobTone = 'quiet' | 'active' | 'waiting' | 'attention' | 'success';
export type JobButton = 'retry' | 'hold' | 'release' | 'cancel' | 'show' | 'export';

interface JobTableRow {
  /** Key of the words; what they need is filled in by `describeJob`. */
  readonly words: string;
  readonly tone: JobTone;
  /** In the order they stand. */
  readonly buttons: readonly JobButton[];
}

/**
 * What a person sees of each state and may do there. While the body is on its way nothing
 * can be taken back; while the outcome is unknown it can be held but not cancelled, because
 * it may have arrived.
 */
export const jobTable = {
  ready: {
    words: 'outbox.state.ready',
    tone: 'waiting',
    buttons: ['retry', 'hold', 'cancel', 'show', 'export'],
  },
  'sending-files': {
    words: 'outbox.state.sendingFiles',
    tone: 'active',
    buttons: ['hold', 'show'],
  },
  sending: { words: 'outbox.state.sending', tone: 'active', buttons: ['show'] },
  'awaiting-receipt': {
    words: 'outbox.state.awaitingReceipt',
    tone: 'waiting',
    buttons: ['retry', 'show', 'export'],
  },
  'will-retry': {
    words: 'outbox.state.willRetry',
    tone: 'waiting',
    buttons: ['retry', 'hold', 'cancel', 'show', 'export'],
  },
  'outcome-unknown': {
    words: 'outbox.state.outcomeUnknown',
    tone: 'waiting',
    buttons: ['retry', 'hold', 'show', 'export'],
  },
  'needs-action': {
    words: 'outbox.state.needsAction',
    tone: 'attention',
    buttons: ['retry', 'cancel', 'show', 'export'],
  },
  held: {
    words: 'outbox.state.held',
    tone: 'quiet',
    buttons: ['release', 'cancel', 'show', 'export'],
  },
  done: { words: 'outbox.state.done', tone: 'success', buttons: ['show', 'export'] },
  cancelled: { words: 'outbox.state.cancelled', tone: 'quiet', buttons: ['show', 'export'] },
} as const satisfies Record<JobState, JobTableRow>;

/** Key of the words of each reason. */
export const jobReasonWords = {
  queued: 'outbox.reason.queued',
  'line-down': 'outbox.reason.lineDown',
  'server-busy': 'outbox.reason.serverBusy',
  credentials: 'outbox.reason.credentials',
  'reply-lost': 'outbox.reason.replyLost',
  interrupted: 'outbox.reason.interrupted',
  rebuilt: 'outbox.reason.rebuilt',
  'checked-not-there': 'outbox.reason.checkedNotThere',
  'asked-by-person': 'outbox.reason.askedByPerson',
  'held-by-person': 'outbox.reason.heldByPerson',
  'different-content': 'outbox.reason.differentContent',
  refused: 'outbox.reason.refused',
  'file-too-large': 'outbox.reason.fileTooLarge',
  'file-unsupported': 'outbox.reason.fileUnsupported',
  'local-file-missing': 'outbox.reason.localFileMissing',
  'files-not-accepted': 'outbox.reason.filesNotAccepted',
  'unreadable-job': 'outbox.reason.unreadableJob',
} as const satisfies Record<JobReason['code'], string>;

/** Key of each button's words. */
export const jobButtonWords = {
  retry: 'outbox.button.retry',
  hold: 'outbox.button.hold',
  release: 'outbox.button.release',
  cancel: 'outbox.button.cancel',
  show: 'outbox.button.show',
  export: 'outbox.button.export',
} as const satisfies Record<JobButton, string>;

/**
 * The buttons of one job. Other content under the same id is never retried: a check would
 * find the other content and take it for this one.
 */
export function buttonsOf({ state, reason }: Pick<Job, 'state' | 'reason'>): readonly JobButton[] {
  const buttons: readonly JobButton[] = jobTable[state].buttons;
  const retries = reason.code !== 'different-content';
  return retries ? buttons : buttons.filter((button) => button !== 'retry');
}

/** The buttons that ask a person for a reason before anything happens. */
export function asksForReason(button: JobButton): boolean {
  return button === 'hold' || button === 'cancel';
}

/** What a button does: a command for the store, the engine's `retryNow`, or nothing but looking. */
export type PersonsMove =
  | { readonly move: 'execute'; readonly command: RequestCommand }
  | { readonly move: 'retry-now' }
  | { readonly move: 'look' };

/**
 * Maps a button of a job to what it does. A retry of a parked job releases it, which makes
 * it `outcome-unknown`: it is checked before it is sent. `reason` is used by the buttons
 * that ask for one; an empty one is refused by the domain.
 */
export function personsMove(
  button: JobButton,
  job: { readonly id: string; readonly state: JobState },
  reason = '',
): PersonsMove {
  const submissionId = job.id;
  switch (button) {
    case 'hold':
      return { move: 'execute', command: { command: 'hold-submission', submissionId, reason } };
    case 'cancel':
      return { move: 'execute', command: { command: 'cancel-submission', submissionId, reason } };
    case 'release':
      return { move: 'execute', command: { command: 'release-submission', submissionId } };
    case 'retry':
      return job.state === 'needs-action'
        ? { move: 'execute', command: { command: 'release-submission', submissionId } }
        : { move: 'retry-now' };
    default:
      return { move: 'look' };
  }
}
