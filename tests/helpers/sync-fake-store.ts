import { fail, succeed } from '../../src/contract/result';
import { assertNever } from '../../src/domain/assert-never';
import { endedStates, jobChangeOf, runnableStates, type Job } from '../../src/domain/outbox/job';
import type { RequestCommand } from '../../src/domain/request/request-command';
import type { QueuedFile, RequestEvent } from '../../src/domain/request/request-event';
import type { JobStore, Store } from '../../src/store/store';
import type { SyncEngineOptions } from '../../src/sync/engine';

type EngineStore = SyncEngineOptions['store'];

/** An outbox in memory: rows follow from events as in the real store, nothing else exists. */
export interface FakeStore extends EngineStore {
  readonly rows: Map<string, Job>;
  readonly commands: { readonly requestId: string; readonly command: RequestCommand }[];
  readonly facts: Map<string, string>;
  readonly offsets: number[];
  readonly add: (job: Job, files?: readonly QueuedFile[]) => void;
  /** What `execute` answers instead, while set. */
  failExecute: 'not-recorded' | 'throws' | null;
  /** Whether `patch` rejects. */
  failPatch: (id: string) => boolean;
}

export function fakeFile(number: number): QueuedFile {
  const hex = number.toString(16).padStart(64, '0');
  return {
    address: hex,
    sha256: hex,
    size: 10,
    mediaType: 'application/pdf',
    name: `paper-${String(number)}.pdf`,
    document: `paper-${String(number)}`,
  };
}

export function fakeJob(number: number, change: Partial<Job> = {}): Job {
  const serial = number.toString(16).padStart(12, '0');
  return {
    id: `01890000-0000-7000-8000-${serial}`,
    handler: 'ams-submission',
    requestId: `request-${String(number)}`,
    registerNumber: `A-2026-${String(number)}`,
    state: 'ready',
    reason: { code: 'queued', detail: null },
    attempts: 0,
    nextAttemptAt: 0,
    filesSent: 0,
    filesTotal: 0,
    queuedAt: new Date(Date.UTC(2026, 2, 2, 1, 0, number)).toISOString(),
    updatedAt: new Date(Date.UTC(2026, 2, 2, 1, 0, number)).toISOString(),
    ...change,
  };
}

function includes(states: readonly string[], state: string): boolean {
  return states.includes(state);
}

export function createFakeStore(): FakeStore {
  const rows = new Map<string, Job>();
  const files = new Map<string, readonly QueuedFile[]>();
  const open = (): Job[] =>
    [...rows.values()]
      .filter(({ state }) => includes(runnableStates, state))
      .sort(
        (one, other) =>
          one.nextAttemptAt - other.nextAttemptAt || one.queuedAt.localeCompare(other.queuedAt),
      );

  const jobs: JobStore = {
    page: () => Promise.resolve({ rows: [...rows.values()], next: null }),
    ofRequest: (id) =>
      Promise.resolve([...rows.values()].filter(({ requestId }) => requestId === id)),
    find: (id) => Promise.resolve(rows.get(id) ?? null),
    counts: () =>
      Promise.resolve({
        waiting: open().length,
        needsAction: [...rows.values()].filter(({ state }) => state === 'needs-action').length,
      }),
    due: (now, limit) =>
      Promise.resolve(
        open()
          .filter(({ nextAttemptAt }) => nextAttemptAt <= now)
          .slice(0, limit),
      ),
    nextDueAt: () => Promise.resolve(open()[0]?.nextAttemptAt ?? null),
    payload: (id) =>
      Promise.resolve(succeed({ body: JSON.stringify({ id }), files: [...(files.get(id) ?? [])] })),
    patch: (id, expected, change) => {
      if (store.failPatch(id)) return Promise.reject(new Error('QuotaExceededError'));
      const row = rows.get(id);
      if (row?.state !== expected) return Promise.resolve(false);
      rows.set(id, { ...row, ...change });
      return Promise.resolve(true);
    },
    recoverInterrupted: (at) => {
      for (const [id, row] of rows) {
        if (row.state === 'sending') {
          rows.set(id, {
            ...row,
            state: 'outcome-unknown',
            reason: { code: 'interrupted', detail: null },
            updatedAt: at,
          });
        }
        if (row.state === 'sending-files')
          rows.set(id, { ...row, state: 'ready', filesSent: 0, updatedAt: at });
      }
      return Promise.resolve();
    },
  };

  const store: FakeStore = {
    rows,
    commands: [],
    facts: new Map(),
    offsets: [],
    failExecute: null,
    failPatch: () => false,
    add: (job, queued = []) => {
      rows.set(job.id, { ...job, filesTotal: queued.length });
      files.set(job.id, queued);
    },
    jobs,
    execute: (requestId, command) =>
      Promise.resolve().then(() => execute(store, requestId, command)),
    setClockOffset: (milliseconds) => store.offsets.push(milliseconds),
    getDeviceFact: (name) => Promise.resolve(store.facts.get(name) ?? null),
    setDeviceFact: (name, value) => {
      store.facts.set(name, value);
      return Promise.resolve();
    },
  };
  return store;
}

type Executed = Awaited<ReturnType<Store['execute']>>;

function execute(store: FakeStore, requestId: string, command: RequestCommand): Executed {
  if (store.failExecute === 'throws') throw new Error('InvalidStateError');
  if (store.failExecute === 'not-recorded') {
    return fail({ kind: 'not-recorded', error: { kind: 'disk-full', detail: 'journal' } });
  }
  store.commands.push({ requestId, command });
  const event = eventOf(store, requestId, command);
  if (event === 'refused') return fail({ kind: 'refused', refusal: { code: 'submission-ended' } });
  const change = event === null ? null : jobChangeOf(event, '');
  if (change?.change === 'patch') {
    const row = store.rows.get(change.id);
    if (row) store.rows.set(change.id, { ...row, ...change.patch });
  }
  return succeed({
    requestId,
    state: { id: requestId } as Extract<Executed, { ok: true }>['value']['state'],
  });
}

function eventOf(
  store: FakeStore,
  stream: string,
  command: RequestCommand,
): RequestEvent | null | 'refused' {
  const envelope = {
    id: '01890000-0000-7000-8000-00000000ffff',
    stream,
    at: '2026-03-02T02:00:00.000Z',
    clockOffsetMs: null,
    by: { id: 'system', name: 'Loket SE' },
    desk: 'A',
  };
  switch (command.command) {
    case 'submission-stored': {
      if (store.rows.get(command.submissionId)?.state === 'done') return null;
      const { submissionId, receipt, state } = command;
      return { ...envelope, type: 'submission-stored', submissionId, receipt, state };
    }
    case 'submission-parked': {
      const state = store.rows.get(command.submissionId)?.state;
      if (state === undefined || includes(endedStates, state)) return 'refused';
      return {
        ...envelope,
        type: 'submission-parked',
        submissionId: command.submissionId,
        problem: command.problem,
      };
    }
    case 'release-submission':
      return { ...envelope, type: 'submission-released', submissionId: command.submissionId };
    case 'hold-submission':
      return {
        ...envelope,
        type: 'submission-held',
        submissionId: command.submissionId,
        reason: command.reason,
      };
    case 'cancel-submission':
      return {
        ...envelope,
        type: 'submission-cancelled',
        submissionId: command.submissionId,
        reason: command.reason,
      };
    case 'submission-reported':
      return null;
    case 'record-request':
    case 'correct-request':
    case 'ask-correction':
    case 'refuse-correction':
    case 'attach-document':
    case 'remove-document':
    case 'draft-letter':
    case 'issue-letter':
    case 'confirm-print':
    case 'record-certificate':
    case 'record-certificate-check':
    case 'begin-signing':
    case 'end-signing':
    case 'reconcile-signing':
    case 'complete-step':
    case 'refuse-step':
    case 'skip-step':
    case 'pause-step':
    case 'resume-step':
    case 'give-disposition':
    case 'forward-disposition':
    case 'return-disposition':
    case 'queue-submission':
    case 'cancel-request':
      throw new Error(`not a command of the outbox: ${command.command}`);
    default:
      return assertNever(command);
  }
}
