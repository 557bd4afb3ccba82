import type { Contract } from '../../../src/contract/index';
import type { PrintOutcome, PrintRefusal } from '../../../src/contract/printing';
import type { ServiceOf } from '../../../src/contract/verb';
import type { Ran } from '../run-program';

type Verbs = ServiceOf<Contract['printing']>;
type AnswerOf<Name extends keyof Verbs> = Extract<
  Awaited<ReturnType<Verbs[Name]>>,
  { ok: true }
>['value'];

export type PrinterList = AnswerOf<'list'>;
export type JobReport = AnswerOf<'job'>;

/** Papers that lie in files of their own, ready for the system. */
export interface SpooledJob {
  readonly paths: readonly string[];
  readonly copies: number;
  readonly printer: string | null;
  readonly title: string;
}

/** What a system must be able to do; one per family of systems. Never throws. */
export interface PrintSystem {
  readonly list: () => Promise<PrinterList>;
  /** When it returns, the files are not needed any more. */
  readonly print: (job: SpooledJob) => Promise<PrintOutcome>;
  readonly job: (id: string) => Promise<JobReport>;
}

export function refusedPrint(reason: PrintRefusal, detail: string): PrintOutcome {
  return { outcome: 'refused', reason, detail };
}

export const NO_PRINTERS: PrinterList = { service: 'running', printers: [] };

/** The printers of a system that could not be asked. */
export function unlisted(ran: Exclude<Ran, { kind: 'ended' }>): PrinterList {
  return { service: ran.kind === 'hung' ? 'not-answering' : 'absent', printers: [] };
}

/** The refusal of a program that did not run to its end. */
export function notRun(program: string, ran: Exclude<Ran, { kind: 'ended' }>): PrintOutcome {
  if (ran.kind === 'hung') return refusedPrint('not-answering', `${program}: hung`);
  const detail = ran.kind === 'absent' ? 'ENOENT' : ran.code;
  return refusedPrint('no-print-service', `${program}: ${detail}`);
}

/** A printer that may be printed to, by the list: its name, or why not. */
export function choosePrinter(
  { service, printers }: PrinterList,
  wanted: string | null,
): { readonly name: string } | { readonly refused: PrintOutcome } {
  if (service === 'absent') return { refused: refusedPrint('no-print-service', 'list') };
  if (service === 'not-answering') return { refused: refusedPrint('not-answering', 'list') };
  const found = printers.find(({ name, isDefault }) =>
    wanted === null ? isDefault : name === wanted,
  );
  if (found === undefined) {
    return { refused: refusedPrint(wanted === null ? 'no-default' : 'printer-unknown', 'list') };
  }
  return found.isAccepting
    ? { name: found.name }
    : { refused: refusedPrint('not-accepting', 'list') };
}
