import { Banner } from '../../ui/feedback/banner';
import { ButtonLink } from '../../ui/controls/button';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { DiskLowBanner } from '../shared/disk-banner';
import { FailureBanner } from '../shared/failure-banner';
import { permissionWords, rolesText } from '../shared/role-words';
import { useMay } from '../shared/use-permission';
import { useIntakeScreen } from './intake-screen';
import type { Refusal } from '../../domain/request/request-command';

/** Why the last attempt to save recorded nothing, and what to do; all that was typed stays. */
export function SavingFailure() {
  const { failure } = useIntakeScreen();
  if (failure === null) return <NotYours />;
  if (failure.kind === 'refused') return <RefusalBanner refusal={failure.refusal} />;
  if (failure.kind === 'disk-low') return <DiskLowBanner failure={failure} />;
  // An office command is never sent from here.
  if (failure.kind === 'office-refused') return null;
  return <FailureBanner failure={failure} />;
}

/** Said before somebody types a whole form that the domain will refuse. */
function NotYours() {
  const t = useMessages();
  const locale = useLocale();
  const { kind } = useIntakeScreen();
  const { refusal } = useMay(kind === 'intake' ? 'record-request' : 'correct-request');
  if (refusal?.code !== 'not-permitted') return null;
  return (
    <Banner tone="warn" title={t('permission.notYours')}>
      {t('permission.notYoursText', { roles: rolesText(refusal.needs, locale) })}
    </Banner>
  );
}

function RefusalBanner({ refusal }: { readonly refusal: Refusal }) {
  const t = useMessages();
  const locale = useLocale();
  const details = { summary: t('ui.showDetails'), text: refusal.code };
  switch (refusal.code) {
    case 'fields-refused':
      // The summary of errors says which.
      return null;
    case 'not-permitted':
    case 'account-inactive':
    case 'person-needed': {
      const { title, text } = permissionWords(refusal, locale);
      return (
        <Banner tone="bad" title={title}>
          {text}
        </Banner>
      );
    }
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
