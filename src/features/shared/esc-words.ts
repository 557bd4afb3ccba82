import type { EscStatusAnswer } from '../../contract/esign';
import type { ServiceError } from '../../contract/result';
import { translate, type Locale } from '../../messages/catalogue';
import { maskNiksIn } from '../../ui/format/numbers';

type EscFailure =
  | ServiceError
  /** The same for every question that only reads. */
  | Exclude<EscStatusAnswer, { outcome: 'status' }>;

/** Why the Esign Client Service gave no answer, with what helps. */
export function escFailureText(failure: EscFailure, locale: Locale): string {
  if (!('outcome' in failure)) {
    return translate(locale, 'certificate.esc.failed.program', { code: failure.kind });
  }
  if (failure.outcome === 'refused') {
    const text = maskNiksIn(failure.text);
    return translate(locale, 'certificate.esc.failed.refused', { text });
  }
  return translate(locale, `certificate.esc.failed.${failure.outcome}`);
}
