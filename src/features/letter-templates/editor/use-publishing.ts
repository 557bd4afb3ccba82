import { useState } from 'react';
import { useNavigate } from 'react-router';
import { letterTemplateSchema, type LetterTemplate } from '../../../domain/letters/letter-template';
import type { CommandFailure } from '../../../store/store';
import { useToast } from '../../../ui/feedback/toast';
import { useMessages } from '../../../ui/messages/use-messages';
import { useOfficeCommand } from '../../settings/settings-form';
import type { DraftSaver } from '../../shared/draft-saver';
import { useLoket } from '../../shared/loket-context';
import { toPublish, type TemplateDraft } from '../template-draft';
import type { TemplateEditor } from './template-editor';

interface PublishingSources {
  readonly draftId: string;
  readonly original: LetterTemplate;
  readonly editor: TemplateEditor;
  readonly saver: DraftSaver<TemplateDraft>;
}

export interface TemplatePublishing {
  readonly isAsking: boolean;
  readonly failure: CommandFailure | null;
  readonly busy: boolean;
  readonly ask: () => void;
  readonly close: () => void;
  /** `note` says why, in the office's words; it may be blank. */
  readonly publish: (note: string) => void;
  /** The text becomes that version instead: another was published meanwhile. */
  readonly takeNext: (version: number) => void;
}

/** Publishing: recorded first, then the draft is removed and the paper is shown. */
export function usePublishing(sources: PublishingSources): TemplatePublishing {
  const { draftId, original, editor, saver } = sources;
  const t = useMessages();
  const toast = useToast();
  const navigate = useNavigate();
  const { store } = useLoket();
  const execute = useOfficeCommand();
  const [isAsking, setIsAsking] = useState(false);
  const [failure, setFailure] = useState<CommandFailure | null>(null);
  const [busy, setBusy] = useState(false);

  async function publish(note: string): Promise<void> {
    const { template, follows } = editor.history().present;
    const parsed = letterTemplateSchema.safeParse(toPublish(template, original));
    // The button is not there for a text with errors, and what the schema refuses is one.
    if (!parsed.success) return;
    const version = follows + 1;
    setBusy(true);
    const problem = await execute({
      command: 'publish-letter-template',
      version,
      template: parsed.data,
      note,
    });
    setBusy(false);
    setFailure(problem);
    if (problem !== null && problem.kind !== 'recorded-not-shown') return;
    editor.end();
    await saver.stop();
    await store.drafts.remove(draftId);
    if (problem !== null) return;
    toast({ text: t('template.published', { title: original.title, version }) });
    void navigate(`/naskah-surat/${original.key}`, { replace: true });
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
    publish: (note) => void publish(note),
    takeNext: (version) => {
      editor.type((draft) => ({ ...draft, follows: version - 1 }), null);
      setFailure(null);
    },
  };
}
