import type { Sealer } from '../domain/sealing/sealer';
import type { IncidentRefusal } from '../domain/incident/incident-command';
import { INCIDENT_STREAM } from '../domain/incident/incident-event';
import {
  incidentStanding,
  replayIncidents,
  type IncidentState,
} from '../domain/incident/incident-state';
import { readEvents } from './memory';
import { isIncidentEvent } from './record-body';
import type { LoketDatabase } from './schema';
import type { CommandFailure } from './store';

/** Why a command about an incident did not become a record, or could not be shown yet. */
export type IncidentFailure =
  CommandFailure | { readonly kind: 'incident-refused'; readonly refusal: IncidentRefusal };

/** Reads of incidents; an office has few, so that all are read at once. */
export interface IncidentStore {
  /** Those known last in front. */
  list(): Promise<readonly IncidentState[]>;
  /** How many are not closed. */
  countOpen(): Promise<number>;
}

interface IncidentParts {
  readonly db: LoketDatabase;
  readonly sealer: Sealer;
}

export function createIncidentStore(parts: IncidentParts): IncidentStore {
  const list = async () => {
    const incidents = await readIncidents(parts);
    return incidents.toSorted((one, other) => (one.facts.knownAt < other.facts.knownAt ? 1 : -1));
  };
  return {
    list,
    countOpen: async () =>
      (await list()).filter((incident) => incidentStanding(incident) !== 'closed').length,
  };
}

/** Every incident in the order they were reported. Rejects when a row is damaged. */
export async function readIncidents({
  db,
  sealer,
}: IncidentParts): Promise<readonly IncidentState[]> {
  const events = await readEvents(db, sealer, INCIDENT_STREAM);
  return replayIncidents(events.filter(isIncidentEvent));
}
