import { basisLetter, type LegalBasis } from '../../domain/privacy/legal-basis';
import type { PrivacyRecord } from '../../domain/privacy/privacy-record';
import { translate, type Locale } from '../../messages/catalogue';

/** A legal basis with its place in the law. */
export function basisWords(basis: LegalBasis, locale: Locale): string {
  return translate(locale, 'privacy.basisOfLaw', {
    basis: translate(locale, `privacy.basis.${basis}`),
    letter: basisLetter(basis),
  });
}

/** Basis, notice and consent of a new request as the history tells them, a line each. */
export function privacyWords(
  { basis, notice, consent }: PrivacyRecord,
  locale: Locale,
): readonly string[] {
  return [
    translate(locale, 'privacy.event.basis', {
      basis: basisWords(basis, locale),
    }),
    notice === null
      ? translate(locale, 'privacy.event.notGiven')
      : translate(locale, 'privacy.event.given', {
          version: notice.version,
          way: translate(locale, `privacy.way.${notice.way}`).toLocaleLowerCase(locale),
        }),
    ...(consent === null
      ? []
      : [
          translate(locale, 'privacy.event.consent', {
            form: translate(locale, `privacy.consent.${consent.form}`).toLocaleLowerCase(locale),
          }),
        ]),
  ];
}
