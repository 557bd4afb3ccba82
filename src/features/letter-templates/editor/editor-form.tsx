import { useMemo, useState } from 'react';
import type { Author } from '../../../domain/event';
import { checkLetterTemplate } from '../../../domain/letters/check-letter-template';
import type { LetterTemplate } from '../../../domain/letters/letter-template';
import { Page } from '../../../ui/frame/page-head';
import { DraftFailure } from '../../shared/draft-fact';
import { useLoket } from '../../shared/loket-context';
import { useSheet } from '../../shared/use-sheet';
import { useUndoKeys } from '../../shared/use-undo-keys';
import pageStyles from '../letter-templates.module.css';
import { OriginalNewer } from '../original-newer';
import { toPublish, type TemplateDraft } from '../template-draft';
import { TemplatePreviewPane } from '../template-preview';
import { usePreview, type TemplatePreview } from '../use-preview';
import { useTemplateSpeech } from '../use-template-speech';
import { TemplateContext, type TemplateDesk } from './editor-context';
import { EditorHead } from './editor-head';
import styles from './editor.module.css';
import { FaultPanel } from './fault-panel';
import { InsertField } from './insert-field';
import { PartSections } from './part-sections';
import { PublishDialog } from './publish-dialog';
import { TemplateEditor } from './template-editor';
import { usePublishing } from './use-publishing';
import { useGoTo } from './use-go-to';

interface EditorFormProps {
  readonly draftId: string;
  readonly draft: TemplateDraft;
  readonly original: LetterTemplate;
  /** RFC 3339 UTC. */
  readonly keptAt: string;
  readonly owner: Author;
}

/** The text of a draft, kept with each change. */
function useTemplateSheet({ draftId, draft, keptAt, owner }: EditorFormProps) {
  const place = { id: draftId, form: 'letter-template', requestId: null } as const;
  return useSheet<TemplateDraft, TemplateEditor>(
    place,
    owner,
    keptAt,
    (onChange) => new TemplateEditor(draft, onChange),
  );
}

/** What every part of the editor shares, and the paper beside it. */
function useDesk(
  editor: TemplateEditor,
  { template }: TemplateDraft,
  original: LetterTemplate,
): { readonly desk: TemplateDesk; readonly preview: TemplatePreview; readonly errors: number } {
  const speech = useTemplateSpeech();
  const goTo = useGoTo(editor);
  const found = useMemo(
    () => checkLetterTemplate(toPublish(template, original), original),
    [template, original],
  );
  const errors = found.filter(({ severity }) => severity === 'error').length;
  const preview = usePreview(template, errors > 0);
  const faults = [...found, ...preview.faults];
  return { desk: { editor, template, faults, speech, goTo }, preview, errors };
}

/** The page of one draft: the words at the left, the paper they make at the right. */
export function EditorForm(props: EditorFormProps) {
  const { draftId, original } = props;
  const { store } = useLoket();
  const { state, saver, editor, history } = useTemplateSheet(props);
  const { desk, preview, errors } = useDesk(editor, history.present, original);
  const publishing = usePublishing({ draftId, original, editor, saver });
  const [area, setArea] = useState<HTMLTextAreaElement | null>(null);
  useUndoKeys(editor);
  const isNewer = store.templates.inUse(original.key)?.isOriginalNewer === true;
  return (
    <TemplateContext value={desk}>
      <Page
        head={<EditorHead desk={desk} original={original} draft={state} publishing={publishing} />}
        layout="bare"
      >
        <div className={pageStyles.desk}>
          <div
            className={styles.main}
            onFocus={({ target }) => {
              if (target instanceof HTMLTextAreaElement) setArea(target);
            }}
          >
            <InsertField area={area?.isConnected === true ? area : null} />
            <div className={pageStyles.parts}>
              <DraftFailure state={state} />
              {isNewer && <OriginalNewer letter={original.key} />}
              <PartSections />
            </div>
          </div>
          <div className={styles.side}>
            <FaultPanel />
            <TemplatePreviewPane title={original.title} preview={preview} errors={errors} />
          </div>
        </div>
        {publishing.isAsking && <PublishDialog original={original} publishing={publishing} />}
      </Page>
    </TemplateContext>
  );
}
