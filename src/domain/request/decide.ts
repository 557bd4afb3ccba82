import { fail, succeed, type Result } from '../../contract/result';
import type { Counters, Occasion } from '../event';
import type { NumberReservation } from '../numbering/number-reservation';
import type { OfficeProfile } from '../office/office-event';
import { permissionRefusal, requestActions, type Authority } from '../office/permissions';
import type { PublishedNotice } from '../privacy/notice';
import type { Sop } from '../sop/sop';
import { decideCertificate, type CertificateCommand } from './decide-certificate';
import { decideCorrectionTicket, type CorrectionCommand } from './decide-correction';
import { decideDisposition, type DispositionCommand } from './decide-disposition';
import { decideDocuments, type DocumentCommand } from './decide-documents';
import { decideRecord } from './decide-record';
import { decideSigning } from './decide-signing';
import { decideSteps, type StepCommand } from './decide-steps';
import { decideSubmission } from './decide-submission';
import type { Refusal, RequestCommand, RequestCommandName } from './request-command';
import type { RequestEvent, RequestPayload } from './request-event';
import type { RequestState } from './request-state';
import type { SigningCommand } from './signing-command';
import { allowedWhile } from './allowed-commands';

/** Everything a decision may look at besides the request itself; values, no services. */
export interface DecisionContext {
  readonly sop: Sop;
  readonly office: OfficeProfile;
  /** Every version of the privacy notice the office published. */
  readonly notices: readonly PublishedNotice[];
  /** Of the occasion's author, from the office's own records. */
  readonly authority: Authority;
  readonly counters: Counters;
  /** Numbers the office set aside. */
  readonly numbers: readonly NumberReservation[];
  /** Kinds of letters that are installed. */
  readonly letters: readonly string[];
  /** Actors who sign a kind of letter, in their order; none for a kind nobody here can make. */
  readonly signers: (letter: string) => readonly string[];
  /** Register number under which this import key was taken before; null if it was not. */
  readonly importedAs: string | null;
}

/** What a decision yields before it gets its envelope; `counter` where one was advanced. */
export type Decided = RequestPayload & {
  readonly counter?: { readonly name: string; readonly value: number };
};
export type Decision = Result<readonly Decided[], Refusal>;

/**
 * The events a command causes, or why it is refused; pure. The same state, command,
 * context and occasion give the same answer.
 */
export function decide(
  id: string,
  state: RequestState | null,
  command: RequestCommand,
  context: DecisionContext,
  occasion: Occasion,
): Result<readonly RequestEvent[], Refusal> {
  const decision = decideBare(state, command, context, occasion);
  if (!decision.ok) return decision;
  const { newId, ...moment } = occasion;
  return succeed(
    decision.value.map((payload) => ({ ...moment, id: newId(), stream: id, ...payload })),
  );
}

function decideBare(
  state: RequestState | null,
  command: RequestCommand,
  context: DecisionContext,
  occasion: Occasion,
): Decision {
  const { authority, sop } = context;
  const forbidden = permissionRefusal(authority, requestActions(command, sop));
  if (forbidden) return fail(forbidden);
  if (command.command === 'record-request') {
    return state ? fail({ code: 'request-exists' }) : decideRecord(command, context);
  }
  if (state === null) return fail({ code: 'request-unknown' });
  if (!allowedWhile(state.status, command)) return fail({ code: 'request-ended' });
  if (command.command === 'cancel-request') {
    if (command.reason.trim() === '') return fail({ code: 'reason-missing' });
    return decideCancel(state, command.reason.trim());
  }
  if (isOneOf(command, signingCommands)) return decideSigning(state, command, context);
  if (isOneOf(command, documentCommands)) return decideDocuments(state, command, context);
  if (isOneOf(command, correctionCommands)) {
    return decideCorrectionTicket(state, command, occasion);
  }
  if (isOneOf(command, certificateCommands)) return decideCertificate(state, command);
  if (isOneOf(command, stepCommands)) return decideSteps(state, command, context);
  if (isOneOf(command, dispositionCommands)) {
    return decideDisposition(state, command, context, occasion);
  }
  return decideSubmission(state, command, context, occasion);
}

/** Cancelling a request takes back what still waits to be sent. */
function decideCancel(state: RequestState, reason: string): Decision {
  const waiting = state.submissions.filter(
    ({ status }) => status !== 'stored' && status !== 'cancelled',
  );
  return succeed([
    ...waiting.map(({ id }) => ({
      type: 'submission-cancelled' as const,
      submissionId: id,
      reason,
    })),
    { type: 'request-cancelled' as const, reason },
  ]);
}

const documentCommands = [
  'correct-request',
  'attach-document',
  'remove-document',
  'draft-letter',
  'issue-letter',
  'confirm-print',
] as const satisfies readonly DocumentCommand['command'][];

const signingCommands = [
  'begin-signing',
  'end-signing',
  'reconcile-signing',
] as const satisfies readonly SigningCommand['command'][];

const correctionCommands = [
  'ask-correction',
  'refuse-correction',
] as const satisfies readonly CorrectionCommand['command'][];

const certificateCommands = [
  'record-certificate',
  'record-certificate-check',
] as const satisfies readonly CertificateCommand['command'][];

const stepCommands = [
  'complete-step',
  'refuse-step',
  'skip-step',
  'pause-step',
  'resume-step',
] as const satisfies readonly StepCommand['command'][];

const dispositionCommands = [
  'give-disposition',
  'forward-disposition',
  'return-disposition',
] as const satisfies readonly DispositionCommand['command'][];

function isOneOf<Name extends RequestCommandName>(
  command: RequestCommand,
  names: readonly Name[],
): command is Extract<RequestCommand, { command: Name }> {
  return (names as readonly string[]).includes(command.command);
}
