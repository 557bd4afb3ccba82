import { assertNever } from '../../domain/assert-never';
import type { CommandFailure } from '../../store/store';
import { Banner } from '../../ui/feedback/banner';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { FailureBanner } from '../shared/failure-banner';
import { officeRefusalText } from '../shared/office-refusal-text';

/** Why the last save of a section recorded nothing. */
export function OfficeFailure({ failure }: { readonly failure: CommandFailure }) {
  const t = useMessages();
  const locale = useLocale();
  switch (failure.kind) {
    case 'office-refused':
      return (
        <Banner
          tone="bad"
          title={officeRefusalText(failure.refusal, locale)}
          details={
            failure.refusal.code === 'profile-incomplete'
              ? { summary: t('ui.showDetails'), text: failure.refusal.fields.join(', ') }
              : undefined
          }
        />
      );
    case 'refused':
      // A command about a request is never sent from here.
      return null;
    case 'not-recorded':
    case 'recorded-not-shown':
    case 'not-the-active-window':
    case 'newer-version-needed':
      return <FailureBanner failure={failure} />;
    default:
      return assertNever(failure);
  }
}
