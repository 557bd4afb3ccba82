import { holderOn, signerOn } from '../../domain/office/acting';
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
 * Who probably does a step on that day (yyyy-mm-dd), by name: the office's own official or who
 * acts for him, or the applicant. A mandate (a.n., u.b.) is for steps that sign, no others.
 * Empty for actors nobody has named; the clerk types it.
 */
export function expectedActor(
  { state, sop }: Pick<OpenRequest, 'state' | 'sop'>,
  office: OfficeProfile | null,
  day: string,
): string {
  const step = sop.steps.find(({ key }) => key === state.step);
  if (step?.actor === 'applicant') return state.data.applicant.name;
  const official = office?.officials.find(({ actor }) => actor === step?.actor);
  if (official === undefined) return '';
  return step?.kind === 'sign' ? signerOn(official, day, '').name : holderOn(official, day).name;
}
