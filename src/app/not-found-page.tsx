import { ButtonLink } from '../ui/controls/button';
import { EmptyState } from '../ui/feedback/empty-state';
import { Page, PageHead } from '../ui/frame/page-head';
import { useMessages } from '../ui/messages/use-messages';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const t = useMessages();
  return (
    <Page layout="bare" head={<PageHead title={t('frame.notFound.title')} />}>
      <EmptyState
        text={t('frame.notFound.text')}
        action={
          <ButtonLink href="#/" variant="primary">
            {t('frame.notFound.home')}
          </ButtonLink>
        }
      />
    </Page>
  );
}
