import { useMemo } from 'react';
import { useLocale } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { templateNames, type TemplateSpeech } from './template-words';

/** What the words of texts are made with here: the screen's language, the SOPs' own names. */
export function useTemplateSpeech(): TemplateSpeech {
  const locale = useLocale();
  const { store, office } = useLoket();
  const officials = office.profile?.officials;
  return useMemo(
    () => ({ locale, names: templateNames(store.sops.installed(), officials) }),
    [locale, store, officials],
  );
}
