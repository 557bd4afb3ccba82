import type { EscSignAnswer } from '../../contract/esign';
import type { PadesSignOutcome } from '../../contract/pades';
import type { ServiceError } from '../../contract/result';
import { assertNever } from '../../domain/assert-never';
import { LONGEST_ANSWER, type SigningOutcome } from '../../domain/request/signing-event';

type Signed = { readonly kind: 'signed' };
type Other = Exclude<SigningOutcome, Signed>;

function refused(code: string, text = ''): Other {
  return { kind: 'refused', code, text: text.slice(0, LONGEST_ANSWER) };
}

/** Nobody knows what became of it. */
export function unknownOutcome(
  code: string,
  facts: { readonly documentId?: string | null } = {},
): Extract<SigningOutcome, { kind: 'unknown' }> {
  return { kind: 'unknown', code, documentId: facts.documentId ?? null, file: null };
}

/** What the service's answer means for the record; `signed` is still to be looked at. */
export function outcomeOfEsc(answer: Exclude<EscSignAnswer, { outcome: 'signed' }>): Other {
  switch (answer.outcome) {
    case 'passphrase-wrong':
      return { kind: 'passphrase-wrong' };
    case 'not-sent':
      return { kind: 'not-sent', code: answer.reason };
    case 'busy':
      return { kind: 'not-sent', code: 'busy' };
    case 'outcome-unknown':
      return unknownOutcome(answer.detail, answer);
    case 'refused':
      return refused(answer.problem === 'unknown' ? 'refused' : answer.problem, answer.text);
    case 'credentials':
      return refused('credentials');
    case 'too-large':
      return refused('too-large');
    case 'document-refused':
      return refused(`document-${answer.reason}`);
    case 'not-in-this-version':
      return refused(`version-${answer.detail}`);
    default:
      return assertNever(answer);
  }
}

/** The same for a key file on this computer. */
export function outcomeOfKeyFile(answer: Exclude<PadesSignOutcome, { outcome: 'signed' }>): Other {
  switch (answer.outcome) {
    case 'passphrase-wrong':
      return { kind: 'passphrase-wrong' };
    case 'not-a-key-file':
    case 'no-key':
      return refused(answer.outcome);
    case 'not-supported':
      return refused('key-file-not-supported', answer.detail);
    case 'signer-refused':
      return refused(`signer-${answer.faults[0] ?? 'unfit'}`);
    case 'document-refused':
      return refused(`document-${answer.reason}`, answer.detail);
    case 'block-refused':
      return refused('block-refused', answer.detail);
    case 'timestamp-failed':
      return refused('timestamp-failed', answer.detail);
    default:
      return assertNever(answer);
  }
}

/**
 * The shell did not answer the call. What it refused never left; after anything else nobody
 * knows, because the request may have been on its way.
 */
export function outcomeOfFailure({ kind }: ServiceError): Other {
  const isRefused =
    kind === 'input-refused' || kind === 'caller-refused' || kind === 'not-permitted';
  return isRefused ? { kind: 'not-sent', code: kind } : unknownOutcome(kind);
}
