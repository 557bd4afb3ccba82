import { ButtonLink } from '../../ui/controls/button';
import { Banner } from '../../ui/feedback/banner';
import { useMessages } from '../../ui/messages/use-messages';

/** The office's text stays; whoever looks after it learns that there is a newer original. */
export function OriginalNewer({ letter }: { readonly letter: string }) {
  const t = useMessages();
  return (
    <Banner
      tone="warn"
      title={t('template.originalNewer')}
      actions={
        <ButtonLink size="small" href={`#/naskah-surat/${letter}?versi=asli`}>
          {t('template.version.openOriginal')}
        </ButtonLink>
      }
    >
      {t('template.originalNewerText')}
    </Banner>
  );
}
