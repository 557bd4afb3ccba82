import { assertNever } from '../assert-never';
import type { RequestFile } from '../request/request-event';
import type { DestructionItem, RetentionEvent, RetentionSchedule } from './retention-event';

/** A request that is not to be destroyed, and why. */
export interface Hold {
  readonly requestId: string;
  readonly registerNumber: string;
  readonly reason: string;
  /** RFC 3339 UTC, and the name of who held it. */
  readonly at: string;
  readonly by: string;
}

/** A list whose berita acara is not signed yet. */
export interface Proposal {
  readonly id: string;
  readonly basis: string;
  readonly items: readonly DestructionItem[];
  readonly at: string;
  readonly by: string;
  /** The berita acara as it was last made; null before. */
  readonly report: { readonly file: RequestFile; readonly at: string } | null;
}

/** A destruction that was carried out; its items are in the list of what was destroyed. */
export interface Destruction {
  readonly id: string;
  readonly reportNumber: string;
  readonly reportDate: string;
  readonly count: number;
  readonly at: string;
  readonly by: string;
  readonly report: RequestFile | null;
}

/** Retention as its events tell it; `schedule` is null until the office entered its JRA. */
export interface RetentionState {
  readonly schedule: RetentionSchedule | null;
  readonly holds: readonly Hold[];
  readonly proposals: readonly Proposal[];
  /** Oldest first. */
  readonly destructions: readonly Destruction[];
}

export const EMPTY_RETENTION: RetentionState = {
  schedule: null,
  holds: [],
  proposals: [],
  destructions: [],
};

/** Retention after one more event; pure, and calm about late or repeated events. */
export function evolveRetention(state: RetentionState, event: RetentionEvent): RetentionState {
  switch (event.type) {
    case 'schedule-set':
      return { ...state, schedule: event.schedule };
    case 'records-held': {
      const { requestId, registerNumber, reason, at, by } = event;
      const others = state.holds.filter((hold) => hold.requestId !== requestId);
      const hold = { requestId, registerNumber, reason, at, by: by.name };
      return { ...state, holds: [...others, hold] };
    }
    case 'records-released':
      return { ...state, holds: state.holds.filter((one) => one.requestId !== event.requestId) };
    case 'destruction-proposed': {
      const { destructionId: id, basis, items, at, by } = event;
      const known = [...state.proposals, ...state.destructions].some((one) => one.id === id);
      if (known) return state;
      const proposal = { id, basis, items, at, by: by.name, report: null };
      return { ...state, proposals: [...state.proposals, proposal] };
    }
    case 'destruction-withdrawn':
      return { ...state, proposals: withoutId(state.proposals, event.destructionId) };
    case 'destruction-report-made':
      return {
        ...state,
        proposals: state.proposals.map((one) =>
          one.id === event.destructionId
            ? { ...one, report: { file: event.file, at: event.at } }
            : one,
        ),
      };
    case 'records-destroyed':
      return destroyed(state, event);
    default:
      return assertNever(event);
  }
}

function destroyed(
  state: RetentionState,
  event: Extract<RetentionEvent, { type: 'records-destroyed' }>,
): RetentionState {
  const { destructionId: id, reportNumber, reportDate, items, at, by } = event;
  if (state.destructions.some((one) => one.id === id)) return state;
  const report = state.proposals.find((one) => one.id === id)?.report?.file ?? null;
  const done = { id, reportNumber, reportDate, count: items.length, at, by: by.name, report };
  return {
    ...state,
    proposals: withoutId(state.proposals, id),
    destructions: [...state.destructions, done],
  };
}

function withoutId(proposals: readonly Proposal[], id: string): readonly Proposal[] {
  return proposals.filter((one) => one.id !== id);
}
