import type { RequestEvent } from '../../domain/request/request-event';
import { translate, type Locale } from '../../messages/catalogue';
import type { Tone } from '../../ui/feedback/tone';
import { formatDate } from '../../ui/format/date-time';
import { groupSerial } from '../../ui/format/numbers';
import { revocationReasonText, verdictTones } from '../shared/certificate-words';

type CertificateEvent = Extract<RequestEvent, { type: 'certificate-read' | 'certificate-checked' }>;

/** A certificate that was read or checked, as the timeline and the trail tell it: without a name. */
export function toldCertificate(
  event: CertificateEvent,
  locale: Locale,
): { readonly title: string; readonly details: readonly string[]; readonly tone: Tone } {
  if (event.type === 'certificate-read') {
    const { serialHex, notAfter } = event.facts;
    const date = formatDate(notAfter, { locale, timeZone: 'UTC' });
    const serial = groupSerial(serialHex);
    return {
      title: translate(locale, 'certificate.event.read'),
      details: [translate(locale, 'certificate.event.serial', { serial, date })],
      tone: 'neutral',
    };
  }
  const { verdict, evidence, escStatus } = event;
  const revoked = evidence.find(({ revokedAt }) => revokedAt !== null);
  const facts = {
    time: formatDate(revoked?.revokedAt ?? '', { locale, timeZone: 'UTC' }),
    reason: revocationReasonText(revoked?.reason ?? null, locale),
  };
  return {
    title: translate(locale, 'certificate.event.checked', {
      verdict: translate(locale, `certificate.verdict.${verdict}`),
    }),
    details: [
      ...(revoked === undefined ? [] : [translate(locale, 'certificate.revokedAt', facts)]),
      ...(escStatus === null
        ? []
        : [
            translate(locale, 'certificate.event.esc', {
              status: translate(locale, `certificate.esc.status.${escStatus}`),
            }),
          ]),
    ],
    tone: verdictTones[verdict],
  };
}
