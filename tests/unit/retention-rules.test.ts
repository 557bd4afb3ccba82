import fc from 'fast-check';
import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { Occasion } from '../../src/domain/event';
import type { Authority } from '../../src/domain/office/permissions';
import {
  decideRetention,
  MOST_ON_LIST,
  type RetentionContext,
} from '../../src/domain/retention/decide-retention';
import type { RetentionCommand } from '../../src/domain/retention/retention-command';
import {
  addYears,
  retentionStanding,
  type RequestFacts,
} from '../../src/domain/retention/retention-end';
import type { RetentionSchedule } from '../../src/domain/retention/retention-event';
import {
  EMPTY_RETENTION,
  evolveRetention,
  type RetentionState,
} from '../../src/domain/retention/retention-state';
import { file, staff } from '../helpers/memory-fixtures';

const NOW = '2026-03-02T02:00:00.000Z';
const schedule: RetentionSchedule = {
  basis: 'Peraturan Contoh Nomor 1 Tahun 2024',
  rules: [{ service: 'revocation', activeYears: 1, inactiveYears: 2, fate: 'destroy' }],
};
const administrator: Authority = { kind: 'staff', roles: ['administrator'] };

function facts(change: Partial<RequestFacts> = {}): RequestFacts {
  return {
    id: '01930000-0000-7000-8000-0000000000b1',
    registerNumber: 'A-2022-0001',
    service: 'revocation',
    sop: { id: 'contoh', version: 1 },
    status: 'completed',
    arrivedAt: '2022-02-01T02:00:00.000Z',
    endedAt: '2022-02-10T02:00:00.000Z',
    ...change,
  };
}

function contextOf(
  requests: readonly RequestFacts[] = [facts()],
  change: Partial<RetentionContext> = {},
): RetentionContext {
  return {
    authority: administrator,
    timeZone: 'Asia/Jakarta',
    requests: new Map(requests.map((one) => [one.id, one])),
    blocked: new Set(),
    counters: [{ name: 'register/A/2022', value: 7 }],
    ...change,
  };
}

const occasion: Occasion = {
  at: NOW,
  clockOffsetMs: null,
  by: staff,
  desk: 'A',
  newId: () => v7(),
};

function act(
  state: RetentionState,
  command: RetentionCommand,
  context: RetentionContext = contextOf(),
): RetentionState {
  const decided = decideRetention(state, command, context, occasion);
  if (!decided.ok) throw new Error(JSON.stringify(decided.error));
  return decided.value.reduce(evolveRetention, state);
}

function refusalOf(
  state: RetentionState,
  command: RetentionCommand,
  context: RetentionContext = contextOf(),
) {
  const decided = decideRetention(state, command, context, occasion);
  return decided.ok ? null : decided.error;
}

const scheduled = act(EMPTY_RETENTION, { command: 'set-schedule', schedule });
const destructionId = '01930000-0000-7000-8000-0000000000d1';
const propose: RetentionCommand = {
  command: 'propose-destruction',
  destructionId,
  requestIds: [facts().id],
};
const destroy: RetentionCommand = {
  command: 'destroy-records',
  destructionId,
  reportNumber: '000.5.6/1/2026',
  reportDate: '2026-03-02',
};
const reported = act(act(scheduled, propose), {
  command: 'keep-report',
  destructionId,
  file: file(1),
});

describe('the end of retention', () => {
  test('nothing is over while the office has no rule for the service', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2000, max: 2100 }), (year) => {
        const now = `${String(year)}-06-01T00:00:00.000Z`;
        const standing = retentionStanding(facts(), null, now, 'Asia/Jakarta');
        expect(standing.kind).toBe('unset');
      }),
    );
  });

  test('never before the years are full, on the office’s own calendar', () => {
    const at = (now: string) => retentionStanding(facts(), schedule, now, 'Asia/Jakarta').kind;
    expect(at('2025-02-09T16:59:59.000Z')).toBe('running');
    expect(at('2025-02-09T17:00:00.000Z')).toBe('over');
    expect(retentionStanding(facts({ status: 'open' }), schedule, NOW, 'Asia/Jakarta').kind).toBe(
      'open',
    );
  });

  test('29 February ends on 1 March, not a day early', () => {
    expect(addYears('2024-02-29', 1)).toBe('2025-03-01');
    expect(addYears('2024-02-29', 4)).toBe('2028-02-29');
  });
});

describe('the schedule', () => {
  test('needs its regulation, whole years and one rule for a service', () => {
    const [rule] = schedule.rules as [RetentionSchedule['rules'][number]];
    const set = (change: Partial<RetentionSchedule>) =>
      refusalOf(EMPTY_RETENTION, { command: 'set-schedule', schedule: { ...schedule, ...change } });
    expect(set({ basis: ' ' })?.code).toBe('basis-missing');
    expect(set({ rules: [rule, rule] })?.code).toBe('rule-invalid');
    expect(set({ rules: [{ ...rule, activeYears: 0, inactiveYears: 0 }] })?.code).toBe(
      'rule-invalid',
    );
    expect(set({ rules: [{ ...rule, activeYears: 1.5 }] })?.code).toBe('rule-invalid');
    expect(set({ basis: '', rules: [] })).toBeNull();
  });
});

describe('a destruction', () => {
  test('needs an administrator at every step, whatever the page shows', () => {
    const verifier = contextOf([facts()], { authority: { kind: 'staff', roles: ['verifier'] } });
    for (const command of [propose, destroy, { command: 'set-schedule', schedule } as const]) {
      expect(refusalOf(reported, command, verifier)?.code).toBe('not-permitted');
    }
    const hold = { command: 'hold-records', requestId: facts().id, reason: 'Sengketa' } as const;
    expect(refusalOf(reported, hold, verifier)).toBeNull();
    const release = { ...hold, command: 'release-records' } as const;
    expect(refusalOf(act(reported, hold), release, verifier)?.code).toBe('not-permitted');
  });

  test.each([
    ['open', [facts({ status: 'open' })], {}],
    ['running', [facts({ endedAt: '2024-01-01T00:00:00.000Z' })], {}],
    ['unset', [facts({ service: 'renewal' })], {}],
    ['unknown', [], {}],
    ['newer-version', [facts()], { blocked: new Set([facts().id]) }],
  ] as const)('is refused for what is %s', (why, requests, change) => {
    const refusal = refusalOf(scheduled, propose, contextOf(requests, change));
    expect(refusal).toMatchObject({ code: 'not-destroyable', found: [{ why }] });
  });

  test('leaves alone what is held, kept for ever, or on another list', () => {
    const held = act(scheduled, {
      command: 'hold-records',
      requestId: facts().id,
      reason: 'Sengketa',
    });
    expect(refusalOf(held, propose)).toMatchObject({ found: [{ why: 'held' }] });
    const [rule] = schedule.rules;
    const keep = { ...schedule, rules: rule ? [{ ...rule, fate: 'keep' as const }] : [] };
    const kept = act(EMPTY_RETENTION, { command: 'set-schedule', schedule: keep });
    expect(refusalOf(kept, propose)).toMatchObject({ found: [{ why: 'fate' }] });
    const again = { ...propose, destructionId: v7() };
    expect(refusalOf(reported, again)).toMatchObject({ found: [{ why: 'proposed' }] });
  });

  test('a hold set after the list was signed still stops it', () => {
    const held = act(reported, {
      command: 'hold-records',
      requestId: facts().id,
      reason: 'Sengketa',
    });
    expect(refusalOf(held, destroy)).toMatchObject({ found: [{ why: 'held' }] });
  });

  test('needs the berita acara: made, numbered and dated within reason', () => {
    const proposed = act(scheduled, propose);
    expect(refusalOf(proposed, destroy)?.code).toBe('report-missing');
    const change = (change_: Partial<Extract<RetentionCommand, { command: 'destroy-records' }>>) =>
      refusalOf(reported, { ...destroy, ...change_ })?.code;
    expect(change({ reportNumber: ' ' })).toBe('report-number-missing');
    expect(change({ reportDate: '2026-02-30' })).toBe('report-date-invalid');
    expect(change({ reportDate: '2026-03-03' })).toBe('report-date-ahead');
    expect(change({ reportDate: '2026-03-01' })).toBe('report-date-early');
    expect(change({})).toBeUndefined();
  });

  test('carries every counter and its list, and happens once', () => {
    const decided = decideRetention(reported, destroy, contextOf(), occasion);
    expect(decided.ok && decided.value[0]).toMatchObject({
      type: 'records-destroyed',
      items: [{ registerNumber: 'A-2022-0001', until: '2025-02-10' }],
      counters: [{ name: 'register/A/2022', value: 7 }],
    });
    const done = act(reported, destroy);
    expect(done.destructions).toHaveLength(1);
    expect(done.proposals).toEqual([]);
    expect(refusalOf(done, destroy)?.code).toBe('destruction-unknown');
  });

  test('a list is bounded and never empty', () => {
    expect(refusalOf(scheduled, { ...propose, requestIds: [] })?.code).toBe('nothing-chosen');
    const requestIds = Array.from({ length: MOST_ON_LIST + 1 }, () => v7());
    expect(refusalOf(scheduled, { ...propose, requestIds })?.code).toBe('too-many');
  });

  test('a list that names things nobody may destroy never yields an event', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            status: fc.constantFrom('open', 'completed', 'cancelled'),
            year: fc.integer({ min: 2015, max: 2026 }),
            service: fc.constantFrom('revocation', 'renewal'),
          }),
          { minLength: 1, maxLength: 8 },
        ),
        (made) => {
          const requests = made.map(({ status, year, service }) =>
            facts({ id: v7(), status, service, endedAt: `${String(year)}-01-15T00:00:00.000Z` }),
          );
          const requestIds = requests.map(({ id }) => id);
          const refusal = refusalOf(scheduled, { ...propose, requestIds }, contextOf(requests));
          const allowed = made.every(
            ({ status, year, service }) =>
              status !== 'open' && service === 'revocation' && year <= 2023,
          );
          expect(refusal === null).toBe(allowed);
        },
      ),
    );
  });
});
