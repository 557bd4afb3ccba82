import { useMemo } from 'react';
import type { Locale } from '../../messages/catalogue';
import { useLocale } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import type { TrailSpeech } from './trail-words';

/** What the words of the trail are made with; in the screen's language when none is given. */
export function useTrailSpeech(of?: Locale): TrailSpeech {
  const { store, office } = useLoket();
  const own = useLocale();
  const locale = of ?? own;
  const { staff } = office;
  return useMemo(
    () => ({
      locale,
      findSop: (reference) => store.sops.find(reference),
      staffName: (id) => staff.find((one) => one.id === id)?.name,
    }),
    [locale, store, staff],
  );
}
