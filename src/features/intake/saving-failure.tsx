import { Banner } from '../../ui/feedback/banner';
import { ButtonLink } from '../../ui/controls/button';
import { useMessages } from '../../ui/messages/use-messages';
import { FailureBanner } from '../shared/failure-banner';
import { useIntakeScreen } from './intake-screen';
import type { Refusal } from '../../domain/request/request-command';

/** Why the last attempt to save recorded nothing, and what to do; all that was typed stays. */
export function SavingFailure() {
  const { failure } = useIntakeScreen();
  if (failure === null) return null;
  if (failure.kind === 'refused') return <RefusalBanner refusal={failure.refusal} />;
  // An office command is never sent from here.
  if (failure.kind === 'office-refused') return null;
  return <FailureBanner failure={failure} />;
}

function RefusalBanner({ refusal }: { readonly refusal: Refusal }) {
  const t = useMessages();
  const details = { summary: t('ui.showDetails'), text: refusal.code };
  switch (refusal.code) {
    case 'fields-refused':
      // The summary of errors says which.
      return null;
    case 'request-exists':
      return <AlreadyRecorded />;
    case 'request-ended':
      return (
        <Banner tone="bad" title={t('intake.refused.ended')} details={details}>
          {t('intake.refused.endedText')}
        </Banner>
      );
    case 'office-not-set-up':
      return (
        <Banner
          tone="bad"
          title={t('intake.refused.office')}
          actions={<ButtonLink href="#/pengaturan">{t('frame.settings')}</ButtonLink>}
        >
          {t('intake.refused.officeText')}
        </Banner>
      );
    default:
      return (
        <Banner tone="bad" title={t('intake.refused.other')} details={details}>
          {t('intake.refused.otherText')}
        </Banner>
      );
  }
}

/** The draft's id is the request's: it was recorded by an attempt whose answer got lost. */
function AlreadyRecorded() {
  const t = useMessages();
  const { draftId } = useIntakeScreen();
  return (
    <Banner
      tone="info"
      title={t('intake.refused.exists')}
      actions={
        <ButtonLink variant="primary" href={`#/permohonan/${draftId}`}>
          {t('intake.refused.open')}
        </ButtonLink>
      }
    >
      {t('intake.refused.existsText')}
    </Banner>
  );
}
