import type { RequestEvent } from '../../domain/request/request-event';
import { translate, type Locale } from '../../messages/catalogue';
import type { Tone } from '../../ui/feedback/tone';

type TicketEvent = Extract<RequestEvent, { type: 'correction-asked' | 'correction-refused' }>;

/** A person's request for correction, or its refusal, as the timeline tells it. */
export function toldTicket(
  event: TicketEvent,
  locale: Locale,
): { readonly title: string; readonly details: readonly string[]; readonly tone: Tone } {
  if (event.type === 'correction-refused') {
    const { reason } = event;
    return {
      title: translate(locale, 'rights.event.refused'),
      details: [translate(locale, 'request.event.reason', { reason })],
      tone: 'warn',
    };
  }
  const { askedBy, wrong, evidence } = event;
  const proof = evidence === '' ? [] : [translate(locale, 'rights.event.evidence', { evidence })];
  return {
    title: translate(locale, 'rights.event.asked', { name: askedBy }),
    details: [wrong, ...proof],
    tone: 'info',
  };
}
