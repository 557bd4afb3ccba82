import { Button, ButtonLink } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { problemWords } from '../request/problem-words';
import type { SheetFailed } from './use-print-sheet';

const NO_MORE = { detail: null, remedy: null };

/** Why a sheet was not printed, with the way to its request. */
export function SheetFailureBanner(props: {
  readonly failed: SheetFailed;
  readonly onDismiss: () => void;
}) {
  const t = useMessages();
  const locale = useLocale();
  const { requestId, sop, failure } = props.failed;
  const words =
    failure.kind === 'no-sheet'
      ? { title: t('disposition.noSheet'), text: t('disposition.noSheetText'), ...NO_MORE }
      : problemWords(failure, { locale, sop });
  return (
    <Banner
      tone="bad"
      title={words.title}
      details={
        words.detail === null ? undefined : { summary: t('ui.showDetails'), text: words.detail }
      }
      actions={
        <>
          <ButtonLink size="small" href={`#/permohonan/${requestId}?bagian=letters`}>
            {t('queue.openRequest')}
          </ButtonLink>
          {words.remedy === 'settings' && (
            <ButtonLink size="small" href="#/pengaturan">
              {t('request.remedy.settings')}
            </ButtonLink>
          )}
          <Button size="small" onClick={props.onDismiss}>
            {t('ui.close')}
          </Button>
        </>
      }
    >
      {words.text}
    </Banner>
  );
}
