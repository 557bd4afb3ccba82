import { useEffect, useState } from 'react';
import { succeed } from '../../contract/result';
import { guarded } from '../../store/guarded';
import type { Draft } from '../../store/store';
import { useLoket } from './loket-context';

export type FoundDraft<Values> =
  | { readonly kind: 'reading' }
  | { readonly kind: 'unread' }
  | { readonly kind: 'missing' }
  /** `keptAt` in RFC 3339 UTC. */
  | { readonly kind: 'found'; readonly draft: Values; readonly keptAt: string };

/**
 * A draft of who sits at the desk, as it was kept last; missing where its values are of another
 * form. `parse` is a function of its own, not one made anew with each drawing.
 */
export function useFoundDraft<Values>(
  draftId: string,
  owner: string,
  form: Draft['form'],
  parse: (values: unknown) => Values | null,
): FoundDraft<Values> {
  const { store } = useLoket();
  const [found, setFound] = useState<FoundDraft<Values>>({ kind: 'reading' });
  useEffect(() => {
    let isWanted = true;
    void guarded(async () => succeed(await store.drafts.listOf(owner))).then((drafts) => {
      if (!isWanted) return;
      if (!drafts.ok) {
        setFound({ kind: 'unread' });
        return;
      }
      const kept = drafts.value.find((one) => one.id === draftId && one.form === form);
      const draft = kept === undefined ? null : parse(kept.values);
      setFound(
        kept === undefined || draft === null
          ? { kind: 'missing' }
          : { kind: 'found', draft, keptAt: kept.updatedAt },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [store, draftId, owner, form, parse]);
  return found;
}
