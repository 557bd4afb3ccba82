import type { RequestEvent, RequestFile } from '../request/request-event';
import type { RequestState } from '../request/request-state';
import type { SigningOutcome } from '../request/signing-event';

/** A file that rests in the store for a request, whether it counts still or not. */
export interface StoredPaper {
  readonly kind: 'paper' | 'letter' | 'submission' | 'certificate';
  /** Key of the document or letter; `certificate` for a certificate that was read. */
  readonly key: string;
  /** The name a paper had when it was picked; null for letters. */
  readonly originalName: string | null;
  /** Number of an issued letter. */
  readonly number: string | null;
  /** RFC 3339 UTC. */
  readonly recordedAt: string;
  readonly state: 'current' | 'superseded' | 'removed' | 'draft';
  readonly file: RequestFile;
}

/**
 * Every file a request's events name, in their order and each address once: papers taken away
 * and drafts replaced rest in the store still. Files of a submission are there mostly twice
 * (a paper, a letter); only those that are not are named as its own.
 */
export function storedPapers(
  state: RequestState,
  events: readonly RequestEvent[],
): readonly StoredPaper[] {
  const found = new Map<string, StoredPaper>();
  for (const paper of events.flatMap((event) => papersOf(event, state))) {
    const known = found.get(paper.file.address);
    if (known === undefined || known.state !== 'current') found.set(paper.file.address, paper);
  }
  return [...found.values()];
}

function papersOf(event: RequestEvent, state: RequestState): readonly StoredPaper[] {
  const recordedAt = event.at;
  switch (event.type) {
    case 'document-attached': {
      const there = state.attachments.find(({ id }) => id === event.attachmentId);
      const standing = there?.superseded === true ? 'superseded' : 'current';
      const paper = {
        kind: 'paper',
        key: event.document,
        originalName: event.originalName,
        number: null,
        recordedAt,
        state: there === undefined ? 'removed' : standing,
        file: event.file,
      } as const;
      // The pages it was put together from rest in the store too.
      const originals = (event.scan?.originals ?? []).map((original, index): StoredPaper => ({
        ...paper,
        originalName: `hasil-pindai-${index + 1}`,
        state: 'superseded',
        file: original,
      }));
      return [paper, ...originals];
    }
    case 'letter-drafted':
    case 'letter-issued':
      return [letterOf(event, state)];
    case 'signing-ended':
      return cameBack(event.outcome).map((file) => signedOf(event, file, state));
    case 'signing-reconciled':
      return 'file' in event.how ? [signedOf(event, event.how.file, state)] : [];
    case 'submission-queued':
      return event.files.map(({ address, sha256, size, mediaType, document }) => ({
        kind: 'submission',
        key: document,
        originalName: null,
        number: null,
        recordedAt,
        state: 'superseded',
        file: { address, sha256, size, mediaType },
      }));
    case 'certificate-read': {
      const { file } = event;
      const none = { originalName: null, number: null };
      const key = 'certificate';
      return [{ kind: 'certificate', key, ...none, recordedAt, state: 'current', file }];
    }
    default:
      return [];
  }
}

/** The signed file of an outcome, or what came in its place. */
function cameBack(outcome: SigningOutcome): readonly RequestFile[] {
  if (outcome.kind === 'signed') return [outcome.file];
  return outcome.kind === 'unknown' && outcome.file !== null ? [outcome.file] : [];
}

/** A version of a letter with one signature more. */
function signedOf(
  event: Extract<RequestEvent, { type: 'signing-ended' | 'signing-reconciled' }>,
  file: RequestFile,
  state: RequestState,
): StoredPaper {
  const { letter, letterId, at } = event;
  const there = state.letters.find(({ id }) => id === letterId);
  const issued = there?.status === 'issued' ? there : undefined;
  return {
    kind: 'letter',
    key: letter,
    originalName: null,
    number: issued?.number ?? null,
    recordedAt: at,
    state: issued?.superseded === true ? 'superseded' : 'current',
    file,
  };
}

function letterOf(
  event: Extract<RequestEvent, { type: 'letter-drafted' | 'letter-issued' }>,
  state: RequestState,
): StoredPaper {
  const { letter, letterId, file, at } = event;
  const base = { kind: 'letter', key: letter, originalName: null, recordedAt: at, file } as const;
  if (event.type === 'letter-drafted') return { ...base, number: null, state: 'draft' };
  const there = state.letters.find(({ id }) => id === letterId);
  const isSuperseded = there?.status === 'issued' && there.superseded;
  return { ...base, number: event.number, state: isSuperseded ? 'superseded' : 'current' };
}
