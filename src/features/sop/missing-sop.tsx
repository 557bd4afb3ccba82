import { ButtonLink } from '../../ui/controls/button';
import { EmptyState } from '../../ui/feedback/empty-state';
import { useMessages } from '../../ui/messages/use-messages';

/** In place of an SOP whose id or version is not installed. */
export function MissingSop() {
  const t = useMessages();
  return (
    <EmptyState
      title={t('sop.missing')}
      text={t('sop.missingText')}
      action={<ButtonLink href="#/sop">{t('sop.toList')}</ButtonLink>}
    />
  );
}
