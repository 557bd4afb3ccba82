import type { RequestCommandName } from './request-command';
import type { RequestState } from './request-state';

/**
 * What may still happen to a request in each status. After its end only the outside world
 * may add to it: what the gateway answers is recorded, whatever was decided here.
 */
const allowed = {
  open: 'everything',
  completed: ['submission-stored', 'submission-parked', 'submission-reported'],
  cancelled: ['submission-stored', 'submission-parked', 'submission-reported'],
} as const satisfies Record<RequestState['status'], 'everything' | readonly RequestCommandName[]>;

/** Whether a command may be given while the request has this status. */
export function allowedWhile(status: RequestState['status'], command: RequestCommandName): boolean {
  const names: 'everything' | readonly RequestCommandName[] = allowed[status];
  return names === 'everything' || names.includes(command);
}
