import { MOST_PAPERS, type PrintRefusal } from '../../contract/printing';
import { fail, succeed, type Result, type ServiceError } from '../../contract/result';
import type { LetterRenderer } from '../../documents/letters-client';
import type { PaperToPrint } from '../../documents/print-copy';
import type { LetterError } from '../../domain/letters/letter-error';
import type { RequestCommand } from '../../domain/request/request-command';
import {
  wasPrinted,
  type Letter,
  type LetterPrint,
  type RequestState,
} from '../../domain/request/request-state';
import type { Loket } from '../shared/loket-context';

/** A letter that has its number. */
export type FinalLetter = Extract<Letter, { status: 'issued' }>;

/** As much of a request as printing needs. */
export type PrintedRequest = Pick<RequestState, 'id' | 'registerNumber' | 'prints'>;

/** Letters of one request that go into a job together. */
export interface PrintBundle {
  readonly request: PrintedRequest;
  readonly letters: readonly FinalLetter[];
}

/** What is recorded of a job that came out right, request by request. */
export interface PrintedBundle {
  readonly requestId: string;
  readonly command: Extract<RequestCommand, { command: 'confirm-print' }>;
}

/** Why nothing went to the printer. */
export type PrintProblem =
  | { readonly kind: 'file'; readonly error: ServiceError }
  | { readonly kind: 'letter'; readonly error: LetterError }
  | { readonly kind: 'service'; readonly error: ServiceError }
  | { readonly kind: 'refused'; readonly reason: PrintRefusal; readonly detail: string };

/** The letters of a request by their ids, those only that are final. */
export function finalLetters(
  { letters }: Pick<RequestState, 'letters'>,
  ids: readonly string[],
): readonly FinalLetter[] {
  return letters.flatMap((one) => (one.status === 'issued' && ids.includes(one.id) ? [one] : []));
}

/** Final letters that count and never came out of the printer, as many as one job takes; pure. */
export function lettersToPrint(
  state: Pick<RequestState, 'letters' | 'prints'>,
): readonly FinalLetter[] {
  return state.letters
    .flatMap((one) => (one.status === 'issued' && !one.superseded ? [one] : []))
    .filter(({ id }) => !wasPrinted(state, id))
    .slice(0, MOST_PAPERS);
}

/** How often a letter was printed, and when last; null where it never was. */
export function printsOf(
  { prints }: Pick<RequestState, 'prints'>,
  letterId: string,
): { readonly count: number; readonly last: LetterPrint } | null {
  const own = prints.filter((print) => print.letterId === letterId);
  const last = own.at(-1);
  return last === undefined ? null : { count: own.length, last };
}

/** The stored bytes of letters, each with whether it goes out as a copy. */
export async function papersOf(
  files: Pick<Loket['host']['files'], 'get'>,
  request: PrintedRequest,
  letters: readonly FinalLetter[],
): Promise<Result<readonly PaperToPrint[], PrintProblem>> {
  const papers: PaperToPrint[] = [];
  for (const { id, file } of letters) {
    const read = await files.get({ address: file.address });
    if (!read.ok) return fail({ kind: 'file', error: read.error });
    papers.push({ bytes: read.value.bytes, isCopy: wasPrinted(request, id) });
  }
  return succeed(papers);
}

/** Papers as one PDF, for the system's dialog. A first print alone stays the stored bytes. */
export async function asOnePdf(
  renderer: Pick<LetterRenderer, 'forPrinting'>,
  papers: readonly PaperToPrint[],
): Promise<Result<Uint8Array, PrintProblem>> {
  const [only] = papers;
  if (papers.length === 1 && only?.isCopy === false) return succeed(only.bytes);
  const made = await renderer.forPrinting(papers);
  return made.ok ? made : fail({ kind: 'letter', error: made.error });
}

/**
 * Papers into a queue as one job; answers the job's id. First prints are the stored bytes as
 * they are, copies are made for the printer one by one.
 */
export async function intoQueue(
  desk: {
    readonly printing: Pick<Loket['host']['printing'], 'print'>;
    readonly renderer: Pick<LetterRenderer, 'forPrinting'>;
  },
  papers: readonly PaperToPrint[],
  job: { readonly printer: string; readonly copies: number; readonly title: string },
): Promise<Result<string, PrintProblem>> {
  const ready: Uint8Array[] = [];
  for (const paper of papers) {
    const made = await asOnePdf(desk.renderer, [paper]);
    if (!made.ok) return made;
    ready.push(made.value);
  }
  const sent = await desk.printing.print({ ...job, papers: ready });
  if (!sent.ok) return fail({ kind: 'service', error: sent.error });
  const answer = sent.value;
  return answer.outcome === 'sent'
    ? succeed(answer.job)
    : fail({ kind: 'refused', reason: answer.reason, detail: answer.detail });
}

/** The stored bytes of all letters of a job, in its order. */
export async function papersOfAll(
  files: Pick<Loket['host']['files'], 'get'>,
  bundles: readonly PrintBundle[],
): Promise<Result<readonly PaperToPrint[], PrintProblem>> {
  const all: PaperToPrint[] = [];
  for (const { request, letters } of bundles) {
    const papers = await papersOf(files, request, letters);
    if (!papers.ok) return papers;
    all.push(...papers.value);
  }
  return succeed(all);
}

/** Whether any letter of a job was printed before: it goes out as a copy, with a reason. */
export function isPrintedAgain(bundles: readonly PrintBundle[]): boolean {
  return bundles.some(({ request, letters }) => letters.some(({ id }) => wasPrinted(request, id)));
}

/** What a queue shows of a job of several requests: how many letters there are. */
export function titleOfAll(bundles: readonly PrintBundle[]): string {
  const [first] = bundles;
  if (bundles.length === 1 && first !== undefined) return jobTitle(first.request, first.letters);
  return `surat-${bundles.flatMap(({ letters }) => letters).length}`;
}

/** What a queue shows of a job: the agenda number and the letter's key, or how many there are. */
export function jobTitle(
  { registerNumber }: PrintedRequest,
  letters: readonly FinalLetter[],
): string {
  const what = letters.length === 1 ? (letters[0]?.letter ?? '') : `surat-${letters.length}`;
  return `${registerNumber}-${what}`
    .replaceAll(/[^A-Za-z0-9._/-]/g, '-')
    .replace(/^[^A-Za-z0-9]+/, '')
    .slice(0, 80);
}
