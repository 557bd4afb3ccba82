import { fail, succeed, type Result } from '../../contract/result';
import { assertNever } from '../assert-never';
import type { Occasion } from '../event';
import { isRealIsoDate } from '../identifiers/calendar-date';
import { localDate } from '../numbering/local-date';
import type { TimeZone } from '../office/office-event';
import { permissionRefusal, type Authority } from '../office/permissions';
import {
  RETENTION_ACTIONS,
  type Hindrance,
  type RetentionCommand,
  type RetentionRefusal,
} from './retention-command';
import { retentionStanding, yearsOf, type RequestFacts } from './retention-end';
import {
  RETENTION_STREAM,
  retentionScheduleSchema,
  type DestructionItem,
  type RetentionEvent,
  type RetentionPayload,
  type RetentionSchedule,
} from './retention-event';
import type { Proposal, RetentionState } from './retention-state';

/** Requests one berita acara may list: some twenty pages, and one decision stays quick. */
export const MOST_ON_LIST = 1000;

/** What a retention decision looks at besides the state; values, no services. */
export interface RetentionContext {
  readonly authority: Authority;
  readonly timeZone: TimeZone;
  /** The requests a command names, as far as anybody recorded them. */
  readonly requests: ReadonlyMap<string, RequestFacts>;
  /** Of these, those a newer version of the program wrote to. */
  readonly blocked: ReadonlySet<string>;
  /** Every counter as it stands. */
  readonly counters: readonly { readonly name: string; readonly value: number }[];
}

type Decided = Result<RetentionPayload, RetentionRefusal>;

/** Events of a retention command, or why it is refused; pure. */
export function decideRetention(
  state: RetentionState,
  command: RetentionCommand,
  context: RetentionContext,
  occasion: Occasion,
): Result<readonly RetentionEvent[], RetentionRefusal> {
  const forbidden = permissionRefusal(context.authority, [RETENTION_ACTIONS[command.command]]);
  if (forbidden) return fail(forbidden);
  const decided = decideBare(state, command, context, occasion);
  if (!decided.ok) return decided;
  const { newId, ...moment } = occasion;
  return succeed([{ ...moment, id: newId(), stream: RETENTION_STREAM, ...decided.value }]);
}

function decideBare(
  state: RetentionState,
  command: RetentionCommand,
  context: RetentionContext,
  { at }: Occasion,
): Decided {
  switch (command.command) {
    case 'set-schedule':
      return decideSchedule(command.schedule);
    case 'hold-records': {
      const request = context.requests.get(command.requestId);
      if (request === undefined) return fail({ code: 'request-unknown' });
      return held('records-held', request.id, request.registerNumber, command.reason);
    }
    case 'release-records': {
      const hold = state.holds.find(({ requestId }) => requestId === command.requestId);
      if (hold === undefined) return fail({ code: 'not-held' });
      return held('records-released', hold.requestId, hold.registerNumber, command.reason);
    }
    case 'propose-destruction':
      return decideProposal(state, command, context, at);
    case 'withdraw-destruction': {
      const { destructionId } = command;
      const reason = command.reason.trim();
      if (findProposal(state, destructionId) === undefined) {
        return fail({ code: 'destruction-unknown' });
      }
      if (reason === '') return fail({ code: 'reason-missing' });
      return succeed({ type: 'destruction-withdrawn', destructionId, reason });
    }
    case 'keep-report': {
      const { destructionId, file } = command;
      if (findProposal(state, destructionId) === undefined) {
        return fail({ code: 'destruction-unknown' });
      }
      return succeed({ type: 'destruction-report-made', destructionId, file });
    }
    case 'destroy-records':
      return decideDestruction(state, command, context, at);
    default:
      return assertNever(command);
  }
}

function decideSchedule(asked: RetentionSchedule): Decided {
  const schedule = { ...asked, basis: asked.basis.trim() };
  const bad = schedule.rules.find(
    (rule, index) =>
      yearsOf(rule) < 1 ||
      schedule.rules.findIndex(({ service }) => service === rule.service) !== index,
  );
  if (bad !== undefined) return fail({ code: 'rule-invalid', service: bad.service });
  const parsed = retentionScheduleSchema.safeParse(schedule);
  if (!parsed.success) {
    const place = parsed.error.issues[0]?.path[1];
    const service = typeof place === 'number' ? schedule.rules[place]?.service : undefined;
    return fail({ code: 'rule-invalid', service: service ?? '' });
  }
  // Without the regulation nobody could say by what right something was destroyed.
  if (schedule.rules.length > 0 && schedule.basis === '') return fail({ code: 'basis-missing' });
  return succeed({ type: 'schedule-set', schedule: parsed.data });
}

function held(
  type: 'records-held' | 'records-released',
  requestId: string,
  registerNumber: string,
  asked: string,
): Decided {
  const reason = asked.trim();
  return reason === ''
    ? fail({ code: 'reason-missing' })
    : succeed({ type, requestId, registerNumber, reason });
}

function decideProposal(
  state: RetentionState,
  { destructionId, requestIds }: Extract<RetentionCommand, { command: 'propose-destruction' }>,
  context: RetentionContext,
  at: string,
): Decided {
  const ids = [...new Set(requestIds)];
  if (ids.length === 0) return fail({ code: 'nothing-chosen' });
  if (ids.length > MOST_ON_LIST) return fail({ code: 'too-many', most: MOST_ON_LIST });
  const checked = checkAll(ids, null, state, context, at);
  if (!checked.ok) return checked;
  const items = checked.value.toSorted((one, other) =>
    one.registerNumber < other.registerNumber ? -1 : 1,
  );
  const basis = state.schedule?.basis ?? '';
  return succeed({ type: 'destruction-proposed', destructionId, basis, items });
}

function decideDestruction(
  state: RetentionState,
  command: Extract<RetentionCommand, { command: 'destroy-records' }>,
  context: RetentionContext,
  at: string,
): Decided {
  const { destructionId, reportDate } = command;
  const proposal = findProposal(state, destructionId);
  if (proposal === undefined) return fail({ code: 'destruction-unknown' });
  if (proposal.report === null) return fail({ code: 'report-missing' });
  const reportNumber = command.reportNumber.trim();
  if (reportNumber === '') return fail({ code: 'report-number-missing' });
  const wrong = reportDateRefusal(reportDate, proposal, context, at);
  if (wrong) return fail(wrong);
  const ids = proposal.items.map(({ requestId }) => requestId);
  const checked = checkAll(ids, proposal, state, context, at);
  if (!checked.ok) return checked;
  const { items } = proposal;
  const counters = [...context.counters];
  return succeed({
    type: 'records-destroyed',
    destructionId,
    reportNumber,
    reportDate,
    items: [...items],
    counters,
  });
}

function reportDateRefusal(
  date: string,
  proposal: Proposal,
  { timeZone }: RetentionContext,
  at: string,
): RetentionRefusal | null {
  if (!isRealIsoDate(date)) return { code: 'report-date-invalid' };
  if (date > localDate(at, timeZone).isoDate) return { code: 'report-date-ahead' };
  if (date < localDate(proposal.at, timeZone).isoDate) return { code: 'report-date-early' };
  return null;
}

/** The items of all these requests, or which of them cannot be destroyed and why. */
function checkAll(
  ids: readonly string[],
  own: Proposal | null,
  state: RetentionState,
  context: RetentionContext,
  at: string,
): Result<readonly DestructionItem[], RetentionRefusal> {
  const items: DestructionItem[] = [];
  const found: { readonly registerNumber: string; readonly why: Hindrance }[] = [];
  for (const id of ids) {
    const request = context.requests.get(id);
    const checked = checkOne(request, own, state, context, at);
    if (typeof checked !== 'string') {
      items.push(checked);
      continue;
    }
    const listed = own?.items.find(({ requestId }) => requestId === id)?.registerNumber;
    found.push({ registerNumber: request?.registerNumber ?? listed ?? '', why: checked });
  }
  return found.length > 0 ? fail({ code: 'not-destroyable', found }) : succeed(items);
}

function checkOne(
  request: RequestFacts | undefined,
  own: Proposal | null,
  state: RetentionState,
  { blocked, timeZone }: RetentionContext,
  at: string,
): DestructionItem | Hindrance {
  if (request === undefined) return 'unknown';
  if (blocked.has(request.id)) return 'newer-version';
  if (state.holds.some(({ requestId }) => requestId === request.id)) return 'held';
  const others = state.proposals.filter(({ id }) => id !== own?.id);
  if (others.some(({ items }) => items.some(({ requestId }) => requestId === request.id))) {
    return 'proposed';
  }
  const standing = retentionStanding(request, state.schedule, at, timeZone);
  if (standing.kind !== 'over') return standing.kind;
  if (standing.fate !== 'destroy') return 'fate';
  const { id: requestId, registerNumber, service, sop, arrivedAt, endedAt } = request;
  return { requestId, registerNumber, service, sop, arrivedAt, endedAt, until: standing.until };
}

function findProposal({ proposals }: RetentionState, id: string): Proposal | undefined {
  return proposals.find((one) => one.id === id);
}
