import type { Urgency } from '../../domain/request/request-event';
import { StatusBadge } from '../../ui/feedback/status-badge';
import type { Tone } from '../../ui/feedback/tone';
import { useMessages } from '../../ui/messages/use-messages';

const tones = {
  usual: 'neutral',
  urgent: 'warn',
  'very-urgent': 'bad',
  secret: 'info',
} as const satisfies Readonly<Record<Urgency, Tone>>;

/** How urgent or secret a disposition is, as sign, word and colour; the usual says nothing. */
export function UrgencyBadge({ urgency }: { readonly urgency: Urgency }) {
  const t = useMessages();
  if (urgency === 'usual') return null;
  return <StatusBadge tone={tones[urgency]} label={t(`disposition.urgency.${urgency}`)} />;
}
