import { useEffect, useState } from 'react';
import { succeed } from '../../contract/result';
import type { Author } from '../../domain/event';
import { guarded } from '../../store/guarded';
import type { Draft } from '../../store/store';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { parseDraftValues, type IntakeValues } from './intake-values';

/** A draft that can be continued: its values are of this form. */
export interface OfferedDraft {
  readonly draft: Draft;
  readonly values: IntakeValues;
}

export interface Drafts {
  /** Latest first; null while they are being read. */
  readonly offered: readonly OfferedDraft[] | null;
  /** True when they could not be read: none is offered, though some may wait. */
  readonly unread: boolean;
  /** Removes it, with ten seconds to take that back. */
  readonly discard: (draft: OfferedDraft) => void;
}

/**
 * Unfinished drafts of this member of staff, for an intake or for the correction of one
 * request. A draft whose request was recorded (the program ended before it was removed) is
 * done: it is cleared away and not offered.
 */
export function useDrafts(owner: Author, form: Draft['form'], requestId: string | null): Drafts {
  const t = useMessages();
  const toast = useToast();
  const { store } = useLoket();
  const [offered, setOffered] = useState<readonly OfferedDraft[] | null>(null);
  const [unread, setUnread] = useState(false);

  useEffect(() => {
    let isWanted = true;
    async function read(): Promise<readonly OfferedDraft[]> {
      const own = (await store.drafts.listOf(owner.id)).filter(
        (draft) => draft.form === form && draft.requestId === requestId,
      );
      const open: OfferedDraft[] = [];
      for (const draft of own) {
        const values = parseDraftValues(draft.values);
        const isRecorded = form === 'intake' && (await store.requests.get(draft.id)) !== null;
        if (isRecorded) await store.drafts.remove(draft.id);
        else if (values !== null) open.push({ draft, values });
      }
      return open.toSorted((one, other) =>
        other.draft.updatedAt.localeCompare(one.draft.updatedAt),
      );
    }
    void guarded(async () => succeed(await read())).then((found) => {
      if (!isWanted) return;
      setOffered(found.ok ? found.value : []);
      setUnread(!found.ok);
    });
    return () => {
      isWanted = false;
    };
  }, [store, owner.id, form, requestId]);

  async function restore(one: OfferedDraft): Promise<void> {
    const { updatedAt: _, ...draft } = one.draft;
    const saved = await store.drafts.save(draft);
    if (saved.ok) setOffered((rest) => [one, ...(rest ?? [])]);
    else toast({ tone: 'bad', text: t('intake.draft.restoreFailed') });
  }

  async function discard(one: OfferedDraft): Promise<void> {
    await store.drafts.remove(one.draft.id);
    setOffered((rest) => rest?.filter(({ draft }) => draft.id !== one.draft.id) ?? null);
    toast({
      text: t('intake.draft.discarded'),
      action: { label: t('ui.undo'), run: () => void restore(one) },
    });
  }

  return { offered, unread, discard: (one) => void discard(one) };
}
