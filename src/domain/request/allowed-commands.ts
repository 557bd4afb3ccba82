import type { RequestCommand, RequestCommandName } from './request-command';
import type { RequestState } from './request-state';

/**
 * After the end of a request the outside world may add to it: what the gateway answers, what
 * a person asks about the data that are still held of him (UU 27/2022 article 30), that a
 * letter of it was printed for the file, what lists say of the certificate afterwards, and what
 * became of a signing that was begun before.
 */
const afterTheEnd = [
  'submission-stored',
  'submission-parked',
  'submission-reported',
  'ask-correction',
  'refuse-correction',
  'confirm-print',
  'record-certificate',
  'record-certificate-check',
  'end-signing',
  'reconcile-signing',
] as const satisfies readonly RequestCommandName[];

/** What may still happen to a request in each status. */
const allowed = {
  open: 'everything',
  completed: afterTheEnd,
  cancelled: afterTheEnd,
} as const satisfies Record<RequestState['status'], 'everything' | readonly RequestCommandName[]>;

/**
 * Whether a command may be given while the request has this status. A correction may be made
 * after the end where a person asked for it, and only then.
 */
export function allowedWhile(status: RequestState['status'], command: RequestCommand): boolean {
  const names: 'everything' | readonly RequestCommandName[] = allowed[status];
  if (names === 'everything' || names.includes(command.command)) return true;
  return command.command === 'correct-request' && (command.answers ?? []).length > 0;
}
