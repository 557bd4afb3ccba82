import type { ReactNode } from 'react';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';

interface ToldFailureBannerProps {
  /** The failure's kind, for automation. */
  readonly kind: string;
  readonly words: {
    readonly title: string;
    readonly text: string | null;
    /** Technical words behind "Rincian". */
    readonly detail: string | null;
  };
  readonly actions?: ReactNode;
}

/** A failure in words: what is the matter, what helps, and the details behind a button. */
export function ToldFailureBanner({ kind, words, actions }: ToldFailureBannerProps) {
  const t = useMessages();
  const { title, text, detail } = words;
  const details = detail === null ? undefined : { summary: t('ui.showDetails'), text: detail };
  return (
    <div data-failure={kind}>
      <Banner tone="bad" title={title} details={details} actions={actions}>
        {text}
      </Banner>
    </div>
  );
}
