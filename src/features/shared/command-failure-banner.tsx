import type { CommandFailure } from '../../store/store';
import { Banner } from '../../ui/feedback/banner';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { problemWords } from '../request/problem-words';

/** Why nothing was recorded, for any command; what was typed stays. */
export function CommandFailureBanner({ failure }: { readonly failure: CommandFailure | null }) {
  const t = useMessages();
  const locale = useLocale();
  if (failure === null) return null;
  const { title, text, detail } = problemWords(failure, { locale, sop: undefined });
  return (
    <div data-failure={failure.kind}>
      <Banner
        tone="bad"
        title={title}
        details={detail === null ? undefined : { summary: t('ui.showDetails'), text: detail }}
      >
        {text}
      </Banner>
    </div>
  );
}
