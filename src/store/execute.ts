import { fail, succeed, type Result } from '../contract/result';
import type { Author, Occasion } from '../domain/event';
import { createOneAtATime } from '../domain/one-at-a-time';
import { decideOffice, type OfficeContext } from '../domain/office/decide-office';
import type { OfficeCommand } from '../domain/office/office-command';
import { OFFICE_STREAM } from '../domain/office/office-event';
import type { OfficeState } from '../domain/office/office-state';
import { authorityOf } from '../domain/office/permissions';
import { decide } from '../domain/request/decide';
import type { Refusal, RequestCommand } from '../domain/request/request-command';
import type { RequestEvent } from '../domain/request/request-event';
import type { RequestState } from '../domain/request/request-state';
import type { RetentionCommand } from '../domain/retention/retention-command';
import type { RetentionState } from '../domain/retention/retention-state';
import { commit } from './commit';
import { executeIncident } from './execute-incident';
import { executeRetention } from './execute-retention';
import type { Parts } from './follow';
import { guarded } from './guarded';
import { stateOf } from './memory';
import { createNotes } from './notes';
import type { StoreEvent } from './record-body';
import type { RetentionFailure } from './retention-store';
import type { CommandFailure, Recorded, SopLibrary, Store } from './store';

export interface ExecuteParts extends Parts {
  readonly sops: SopLibrary;
  readonly context: Omit<OfficeContext, 'counters'>;
  readonly clock: () => Date;
  /** False once another window took over. */
  readonly isActive: () => boolean;
}

/** A retention command recorded; what it destroys goes afterwards. */
export type RecordRetention = (
  command: RetentionCommand,
  by: Author,
) => Promise<Result<RetentionState, RetentionFailure>>;

type Decided<Event extends StoreEvent> = Result<readonly Event[], CommandFailure>;

/** The commands of the store, one after the other in this window. */
export function createExecute(parts: ExecuteParts): Pick<
  Store,
  'execute' | 'executeOffice' | 'executeIncident' | 'note' | 'setClockOffset'
> & {
  readonly recordRetention: RecordRetention;
} {
  let clockOffsetMs: number | null = null;
  const inTurn = createOneAtATime();
  const takeNote = createNotes(parts);

  function occasionOf(by: Author): Occasion {
    return {
      at: parts.clock().toISOString(),
      clockOffsetMs,
      by,
      desk: parts.memory.office.profile?.desk ?? '',
      newId: parts.newId,
    };
  }

  return {
    execute: (requestId, command, by) =>
      inTurn(() => executeRequest(parts, requestId, command, () => occasionOf(by))),
    executeOffice: (command, by) =>
      inTurn(() => executeOffice(parts, command, () => occasionOf(by))),
    recordRetention: (command, by) =>
      inTurn(() => {
        const closed = (stream: string) => refusedWholly(parts, stream);
        return executeRetention({ ...parts, closed }, command, () => occasionOf(by));
      }),
    executeIncident: (command, by) =>
      inTurn(() => {
        const closed = (stream: string) => refusedWholly(parts, stream);
        return executeIncident({ ...parts, closed }, command, () => occasionOf(by));
      }),
    note: (note, by) => inTurn(() => takeNote(note, by, () => occasionOf(by))),
    setClockOffset: (milliseconds) => {
      clockOffsetMs = milliseconds;
    },
  };
}

async function executeRequest(
  parts: ExecuteParts,
  id: string,
  command: RequestCommand,
  occasion: () => Occasion,
): Promise<Result<Recorded, CommandFailure>> {
  let state: RequestState | null = null;
  const committed = await commit(parts, async () => {
    const closed = refusedWholly(parts, id);
    if (closed) return fail(closed);
    const loaded = await guarded(async () =>
      succeed(await stateOf(parts.memory, parts.db, parts.sealer, id)),
    );
    if (!loaded.ok) return fail({ kind: 'not-recorded', error: loaded.error });
    state = loaded.value;
    return decideRequest(parts, id, state, command, occasion());
  });
  if (!committed.ok) return committed;
  const after = parts.memory.states.get(id) ?? state;
  // A command without a request behind it was refused above.
  return after ? succeed({ requestId: id, state: after }) : refused({ code: 'request-unknown' });
}

async function decideRequest(
  parts: ExecuteParts,
  id: string,
  state: RequestState | null,
  command: RequestCommand,
  occasion: Occasion,
): Promise<Decided<RequestEvent>> {
  const { memory, sops } = parts;
  const office = memory.office.profile;
  if (!office) return refused({ code: 'office-not-set-up' });
  const records = command.command === 'record-request';
  if (!records && !state) return refused({ code: 'request-unknown' });
  const reference = state?.sop ?? (records ? command.sop : undefined);
  const sop = reference && sops.find(reference);
  if (!sop) return refused({ code: 'sop-not-installed', sop: reference?.id ?? '' });
  const importedAs = records && !state ? await importedBefore(parts, command) : succeed(null);
  if (!importedAs.ok) return fail({ kind: 'not-recorded', error: importedAs.error });
  const counters = (name: string) => memory.counters.get(name) ?? 0;
  // Roles are the office's own record of the author, never what the caller says of him.
  const authority = authorityOf(memory.office, occasion.by);
  const { notices, numbers } = memory.office;
  const { letters, signers } = parts.context;
  const taken = { counters, importedAs: importedAs.value };
  const context = { sop, office, notices, numbers, authority, letters, signers, ...taken };
  const decided = decide(id, state, command, context, occasion);
  return decided.ok ? decided : refused(decided.error);
}

function importedBefore(
  { db, sealer }: ExecuteParts,
  { origin }: Extract<RequestCommand, { command: 'record-request' }>,
): Promise<Result<string | null>> {
  return guarded(async () => {
    if (origin.kind !== 'import') return succeed(null);
    const token = await sealer.token(origin.key);
    const row = await db.requests.where('importToken').equals(token).first();
    return succeed(row?.registerNumber ?? null);
  });
}

async function executeOffice(
  parts: ExecuteParts,
  command: OfficeCommand,
  occasion: () => Occasion,
): Promise<Result<OfficeState, CommandFailure>> {
  const committed = await commit(parts, () => {
    const closed = refusedWholly(parts, OFFICE_STREAM);
    if (closed) return Promise.resolve(fail(closed));
    const { memory } = parts;
    const counters = (name: string) => memory.counters.get(name) ?? 0;
    const decided = decideOffice(memory.office, command, occasion(), {
      ...parts.context,
      counters,
    });
    if (decided.ok) return Promise.resolve(decided);
    return Promise.resolve(fail({ kind: 'office-refused', refusal: decided.error }));
  });
  return committed.ok ? succeed(parts.memory.office) : committed;
}

function refusedWholly({ isActive, memory }: ExecuteParts, stream: string): CommandFailure | null {
  if (!isActive()) return { kind: 'not-the-active-window' };
  return memory.blocked.has(stream) ? { kind: 'newer-version-needed' } : null;
}

function refused(refusal: Refusal) {
  return fail<CommandFailure>({ kind: 'refused', refusal });
}
