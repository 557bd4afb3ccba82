import { Redo2, Undo2 } from 'lucide-react';
import { diffSops } from '../../../domain/sop/diff-sops';
import type { Sop } from '../../../domain/sop/sop';
import { Button } from '../../../ui/controls/button';
import { PageHead } from '../../../ui/frame/page-head';
import { useMessages } from '../../../ui/messages/use-messages';
import { DraftFact } from '../../shared/draft-fact';
import type { DraftState } from '../../shared/draft-saver';
import { useMay } from '../../shared/use-permission';
import type { EditorDesk } from './editor-context';
import type { Publishing } from './use-publishing';

interface EditorHeadProps {
  readonly desk: EditorDesk;
  /** What it is compared with; undefined where it began from nothing installed. */
  readonly before: Sop | undefined;
  readonly draft: DraftState;
  readonly publishing: Publishing;
}

/** The head of the editor: what it becomes, how safe it is, why it cannot be published. */
export function EditorHead({ desk, before, draft, publishing }: EditorHeadProps) {
  const t = useMessages();
  const { sop } = desk;
  const blocked = useBlocked(desk, before);
  return (
    <PageHead
      title={shortTitle(sop) || t('sopEditor.untitled')}
      facts={[
        <DraftFact key="draft" state={draft} />,
        ...(blocked === null ? [] : [<BlockedFact key="blocked" text={blocked} />]),
      ]}
      actions={<HeadActions desk={desk} blocked={blocked} publishing={publishing} />}
    />
  );
}

/** Letters of a title in the head; the whole of it stands in its field. */
const LONGEST_TITLE = 90;

function shortTitle({ identity }: Sop): string {
  const title = identity.title.trim();
  return title.length > LONGEST_TITLE ? `${title.slice(0, LONGEST_TITLE).trimEnd()}…` : title;
}

function BlockedFact({ text }: { readonly text: string }) {
  return <span id={BLOCKED_ID}>{text}</span>;
}

/** Why the sheet cannot be published as it stands; null when it can. */
function useBlocked({ problems, sheet }: EditorDesk, before: Sop | undefined): string | null {
  const t = useMessages();
  const { why } = useMay('publish-sop');
  const errors = problems.filter(({ severity }) => severity === 'error').length;
  if (why !== undefined) return why;
  if (errors > 0) return t('sopEditor.check.blocked', { count: errors });
  const isSame =
    sheet.follows !== null && before !== undefined && diffSops(before, sheet.sop).changes === 0;
  return isSame ? t('sopEditor.check.unchanged', { version: before.version }) : null;
}

/** The words that say why the sheet cannot be published. */
const BLOCKED_ID = 'sop-publish-blocked';

interface HeadActionsProps {
  readonly desk: EditorDesk;
  readonly blocked: string | null;
  readonly publishing: Publishing;
}

function HeadActions({ desk, blocked, publishing }: HeadActionsProps) {
  const t = useMessages();
  const { editor, sop, problems, goTo } = desk;
  const { past, future } = editor.history();
  function publish(): void {
    editor.settle();
    const first = problems.find(({ severity }) => severity === 'error');
    if (first !== undefined) goTo(first.path);
    else if (blocked === null) publishing.ask();
  }

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
        {t('sopEditor.publish', { version: sop.version })}
      </Button>
    </>
  );
}
