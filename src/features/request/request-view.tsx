import { useState, type ReactNode } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { RequestState } from '../../domain/request/request-state';
import { findStep } from '../../domain/sop/route';
import { Tabs, type Tab } from '../../ui/data/tabs';
import { Progress } from '../../ui/feedback/progress';
import { Page } from '../../ui/frame/page-head';
import { useMessages } from '../../ui/messages/use-messages';
import { useLoket } from '../shared/loket-context';
import { PERMITTED, usePermission } from '../shared/use-permission';
import { CertificatePanel } from '../certificate/certificate-panel';
import { ChartPanel } from './chart-panel';
import { CompleteDialog } from './complete-dialog';
import { DataPanel } from './data-panel';
import { documentRows } from './document-rows';
import { DocumentsPanel } from './documents-panel';
import { DropDialog } from './drop-dialog';
import { HistoryPanel } from './history-panel';
import { IssueDialog } from './issue-dialog';
import { LettersPanel } from './letters-panel';
import { nextAction, nextPermissions, type NextAction } from './next-action';
import type { NextMove } from './next-action-button';
import type { OpenRequest } from './open-request';
import { PrintDialog } from './print-dialog';
import { finalLetters } from './print-letters';
import { QueuePanel } from './queue-panel';
import { RequestFailureBanner } from './request-failure-banner';
import { RequestHead } from './request-head';
import styles from './request.module.css';
import { BatchDialog } from '../signing/batch-dialog';
import { dropNowhere } from '../signing/drop-nowhere';
import { SignDialog } from '../signing/sign-dialog';
import { StepsPanel } from './steps-panel';
import { useRequestKeys } from './use-request-keys';
import { useRequestWork, type RequestWork } from './use-request-work';
import { useShownLetter } from './use-shown-letter';

const tabIds = [
  'steps',
  'chart',
  'papers',
  'letters',
  'queue',
  'certificate',
  'data',
  'history',
] as const;
export type TabId = (typeof tabIds)[number];

/** The open tab stands in the address, so that reloading and going back find it again. */
function useTab(): readonly [TabId, (tab: TabId) => void] {
  const [params, setParams] = useSearchParams();
  const named = params.get('bagian');
  const tab = tabIds.find((id) => id === named) ?? 'steps';
  return [
    tab,
    (next) => {
      setParams(next === 'steps' ? {} : { bagian: next }, { replace: true });
    },
  ];
}

/** What the page asks about before it acts: letters to issue, a step to pass, files to name. */
interface Asked {
  readonly issuing: readonly string[];
  readonly completing: string | null;
  /** Ids of letters to be printed. */
  readonly printing: readonly string[];
  readonly dropped: readonly File[];
  /** Id of the letter to be signed. */
  readonly signing: string | null;
  /** Every letter that one person signs. */
  readonly signingAll: boolean;
}

const NOTHING_ASKED: Asked = {
  issuing: [],
  completing: null,
  printing: [],
  dropped: [],
  signing: null,
  signingAll: false,
};

/** One question at a time: asking closes the one before, `close` closes all. */
function useAsked() {
  const [asked, setAsked] = useState(NOTHING_ASKED);
  const ask = (question: Partial<Asked>) => {
    setAsked({ ...NOTHING_ASKED, ...question });
  };
  return {
    asked,
    close: () => {
      ask({});
    },
    setIssuing: (issuing: readonly string[]) => {
      ask({ issuing });
    },
    setPrinting: (printing: readonly string[]) => {
      ask({ printing });
    },
    setCompleting: (completing: string) => {
      ask({ completing });
    },
    setDropped: (dropped: readonly File[]) => {
      ask({ dropped });
    },
    setSigning: (signing: string) => {
      ask({ signing });
    },
    askSigningAll: () => {
      ask({ signingAll: true });
    },
  };
}

/** One request with its head that stays, its tabs, and the dialogs of its next action. */
export function RequestView({ open }: { readonly open: OpenRequest }) {
  const { state, sop } = open;
  const work = useRequestWork(open);
  const [tab, setTab] = useTab();
  const { asked, close, setIssuing, setPrinting, setCompleting, ...others } = useAsked();
  const { setDropped, setSigning, askSigningAll } = others;
  const letter = useShownLetter(state);
  const move = useNextMove(open, work, { setIssuing, setPrinting, setCompleting, setTab });
  useRequestKeys({ state, setTab, letter: letter.shown, onPrint: setPrinting, move });
  return (
    <RequestFrame state={state} move={move} onDropped={setDropped}>
      <Page head={<RequestHead open={open} move={move} />}>
        <Working work={work} />
        <RequestFailureBanner work={work} open={open} onTab={setTab} />
        <RequestTabs
          selected={tab}
          onSelect={setTab}
          open={open}
          panels={{
            steps: <StepsPanel open={open} work={work} move={move} onTab={setTab} />,
            chart: <ChartPanel open={open} />,
            papers: <DocumentsPanel open={open} work={work} />,
            letters: (
              <LettersPanel
                {...{ open, work, ...letter }}
                onIssue={setIssuing}
                onPrint={setPrinting}
                onSign={setSigning}
                onSignAll={askSigningAll}
              />
            ),
            queue: <QueuePanel open={open} move={move} />,
            certificate: <CertificatePanel open={open} work={work} />,
            data: <DataPanel open={open} work={work} />,
            history: <HistoryPanel events={open.events} sop={sop} />,
          }}
        />
      </Page>
      <Questions
        open={open}
        work={work}
        asked={asked}
        onClose={close}
        onTab={setTab}
        onPrint={setPrinting}
        onIssued={() => {
          letter.onShow(null);
        }}
      />
    </RequestFrame>
  );
}

interface RequestFrameProps {
  readonly state: RequestState;
  readonly move: NextMove;
  readonly onDropped: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** Takes files dropped anywhere on the page, and tells automation which request this is. */
function RequestFrame({ state, move, onDropped, children }: RequestFrameProps) {
  return (
    <div
      className={styles.request}
      data-request-id={state.id}
      data-register-number={state.registerNumber}
      data-event-count={state.eventCount}
      data-next-action={move.action.kind === 'none' ? undefined : move.action.kind}
      data-busy={move.busy}
      onDragOver={(event) => {
        event.preventDefault();
      }}
      onDrop={(event) => {
        // Of a request that has ended nothing can be added: the window takes the file to be checked.
        if (state.status !== 'open') return;
        event.preventDefault();
        const files = Array.from(event.dataTransfer.files);
        if (files.length > 0) onDropped(files);
      }}
    >
      {children}
    </div>
  );
}

interface QuestionsProps {
  readonly open: OpenRequest;
  readonly work: RequestWork;
  readonly asked: Asked;
  readonly onClose: () => void;
  readonly onTab: (tab: TabId) => void;
  readonly onPrint: (ids: readonly string[]) => void;
  /** The letter just made comes into the preview. */
  readonly onIssued: () => void;
}

/** The dialogs of the page; each closes before its work begins. */
function Questions(props: QuestionsProps) {
  const { open, work, asked, onClose, onTab, onIssued } = props;
  return (
    <>
      <IssueDialog
        open={open}
        letters={asked.issuing}
        onTab={onTab}
        onClose={onClose}
        onConfirm={(letters, choice) => {
          onClose();
          onTab('letters');
          onIssued();
          void work.issue(letters, choice);
        }}
      />
      <PrintDialog
        bundles={[{ request: open.state, letters: finalLetters(open.state, asked.printing) }]}
        onClose={onClose}
        onPrinted={([printed]) => {
          if (printed !== undefined) void work.execute(printed.command);
        }}
      />
      <CompleteDialog
        open={open}
        step={findStep(open.sop, asked.completing) ?? null}
        onClose={onClose}
        onComplete={(command) => {
          onClose();
          void work.execute(command);
        }}
      />
      <DropDialog
        open={open}
        files={asked.dropped}
        onClose={onClose}
        onAttach={(papers) => {
          onClose();
          onTab('papers');
          void work.attach(papers);
        }}
      />
      <SigningQuestions {...props} />
    </>
  );
}

/** What the request asks for next, as the office is set up. */
function useNextAction({ sop, state }: OpenRequest): NextAction {
  const { office } = useLoket();
  return nextAction(sop, state, office.profile?.letters.holdForPrint ?? false);
}

function SigningQuestions({ open, asked, onClose, onPrint }: QuestionsProps) {
  const [letter] = finalLetters(open.state, asked.signing === null ? [] : [asked.signing]);
  return (
    // A key file dropped beside its field is no paper of the request.
    <div onDrop={dropNowhere}>
      <SignDialog open={open} letter={letter ?? null} onClose={onClose} onPrint={onPrint} />
      {asked.signingAll && <BatchDialog open={open} onClose={onClose} />}
    </div>
  );
}

interface Openers {
  readonly setIssuing: (letters: readonly string[]) => void;
  readonly setPrinting: (ids: readonly string[]) => void;
  readonly setCompleting: (step: string) => void;
  readonly setTab: (tab: TabId) => void;
}

/** The next action with what its button does. */
function useNextMove(open: OpenRequest, work: RequestWork, openers: Openers): NextMove {
  const navigate = useNavigate();
  const action = useNextAction(open);
  const needed = nextPermissions(open.sop, action);
  const may = usePermission();
  const permission = needed.length === 0 ? PERMITTED : may(...needed);
  const run = () => {
    switch (action.kind) {
      case 'make-letters':
        openers.setIssuing(action.letters);
        return;
      case 'print-letters':
        openers.setPrinting(action.ids);
        return;
      case 'attach-documents':
        openers.setTab('papers');
        focusPicker(action.documents[0]);
        return;
      case 'give-disposition':
        void navigate(`/permohonan/${open.state.id}/disposisi`);
        return;
      case 'complete-step':
        openers.setCompleting(action.step);
        return;
      case 'queue-submission':
        openers.setTab('queue');
        void work.queue();
        return;
      case 'wait-for-submission':
      case 'look-at-queue':
        openers.setTab('queue');
        return;
      case 'none':
    }
  };
  return { action, permission, busy: work.busy !== null, run };
}

/** Puts the focus on the button of a missing paper once its tab is there. */
function focusPicker(wanted: string | undefined): void {
  requestAnimationFrame(() => {
    document.querySelector<HTMLElement>(`[data-pick="${wanted ?? ''}"]`)?.focus();
  });
}

/** How far long work is, where it was started. */
function Working({ work: { busy } }: { readonly work: RequestWork }) {
  const t = useMessages();
  if (busy === null || busy.kind === 'command') return null;
  const { done, total } = busy;
  return (
    <Progress
      label={t(`request.working.${busy.kind}`, { number: done + 1, total })}
      value={total > 1 ? done / total : null}
    />
  );
}

interface RequestTabsProps {
  readonly selected: TabId;
  readonly onSelect: (tab: TabId) => void;
  readonly open: OpenRequest;
  readonly panels: Readonly<Record<TabId, Tab['panel']>>;
}

function RequestTabs({ selected, onSelect, open, panels }: RequestTabsProps) {
  const t = useMessages();
  const { sop, state } = open;
  const missing = documentRows(sop, state).filter(({ status }) => status === 'missing').length;
  const action = useNextAction(open);
  const counts: Partial<Readonly<Record<TabId, number>>> = {
    ...(missing > 0 && state.status === 'open' && { papers: missing }),
    ...(action.kind === 'make-letters' && { letters: action.letters.length }),
    ...(action.kind === 'print-letters' && { letters: action.ids.length }),
    ...(action.kind === 'look-at-queue' && { queue: 1 }),
  };
  return (
    <Tabs
      label={t('request.parts')}
      selectedId={selected}
      onSelect={(id) => {
        onSelect(tabIds.find((known) => known === id) ?? 'steps');
      }}
      tabs={tabIds.map((id) => ({
        id,
        label: t(`request.tab.${id}`),
        count: counts[id],
        panel: panels[id],
      }))}
    />
  );
}
