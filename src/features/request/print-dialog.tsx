import type { RequestCommand } from '../../domain/request/request-command';
import { Button } from '../../ui/controls/button';
import { Dialog } from '../../ui/feedback/dialog';
import { useMessages } from '../../ui/messages/use-messages';
import { letterTitle } from '../shared/sop-words';
import { PrintForm, printFormId } from './print-form';
import type { FinalLetter, PrintedRequest } from './print-letters';
import { PrintProblemBanner } from './print-problem-banner';
import { useJobState, usePrinters } from './use-printers';
import { usePrintTask, type PrintStage, type PrintTask } from './use-print-task';

export interface PrintDialogProps {
  readonly request: PrintedRequest;
  /** Letters of one job; none closes the dialog. */
  readonly letters: readonly FinalLetter[];
  /** The paper came out right: to be recorded. */
  readonly onPrinted: (command: RequestCommand) => void;
  readonly onClose: () => void;
}

/** Asks how to print, prints, and asks whether it came out right. */
export function PrintDialog(props: PrintDialogProps) {
  const { letters } = props;
  const key = letters.map(({ id }) => id).join(' ');
  return letters.length === 0 ? null : <OpenPrintDialog key={key} {...props} />;
}

function OpenPrintDialog({ request, letters, onPrinted, onClose }: PrintDialogProps) {
  const task = usePrintTask(request, letters);
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
          const letterIds = letters.map(({ id }) => id);
          onPrinted({ command: 'confirm-print', letterIds, copies, reason });
        }}
      />
    );
  }
  // Out of the way of the system's dialog, which opens over the page.
  if (stage.at === 'sending' && stage.choice.printer === null) return null;
  return (
    <ChooseDialog request={request} letters={letters} task={task} stage={stage} onClose={onClose} />
  );
}

interface ChooseDialogProps extends Pick<PrintDialogProps, 'request' | 'letters' | 'onClose'> {
  readonly task: PrintTask;
  readonly stage: Exclude<PrintStage, { at: 'asking' }>;
}

function ChooseDialog({ request, letters, task, stage, onClose }: ChooseDialogProps) {
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
      title={dialogTitle(letters, t)}
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
          request={request}
          letters={letters}
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

function dialogTitle(letters: readonly FinalLetter[], t: ReturnType<typeof useMessages>): string {
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
