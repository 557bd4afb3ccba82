import { fail, succeed, type Result } from '../contract/result';
import type { Occasion } from '../domain/event';
import { decideIncident } from '../domain/incident/decide-incident';
import type { IncidentCommand } from '../domain/incident/incident-command';
import { INCIDENT_STREAM } from '../domain/incident/incident-event';
import { authorityOf } from '../domain/office/permissions';
import { commit } from './commit';
import type { Parts } from './follow';
import { guarded } from './guarded';
import { readIncidents, type IncidentFailure } from './incident-store';
import type { CommandFailure } from './store';

interface ExecuteIncidentParts extends Parts {
  /** Why nothing may be recorded to a stream; null when it may. */
  readonly closed: (stream: string) => CommandFailure | null;
}

/** Records a command about an incident as every other: journal first, then IndexedDB. */
export async function executeIncident(
  parts: ExecuteIncidentParts,
  command: IncidentCommand,
  occasion: () => Occasion,
): Promise<Result<void, IncidentFailure>> {
  return commit<IncidentFailure>(parts, async () => {
    const closed = parts.closed(INCIDENT_STREAM);
    if (closed) return fail(closed);
    const read = await guarded(async () => succeed(await readIncidents(parts)));
    if (!read.ok) return fail({ kind: 'not-recorded', error: read.error });
    const state = read.value.find(({ id }) => id === command.incidentId) ?? null;
    const now = occasion();
    const authority = authorityOf(parts.memory.office, now.by);
    const decided = decideIncident(state, command, authority, now);
    if (decided.ok) return decided;
    return fail({ kind: 'incident-refused' as const, refusal: decided.error });
  });
}
