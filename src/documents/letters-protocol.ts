import type { LetterContent } from '../domain/letters/letter-content';
import type { ChartContent } from './chart-content';
import type { LabelSheetContent } from './label-sheet';
import type { LetterOptions } from './letter-options';
import type { LetterResult } from './letter-result';
import type { ChartOptions } from './render-chart';
import type { PaperToPrint } from './print-copy';
import type { ReportContent, ReportOptions } from './report-content';

/** What the page and its letters worker say to each other. */
export type PaperRequest =
  | {
      readonly kind: 'letter';
      readonly id: number;
      readonly content: LetterContent;
      readonly options: LetterOptions;
    }
  | {
      readonly kind: 'chart';
      readonly id: number;
      readonly content: ChartContent;
      readonly options: ChartOptions;
    }
  | {
      readonly kind: 'report';
      readonly id: number;
      readonly content: ReportContent;
      readonly options: ReportOptions;
    }
  | {
      readonly kind: 'labels';
      readonly id: number;
      readonly content: LabelSheetContent;
      /** RFC 3339. */
      readonly createdAt: string;
    }
  | { readonly kind: 'print'; readonly id: number; readonly papers: readonly PaperToPrint[] };

export interface PaperReply {
  readonly id: number;
  readonly result: LetterResult;
}
