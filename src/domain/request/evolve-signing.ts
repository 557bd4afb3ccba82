import type { LetterSigning, LetterVersion } from './letter-signing';
import type { RequestEvent } from './request-event';
import type { Letter, RequestState } from './request-state';
import type { SignedVersion } from './signing-event';

/** An event about the signatures of letters. */
export type SigningEvent = Extract<
  RequestEvent,
  { type: 'signing-begun' | 'signing-ended' | 'signing-reconciled' }
>;

/**
 * The signings and versions after one more event; pure. What was ended or settled once stays as
 * it is, whatever arrives late or twice.
 */
export function withSigning(
  state: Pick<RequestState, 'letters' | 'signings'>,
  event: SigningEvent,
): Pick<RequestState, 'letters' | 'signings'> {
  if (event.type === 'signing-begun') {
    const known = state.signings.some(({ id }) => id === event.signingId);
    return known ? state : { ...state, signings: [...state.signings, begun(event)] };
  }
  const before = state.signings.find(({ id }) => id === event.signingId);
  const after = before === undefined ? null : changed(before, event);
  if (before === undefined || after === null) return state;
  const signings = state.signings.map((one) => (one === before ? after : one));
  const version = versionOf(event);
  if (version === null) return { ...state, signings };
  const { signingId, at } = event;
  const added = { file: version.file, signingId, at };
  return { signings, letters: withVersion(state.letters, event.letterId, added) };
}

function begun(event: Extract<SigningEvent, { type: 'signing-begun' }>): LetterSigning {
  const { signingId: id, letterId, letter, actor, name, way, sha256, at, by } = event;
  return {
    ...{ id, letterId, letter, actor, name, way, sha256 },
    begunAt: at,
    begunBy: by.name,
    outcome: null,
    endedAt: null,
    settlement: null,
  };
}

/** Null where the event comes too late. */
function changed(
  signing: LetterSigning,
  event: Exclude<SigningEvent, { type: 'signing-begun' }>,
): LetterSigning | null {
  if (signing.settlement !== null) return null;
  if (event.type === 'signing-ended') {
    if (signing.outcome !== null) return null;
    return { ...signing, outcome: event.outcome, endedAt: event.at };
  }
  const isOpen = signing.outcome === null || signing.outcome.kind === 'unknown';
  return isOpen ? { ...signing, settlement: event.how, endedAt: event.at } : null;
}

function versionOf(
  event: Exclude<SigningEvent, { type: 'signing-begun' }>,
): Pick<SignedVersion, 'file'> | null {
  if (event.type === 'signing-ended') {
    return event.outcome.kind === 'signed' ? event.outcome : null;
  }
  const { how } = event;
  return how.by === 'downloaded' || how.by === 'found-signed' ? how : null;
}

function withVersion(
  letters: readonly Letter[],
  letterId: string,
  version: LetterVersion,
): readonly Letter[] {
  return letters.map((one) =>
    one.id === letterId && one.status === 'issued'
      ? { ...one, file: version.file, versions: [...one.versions, version] }
      : one,
  );
}
