import type { Host } from '../../contract';
import { fail, succeed, type Result, type ServiceError } from '../../contract/result';
import { incidentLetter } from '../../documents/incident-letters';
import { DEFAULT_PAPER } from '../../domain/letters/letter-paper';
import type { LetterRenderer } from '../../documents/letters-client';
import type { Author } from '../../domain/event';
import { INCIDENT_STREAM, type NoticeTo } from '../../domain/incident/incident-event';
import type { IncidentState } from '../../domain/incident/incident-state';
import type { LetterError } from '../../domain/letters/letter-error';
import type { OfficeProfile } from '../../domain/office/office-event';
import type { IncidentFailure } from '../../store/incident-store';
import type { Store } from '../../store/store';
import { readLogo } from '../shared/read-logo';
import { kindWords } from './incident-words';

export interface IncidentLetterDesk {
  readonly store: Pick<Store, 'executeIncident'>;
  readonly host: Pick<Host, 'files'>;
  readonly letters: Pick<LetterRenderer, 'render'>;
  readonly profile: OfficeProfile;
  readonly by: Author;
  readonly now: () => string;
  readonly newId: () => string;
}

export interface IncidentLetterOrder {
  readonly to: NoticeTo;
  /** The request of the person it goes to; null for the agency and for all. */
  readonly requestId: string | null;
  readonly addressee: string;
  readonly number: string;
}

export type IncidentLetterFailure =
  | { readonly kind: 'letter-refused'; readonly error: LetterError }
  | { readonly kind: 'file-not-stored'; readonly error: ServiceError }
  | IncidentFailure;

/**
 * Makes a notice of article 46: the bytes are stored under the incidents' own key first, then
 * named by an event, so that what was sent stays as it was sent. Answers the letter's id.
 */
export async function makeIncidentLetter(
  desk: IncidentLetterDesk,
  incident: IncidentState,
  order: IncidentLetterOrder,
): Promise<Result<string, IncidentLetterFailure>> {
  const { store, host, letters, profile, by, now, newId } = desk;
  const letterId = newId();
  const madeAt = now();
  const { id: incidentId, facts } = incident;
  const { number, ...kept } = order;
  const content = incidentLetter({
    letterId,
    profile,
    facts,
    kinds: kindWords(facts, 'id'),
    madeAt,
    number,
    to: order.to,
    addressee: order.addressee,
  });
  const options = { paper: DEFAULT_PAPER, final: true, createdAt: madeAt };
  const made = await letters.render(content, { ...options, logo: await readLogo(host, profile) });
  if (!made.ok) return fail({ kind: 'letter-refused', error: made.error });
  const stored = await host.files.put({ bytes: made.value, subject: INCIDENT_STREAM });
  if (!stored.ok) return fail({ kind: 'file-not-stored', error: stored.error });
  const file = { ...stored.value, mediaType: 'application/pdf' };
  const command = { command: 'make-incident-letter', incidentId, letterId, file } as const;
  const recorded = await store.executeIncident({ ...command, ...kept }, by);
  return recorded.ok ? succeed(letterId) : recorded;
}
