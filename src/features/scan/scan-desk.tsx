import { useCallback, useState } from 'react';
import type { Author } from '../../domain/event';
import type { RequestState } from '../../domain/request/request-state';
import type { ScanPage } from '../../domain/scanning/scan-page';
import type { Sop } from '../../domain/sop/sop';
import { Button } from '../../ui/controls/button';
import { Stack } from '../../ui/data/section';
import { Dialog } from '../../ui/feedback/dialog';
import { useToast } from '../../ui/feedback/toast';
import { formatBytes } from '../../ui/format/numbers';
import { Page, PageHead } from '../../ui/frame/page-head';
import { useShortcuts } from '../../ui/keyboard/use-shortcuts';
import { useLocale, useMessages } from '../../ui/messages/use-messages';
import { DraftFact, DraftFailure } from '../shared/draft-fact';
import { useLoket } from '../shared/loket-context';
import { documentLabel } from '../shared/sop-words';
import { useUndoKeys } from '../shared/use-undo-keys';
import { PagePanel } from './page-panel';
import { PageTools } from './page-tools';
import { PictureDeskContext } from './picture-desk';
import { ReadingPanel } from './reading-panel';
import { SaveFailure, TakeFailures } from './scan-problems';
import styles from './scan.module.css';
import { SizePanel } from './size-panel';
import { SourcePanel } from './source-panel';
import { useBoundDocument, type Binding } from './use-bound-document';
import { usePageBytes, type ReadPageBytes } from './use-page-bytes';
import { usePageTable, type KeptTable, type ScanDraft } from './use-page-table';
import { useSaveScan, type SaveScan } from './use-save-scan';
import { useTaking, type Taking } from './use-taking';

export interface ScanDeskProps {
  readonly state: RequestState;
  readonly sop: Sop;
  readonly document: string;
  readonly staff: Author;
  readonly draftId: string;
  readonly kept: { readonly values: ScanDraft; readonly at: string } | null;
  readonly onLeave: () => void;
  readonly onDiscard: () => void;
}

/** The table on which pages become a document: source left, pages in the middle, page right. */
export function ScanDesk(props: ScanDeskProps) {
  const { state, sop, document, staff, draftId, kept, onLeave, onDiscard } = props;
  const locale = useLocale();
  const { office } = useLoket();
  const label = documentLabel(sop, document, locale);
  const desk = usePageTable({ requestId: state.id, document, draftId, owner: staff, kept });
  const { pages } = desk.table;
  const read = usePageBytes();
  const limit = office.profile?.amsFileLimit ?? Infinity;
  const binding = useBoundDocument(pages, read, limit, label);
  const taking = useTaking(state.id, desk.change);
  const save = useSaved(props, { pages, binding, saver: desk.draft.saver, label });
  const [chosenId, setChosenId] = useState<string | null>(null);
  const chosen = pages.find(({ id }) => id === chosenId) ?? pages[0] ?? null;
  const [discarding, setDiscarding] = useState(false);
  useDeskKeys(desk, chosen, onLeave, save.run);
  return (
    <div
      className={styles.desk}
      data-scan-pages={pages.length}
      data-scan-size={binding.state}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void taking.takeFiles(Array.from(event.dataTransfer.files));
      }}
    >
      <Page
        head={
          <DeskHead
            {...{ state, label, desk, save, onLeave }}
            onDiscard={() => setDiscarding(true)}
          />
        }
      >
        <DraftFailure state={desk.draft.state} />
        <SaveFailure failure={save.failure} sop={sop} />
        <TakeFailures taking={taking} />
        <Columns
          {...{ state, sop, document, desk, read, binding, limit, taking, chosen }}
          onChoose={setChosenId}
        />
      </Page>
      <Discarding
        open={discarding}
        count={pages.length}
        onClose={() => setDiscarding(false)}
        onDiscard={() => {
          void desk.draft.saver.stop().then(onDiscard);
        }}
      />
    </div>
  );
}

interface ColumnsProps {
  readonly state: RequestState;
  readonly sop: Sop;
  readonly document: string;
  readonly desk: KeptTable;
  readonly read: ReadPageBytes;
  readonly binding: Binding;
  readonly limit: number;
  readonly taking: Taking;
  readonly chosen: ScanPage | null;
  readonly onChoose: (id: string) => void;
}

function Columns(props: ColumnsProps) {
  const { state, sop, document, desk, read, binding, limit, taking, chosen, onChoose } = props;
  return (
    <PictureDeskContext value={taking.pictures}>
      <div className={styles.columns}>
        <Stack>
          <SourcePanel document={document} taking={taking} />
          <SizePanel
            binding={binding}
            limit={limit}
            onBlackWhite={() => {
              const ids = desk.table.pages.map(({ id }) => id);
              desk.change({ kind: 'edit', ids, edit: { colour: 'black-white' } });
            }}
          />
        </Stack>
        <PagePanel {...{ state, sop, desk, read, chosen, onChoose }} />
        <Stack>
          <PageTools {...{ chosen, desk, read }} />
          {chosen !== null && <ReadingPanel {...{ state, read }} page={chosen} />}
        </Stack>
      </div>
    </PictureDeskContext>
  );
}

interface DeskHeadProps {
  readonly state: RequestState;
  readonly label: string;
  readonly desk: KeptTable;
  readonly save: SaveScan;
  readonly onLeave: () => void;
  readonly onDiscard: () => void;
}

function DeskHead({ state, label, desk, save, onLeave, onDiscard }: DeskHeadProps) {
  const t = useMessages();
  const count = desk.table.pages.length;
  return (
    <PageHead
      title={t('scan.title', { document: label })}
      facts={[
        state.registerNumber,
        t('scan.pages', { count }),
        <DraftFact key="draft" state={desk.draft.state} />,
      ]}
      actions={
        <>
          {count > 0 && <Button onClick={onDiscard}>{t('scan.discard')}</Button>}
          <Button onClick={onLeave} kbd="Esc">
            {t('scan.back')}
          </Button>
          <Button
            variant="primary"
            kbd="Ctrl ↵"
            busy={save.saving}
            blocked={count === 0 ? t('scan.size.none') : undefined}
            onClick={save.run}
          >
            {t('scan.save')}
          </Button>
        </>
      }
    />
  );
}

type SaveParts = Pick<Parameters<typeof useSaveScan>[1], 'pages' | 'binding' | 'saver'> & {
  readonly label: string;
};

/** Saving with its confirmation: the page is left once the document is on the request. */
function useSaved(props: ScanDeskProps, parts: SaveParts) {
  const t = useMessages();
  const locale = useLocale();
  const toast = useToast();
  return useSaveScan(props, {
    ...parts,
    onSaved: (size) => {
      const after = formatBytes(size, locale);
      toast({ text: t('scan.saved', { document: parts.label, count: parts.pages.length, after }) });
      props.onLeave();
    },
  });
}

/** Keys of the whole table; those of a page are only listened to while one is chosen. */
function useDeskKeys(
  { table, change }: KeptTable,
  chosen: ScanPage | null,
  onLeave: () => void,
  onSave: () => void,
): void {
  const t = useMessages();
  const undo = useCallback(() => change({ kind: 'undo' }), [change]);
  const redo = useCallback(() => change({ kind: 'redo' }), [change]);
  useUndoKeys({ undo, redo });
  const group = t('scan.group');
  useShortcuts(
    {
      Escape: { label: t('scan.back'), run: onLeave },
      'Ctrl+Enter': { label: t('scan.save'), run: onSave },
    },
    { group },
  );
  const turn = (by: 90 | 180 | 270) => () => {
    if (chosen !== null) change({ kind: 'turn', ids: [chosen.id], by });
  };
  const move = (by: -1 | 1) => () => {
    if (chosen === null) return;
    change({ kind: 'move', id: chosen.id, to: table.pages.indexOf(chosen) + by });
  };
  useShortcuts(
    {
      r: { label: t('scan.page.turnRight'), run: turn(90) },
      l: { label: t('scan.page.turnLeft'), run: turn(270) },
      u: { label: t('scan.page.turnOver'), run: turn(180) },
      '[': { label: t('scan.page.earlier'), run: move(-1) },
      ']': { label: t('scan.page.later'), run: move(1) },
      Delete: {
        label: t('scan.page.remove'),
        run: () => {
          if (chosen !== null) change({ kind: 'remove', ids: [chosen.id] });
        },
      },
    },
    { group, enabled: chosen !== null },
  );
}

function Discarding(props: {
  readonly open: boolean;
  readonly count: number;
  readonly onClose: () => void;
  readonly onDiscard: () => void;
}) {
  const t = useMessages();
  return (
    <Dialog
      open={props.open}
      title={t('scan.discardTitle')}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t('ui.cancel')}</Button>
          <Button variant="danger" onClick={props.onDiscard}>
            {t('scan.discard')}
          </Button>
        </>
      }
    >
      {t('scan.discardText', { count: props.count })}
    </Dialog>
  );
}
