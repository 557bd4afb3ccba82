import { ButtonLink } from '../../ui/controls/button';
import { EmptyState } from '../../ui/feedback/empty-state';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useMessages } from '../../ui/messages/use-messages';

/** In place of an SOP whose id or version is not installed. */
export function MissingSop() {
  const t = useMessages();
  return (
    <Page layout="bare" head={<PageHead title={t('sop.missing')} />}>
      <EmptyState
        text={t('sop.missingText')}
        action={
          <ButtonLink href="#/sop" variant="primary">
            {t('sop.toList')}
          </ButtonLink>
        }
      />
    </Page>
  );
}
