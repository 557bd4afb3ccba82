import { legalClock, type LegalClock } from '../privacy/legal-clock';
import type { IncidentEvent, IncidentFacts, NoticeTo } from './incident-event';

export interface IncidentLetter {
  readonly id: string;
  readonly to: NoticeTo;
  readonly requestId: string | null;
  readonly addressee: string;
  readonly madeAt: string;
  readonly file: Extract<IncidentEvent, { type: 'incident-letter-made' }>['file'];
}

export interface IncidentNotice {
  /** RFC 3339 UTC. */
  readonly givenAt: string;
  readonly how: string;
  readonly recordedBy: string;
}

/** A failure of the protection of data as its events tell it. */
export interface IncidentState {
  readonly id: string;
  readonly facts: IncidentFacts;
  readonly reportedAt: string;
  readonly reportedBy: string;
  readonly letters: readonly IncidentLetter[];
  /** The first notice given to each; null while none was. */
  readonly notices: Readonly<Record<NoticeTo, IncidentNotice | null>>;
  readonly closed: {
    readonly at: string;
    readonly conclusion: string;
    readonly withoutNotice: string | null;
  } | null;
}

export type IncidentStanding = 'open' | 'notified' | 'closed';

/** Open until both were told, notified until it is closed. */
export function incidentStanding({ notices, closed }: IncidentState): IncidentStanding {
  if (closed !== null) return 'closed';
  return notices.agency !== null && notices.persons !== null ? 'notified' : 'open';
}

/** The clock of article 46: ends with the later of the two notices, or with a closing without. */
export function incidentClock(incident: IncidentState, now: string): LegalClock {
  return legalClock(incident.facts.knownAt, incidentEnd(incident), now);
}

/** When the duty to notify ended, RFC 3339 UTC; null while it is owed. */
export function incidentEnd({ notices, closed }: IncidentState): string | null {
  const { agency, persons } = notices;
  if (agency === null || persons === null) return closed?.at ?? null;
  return agency.givenAt > persons.givenAt ? agency.givenAt : persons.givenAt;
}

/** All incidents from their events, in the order they were reported. */
export function replayIncidents(events: Iterable<IncidentEvent>): readonly IncidentState[] {
  const incidents = new Map<string, IncidentState>();
  for (const event of events) {
    const known = incidents.get(event.incidentId) ?? null;
    const next = evolveIncident(known, event);
    if (next !== null) incidents.set(event.incidentId, next);
  }
  return [...incidents.values()];
}

/** The incident after one more event; pure, and calm about late or repeated ones. */
export function evolveIncident(
  state: IncidentState | null,
  event: IncidentEvent,
): IncidentState | null {
  if (event.type === 'incident-reported') return state ?? reported(event);
  if (state === null) return null;
  switch (event.type) {
    case 'incident-revised':
      return { ...state, facts: event.facts };
    case 'incident-letter-made':
      return withLetter(state, event);
    case 'incident-notified': {
      const { to, givenAt, how, by } = event;
      const notice = state.notices[to] ?? { givenAt, how, recordedBy: by.name };
      return { ...state, notices: { ...state.notices, [to]: notice } };
    }
    case 'incident-closed': {
      const { at, conclusion, withoutNotice } = event;
      return { ...state, closed: state.closed ?? { at, conclusion, withoutNotice } };
    }
  }
}

function reported(event: Extract<IncidentEvent, { type: 'incident-reported' }>): IncidentState {
  return {
    id: event.incidentId,
    facts: event.facts,
    reportedAt: event.at,
    reportedBy: event.by.name,
    letters: [],
    notices: { agency: null, persons: null },
    closed: null,
  };
}

function withLetter(
  state: IncidentState,
  event: Extract<IncidentEvent, { type: 'incident-letter-made' }>,
): IncidentState {
  const { letterId: id, to, requestId, addressee, at: madeAt, file } = event;
  if (state.letters.some((one) => one.id === id)) return state;
  return { ...state, letters: [...state.letters, { id, to, requestId, addressee, madeAt, file }] };
}
