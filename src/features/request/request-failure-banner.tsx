import { Button } from '../../ui/controls/button';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { ToldFailureBanner } from '../shared/told-failure-banner';
import type { OpenRequest } from './open-request';
import { problemWords } from './problem-words';
import { RemedyLink, type RemedyLinkProps } from './remedy-link';
import type { RequestWork } from './use-request-work';

export interface RequestFailureBannerProps {
  readonly work: Pick<RequestWork, 'failure' | 'dismiss'>;
  readonly open: OpenRequest;
  readonly onTab: RemedyLinkProps['onTab'];
}

/** Why the last thing asked for did not happen, with the way to the remedy. */
export function RequestFailureBanner({ work, open, onTab }: RequestFailureBannerProps) {
  const t = useMessages();
  const locale = useLocale();
  if (work.failure === null) return null;
  const words = problemWords(work.failure, { locale, sop: open.sop });
  return (
    <ToldFailureBanner
      kind={work.failure.kind}
      words={words}
      actions={
        <>
          <RemedyLink remedy={words.remedy} id={open.state.id} onTab={onTab} />
          <Button size="small" onClick={work.dismiss}>
            {t('ui.close')}
          </Button>
        </>
      }
    />
  );
}
