import type { LetterContent } from '../domain/letters/letter-content';
import type { LetterError } from '../domain/letters/letter-error';
import type { ChartContent } from './chart-content';
import type { LabelSheetContent } from './label-sheet';
import type { LetterOptions } from './letter-options';
import { refusedLetter, type LetterResult } from './letter-result';
import type { PaperReply, PaperRequest } from './letters-protocol';
import type { ChartOptions } from './render-chart';
import type { PaperToPrint } from './print-copy';
import type { ReportContent, ReportOptions } from './report-content';
import { createWorkerLine, type WorkerEnd } from './worker-line';

export interface LetterRenderer {
  /** The letter as PDF bytes, made away from the page's thread; requests are answered in turn. */
  readonly render: (content: LetterContent, options: LetterOptions) => Promise<LetterResult>;
  /** The chart of an SOP as PDF bytes, made by the same worker. */
  readonly renderChart: (content: ChartContent, options: ChartOptions) => Promise<LetterResult>;
  /** A report with a table as PDF bytes, made by the same worker. */
  readonly renderReport: (content: ReportContent, options: ReportOptions) => Promise<LetterResult>;
  /** Labels for folders as PDF bytes, made by the same worker; `createdAt` is RFC 3339. */
  readonly renderLabels: (content: LabelSheetContent, createdAt: string) => Promise<LetterResult>;
  /** Stored papers as one PDF for the printer, copies marked SALINAN, by the same worker. */
  readonly forPrinting: (papers: readonly PaperToPrint[]) => Promise<LetterResult>;
  /** Ends the worker; papers under way answer `renderer-closed`. */
  readonly dispose: () => void;
}

/**
 * A renderer with a worker of its own, started with the first paper. When the worker breaks,
 * every paper under way answers `renderer-failed` and the next one starts a new one.
 */
export function createLetterRenderer(): LetterRenderer {
  const line = createWorkerLine<PaperRequest, PaperReply>({
    start: () =>
      new Worker(new URL('./worker/letters-worker.ts', import.meta.url), {
        type: 'module',
        name: 'letters',
      }),
    broken: (id, why) => ({ id, result: refusedLetter(errorOf(why)) }),
  });
  let disposed = false;

  const ask = async (requestOf: (id: number) => PaperRequest): Promise<LetterResult> => {
    if (disposed) return refusedLetter({ code: 'renderer-closed' });
    return (await line.ask(requestOf)).result;
  };

  return {
    render: (content, options) => ask((id) => ({ kind: 'letter', id, content, options })),
    renderChart: (content, options) => ask((id) => ({ kind: 'chart', id, content, options })),
    renderReport: (content, options) => ask((id) => ({ kind: 'report', id, content, options })),
    renderLabels: (content, createdAt) => ask((id) => ({ kind: 'labels', id, content, createdAt })),
    forPrinting: (papers) => ask((id) => ({ kind: 'print', id, papers })),
    dispose: () => {
      disposed = true;
      line.stop('disposed');
    },
  };
}

function errorOf(why: WorkerEnd): LetterError {
  if (why === 'disposed') return { code: 'renderer-closed' };
  return { code: 'renderer-failed', detail: why === 'broken' ? 'worker' : why };
}
