import type { IncidentFailure } from '../../store/incident-store';
import { useLocale } from '../../ui/messages/use-messages';
import { ToldFailureBanner } from '../shared/told-failure-banner';
import { incidentFailureWords } from './incident-words';

/** Why nothing was recorded; what was typed stays. */
export function IncidentFailureBanner({ failure }: { readonly failure: IncidentFailure | null }) {
  const locale = useLocale();
  if (failure === null) return null;
  return <ToldFailureBanner kind={failure.kind} words={incidentFailureWords(failure, locale)} />;
}
