import type { RetentionFailure } from '../../store/retention-store';
import { Banner } from '../../ui/feedback/banner';
import { useLocale } from '../../ui/messages/use-messages';
import { FailureBanner } from '../shared/failure-banner';
import { retentionRefusalText } from './retention-refusal-text';

/** Why a retention command recorded nothing. */
export function RetentionFailureBanner({ failure }: { readonly failure: RetentionFailure }) {
  const locale = useLocale();
  switch (failure.kind) {
    case 'retention-refused':
      return <Banner tone="bad" title={retentionRefusalText(failure.refusal, locale)} />;
    case 'refused':
    case 'office-refused':
      // Other commands are never sent from here.
      return null;
    default:
      return <FailureBanner failure={failure} />;
  }
}
