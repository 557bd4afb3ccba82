import { Redo2, Undo2 } from 'lucide-react';
import { useNavigate } from 'react-router';
import type { LetterTemplate } from '../../../domain/letters/letter-template';
import { isSameTemplate } from '../../../domain/letters/letter-versions';
import { cleanLetterTemplate } from '../../../domain/letters/letter-texts';
import { Button } from '../../../ui/controls/button';
import { PageHead } from '../../../ui/frame/page-head';
import { useShortcuts } from '../../../ui/keyboard/use-shortcuts';
import { useMessages } from '../../../ui/messages/use-messages';
import { DraftFact } from '../../shared/draft-fact';
import type { DraftState } from '../../shared/draft-saver';
import { useLoket } from '../../shared/loket-context';
import { useMay } from '../../shared/use-permission';
import { toPublish } from '../template-draft';
import type { TemplateDesk } from './editor-context';
import type { TemplatePublishing } from './use-publishing';

interface EditorHeadProps {
  readonly desk: TemplateDesk;
  readonly original: LetterTemplate;
  readonly draft: DraftState;
  readonly publishing: TemplatePublishing;
}

/** The words that say why the text cannot be published. */
const BLOCKED_ID = 'template-publish-blocked';

/** The head of the editor: which paper it is, how safe it is, why it cannot be published. */
export function EditorHead({ desk, original, draft, publishing }: EditorHeadProps) {
  const blocked = useBlocked(desk, original);
  return (
    <PageHead
      title={original.title}
      facts={[
        <DraftFact key="draft" state={draft} />,
        ...(blocked === null
          ? []
          : [
              <span key="blocked" id={BLOCKED_ID}>
                {blocked}
              </span>,
            ]),
      ]}
      actions={<HeadActions desk={desk} blocked={blocked} publishing={publishing} />}
    />
  );
}

/** Why the text cannot be published as it stands; null when it can. */
function useBlocked({ faults, template }: TemplateDesk, original: LetterTemplate): string | null {
  const t = useMessages();
  const { store } = useLoket();
  const { why } = useMay('publish-letter-template');
  if (why !== undefined) return why;
  const errors = faults.filter(({ severity }) => severity === 'error').length;
  if (errors > 0) return t('template.edit.blocked', { count: errors });
  const inUse = store.templates.inUse(original.key)?.template ?? original;
  const isSame = isSameTemplate(cleanLetterTemplate(toPublish(template, original)), inUse);
  return isSame ? t('template.edit.unchanged') : null;
}

interface HeadActionsProps {
  readonly desk: TemplateDesk;
  readonly blocked: string | null;
  readonly publishing: TemplatePublishing;
}

function HeadActions({ desk, blocked, publishing }: HeadActionsProps) {
  const t = useMessages();
  const navigate = useNavigate();
  const { editor, faults, goTo } = desk;
  const { past, future, present } = editor.history();
  function publish(): void {
    editor.settle();
    const first = faults.find(({ severity }) => severity === 'error');
    if (first !== undefined) goTo(first.path);
    else if (blocked === null) publishing.ask();
  }

  useShortcuts(
    {
      Escape: {
        label: t('frame.keys.back'),
        run: () => void navigate(`/naskah-surat/${desk.template.key}`),
      },
      'Ctrl+Enter': {
        label: t('template.edit.publish', { version: present.follows + 1 }),
        run: publish,
      },
    },
    { group: t('template.edit.title') },
  );
  return (
    <>
      <Button
        icon={Undo2}
        disabled={past.length === 0}
        title={past.length === 0 ? t('sheet.nothingToUndo') : 'Ctrl+Z'}
        data-action="undo"
        onClick={() => editor.undo()}
      >
        {t('sheet.undo')}
      </Button>
      <Button
        icon={Redo2}
        disabled={future.length === 0}
        title={future.length === 0 ? t('sheet.nothingToRedo') : 'Ctrl+Shift+Z'}
        aria-label={t('sheet.redo')}
        onClick={() => editor.redo()}
      />
      <Button
        variant="primary"
        aria-disabled={blocked !== null}
        aria-describedby={BLOCKED_ID}
        data-action="publish"
        onClick={publish}
      >
        {t('template.edit.publish', { version: present.follows + 1 })}
      </Button>
    </>
  );
}
