import type { JournalRecord } from '../contract/journal';
import type { Sealed } from '../contract/sealed';
import { endedStates, runnableStates, type Job } from '../domain/outbox/job';
import { bookKeyOf } from '../domain/numbering/letter-book';
import { correctionDueAt } from '../domain/request/correction-ticket';
import { registerKey } from '../domain/request/request-summary';
import type { Party } from '../domain/request/request-event';
import { latestDisposition, wasPrinted, type RequestState } from '../domain/request/request-state';
import type { SopReference } from '../domain/sop/sop';
import { OTHER_HOLDER, type RegisterRow } from './store';

/** One event where the journal put it: record number and place in the record. */
export interface EventRow {
  readonly stream: string;
  readonly sequence: number;
  readonly index: number;
  readonly id: string;
  readonly sealed: Sealed;
}

export interface RequestRow {
  readonly id: string;
  readonly registerKey: string;
  readonly registerNumber: string;
  readonly arrivedAt: string;
  readonly status: RequestState['status'];
  readonly service: string;
  readonly sop: SopReference;
  readonly step: string | null;
  readonly stepSince: string;
  readonly pauses: RegisterRow['pauses'];
  readonly holder: RegisterRow['holder'];
  readonly disposition: RegisterRow['disposition'];
  readonly lastOnSheet: RegisterRow['lastOnSheet'];
  /** Sorts the board; absent once ended, so that the index holds open requests only. */
  readonly boardKey?: string;
  /** Service and end, by which retention finds what is over; absent while open. */
  readonly endedKey?: string;
  /** When the first open request for correction is due; absent while none is open. */
  readonly correctionDue?: string;
  /** Token of the key of the import it came from; absent for the counter's own. */
  readonly importToken?: string;
  /** The summary. */
  readonly sealed: Sealed;
}

/**
 * A final letter, by which the book of numbers and the printer's work are read without opening
 * any request: kinds, numbers and dates, nothing of a person.
 */
export interface LetterRow {
  /** Of the letter. */
  readonly id: string;
  readonly requestId: string;
  readonly registerNumber: string;
  readonly letter: string;
  readonly number: string;
  /** Date yyyy-mm-dd. */
  readonly date: string;
  /** Sorts the book of outgoing letters; absent for papers of another book. */
  readonly bookKey?: string;
  /** Sorts what waits to be printed, oldest first; absent once printed or of no account. */
  readonly printKey?: string;
}

/** Key of a search token: the token and the request's register key. */
export type TokenKey = [token: string, registerKey: string];

export interface CounterRow {
  readonly name: string;
  readonly value: number;
}

export interface JobRow extends Job {
  /** Sorts the outbox: not ended first, then latest first, read from the end. */
  readonly listKey: string;
  /** `nextAttemptAt` while the engine may take it; absent otherwise. */
  readonly dueAt?: number;
  /** The payload. */
  readonly sealed: Sealed;
}

export interface DraftRow {
  readonly id: string;
  readonly owner: string;
  readonly updatedAt: string;
  /** True while the copy on disk is still to be removed. */
  readonly removed: boolean;
  readonly sealed: Sealed;
}

/** The office, or retention: what their own events tell. */
export interface OfficeRow {
  readonly id: 'office' | 'retention';
  readonly sealed: Sealed;
}

/** What is left of a destroyed request: numbers and dates, nothing of a person. */
export interface DestroyedRow {
  readonly id: string;
  readonly registerKey: string;
  readonly registerNumber: string;
  readonly service: string;
  readonly sop: SopReference;
  readonly arrivedAt: string;
  readonly endedAt: string;
  readonly destructionId: string;
  /** Present until its key and files are gone for certain. */
  readonly unfinished?: 1;
}

/** How far IndexedDB has followed the journal. */
export interface AppliedRow {
  readonly key: 'applied';
  readonly sequence: number;
  readonly hash: string;
  /** Open requests, kept so that nobody counts rows. */
  readonly open: number;
  /** Jobs do not tell how far their sending went: the next start marks them. */
  readonly jobsUnchecked: boolean;
  /** Final letters have their rows; absent when an earlier program wrote the row. */
  readonly letterRows?: true;
  /** Sum of the last numbers of all books; absent when an earlier program wrote the row. */
  readonly numbersGiven?: number;
}

export interface FactRow {
  readonly name: string;
  readonly value: string;
}

/** A record this program cannot read, whole, with the streams it is known to touch. */
export interface SetAsideRow {
  readonly sequence: number;
  readonly record: JournalRecord;
  readonly streams: readonly string[];
}

export const NOTHING_APPLIED: AppliedRow = {
  key: 'applied',
  sequence: 0,
  hash: '',
  open: 0,
  jobsUnchecked: false,
  letterRows: true,
};

/** The readable half of a register row and its sealed summary. */
export function requestRow(
  state: RequestState,
  sealed: Sealed,
  importToken: string | undefined,
): RequestRow {
  const { id, registerNumber, arrivedAt, status, service, sop, step, stepSince } = state;
  const correctionDue = correctionDueAt(state);
  return {
    id,
    registerKey: registerKey(state),
    registerNumber,
    arrivedAt,
    status,
    service,
    sop,
    step,
    stepSince,
    pauses: state.pauses,
    holder: state.holder === null ? null : holderKey(state.holder),
    disposition: dispositionFacts(state),
    lastOnSheet: lastOnSheet(state),
    ...(status === 'open'
      ? { boardKey: boardKeyOf({ stepSince, id }) }
      : { endedKey: endedKeyOf({ service, stepSince, id }) }),
    ...(correctionDue !== null && { correctionDue }),
    ...(importToken !== undefined && { importToken }),
    sealed,
  };
}

/** The rows of a request's final letters; pure. */
export function letterRowsOf(state: RequestState): readonly LetterRow[] {
  const { id: requestId, registerNumber, status, letters } = state;
  return letters.flatMap((one, index): readonly LetterRow[] => {
    if (one.status !== 'issued') return [];
    const { id, letter, number, date, place } = one;
    const replaced = letters
      .slice(index + 1)
      .some((later) => later.status === 'issued' && later.letter === letter);
    const counts = !one.superseded && !replaced && status !== 'cancelled';
    return [
      {
        id,
        requestId,
        registerNumber,
        letter,
        number,
        date,
        ...(place !== null && { bookKey: bookKeyOf(place) }),
        ...(counts && !wasPrinted(state, id) && { printKey: `${date}/${registerNumber}/${id}` }),
      },
    ];
  });
}

/** What may be read of the latest disposition without opening anything: names stay sealed. */
function dispositionFacts(state: RequestState): RequestRow['disposition'] {
  const latest = latestDisposition(state);
  if (latest === null) return null;
  const { urgency, deadline } = latest;
  return { urgency, deadline };
}

function lastOnSheet({ sheet }: RequestState): RequestRow['lastOnSheet'] {
  const last = sheet.at(-1);
  if (last === undefined) return null;
  const { kind, step } = last;
  const to = last.kind === 'returned' ? null : holderKey(last.to);
  return { kind, step, from: holderKey(last.from), to };
}

function holderKey({ actor }: Party): string {
  return actor ?? OTHER_HOLDER;
}

/** Longest waiting first, made unique by the id. */
export function boardKeyOf(row: Pick<RequestRow, 'stepSince' | 'id'>): string {
  return `${row.stepSince}/${row.id}`;
}

/** By service and end, longest ended first, made unique by the id. */
export function endedKeyOf(row: Pick<RequestRow, 'service' | 'stepSince' | 'id'>): string {
  return `${row.service}/${row.stepSince}/${row.id}`;
}

/** The request of a register key. */
export function requestIdOf(key: string): string {
  return key.slice(key.indexOf('/') + 1);
}

/** A job's row: the job, its payload, and the keys its indexes read it by. */
export function jobRow(job: Job, sealed: Sealed): JobRow {
  const { id, handler, requestId, registerNumber, state, reason, attempts } = job;
  const { nextAttemptAt, filesSent, filesTotal, queuedAt, updatedAt } = job;
  const plain: Job = {
    id,
    handler,
    requestId,
    registerNumber,
    state,
    reason,
    attempts,
    nextAttemptAt,
    filesSent,
    filesTotal,
    queuedAt,
    updatedAt,
  };
  return { ...plain, ...jobKeysOf(plain), sealed };
}

/** Keys derived from a job's state; see `JobRow`. */
export function jobKeysOf(
  job: Pick<Job, 'id' | 'state' | 'queuedAt' | 'nextAttemptAt'>,
): Pick<JobRow, 'listKey' | 'dueAt'> {
  const ended = (endedStates as readonly string[]).includes(job.state);
  const runnable = (runnableStates as readonly string[]).includes(job.state);
  return {
    listKey: `${ended ? 0 : 1}/${job.queuedAt}/${job.id}`,
    ...(runnable && { dueAt: job.nextAttemptAt }),
  };
}

/** The job as everybody outside the store knows it. */
export function jobOf(row: JobRow): Job {
  const { listKey: _listKey, dueAt: _dueAt, sealed: _sealed, ...job } = row;
  return job;
}
