import type { IncidentFailure } from '../../store/incident-store';
import { Banner } from '../../ui/feedback/banner';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { incidentFailureWords } from './incident-words';

/** Why nothing was recorded; what was typed stays. */
export function IncidentFailureBanner({ failure }: { readonly failure: IncidentFailure | null }) {
  const t = useMessages();
  const locale = useLocale();
  if (failure === null) return null;
  const { title, text, detail } = incidentFailureWords(failure, locale);
  return (
    <div data-failure={failure.kind}>
      <Banner
        tone="bad"
        title={title}
        details={detail === null ? undefined : { summary: t('ui.showDetails'), text: detail }}
      >
        {text}
      </Banner>
    </div>
  );
}
