import { useEffect, useState } from 'react';
import { succeed } from '../../../contract/result';
import { guarded } from '../../../store/guarded';
import { useLoket } from '../../shared/loket-context';
import { parseSopDraft, type SopDraft } from '../sop-draft';

export type FoundDraft =
  | { readonly kind: 'reading' }
  | { readonly kind: 'unread' }
  | { readonly kind: 'missing' }
  /** `keptAt` in RFC 3339 UTC. */
  | { readonly kind: 'found'; readonly draft: SopDraft; readonly keptAt: string };

/** The draft of an SOP of who sits at the desk, as it was kept last. */
export function useSopDraft(draftId: string, owner: string): FoundDraft {
  const { store } = useLoket();
  const [found, setFound] = useState<FoundDraft>({ kind: 'reading' });
  useEffect(() => {
    let isWanted = true;
    void guarded(async () => succeed(await store.drafts.listOf(owner))).then((drafts) => {
      if (!isWanted) return;
      if (!drafts.ok) {
        setFound({ kind: 'unread' });
        return;
      }
      const kept = drafts.value.find(({ id, form }) => id === draftId && form === 'sop');
      const draft = kept === undefined ? null : parseSopDraft(kept.values);
      setFound(
        kept === undefined || draft === null
          ? { kind: 'missing' }
          : { kind: 'found', draft, keptAt: kept.updatedAt },
      );
    });
    return () => {
      isWanted = false;
    };
  }, [store, draftId, owner]);
  return found;
}
