import { assertNever } from '../../domain/assert-never';
import type { OfficeRefusal } from '../../domain/office/decide-office';
import type { CommandFailure } from '../../store/store';
import { Banner } from '../../ui/feedback/banner';
import { useMessages, type Translate } from '../../ui/messages/use-messages';
import { FailureBanner } from '../shared/failure-banner';

/** Why a settings command was refused, in a sentence that says what to do. */
export function officeRefusalText(t: Translate, refusal: OfficeRefusal): string {
  switch (refusal.code) {
    case 'profile-incomplete':
      return t('settings.refused.profile-incomplete', { fields: refusal.fields.join(', ') });
    case 'staff-name-missing':
    case 'staff-name-taken':
    case 'staff-unknown':
    case 'last-staff':
      return t(`settings.refused.${refusal.code}`);
    default:
      return assertNever(refusal);
  }
}

/** Why the last save of a section recorded nothing. */
export function OfficeFailure({ failure }: { readonly failure: CommandFailure }) {
  const t = useMessages();
  switch (failure.kind) {
    case 'office-refused':
      return <Banner tone="bad" title={officeRefusalText(t, failure.refusal)} />;
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
