import { useMemo, type ReactNode } from 'react';
import { letterTemplates } from '../../../documents/letter-templates';
import type { Author } from '../../../domain/event';
import type { Sop } from '../../../domain/sop/sop';
import { Tabs } from '../../../ui/data/tabs';
import { Page } from '../../../ui/frame/page-head';
import { useMessages } from '../../../ui/messages/use-messages';
import { DraftFailure } from '../../shared/draft-fact';
import { useLoket } from '../../shared/loket-context';
import { useSheet } from '../../shared/use-sheet';
import { useUndoKeys } from '../../shared/use-undo-keys';
import { SopChart } from '../sop-chart';
import type { SopDraft } from '../sop-draft';
import { CheckPanel } from './check-panel';
import { EditorContext, useSopEditor, type EditorDesk } from './editor-context';
import { editorProblems, editorSections, sectionOf, type EditorSection } from './editor-problems';
import { EditorHead } from './editor-head';
import styles from './editor.module.css';
import { IdentitySection } from './identity-section';
import { ActorsSection, DocumentsSection, ReasonsSection } from './part-sections';
import { PublishDialog } from './publish-dialog';
import { SopEditor } from './sop-editor';
import { StepsSection } from './steps-section';
import { useEditorPlaces } from './use-editor-places';
import { usePublishing } from './use-publishing';

interface EditorFormProps {
  readonly draftId: string;
  readonly draft: SopDraft;
  /** RFC 3339 UTC. */
  readonly keptAt: string;
  readonly owner: Author;
}

/** The sheet of a draft, kept with each change. */
function useSopSheet({ draftId, draft, keptAt, owner }: EditorFormProps) {
  const place = { id: draftId, form: 'sop', requestId: null } as const;
  return useSheet<SopDraft, SopEditor>(
    place,
    owner,
    keptAt,
    (onChange) => new SopEditor(draft, onChange),
  );
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
  const { draftId } = props;
  const { state, saver, editor, history } = useSopSheet(props);
  const sheet = history.present;
  const { sop, follows } = sheet;
  const { desk, section, showSection } = useDesk(sheet, editor);
  const before = useBefore(sheet);
  const publishing = usePublishing({ draftId, editor, saver });
  const offered = office.profile?.sopsInUse ?? null;
  useUndoKeys(editor);
  const head = <EditorHead desk={desk} before={before} draft={state} publishing={publishing} />;
  return (
    <EditorContext value={desk}>
      <Page head={head} layout="bare">
        <div className={styles.desk}>
          <div className={styles.main}>
            <DraftFailure state={state} />
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
