import { useState } from 'react';
import { useNavigate } from 'react-router';
import { sopSchema } from '../../../domain/sop/sop';
import type { CommandFailure } from '../../../store/store';
import { useToast } from '../../../ui/feedback/toast';
import { useMessages } from '../../../ui/messages/use-messages';
import { useOfficeCommand } from '../../settings/settings-form';
import type { DraftSaver } from '../../shared/draft-saver';
import { useLoket } from '../../shared/loket-context';
import type { SopDraft } from '../sop-draft';
import type { SopEditor } from './sop-editor';

interface PublishingSources {
  readonly draftId: string;
  readonly editor: SopEditor;
  readonly saver: DraftSaver<SopDraft>;
}

export interface Publishing {
  readonly isAsking: boolean;
  readonly failure: CommandFailure | null;
  readonly busy: boolean;
  readonly ask: () => void;
  readonly close: () => void;
  readonly publish: () => void;
  /** The sheet becomes that version instead: another was published meanwhile. */
  readonly takeNext: (version: number) => void;
}

/** Publishing: recorded first, then the draft is removed and the new version is shown. */
export function usePublishing({ draftId, editor, saver }: PublishingSources): Publishing {
  const t = useMessages();
  const toast = useToast();
  const navigate = useNavigate();
  const { store } = useLoket();
  const execute = useOfficeCommand();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const [busy, setBusy] = useState(false);

  async function publish(): Promise<void> {
    const parsed = sopSchema.safeParse(editor.history().present.sop);
    // The button is not there for a sheet with errors, and what the schema refuses is one.
    if (!parsed.success) return;
    const sop = parsed.data;
    setBusy(true);
    const problem = await execute({ command: 'publish-sop', sop });
    setBusy(false);
    setFailure(problem);
    if (problem !== null && problem.kind !== 'recorded-not-shown') return;
    editor.end();
    await saver.stop();
    await store.drafts.remove(draftId);
    if (problem !== null) return;
    const { id, version, identity } = sop;
    toast({ text: t('sopEditor.published', { title: identity.title, version }) });
    void navigate(`/sop/${id}/${String(version)}`, { replace: true });
  }

  return {
    isAsking,
    failure,
    busy,
    ask: () => {
      setFailure(null);
      setIsAsking(true);
    },
    close: () => setIsAsking(false),
    publish: () => void publish(),
    takeNext: (version) => {
      editor.type(({ sop, unreadTimes }) => {
        const follows = { id: sop.id, version: version - 1 };
        return { sop: { ...sop, version }, follows, unreadTimes };
      }, null);
      setFailure(null);
    },
  };
}
