import { isMessageKey, translate, translateMessage, type Locale } from '../../messages/catalogue';
import type { Translate } from '../../ui/messages/use-messages';

/** Why nobody knows what became of a signing, in words; a code without any stays a code. */
export function unknownWords(code: string, locale: Locale): string {
  const key = `signing.unknown.${code}`;
  return isMessageKey(key)
    ? translateMessage(locale, { key })
    : translate(locale, 'signing.unknown.other', { code });
}

/** A clear no in words. */
export function refusedWords(code: string, locale: Locale): string {
  const key = `signing.refused.${code}`;
  return isMessageKey(key)
    ? translateMessage(locale, { key })
    : translate(locale, 'signing.refused.other', { code });
}

const notSentKeys = [
  'no-connection',
  'not-the-gateway',
  'tls-refused',
  'address-refused',
  'busy',
  'not-permitted',
] as const;

/** Why a request never left, in words. */
export function notSentWords(code: string, t: Translate): string {
  const known = notSentKeys.find((key) => key === code);
  return known === undefined ? t('signing.notSent.other', { code }) : t(`signing.notSent.${known}`);
}

const signerKeys = [
  'applicant',
  'applicant-agency-head',
  'office-head',
  'division-head',
  'functional-officer',
  'staff',
  'verifier',
  'desk',
] as const;

/** Who signs, by the actor of the letter's signature; a key without a word stays a key. */
export function signerLabel(actor: string, t: Translate): string {
  const known = signerKeys.find((key) => key === actor);
  return known === undefined ? actor : t(`signing.signer.${known}`);
}
