import { fail, succeed } from '../../contract/result';
import { assertNever } from '../assert-never';
import type { Occasion } from '../event';
import { maySubmitAgain, missingDocuments } from '../sop/progress';
import { findStep, stepAfter, submitSteps } from '../sop/route';
import { buildSubmissionBody, submissionFiles } from '../submission/submission-body';
import type { Decided, Decision, DecisionContext } from './decide';
import type { RequestCommand } from './request-command';
import { currentSubmission, type RequestState, type Submission } from './request-state';

export type SubmissionCommand = Extract<
  RequestCommand,
  {
    command:
      | 'queue-submission'
      | 'hold-submission'
      | 'release-submission'
      | 'cancel-submission'
      | 'submission-stored'
      | 'submission-parked'
      | 'submission-reported';
  }
>;
type QueueCommand = Extract<SubmissionCommand, { command: 'queue-submission' }>;
type LaterCommand = Exclude<SubmissionCommand, QueueCommand>;

/** Queueing a submission, and what people and the gateway do with it afterwards. */
export function decideSubmission(
  state: RequestState,
  command: SubmissionCommand,
  context: DecisionContext,
  occasion: Occasion,
): Decision {
  if (command.command === 'queue-submission') return decideQueue(state, command, context, occasion);
  const id = command.command === 'submission-reported' ? command.report.id : command.submissionId;
  const submission = state.submissions.find((one) => one.id === id);
  if (!submission) return fail({ code: 'submission-unknown' });
  return decideLater(state, submission, command, context);
}

/**
 * Freezes what will be sent. The documents of every submit step must be there: a missing
 * one blocks the submission, never the recording. A revision names the one it replaces.
 */
function decideQueue(
  state: RequestState,
  command: QueueCommand,
  { sop, office }: DecisionContext,
  occasion: Occasion,
): Decision {
  if (state.submissions.some(({ id }) => id === command.submissionId)) {
    return fail({ code: 'submission-waiting' });
  }
  if (!maySubmitAgain(sop, state)) return fail({ code: 'submission-waiting' });
  const last = currentSubmission(state);
  const steps = submitSteps(sop, state.step);
  if (steps.length === 0 && last?.remoteState !== 'returned') {
    return fail({ code: 'submission-too-early', open: state.step });
  }
  const asked = steps.length > 0 ? steps : sop.steps.filter(({ kind }) => kind === 'submit');
  const documents = [...new Set(asked.flatMap((step) => missingDocuments(sop, state, step)))];
  if (documents.length > 0) return fail({ code: 'documents-missing', documents });
  const revision = (last?.revision ?? 0) + 1;
  const replaces = last?.id ?? null;
  const body = buildSubmissionBody({
    sop,
    state,
    office,
    submissionId: command.submissionId,
    revision,
    replaces,
    queuedAt: occasion.at,
  });
  return succeed([
    {
      type: 'submission-queued',
      submissionId: command.submissionId,
      revision,
      replaces,
      body: JSON.stringify(body),
      files: [...submissionFiles(sop, state)],
    },
  ]);
}

function decideLater(
  state: RequestState,
  submission: Submission,
  command: LaterCommand,
  { sop }: DecisionContext,
): Decision {
  const submissionId = submission.id;
  const ended = submission.status === 'stored' || submission.status === 'cancelled';
  switch (command.command) {
    case 'hold-submission':
    case 'cancel-submission': {
      const reason = command.reason.trim();
      if (ended) return fail({ code: 'submission-ended' });
      if (reason === '') return fail({ code: 'reason-missing' });
      const type =
        command.command === 'hold-submission' ? 'submission-held' : 'submission-cancelled';
      return succeed([{ type, submissionId, reason }]);
    }
    case 'release-submission':
      return ended
        ? fail({ code: 'submission-ended' })
        : succeed([{ type: 'submission-released', submissionId }]);
    case 'submission-stored': {
      // The same answer told twice changes nothing; a receipt that comes later does.
      const news =
        submission.status !== 'stored' || (submission.receipt === null && command.receipt);
      if (!news) return succeed([]);
      const { receipt, state: remote } = command;
      return succeed([
        { type: 'submission-stored', submissionId, receipt, state: remote },
        ...passedBySubmission(state, sop),
      ]);
    }
    case 'submission-parked':
      return ended
        ? fail({ code: 'submission-ended' })
        : succeed([{ type: 'submission-parked', submissionId, problem: command.problem }]);
    case 'submission-reported': {
      const { state: remote, note, missingDocuments: missing, certificate } = command.report;
      const same = submission.remoteState === remote && submission.remoteNote === note;
      if (same) return succeed([]);
      return succeed([
        {
          type: 'submission-reported',
          submissionId,
          state: remote,
          note,
          missingDocuments: missing,
          certificate,
        },
      ]);
    }
    default:
      return assertNever(command);
  }
}

/** One submission does the work of all submit steps in a row: they pass together. */
function passedBySubmission(state: RequestState, sop: DecisionContext['sop']): readonly Decided[] {
  if (findStep(sop, state.step)?.kind !== 'submit') return [];
  return submitSteps(sop, state.step).map(({ key }) => ({
    type: 'step-completed',
    step: key,
    opens: stepAfter(sop, key)?.key ?? null,
    note: null,
    actedBy: null,
  }));
}
