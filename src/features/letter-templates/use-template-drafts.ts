import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ServiceError } from '../../contract/result';
import type { LetterTemplate } from '../../domain/letters/letter-template';
import type { Draft } from '../../store/store';
import { useLive } from '../../store/use-live';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { beginTemplateDraft, parseTemplateDraft, type TemplateDraft } from './template-draft';

/** A draft of a text that can be continued. */
export interface WaitingTemplateDraft {
  readonly draft: Draft;
  readonly values: TemplateDraft;
}

export interface TemplateDrafts {
  /** Of this member of staff, latest first; null while they are being read. */
  readonly waiting: readonly WaitingTemplateDraft[] | null;
  /** Why a draft could not be begun. */
  readonly failure: ServiceError | null;
  /** Begins a draft from this text and opens it in the editor. */
  readonly begin: (template: LetterTemplate) => Promise<void>;
  readonly open: (draft: WaitingTemplateDraft) => void;
  /** Removes it, with ten seconds to take that back. */
  readonly discard: (draft: WaitingTemplateDraft) => Promise<void>;
}

/** Unfinished texts of this member of staff. */
export function useTemplateDrafts(): TemplateDrafts {
  const t = useMessages();
  const toast = useToast();
  const navigate = useNavigate();
  const { store, staff, newId } = useLoket();
  const owner = staff?.id ?? '';
  const [failure, setFailure] = useState<ServiceError | null>(null);
  const drafts = useLive(() => store.drafts.listOf(owner), [store, owner]);
  const waiting = drafts?.flatMap((draft): readonly WaitingTemplateDraft[] => {
    const values = draft.form === 'letter-template' ? parseTemplateDraft(draft.values) : null;
    return values === null ? [] : [{ draft, values }];
  });

  function show(id: string): void {
    void navigate(`/naskah-surat/sunting/${id}`);
  }

  async function begin(template: LetterTemplate): Promise<void> {
    const id = newId();
    const values = beginTemplateDraft(template, store.templates);
    const place = { id, owner, form: 'letter-template', requestId: null } as const;
    const kept = await store.drafts.save({ ...place, values });
    setFailure(kept.ok ? null : kept.error);
    if (kept.ok) show(id);
  }

  async function restore({ draft }: WaitingTemplateDraft): Promise<void> {
    const { updatedAt: _, ...kept } = draft;
    const saved = await store.drafts.save(kept);
    if (!saved.ok) toast({ tone: 'bad', text: t('template.notRestored') });
  }

  async function discard(one: WaitingTemplateDraft): Promise<void> {
    await store.drafts.remove(one.draft.id);
    toast({
      text: t('template.discarded', { title: one.values.template.title }),
      action: { label: t('ui.undo'), run: () => void restore(one) },
    });
  }

  return {
    waiting: waiting ?? null,
    failure,
    begin,
    open: ({ draft }) => {
      show(draft.id);
    },
    discard,
  };
}

/** What waits for one paper; undefined where nothing does. */
export function draftOf(
  waiting: readonly WaitingTemplateDraft[],
  letter: string,
): WaitingTemplateDraft | undefined {
  return waiting.find(({ values }) => values.template.key === letter);
}
