import type { RevocationEvidence } from '../../contract/pki';
import type { CheckVerdict } from '../../domain/request/certificate-record';
import { isMessageKey, translate, translateMessage, type Locale } from '../../messages/catalogue';
import type { Tone } from '../../ui/feedback/tone';

/** How each verdict on a revocation looks: revoked is what was asked for, so it is no alarm. */
export const verdictTones = {
  good: 'info',
  revoked: 'good',
  unknown: 'neutral',
  contradiction: 'warn',
} as const satisfies Readonly<Record<CheckVerdict, Tone>>;

const DAY = 24 * 60 * 60 * 1000;

/** Whole days of validity left, or since its end, in words. `now` is RFC 3339. */
export function validityLeftText(
  { notBefore, notAfter }: { readonly notBefore: string; readonly notAfter: string },
  now: string,
  locale: Locale,
): string {
  const left = Date.parse(notAfter) - Date.parse(now);
  if (Date.parse(notBefore) > Date.parse(now)) return translate(locale, 'certificate.left.future');
  if (left < 0) {
    const count = Math.floor(-left / DAY);
    return translate(locale, 'certificate.left.ended', { count });
  }
  const count = Math.floor(left / DAY);
  return count === 0
    ? translate(locale, 'certificate.left.today')
    : translate(locale, 'certificate.left.days', { count });
}

/** Why a certificate was revoked, in words; a reason that is not given says so. */
export function revocationReasonText(reason: string | null, locale: Locale): string {
  const key = `certificate.reason.${reason ?? 'unspecified'}`;
  return isMessageKey(key)
    ? translateMessage(locale, { key })
    : translate(locale, 'certificate.reason.unspecified');
}

/** Whether an address was left alone because it lies inside the office's network. */
export function isPrivateRefusal({ doubt }: Pick<RevocationEvidence, 'doubt'>): boolean {
  return doubt?.includes('PRIVATE_ADDRESS_REFUSED') === true;
}

/** Why a source says nothing, in words; null where it says something. */
export function doubtText(evidence: RevocationEvidence, locale: Locale): string | null {
  const { doubt } = evidence;
  if (doubt === null) return null;
  if (isPrivateRefusal(evidence)) return translate(locale, 'certificate.doubt.private');
  const key = `certificate.doubt.${doubt}`;
  return isMessageKey(key)
    ? translateMessage(locale, { key })
    : translate(locale, 'certificate.doubt.other', { code: doubt });
}
