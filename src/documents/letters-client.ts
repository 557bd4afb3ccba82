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

type Answer = (result: LetterResult) => void;

/**
 * A renderer with a worker of its own, started with the first paper. When the worker breaks,
 * every paper under way answers `renderer-failed` and the next one starts a new one.
 */
export function createLetterRenderer(): LetterRenderer {
  const waiting = new Map<number, Answer>();
  let worker: Worker | null = null;
  let lastId = 0;
  let disposed = false;

  const stop = (error: LetterError): void => {
    worker?.terminate();
    worker = null;
    const answers = [...waiting.values()];
    waiting.clear();
    for (const answer of answers) answer(refusedLetter(error));
  };

  const start = (): Worker => {
    const started = new Worker(new URL('./worker/letters-worker.ts', import.meta.url), {
      type: 'module',
      name: 'letters',
    });
    started.onmessage = ({ data }: MessageEvent<PaperReply>) => {
      waiting.get(data.id)?.(data.result);
      waiting.delete(data.id);
    };
    started.onerror = (event) => {
      event.preventDefault();
      stop({ code: 'renderer-failed', detail: 'worker' });
    };
    started.onmessageerror = () => {
      stop({ code: 'renderer-failed', detail: 'message' });
    };
    return started;
  };

  const ask = (requestOf: (id: number) => PaperRequest): Promise<LetterResult> => {
    if (disposed) return Promise.resolve(refusedLetter({ code: 'renderer-closed' }));
    worker ??= start();
    lastId += 1;
    const request = requestOf(lastId);
    const answered = new Promise<LetterResult>((answer) => {
      waiting.set(request.id, answer);
    });
    worker.postMessage(request);
    return answered;
  };

  return {
    render: (content, options) => ask((id) => ({ kind: 'letter', id, content, options })),
    renderChart: (content, options) => ask((id) => ({ kind: 'chart', id, content, options })),
    renderReport: (content, options) => ask((id) => ({ kind: 'report', id, content, options })),
    renderLabels: (content, createdAt) => ask((id) => ({ kind: 'labels', id, content, createdAt })),
    forPrinting: (papers) => ask((id) => ({ kind: 'print', id, papers })),
    dispose: () => {
      disposed = true;
      stop({ code: 'renderer-closed' });
    },
  };
}
