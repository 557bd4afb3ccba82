import { useState } from 'react';
import { fail, succeed, type Result } from '../../contract/result';
import { useToast } from '../../ui/feedback/toast';
import { useMessages } from '../../ui/messages/use-messages';
import { printPdf } from '../../ui/viewers/print-pdf';
import { useLoket } from '../shared/loket-context';
import { saveFile } from '../shared/save-file';
import { thrownAsFailure } from '../shared/thrown-as-failure';
import { useTrail } from '../shared/use-trail';
import {
  asOnePdf,
  intoQueue,
  papersOfAll,
  titleOfAll,
  type PrintBundle,
  type PrintProblem,
} from './print-letters';

/** What was chosen before sending. */
export interface PrintChoice {
  /** Null: the system's own dialog. */
  readonly printer: string | null;
  readonly copies: number;
  /** Why again; null where nothing was printed before. */
  readonly reason: string | null;
}

/** Where a print stands: being chosen, on its way, or to be looked at on paper. */
export type PrintStage =
  | {
      readonly at: 'choosing';
      readonly problem: PrintProblem | null;
      /** What was chosen before, where this is not the first try. */
      readonly before: PrintChoice | null;
    }
  | { readonly at: 'sending'; readonly choice: PrintChoice }
  | { readonly at: 'asking'; readonly choice: PrintChoice; readonly job: string | null };

export interface PrintTask {
  readonly stage: PrintStage;
  readonly send: (choice: PrintChoice) => Promise<void>;
  /** Back to the choice: the paper did not come out right. */
  readonly again: () => void;
}

const CHOOSING: PrintStage = { at: 'choosing', problem: null, before: null };

/** The letters of one job on their way to paper. Nothing is recorded here. */
export function usePrintTask(bundles: readonly PrintBundle[]): PrintTask {
  const [stage, setStage] = useState<PrintStage>(CHOOSING);
  const sendOut = useSendOut(bundles);
  const { allows } = useTrail();

  /** Every letter is noted before any leaves; false where the trail could not be written. */
  async function noted(copies: number): Promise<boolean> {
    for (const { request, letters } of bundles) {
      for (const { letter } of letters) {
        const details = { letter, copies };
        if (!(await allows({ action: 'print', subject: request.id, details }))) return false;
      }
    }
    return true;
  }

  return {
    stage,
    again: () => {
      const before = stage.at === 'choosing' ? stage.before : stage.choice;
      setStage({ at: 'choosing', problem: null, before });
    },
    send: async (choice) => {
      if (stage.at === 'sending') return;
      setStage({ at: 'sending', choice });
      if (!(await noted(choice.copies))) {
        setStage({ at: 'choosing', problem: null, before: choice });
        return;
      }
      const sent = await thrownAsFailure(() => sendOut(choice));
      if (sent.ok) setStage({ at: 'asking', choice, job: sent.value });
      else {
        const { error } = sent;
        const problem: PrintProblem =
          error.kind === 'not-recorded' ? { kind: 'service', error: error.error } : error;
        setStage({ at: 'choosing', problem, before: choice });
      }
    },
  };
}

/** Into the queue, which answers a job, or into the system's dialog, which answers nothing. */
function useSendOut(
  bundles: readonly PrintBundle[],
): (choice: PrintChoice) => Promise<Result<string | null, PrintProblem>> {
  const t = useMessages();
  const toast = useToast();
  const { host, letters: renderer } = useLoket();
  return async ({ printer, copies }) => {
    const papers = await papersOfAll(host.files, bundles);
    if (!papers.ok) return fail(papers.error);
    const title = titleOfAll(bundles);
    if (printer !== null) {
      const desk = { printing: host.printing, renderer };
      return intoQueue(desk, papers.value, { printer, copies, title });
    }
    const pdf = await asOnePdf(renderer, papers.value);
    if (!pdf.ok) return pdf;
    if ((await printPdf(pdf.value)) !== 'dialog-opened') {
      saveFile(pdf.value, `${title.replaceAll('/', '-')}.pdf`, 'application/pdf');
      toast({ tone: 'warn', text: t('print.saved'), seconds: 12 });
    }
    return succeed(null);
  };
}
