import { Redo2, Undo2 } from 'lucide-react';
import { useEffect, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { letterTemplates } from '../../../documents/letter-templates';
import type { Author } from '../../../domain/event';
import { diffSops } from '../../../domain/sop/diff-sops';
import type { Sop } from '../../../domain/sop/sop';
import { Button } from '../../../ui/controls/button';
import { Tabs } from '../../../ui/data/tabs';
import { Banner } from '../../../ui/feedback/banner';
import { formatTime } from '../../../ui/format/date-time';
import { Page, PageHead } from '../../../ui/frame/page-head';
import { useLocale, useMessages } from '../../../ui/messages/use-messages';
import type { DraftState } from '../../shared/draft-saver';
import { useLoket } from '../../shared/loket-context';
import { useDraft } from '../../shared/use-draft';
import { SopChart } from '../sop-chart';
import type { SopDraft } from '../sop-draft';
import { CheckPanel } from './check-panel';
import { EditorContext, useSopEditor, type EditorDesk } from './editor-context';
import { editorProblems, editorSections, sectionOf, type EditorSection } from './editor-problems';
import styles from './editor.module.css';
import { IdentitySection } from './identity-section';
import { ActorsSection, DocumentsSection, ReasonsSection } from './part-sections';
import { PublishDialog } from './publish-dialog';
import { SopEditor } from './sop-editor';
import { StepsSection } from './steps-section';
import { useEditorPlaces } from './use-editor-places';
import { usePublishing, type Publishing } from './use-publishing';
import { useUndoKeys } from './use-undo-keys';

interface EditorFormProps {
  readonly draftId: string;
  readonly draft: SopDraft;
  /** RFC 3339 UTC. */
  readonly keptAt: string;
  readonly owner: Author;
}

/** The sheet of a draft, kept with each change. */
function useSheet({ draftId, draft, keptAt, owner }: EditorFormProps) {
  const place = { id: draftId, form: 'sop', requestId: null } as const;
  const { state, saver } = useDraft<SopDraft>(place, owner, keptAt);
  const [editor] = useState(() => new SopEditor(draft, (sheet) => saver.change(sheet)));
  const history = useSyncExternalStore(editor.subscribe, editor.history);
  // What was typed a moment ago counts before the draft is written a last time.
  useEffect(() => {
    const settle = () => editor.settle();
    window.addEventListener('pagehide', settle, true);
    document.addEventListener('visibilitychange', settle, true);
    return () => {
      window.removeEventListener('pagehide', settle, true);
      document.removeEventListener('visibilitychange', settle, true);
    };
  }, [editor]);
  return { state, saver, editor, history };
}

/** The SOP it is compared with: the version it follows, else the one it was copied from. */
function useBefore({ sop, follows }: SopDraft): Sop | undefined {
  const { store } = useLoket();
  const reference = follows ?? sop.basedOn;
  return reference === null ? undefined : store.sops.find(reference);
}

/** Everything the parts of the editor share. */
function useDesk(sheet: SopDraft, editor: SopEditor) {
  const { store } = useLoket();
  const { section, showSection, ...places } = useEditorPlaces(editor);
  const { sop, follows } = sheet;
  const problems = useMemo(() => {
    const takenIds = follows === null ? store.sops.installed().map(({ id }) => id) : [];
    return editorProblems(sheet, { letters: [...letterTemplates.keys()], takenIds });
  }, [sheet, follows, store]);
  const isPublished = follows !== null;
  const desk: EditorDesk = { editor, sheet, sop, isPublished, problems, ...places };
  return { desk, section, showSection };
}

/** The page of one draft. */
export function EditorForm(props: EditorFormProps) {
  const t = useMessages();
  const { office } = useLoket();
  const { state, saver, editor, history } = useSheet(props);
  const sheet = history.present;
  const { sop, follows } = sheet;
  const { desk, section, showSection } = useDesk(sheet, editor);
  const before = useBefore(sheet);
  const publishing = usePublishing({ draftId: props.draftId, editor, saver });
  const offered = office.profile?.sopsInUse ?? null;
  useUndoKeys(editor);
  const title = sop.identity.title.trim() || t('sopEditor.untitled');
  const head = (
    <PageHead
      title={title}
      facts={[
        t('sopEditor.facts.version', { version: sop.version }),
        <DraftFact key="draft" state={state} />,
      ]}
      actions={<HeadActions desk={desk} before={before} publishing={publishing} />}
    />
  );
  return (
    <EditorContext value={desk}>
      <Page head={head}>
        <DraftFailure state={state} />
        <div className={styles.desk}>
          <div className={styles.main}>
            <Tabs
              label={t('sopEditor.sections')}
              selectedId={section}
              onSelect={(id) => showSection(editorSections.find((one) => one === id) ?? 'identity')}
              tabs={editorSections.map((id) => ({
                id,
                label: t(`sopEditor.section.${id}`),
                count: errorsIn(desk, id),
                panel: panels[id],
              }))}
            />
          </div>
          <CheckPanel />
        </div>
        {publishing.isAsking && (
          <PublishDialog
            before={before}
            follows={follows !== null}
            isOffered={offered === null || offered.includes(sop.id)}
            failure={publishing.failure}
            busy={publishing.busy}
            onPublish={publishing.publish}
            onTakeNext={publishing.takeNext}
            onClose={publishing.close}
          />
        )}
      </Page>
    </EditorContext>
  );
}

const panels: Readonly<Record<EditorSection, ReactNode>> = {
  identity: <IdentitySection />,
  actors: <ActorsSection />,
  documents: <DocumentsSection />,
  reasons: <ReasonsSection />,
  steps: <StepsSection />,
  chart: <ChartSection />,
};

function ChartSection() {
  const { sop } = useSopEditor();
  return <SopChart sop={sop} />;
}

/** Errors to be put right in a section; none shows no count. */
function errorsIn({ problems }: EditorDesk, section: EditorSection): number | undefined {
  const count = problems.filter(
    ({ severity, path }) => severity === 'error' && sectionOf(path) === section,
  ).length;
  return count === 0 ? undefined : count;
}

interface HeadActionsProps {
  readonly desk: EditorDesk;
  readonly before: Sop | undefined;
  readonly publishing: Publishing;
}

function HeadActions({ desk, before, publishing }: HeadActionsProps) {
  const t = useMessages();
  const { editor, sheet, sop, problems, goTo } = desk;
  const { past, future } = editor.history();
  const errors = problems.filter(({ severity }) => severity === 'error');
  const isSame =
    sheet.follows !== null && before !== undefined && diffSops(before, sop).changes === 0;
  const blocked =
    errors.length > 0
      ? t('sopEditor.check.blocked', { count: errors.length })
      : isSame
        ? t('sopEditor.check.unchanged', { version: before.version })
        : null;

  function publish(): void {
    editor.settle();
    const [first] = errors;
    if (first !== undefined) goTo(first.path);
    else if (blocked === null) publishing.ask();
  }

  return (
    <>
      <Button
        icon={Undo2}
        disabled={past.length === 0}
        title={past.length === 0 ? t('sopEditor.nothingToUndo') : undefined}
        data-action="undo"
        kbd="Ctrl Z"
        onClick={() => editor.undo()}
      >
        {t('sopEditor.undo')}
      </Button>
      <Button
        icon={Redo2}
        disabled={future.length === 0}
        title={t(future.length === 0 ? 'sopEditor.nothingToRedo' : 'sopEditor.redo')}
        aria-label={t('sopEditor.redo')}
        onClick={() => editor.redo()}
      />
      <span className={styles.publish}>
        <Button
          variant="primary"
          aria-disabled={blocked !== null}
          aria-describedby="sop-publish-blocked"
          data-action="publish"
          onClick={publish}
        >
          {t('sopEditor.publish', { version: sop.version })}
        </Button>
        <span id="sop-publish-blocked" className={styles.blocked}>
          {blocked}
        </span>
      </span>
    </>
  );
}

function DraftFact({ state }: { readonly state: DraftState }) {
  const t = useMessages();
  const locale = useLocale();
  const timeZone = useLoket().office.profile?.timeZone ?? 'Asia/Jakarta';
  const text =
    state.kind === 'kept'
      ? t('sopEditor.draft.kept', { time: formatTime(state.at, { locale, timeZone }) })
      : t(`sopEditor.draft.${state.kind}`);
  return (
    <span className={styles.draft} data-draft={state.kind}>
      {text}
    </span>
  );
}

function DraftFailure({ state }: { readonly state: DraftState }) {
  const t = useMessages();
  if (state.kind !== 'failed') return null;
  const { kind, detail } = state.error;
  return (
    <Banner
      tone="bad"
      title={t('sopEditor.draft.failedTitle')}
      details={{ summary: t('ui.showDetails'), text: `${kind}: ${detail}` }}
    >
      {t('sopEditor.draft.failedText')}
    </Banner>
  );
}
