import { Button } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { problemWords } from '../request/problem-words';
import { documentLabel } from '../shared/sop-words';
import type { JobActions } from './use-job-actions';

/** Says why a button of a job did nothing, and what to do; stays until it is closed. */
export function JobFailureBanner({ actions }: { readonly actions: JobActions }) {
  const t = useMessages();
  const locale = useLocale();
  const { failure, dismiss } = actions;
  if (failure === null) return null;
  const close = (
    <Button size="small" onClick={dismiss}>
      {t('ui.close')}
    </Button>
  );
  if (failure.kind === 'not-exported') {
    const { failure: reason } = failure;
    const lost = reason.code === 'file-unavailable';
    return (
      <Banner
        tone="bad"
        title={t('queue.notExported')}
        actions={close}
        details={{
          summary: t('ui.showDetails'),
          text: lost ? `${reason.error.kind}: ${reason.error.detail}` : reason.detail,
        }}
      >
        {lost
          ? t('queue.notExported.file', {
              document: documentLabel(undefined, reason.document, locale),
            })
          : t('queue.notExported.body')}
      </Banner>
    );
  }
  const words = problemWords(failure, { locale, sop: undefined });
  return (
    <Banner
      tone="bad"
      title={words.title}
      actions={close}
      details={
        words.detail === null ? undefined : { summary: t('ui.showDetails'), text: words.detail }
      }
    >
      {words.text}
    </Banner>
  );
}
