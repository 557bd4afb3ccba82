import type { Occasion } from '../../src/domain/event';
import { authorityOf } from '../../src/domain/office/permissions';
import { ROLES, type Role } from '../../src/domain/office/roles';
import { decide } from '../../src/domain/request/decide';
import { evolve } from '../../src/domain/request/evolve';
import type { RequestEvent } from '../../src/domain/request/request-event';
import type { RequestState } from '../../src/domain/request/request-state';
import type { Sop } from '../../src/domain/sop/sop';
import { profile, staff } from './memory-fixtures';
import { authorOf, commandOf, type Attempt } from './memory-walk';

const id = '01930000-0000-7000-8000-000000000001';

export interface Walk {
  readonly events: readonly RequestEvent[];
  readonly state: RequestState | null;
}

/**
 * Everything that happened in a walk: each attempt decided on the state the ones before left.
 * `roles` are those of the member of staff who tries.
 */
export function walkOf(
  sop: Sop,
  attempts: readonly Attempt[],
  roles: readonly Role[] = ROLES,
): Walk {
  const office = { staff: [{ ...staff, active: true, roles }] };
  const counters = new Map<string, number>();
  const events: RequestEvent[] = [];
  let state: RequestState | null = null;
  let ids = 0;
  const newId = () => `01930000-0000-7000-9000-${(ids += 1).toString(16).padStart(12, '0')}`;
  const nextOf = (name: string) => (counters.get(name) ?? 0) + 1;
  const context = {
    sop,
    office: profile,
    counters: (name: string) => counters.get(name) ?? 0,
    importedAs: null,
    letters: [],
    signers: () => [],
    notices: [],
    numbers: [],
  };
  for (const attempt of attempts) {
    const command = commandOf(attempt, state, nextOf, newId, sop);
    const at = new Date(Date.UTC(2026, 2, 2, 2, 0, events.length)).toISOString();
    const by = authorOf(attempt, command);
    const occasion: Occasion = { at, clockOffsetMs: null, by, desk: 'A', newId };
    const authority = authorityOf(office, by);
    const decided = decide(id, state, command, { ...context, authority }, occasion);
    if (!decided.ok) continue;
    for (const event of decided.value) {
      events.push(event);
      state = evolve(state, event);
      if (event.counter) counters.set(event.counter.name, event.counter.value);
    }
  }
  return { events, state };
}

/** As many sensible moves as bring any request of an SOP of this length to its end. */
export function forwardMoves(sop: Sop): readonly Attempt[] {
  return Array.from({ length: 10 + sop.steps.length * 8 }, () => ({ what: 'forward', pick: 5 }));
}
