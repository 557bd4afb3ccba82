import { Button } from '../../ui/controls/button';
import { Dialog } from '../../ui/feedback/dialog';
import { useMessages } from '../../ui/messages/use-messages';
import { letterTitle } from '../shared/sop-words';
import { PrintForm, printFormId } from './print-form';
import type { PrintBundle, PrintedBundle } from './print-letters';
import { PrintProblemBanner } from './print-problem-banner';
import { useJobState, usePrinters } from './use-printers';
import { usePrintTask, type PrintStage, type PrintTask } from './use-print-task';

export interface PrintDialogProps {
  /** Letters of one job, by request; none closes the dialog. */
  readonly bundles: readonly PrintBundle[];
  /** The paper came out right: to be recorded, request by request. */
  readonly onPrinted: (printed: readonly PrintedBundle[]) => void;
  readonly onClose: () => void;
}

/** Asks how to print, prints, and asks whether it came out right. */
export function PrintDialog(props: PrintDialogProps) {
  const ids = props.bundles.flatMap(({ letters }) => letters.map(({ id }) => id));
  const key = ids.join(' ');
  return ids.length === 0 ? null : <OpenPrintDialog key={key} {...props} />;
}

function OpenPrintDialog({ bundles, onPrinted, onClose }: PrintDialogProps) {
  const task = usePrintTask(bundles);
  const { stage, again } = task;
  if (stage.at === 'asking') {
    const { copies, reason } = stage.choice;
    return (
      <AskDialog
        job={stage.job}
        onAgain={again}
        onClose={onClose}
        onYes={() => {
          onClose();
          onPrinted(bundles.map((bundle) => printedBundle(bundle, copies, reason)));
        }}
      />
    );
  }
  // Out of the way of the system's dialog, which opens over the page.
  if (stage.at === 'sending' && stage.choice.printer === null) return null;
  return <ChooseDialog bundles={bundles} task={task} stage={stage} onClose={onClose} />;
}

/** A reason goes with the letters that were printed before. */
function printedBundle(
  { request, letters }: PrintBundle,
  copies: number,
  reason: string | null,
): PrintedBundle {
  const letterIds = letters.map(({ id }) => id);
  return {
    requestId: request.id,
    command: { command: 'confirm-print', letterIds, copies, reason },
  };
}

interface ChooseDialogProps extends Pick<PrintDialogProps, 'bundles' | 'onClose'> {
  readonly task: PrintTask;
  readonly stage: Exclude<PrintStage, { at: 'asking' }>;
}

function ChooseDialog({ bundles, task, stage, onClose }: ChooseDialogProps) {
  const t = useMessages();
  const list = usePrinters();
  // On its way it cannot be taken back, and the question must still come.
  const close = () => {
    if (stage.at === 'choosing') onClose();
  };
  const problem = stage.at === 'choosing' ? stage.problem : null;
  return (
    <Dialog
      open
      title={dialogTitle(bundles, t)}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('ui.cancel')}</Button>
          <Button
            type="submit"
            form={printFormId}
            variant="primary"
            kbd="↵"
            busy={stage.at === 'sending' || list === null}
            data-action="send-print"
            data-initial-focus
          >
            {t('print.send')}
          </Button>
        </>
      }
    >
      {problem !== null && <PrintProblemBanner problem={problem} />}
      {list === null ? (
        <p role="status">{t('print.looking')}</p>
      ) : (
        <PrintForm
          bundles={bundles}
          list={list}
          before={stage.at === 'choosing' ? stage.before : stage.choice}
          onSend={(choice) => {
            void task.send(choice);
          }}
        />
      )}
    </Dialog>
  );
}

function dialogTitle(bundles: readonly PrintBundle[], t: ReturnType<typeof useMessages>): string {
  const letters = bundles.flatMap((bundle) => bundle.letters);
  const [first] = letters;
  return letters.length === 1 && first !== undefined
    ? t('print.title', { letter: letterTitle(first.letter) })
    : t('print.titleAll', { count: letters.length });
}

interface AskDialogProps {
  readonly job: string | null;
  readonly onYes: () => void;
  readonly onAgain: () => void;
  readonly onClose: () => void;
}

/** Only who stands at the printer knows; the queue's own word stands beside the question. */
function AskDialog({ job, onYes, onAgain, onClose }: AskDialogProps) {
  const t = useMessages();
  const state = useJobState(job);
  return (
    <Dialog
      open
      title={t('print.ask')}
      onClose={onClose}
      actions={
        <>
          <Button data-action="drop-print" onClick={onClose}>
            {t('ui.cancel')}
          </Button>
          <Button data-action="print-again" onClick={onAgain}>
            {t('print.retry')}
          </Button>
          <Button variant="primary" data-action="printed" data-initial-focus onClick={onYes}>
            {t('print.yes')}
          </Button>
        </>
      }
    >
      <p>{t('print.askText')}</p>
      {/* Its line is kept free, so that nothing moves when the queue answers. */}
      {job !== null && <p role="status">{state === null ? ' ' : t(`print.job.${state}`)}</p>}
    </Dialog>
  );
}
