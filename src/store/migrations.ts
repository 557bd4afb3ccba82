import type { Transaction } from 'dexie';
import {
  boardKeyOf,
  endedKeyOf,
  jobKeysOf,
  type AppliedRow,
  type JobRow,
  type RequestRow,
} from './rows';

type Writable<Row> = { -readonly [Key in keyof Row]: Row[Key] };

/**
 * Version 2 reads the board from an index of open requests alone, where version 1 walked
 * an index of every status, and knows their number without counting rows.
 */
export async function addBoardKeys(transaction: Transaction): Promise<void> {
  let open = 0;
  await transaction
    .table<RequestRow, string>('requests')
    .toCollection()
    .modify((row: Writable<RequestRow>) => {
      if (row.status !== 'open') return;
      row.boardKey = boardKeyOf(row);
      open += 1;
    });
  await transaction
    .table<AppliedRow, string>('meta')
    .toCollection()
    .modify((row: Writable<AppliedRow>) => {
      row.open = open;
      row.jobsUnchecked = false;
    });
}

/**
 * Version 2 reads the outbox in the order it is shown and due jobs in the order they are
 * taken, where version 1 sorted every row. Jobs keep state, attempts and payload.
 */
export async function addJobKeys(transaction: Transaction): Promise<void> {
  await transaction
    .table<JobRow, string>('jobs')
    .toCollection()
    .modify((row: Writable<JobRow>) => {
      Object.assign(row, jobKeysOf(row));
    });
}

/**
 * Version 3 shows due times and the inbox of officials from the rows: an earlier program knew
 * neither pauses nor dispositions, so that its requests have none.
 */
export async function addStepFacts(transaction: Transaction): Promise<void> {
  await transaction
    .table<RequestRow, string>('requests')
    .toCollection()
    .modify((row: Writable<RequestRow>) => {
      row.pauses = [];
      row.holder = null;
      row.disposition = null;
      row.lastOnSheet = null;
    });
}

/**
 * Version 5 finds requests whose retention is over by service and end. In rows of every
 * version `stepSince` of an ended request is the moment it ended.
 */
export async function addEndedKeys(transaction: Transaction): Promise<void> {
  await transaction
    .table<RequestRow, string>('requests')
    .toCollection()
    .modify((row: Writable<RequestRow>) => {
      if (row.status !== 'open') row.endedKey = endedKeyOf(row);
    });
}
