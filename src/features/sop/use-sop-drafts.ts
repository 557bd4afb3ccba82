import { useState } from 'react';
import { useNavigate } from 'react-router';
import type { ServiceError } from '../../contract/result';
import type { Sop } from '../../domain/sop/sop';
import type { Draft } from '../../store/store';
import { useLive } from '../../store/use-live';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { copyDraft, versionDraft } from './begin-draft';
import { parseSopDraft, type SopDraft } from './sop-draft';

/** A draft of an SOP that can be continued. */
export interface WaitingSopDraft {
  readonly draft: Draft;
  readonly values: SopDraft;
}

export interface SopDrafts {
  /** Of this member of staff, latest first; null while they are being read. */
  readonly waiting: readonly WaitingSopDraft[] | null;
  /** Why a draft could not be begun. */
  readonly failure: ServiceError | null;
  /** Keeps the values as a new draft and opens it in the editor. */
  readonly begin: (values: SopDraft) => Promise<void>;
  /** Begins a copy to be made the office's own. */
  readonly copy: (sop: Sop) => Promise<void>;
  /** Goes on with this member of staff's next version of the SOP, or begins one. */
  readonly change: (sop: Sop) => Promise<void>;
  readonly open: (draft: WaitingSopDraft) => void;
  /** Removes it, with ten seconds to take that back. */
  readonly discard: (draft: WaitingSopDraft) => Promise<void>;
}

/** What to call a draft: its title as typed so far. */
export function draftTitle({ sop }: SopDraft, untitled: string): string {
  return sop.identity.title.trim() || untitled;
}

/** Unfinished SOPs of this member of staff. */
export function useSopDrafts(): SopDrafts {
  const t = useMessages();
  const toast = useToast();
  const navigate = useNavigate();
  const { store, office, staff, newId, now } = useLoket();
  const owner = staff?.id ?? '';
  const [failure, setFailure] = useState<ServiceError | null>(null);
  const drafts = useLive(() => store.drafts.listOf(owner), [store, owner]);
  const waiting = drafts?.flatMap((draft): readonly WaitingSopDraft[] => {
    const values = draft.form === 'sop' ? parseSopDraft(draft.values) : null;
    return values === null ? [] : [{ draft, values }];
  });

  function show(id: string): void {
    void navigate(`/sop/sunting/${id}`);
  }

  async function begin(values: SopDraft): Promise<void> {
    const id = newId();
    const kept = await store.drafts.save({ id, owner, form: 'sop', requestId: null, values });
    setFailure(kept.ok ? null : kept.error);
    if (kept.ok) show(id);
  }

  async function copy(sop: Sop): Promise<void> {
    const { profile } = office;
    if (profile === null) return;
    await begin(copyDraft(sop, { sops: store.sops, profile, now: now() }));
  }

  async function change(sop: Sop): Promise<void> {
    const begun = waiting?.find(({ values }) => values.follows?.id === sop.id);
    if (begun === undefined) await begin(versionDraft(store.sops.latest(sop.id) ?? sop));
    else show(begun.draft.id);
  }

  async function restore({ draft }: WaitingSopDraft): Promise<void> {
    const { updatedAt: _, ...kept } = draft;
    const saved = await store.drafts.save(kept);
    if (!saved.ok) toast({ tone: 'bad', text: t('sop.draft.notRestored') });
  }

  async function discard(one: WaitingSopDraft): Promise<void> {
    await store.drafts.remove(one.draft.id);
    const title = draftTitle(one.values, t('sop.draft.untitled'));
    toast({
      text: t('sop.draft.discarded', { title }),
      action: { label: t('ui.undo'), run: () => void restore(one) },
    });
  }

  return {
    waiting: waiting ?? null,
    failure,
    begin,
    copy,
    change,
    open: ({ draft }) => {
      show(draft.id);
    },
    discard,
  };
}
