import { fail, succeed, type Result } from '../../contract/result';
import { assertNever } from '../assert-never';
import type { Decision, DecisionContext } from './decide';
import {
  openSigning,
  signedAfter,
  signedBy,
  signingStanding,
  type LetterSigning,
} from './letter-signing';
import type { Letter, RequestState } from './request-state';
import type { SigningCommand, SigningRefusal } from './signing-command';
import type { SigningOutcome, SigningSettlement, SigningWay } from './signing-event';

type Command<Name extends SigningCommand['command']> = Extract<SigningCommand, { command: Name }>;
type IssuedLetter = Extract<Letter, { status: 'issued' }>;

/** The ends a signing can have, by its way. */
const ends = {
  esc: ['signed', 'passphrase-wrong', 'refused', 'not-sent', 'unknown'],
  local: ['signed', 'passphrase-wrong', 'refused', 'not-sent', 'unknown'],
  external: ['signed', 'given-up'],
  paper: ['paper-scanned', 'given-up'],
} as const satisfies Record<SigningWay, readonly SigningOutcome['kind'][]>;

/**
 * Signatures of final letters. While one signing of a letter is unknown or has not come back, no
 * other of that letter begins; signers keep their order; a new version never drops a signature.
 */
export function decideSigning(
  state: RequestState,
  command: SigningCommand,
  context: DecisionContext,
): Decision {
  switch (command.command) {
    case 'begin-signing':
      return decideBegin(state, command, context);
    case 'end-signing':
      return decideEnd(state, command);
    case 'reconcile-signing':
      return decideSettlement(state, command);
    default:
      return assertNever(command);
  }
}

function decideBegin(
  state: RequestState,
  command: Command<'begin-signing'>,
  context: DecisionContext,
): Decision {
  const { signingId, letterId, actor, way, sha256 } = command;
  const name = command.name.trim();
  const letter = finalLetter(state, letterId);
  if (letter === null) return fail({ code: 'letter-not-final' });
  const refusal =
    letterRefusal(state, letter, command) ??
    signerRefusal(state, letter, actor, context) ??
    wayRefusal(way, context);
  if (refusal !== null) return fail(refusal);
  if (name === '') return fail({ code: 'signer-nobody' });
  const of = { signingId, letterId, letter: letter.letter };
  return succeed([{ type: 'signing-begun', ...of, actor, name, way, sha256 }]);
}

function letterRefusal(
  state: RequestState,
  letter: IssuedLetter,
  { signingId, sha256 }: Command<'begin-signing'>,
): SigningRefusal | null {
  if (state.signings.some(({ id }) => id === signingId)) return { code: 'signing-exists' };
  if (letter.superseded) return { code: 'letter-superseded' };
  if (openSigning(state, letter.id) !== null) return { code: 'signing-open' };
  return letter.file.sha256 === sha256 ? null : { code: 'version-changed' };
}

function signerRefusal(
  state: RequestState,
  { id, letter }: IssuedLetter,
  actor: string,
  { signers }: DecisionContext,
): SigningRefusal | null {
  const order = signers(letter);
  if (!order.includes(actor)) return { code: 'signer-unknown' };
  const signed = signedBy(state, id);
  if (signed.includes(actor)) return { code: 'signer-signed' };
  return signedAfter(order, signed, actor).length > 0 ? { code: 'signer-too-late' } : null;
}

function wayRefusal(way: SigningWay, { office }: DecisionContext): SigningRefusal | null {
  const { esign } = office;
  if (way === 'esc' && (esign?.server ?? null) === null) return { code: 'esc-not-set-up' };
  const isLocalOff = esign?.localCertificates !== true;
  return way === 'local' && isLocalOff ? { code: 'local-certificates-off' } : null;
}

function decideEnd(state: RequestState, command: Command<'end-signing'>): Decision {
  const signing = state.signings.find(({ id }) => id === command.signingId);
  if (signing === undefined) return fail({ code: 'signing-unknown' });
  if (signing.outcome !== null || signing.settlement !== null) {
    return fail({ code: 'signing-over' });
  }
  const possible: readonly string[] = ends[signing.way];
  if (!possible.includes(command.outcome.kind)) return fail({ code: 'signing-end-unfitting' });
  const checked = checkedOutcome(state, signing, command.outcome);
  if (!checked.ok) return checked;
  return succeed([{ type: 'signing-ended', ...ofSigning(signing), outcome: checked.value }]);
}

function checkedOutcome(
  state: RequestState,
  signing: LetterSigning,
  outcome: SigningOutcome,
): Result<SigningOutcome, SigningRefusal> {
  switch (outcome.kind) {
    case 'signed': {
      const refusal = versionRefusal(state, signing, outcome);
      return refusal === null ? succeed(outcome) : fail(refusal);
    }
    case 'given-up': {
      const reason = outcome.reason.trim();
      return reason === '' ? fail({ code: 'reason-missing' }) : succeed({ ...outcome, reason });
    }
    case 'paper-scanned': {
      const isThere = state.attachments.some(({ id }) => id === outcome.attachmentId);
      return isThere ? succeed(outcome) : fail({ code: 'attachment-unknown' });
    }
    case 'passphrase-wrong':
    case 'refused':
    case 'not-sent':
    case 'unknown':
      return succeed(outcome);
    default:
      return assertNever(outcome);
  }
}

/** A new version comes from the one that was signed, and drops no signature of it. */
function versionRefusal(
  state: RequestState,
  signing: LetterSigning,
  {
    file,
    keepsOriginal,
  }: Pick<Extract<SigningOutcome, { kind: 'signed' }>, 'file' | 'keepsOriginal'>,
): SigningRefusal | null {
  const letter = finalLetter(state, signing.letterId);
  if (letter === null) return { code: 'letter-not-final' };
  if (letter.file.sha256 !== signing.sha256) return { code: 'version-changed' };
  if (letter.versions.some((one) => one.file.sha256 === file.sha256)) {
    return { code: 'version-same' };
  }
  const isSigned = letter.versions.length > 1;
  return isSigned && !keepsOriginal ? { code: 'signature-lost' } : null;
}

function decideSettlement(state: RequestState, command: Command<'reconcile-signing'>): Decision {
  const signing = state.signings.find(({ id }) => id === command.signingId);
  if (signing === undefined) return fail({ code: 'signing-unknown' });
  if (signingStanding(signing) !== 'unknown') return fail({ code: 'signing-not-in-doubt' });
  const checked = checkedSettlement(state, signing, command.how);
  if (!checked.ok) return checked;
  return succeed([{ type: 'signing-reconciled', ...ofSigning(signing), how: checked.value }]);
}

function checkedSettlement(
  state: RequestState,
  signing: LetterSigning,
  how: SigningSettlement,
): Result<SigningSettlement, SigningRefusal> {
  switch (how.by) {
    case 'downloaded':
    case 'found-signed': {
      const refusal = versionRefusal(state, signing, how);
      return refusal === null ? succeed(how) : fail(refusal);
    }
    case 'sign-again':
    case 'given-up': {
      const reason = how.reason.trim();
      return reason === '' ? fail({ code: 'reason-missing' }) : succeed({ ...how, reason });
    }
    default:
      return assertNever(how);
  }
}

function finalLetter({ letters }: RequestState, letterId: string): IssuedLetter | null {
  const letter = letters.find(({ id }) => id === letterId);
  return letter?.status === 'issued' ? letter : null;
}

function ofSigning({ id, letterId, letter }: LetterSigning) {
  return { signingId: id, letterId, letter };
}
