import { Button, ButtonLink } from '../../ui/controls/button';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { ToldFailureBanner } from '../shared/told-failure-banner';
import type { OpenRequest } from './open-request';
import { problemWords, type ProblemWords } from './problem-words';
import type { RequestWork } from './use-request-work';

export interface RequestFailureBannerProps {
  readonly work: Pick<RequestWork, 'failure' | 'dismiss'>;
  readonly open: OpenRequest;
  readonly onTab: (tab: 'papers' | 'letters') => void;
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
          <Remedy remedy={words.remedy} id={open.state.id} onTab={onTab} />
          <Button size="small" onClick={work.dismiss}>
            {t('ui.close')}
          </Button>
        </>
      }
    />
  );
}

function Remedy(props: {
  readonly remedy: ProblemWords['remedy'];
  readonly id: string;
  readonly onTab: RequestFailureBannerProps['onTab'];
}) {
  const t = useMessages();
  const { remedy, id, onTab } = props;
  switch (remedy) {
    case 'settings':
      return (
        <ButtonLink size="small" href="#/pengaturan">
          {t('request.remedy.settings')}
        </ButtonLink>
      );
    case 'correction':
      return (
        <ButtonLink size="small" href={`#/permohonan/${id}/koreksi`}>
          {t('request.remedy.correction')}
        </ButtonLink>
      );
    case 'documents':
      return (
        <Button
          size="small"
          onClick={() => {
            onTab('papers');
          }}
        >
          {t('request.tab.papers')}
        </Button>
      );
    case 'letters':
      return (
        <Button
          size="small"
          onClick={() => {
            onTab('letters');
          }}
        >
          {t('request.tab.letters')}
        </Button>
      );
    case null:
      return null;
  }
}
