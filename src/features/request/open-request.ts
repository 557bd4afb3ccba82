import type { RequestEvent } from '../../domain/request/request-event';
import type { RequestState } from '../../domain/request/request-state';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { Job } from '../../domain/outbox/job';
import type { Sop } from '../../domain/sop/sop';

/** A request opened on the screen, with all that its page shows. */
export interface OpenRequest {
  readonly state: RequestState;
  readonly sop: Sop;
  /** Oldest first. */
  readonly events: readonly RequestEvent[];
  readonly jobs: readonly Job[];
}

/**
 * Who probably does a step, by name: the office's own official, or the applicant. Empty for
 * actors nobody has named; the clerk types it.
 */
export function expectedActor(
  { state, sop }: Pick<OpenRequest, 'state' | 'sop'>,
  office: OfficeProfile | null,
): string {
  const actor = sop.steps.find(({ key }) => key === state.step)?.actor;
  if (actor === 'applicant') return state.data.applicant.name;
  return office?.officials.find((official) => official.actor === actor)?.name ?? '';
}
