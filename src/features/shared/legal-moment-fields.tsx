import { legalDueAt } from '../../domain/privacy/legal-clock';
import { formatDateTime } from '../../ui/format/date-time';
import { useMessages } from '../../ui/messages/use-messages';
import { arrivalInstant } from '../intake/arrival-time';
import { MomentFields } from './moment-fields';
import { useTimeContext } from './use-time-context';

/** The moment at which a clock of 3 × 24 hours begins; when it ends is told beside it. */
export function LegalMomentFields(props: Omit<Parameters<typeof MomentFields>[0], 'note'>) {
  const t = useMessages();
  const context = useTimeContext();
  const at = arrivalInstant(props.values, props.timeZone);
  const due =
    at === null
      ? undefined
      : t('rights.clock.due', { time: formatDateTime(legalDueAt(at), context) });
  return <MomentFields {...props} note={due} />;
}
