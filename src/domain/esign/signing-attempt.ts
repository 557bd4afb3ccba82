import type { EscSignAnswer, EscStatus, EscVerifyAnswer } from '../../contract/esign';
import { fail, succeed, type Result } from '../../contract/result';
import { assertNever } from '../assert-never';

/** How a person settles an outcome nobody knows (esign-client-service.md, 1.5). */
export type Reconciliation =
  /** The signed file was handed out by its id (version 1). */
  | { readonly by: 'downloaded'; readonly sha256: string }
  /** A file that was found elsewhere is the document and bears the signature. */
  | { readonly by: 'found-signed'; readonly sha256: string }
  /** A person decided that the unsigned original is signed once more. */
  | { readonly by: 'sign-again'; readonly decidedBy: string }
  /** A person gives it up. */
  | { readonly by: 'given-up'; readonly decidedBy: string };

/** Where the signing of one document by one person stands. */
export type SigningPhase =
  /** Ask the service about the signer first. */
  | { readonly kind: 'status-needed' }
  /** The signer cannot sign now. */
  | { readonly kind: 'not-able'; readonly status: EscStatus }
  /** The passphrase may be typed. */
  | { readonly kind: 'ready'; readonly note: ReadyNote | null }
  /** On its way; also what is found after a crash. */
  | { readonly kind: 'sending' }
  | { readonly kind: 'signed'; readonly sha256: string }
  | { readonly kind: 'refused'; readonly answer: SigningRefusal }
  /** Sent, and nobody knows what became of it: only a person goes on from here. */
  | { readonly kind: 'unknown'; readonly documentId: string | null; readonly detail: string }
  | { readonly kind: 'given-up' };

/** Why the passphrase is asked for again. */
export type ReadyNote = 'passphrase-wrong' | 'not-sent' | 'busy' | 'sign-again';

type SigningRefusal = Extract<
  EscSignAnswer,
  { outcome: 'refused' | 'too-large' | 'credentials' | 'document-refused' | 'not-in-this-version' }
>;

export interface SigningAttempt {
  readonly phase: SigningPhase;
  /** Requests that left this machine. */
  readonly sent: number;
  /** Wrong passphrases, since the signer began. */
  readonly wrongPassphrases: number;
}

export type SigningMove =
  | { readonly kind: 'status-read'; readonly status: EscStatus }
  /** Written down before the request leaves, so that a crash on the way is seen. */
  | { readonly kind: 'sending' }
  | { readonly kind: 'answered'; readonly answer: EscSignAnswer }
  /** The program began again and finds a request on its way. */
  | { readonly kind: 'found-after-restart' }
  | { readonly kind: 'reconciled'; readonly how: Reconciliation };

/** A move that does not fit the phase; nothing was changed. */
export type SigningFault = 'not-ready' | 'not-sending' | 'not-unknown' | 'already-ended';

/** One document, one signer, nothing asked yet. */
export function beginSigning(): SigningAttempt {
  return { phase: { kind: 'status-needed' }, sent: 0, wrongPassphrases: 0 };
}

/** Whether a request may leave now. Never after an outcome nobody knows. */
export function maySend(attempt: SigningAttempt): boolean {
  return attempt.phase.kind === 'ready';
}

/**
 * The attempt after a move. An unknown outcome is left by a person's reconciliation alone, and
 * only `sign-again` makes a second request possible: the program never repeats one by itself.
 */
export function moveSigning(
  attempt: SigningAttempt,
  move: SigningMove,
): Result<SigningAttempt, SigningFault> {
  const { phase } = attempt;
  switch (move.kind) {
    case 'status-read':
      return afterStatus(attempt, move.status);
    case 'sending':
      if (phase.kind !== 'ready') return fail('not-ready');
      return succeed({ ...attempt, phase: { kind: 'sending' }, sent: attempt.sent + 1 });
    case 'answered':
      if (phase.kind !== 'sending') return fail('not-sending');
      return succeed(afterAnswer(attempt, move.answer));
    case 'found-after-restart':
      if (phase.kind !== 'sending') return succeed(attempt);
      return succeed(unknown(attempt, null, 'found-after-restart'));
    case 'reconciled':
      if (phase.kind !== 'unknown') return fail('not-unknown');
      return succeed(afterReconciliation(attempt, move.how));
    default:
      return assertNever(move);
  }
}

function afterStatus(
  attempt: SigningAttempt,
  status: EscStatus,
): Result<SigningAttempt, SigningFault> {
  switch (attempt.phase.kind) {
    case 'status-needed':
    case 'not-able':
    case 'ready':
      return succeed({ ...attempt, phase: phaseOfStatus(status) });
    case 'refused':
      return succeed({ ...attempt, phase: phaseOfStatus(status) });
    case 'sending':
    case 'unknown':
    case 'signed':
    case 'given-up':
      return fail('already-ended');
    default:
      return assertNever(attempt.phase);
  }
}

/** Only ISSUE may sign (BSrE's manual, page 35). */
function phaseOfStatus(status: EscStatus): SigningPhase {
  return status === 'issue' ? { kind: 'ready', note: null } : { kind: 'not-able', status };
}

function unknown(
  attempt: SigningAttempt,
  documentId: string | null,
  detail: string,
): SigningAttempt {
  return { ...attempt, phase: { kind: 'unknown', documentId, detail } };
}

function ready(attempt: SigningAttempt, note: ReadyNote): SigningAttempt {
  return { ...attempt, phase: { kind: 'ready', note } };
}

function afterAnswer(attempt: SigningAttempt, answer: EscSignAnswer): SigningAttempt {
  switch (answer.outcome) {
    case 'signed':
      return { ...attempt, phase: { kind: 'signed', sha256: answer.sha256 } };
    case 'passphrase-wrong':
      return {
        ...ready(attempt, 'passphrase-wrong'),
        wrongPassphrases: attempt.wrongPassphrases + 1,
      };
    case 'not-sent':
      return { ...ready(attempt, 'not-sent'), sent: attempt.sent - 1 };
    case 'busy':
      return ready(attempt, 'busy');
    case 'outcome-unknown':
      return unknown(attempt, answer.documentId, answer.detail);
    case 'refused':
    case 'too-large':
    case 'credentials':
    case 'document-refused':
    case 'not-in-this-version':
      return { ...attempt, phase: { kind: 'refused', answer } };
    default:
      return assertNever(answer);
  }
}

function afterReconciliation(attempt: SigningAttempt, how: Reconciliation): SigningAttempt {
  switch (how.by) {
    case 'downloaded':
    case 'found-signed':
      return { ...attempt, phase: { kind: 'signed', sha256: how.sha256 } };
    case 'sign-again':
      return ready(attempt, 'sign-again');
    case 'given-up':
      return { ...attempt, phase: { kind: 'given-up' } };
    default:
      return assertNever(how);
  }
}

/** The ways out of an unknown outcome that are open, in the order they are to be tried. */
export function waysOut(
  attempt: SigningAttempt,
  version: 'v1' | 'v2',
): readonly Reconciliation['by'][] {
  if (attempt.phase.kind !== 'unknown') return [];
  const canDownload = version === 'v1' && attempt.phase.documentId !== null;
  return [
    ...(canDownload ? (['downloaded'] as const) : []),
    'found-signed',
    'sign-again',
    'given-up',
  ];
}

/**
 * Whether a file that was found settles the matter, by the service's verdict on it: intact, and
 * with more signatures than the document had when it was sent.
 */
export function settlesAttempt(
  verdict: Pick<Extract<EscVerifyAnswer, { outcome: 'verified' }>, 'signatures' | 'signatureCount'>,
  signaturesBefore: number,
): boolean {
  return (
    verdict.signatureCount > signaturesBefore &&
    verdict.signatures.every(({ isIntact }) => isIntact === true)
  );
}
