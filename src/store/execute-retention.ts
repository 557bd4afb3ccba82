import { fail, succeed, type Result } from '../contract/result';
import type { Occasion } from '../domain/event';
import { OFFICE_DEFAULTS } from '../domain/office/office-state';
import { authorityOf } from '../domain/office/permissions';
import { decideRetention } from '../domain/retention/decide-retention';
import type { RetentionCommand } from '../domain/retention/retention-command';
import { requestFacts, type RequestFacts } from '../domain/retention/retention-end';
import { RETENTION_STREAM } from '../domain/retention/retention-event';
import type { RetentionState } from '../domain/retention/retention-state';
import { commit } from './commit';
import type { Parts } from './follow';
import { guarded } from './guarded';
import { stateOf, type Memory } from './memory';
import type { RetentionFailure } from './retention-store';
import type { CommandFailure } from './store';

/** Requests read at a time for one decision. */
const READ_AT_ONCE = 50;

interface RetentionParts extends Parts {
  /** Why nothing may be recorded to a stream; null when it may. */
  readonly closed: (stream: string) => CommandFailure | null;
}

/** Records a retention command as every other; answers the state after it. */
export async function executeRetention(
  parts: RetentionParts,
  command: RetentionCommand,
  occasion: () => Occasion,
): Promise<Result<RetentionState, RetentionFailure>> {
  const { memory } = parts;
  const committed = await commit<RetentionFailure>(parts, async () => {
    const closed = parts.closed(RETENTION_STREAM);
    if (closed) return fail(closed);
    const requests = await guarded(() => readFacts(parts, namedBy(command, memory)));
    if (!requests.ok) return fail({ kind: 'not-recorded', error: requests.error });
    const now = occasion();
    const context = {
      authority: authorityOf(memory.office, now.by),
      timeZone: memory.office.profile?.timeZone ?? OFFICE_DEFAULTS.timeZone,
      requests: requests.value,
      blocked: memory.blocked,
      counters: [...memory.counters].map(([name, value]) => ({ name, value })),
    };
    const decided = decideRetention(memory.retention, command, context, now);
    return decided.ok
      ? decided
      : fail({ kind: 'retention-refused' as const, refusal: decided.error });
  });
  return committed.ok ? succeed(memory.retention) : committed;
}

/** The requests a decision about the command has to look at. */
function namedBy(command: RetentionCommand, { retention }: Memory): readonly string[] {
  switch (command.command) {
    case 'hold-records':
      return [command.requestId];
    case 'propose-destruction':
      return command.requestIds;
    case 'destroy-records': {
      const proposal = retention.proposals.find(({ id }) => id === command.destructionId);
      return proposal?.items.map(({ requestId }) => requestId) ?? [];
    }
    default:
      return [];
  }
}

/** From the events themselves, not from the rows of lists: what is destroyed is decided once. */
async function readFacts(
  { memory, db, sealer }: Parts,
  ids: readonly string[],
): Promise<Result<ReadonlyMap<string, RequestFacts>>> {
  const facts = new Map<string, RequestFacts>();
  for (let start = 0; start < ids.length; start += READ_AT_ONCE) {
    const part = ids.slice(start, start + READ_AT_ONCE);
    const states = await Promise.all(part.map((id) => stateOf(memory, db, sealer, id)));
    for (const state of states) if (state) facts.set(state.id, requestFacts(state));
  }
  return succeed(facts);
}
