import { fail, succeed, type Result, type ServiceError } from '../contract/result';
import type { JournalHead } from '../contract/journal';
import type { Sealed } from '../contract/sealed';
import { apply } from './apply';
import { catchUp, reload, type Parts } from './follow';
import { headOf } from './memory';
import { prepare } from './prepare';
import { parseEvent, sealRecord, type StoreEvent } from './record-body';
import { guarded } from './guarded';
import type { CommandFailure } from './store';

/** Decisions taken again because another window recorded something in between. */
const MOST_DECISIONS = 10;
/** A lost answer is asked for again: the journal knows its last record by its id. */
const MOST_ASKS = 3;

/**
 * Decides, seals, appends one journal record with all events of the command, then writes
 * IndexedDB. When the journal has moved, IndexedDB is brought to its head and the command is
 * decided anew. `decide` answers no events for a command that changes nothing.
 */
export async function commit<Refused = never>(
  parts: Parts,
  decide: () => Promise<Result<readonly StoreEvent[], CommandFailure | Refused>>,
): Promise<Result<void, CommandFailure | Refused>> {
  for (let decision = 1; ; decision += 1) {
    const decided = await decide();
    if (!decided.ok) return decided;
    if (decided.value.length === 0) return succeed(undefined);
    const recorded = await record(parts, decided.value);
    if (recorded.ok) return recorded;
    const { error } = recorded;
    const moved = error.kind === 'not-recorded' && error.error.kind === 'journal-moved';
    if (!moved || decision === MOST_DECISIONS) return recorded;
    const caughtUp = await guarded(() => follow(parts));
    if (!caughtUp.ok) return fail({ kind: 'not-recorded', error: caughtUp.error });
  }
}

async function record(
  parts: Parts,
  decided: readonly StoreEvent[],
): Promise<Result<void, CommandFailure>> {
  const { db, memory, sealer } = parts;
  // Recorded as it will be read back; what cannot be would be set aside by a rebuild.
  const events = decided.map(parseEvent).filter((event) => event !== undefined);
  if (events.length < decided.length) {
    return fail({ kind: 'not-recorded', error: { kind: 'input-refused', detail: 'event' } });
  }
  const id = parts.newId();
  const expectedHead = headOf(memory);
  const batch = {
    records: [{ sequence: expectedHead.sequence + 1, events }],
    aside: [],
    counters: [],
  };
  const ready = await guarded(async () => {
    const sealed = await sealRecord(sealer, id, events);
    return succeed({ sealed, writes: await prepare(batch, memory, db, sealer) });
  });
  if (!ready.ok) return fail({ kind: 'not-recorded', error: ready.error });
  const { sealed, writes } = ready.value;
  const appended = await append(parts, { expectedHead, id, sealed });
  if (!appended.ok) return fail({ kind: 'not-recorded', error: appended.error });
  const shown = await guarded(async () => {
    const applied = await apply(writes, appended.value, memory, db, { jobsUnchecked: false });
    return applied === 'applied' ? succeed(0) : follow(parts);
  });
  return shown.ok ? succeed(undefined) : showLater(parts, shown.error);
}

/** Asks again after a lost answer; whatever else the journal says counts. */
async function append(
  { journal }: Parts,
  input: { readonly expectedHead: JournalHead; readonly id: string; readonly sealed: Sealed },
): Promise<Result<JournalHead>> {
  for (let ask = 1; ; ask += 1) {
    const answer = await guarded(() => journal.append(input));
    if (answer.ok) return succeed({ sequence: answer.value.sequence, hash: answer.value.hash });
    const lost = answer.error.kind === 'shell-gone' || answer.error.kind === 'internal';
    if (!lost || ask === MOST_ASKS) return answer;
  }
}

/** The journal has it: once more from the journal; else the next start brings it in. */
async function showLater(parts: Parts, error: ServiceError): Promise<Result<void, CommandFailure>> {
  const again = await guarded(() => follow(parts));
  return again.ok ? succeed(undefined) : fail({ kind: 'recorded-not-shown', detail: error.detail });
}

async function follow(parts: Parts): Promise<Result<number>> {
  await reload(parts);
  return catchUp(parts, { jobsUnchecked: false });
}
