import { v7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import type { RetentionSchedule } from '../../src/domain/retention/retention-event';
import {
  scheduleEntries,
  typedSchedule,
  type RuleEntry,
} from '../../src/features/settings/retention-entries';
import type { OverdueRow } from '../../src/store/retention-store';
import type { Store } from '../../src/store/store';
import {
  createDesk,
  file,
  openWindow,
  recordRequest,
  setUpOffice,
  sop,
  staff,
} from '../helpers/memory-desk';
import { observe } from '../helpers/observe-store';

const YEAR = 365 * 86_400_000;

const schedule = (service: string = sop.service): RetentionSchedule => ({
  basis: 'Peraturan Contoh Nomor 1 Tahun 2024',
  rules: [
    {
      service: service as RetentionSchedule['rules'][number]['service'],
      activeYears: 1,
      inactiveYears: 1,
      fate: 'destroy',
    },
  ],
});

async function cancelled(store: Store, number: number): Promise<string> {
  const id = await recordRequest(store, number);
  await store.execute(id, { command: 'cancel-request', reason: 'Batal' }, staff);
  return id;
}

async function deskOf(count: number) {
  const desk = createDesk();
  const store = await openWindow(desk);
  await setUpOffice(store);
  const ids: string[] = [];
  for (let number = 0; number < count; number += 1) ids.push(await cancelled(store, number));
  return { desk, store, ids };
}

async function allPages(store: Store, size: number): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof store.retention.overdue>> = await store.retention.overdue(
      'destroy',
      cursor,
      size,
    );
    found.push(...page.rows.map(({ id }) => id));
    cursor = page.next;
  } while (cursor !== null);
  return found;
}

describe('what is over', () => {
  test('is nothing without a schedule or for another service, and each once page by page', async () => {
    const { desk, store, ids } = await deskOf(7);
    const open = await recordRequest(store, 8);
    desk.now += 2 * YEAR + 2 * 86_400_000;
    await cancelled(store, 9);
    expect(await allPages(store, 3)).toEqual([]);
    await store.executeRetention(
      { command: 'set-schedule', schedule: schedule('issuance') },
      staff,
    );
    expect(await allPages(store, 3)).toEqual([]);
    await store.executeRetention({ command: 'set-schedule', schedule: schedule() }, staff);
    expect(await allPages(store, 3)).toEqual(ids);
    expect(await allPages(store, 7)).toEqual(ids);
    expect(await allPages(store, 100)).not.toContain(open);
    expect((await store.retention.overdue('reappraise', null, 10)).rows).toEqual([]);
    store.close();
  });

  test('shows what is held or listed, and hears of it at once', async () => {
    const { desk, store, ids } = await deskOf(2);
    desk.now += 3 * YEAR;
    const [first = '', second = ''] = ids;
    let rows: readonly OverdueRow[] = [];
    const stop = observe(
      () => store.retention.overdue('destroy', null, 10),
      (page) => {
        rows = page.rows;
      },
    );
    await store.executeRetention({ command: 'set-schedule', schedule: schedule() }, staff);
    await store.executeRetention(
      { command: 'hold-records', requestId: first, reason: 'Sengketa' },
      staff,
    );
    const destructionId = v7();
    await store.executeRetention(
      { command: 'propose-destruction', destructionId, requestIds: [second] },
      staff,
    );
    await expect
      .poll(() => rows.map(({ hold, listed }) => [hold?.reason ?? null, listed]))
      .toEqual([
        ['Sengketa', false],
        [null, true],
      ]);
    await store.executeRetention({ command: 'keep-report', destructionId, file: file() }, staff);
    const done = await store.executeRetention(
      {
        command: 'destroy-records',
        destructionId,
        reportNumber: '1/2029',
        reportDate: new Date(desk.now).toISOString().slice(0, 10),
      },
      staff,
    );
    expect(done.ok).toBe(true);
    await expect.poll(() => rows.map(({ id }) => id)).toEqual([first]);
    stop();
    store.close();
  });
});

describe('the form of the schedule', () => {
  const entry = (change: Partial<RuleEntry>) => {
    const blank = scheduleEntries(null);
    const rule: RuleEntry = { activeYears: '1', inactiveYears: '2', fate: 'destroy', ...change };
    return typedSchedule({ basis: 'Peraturan', rules: { ...blank.rules, revocation: rule } });
  };

  test('suggests no duration, and a blank is not nought', () => {
    expect(typedSchedule(scheduleEntries(null))).toEqual({
      schedule: { basis: '', rules: [] },
      problems: null,
    });
    expect(entry({ activeYears: '' }).problems?.rules).toEqual({ revocation: 'badYears' });
    expect(entry({ activeYears: '0', inactiveYears: '0' }).problems?.rules).toEqual({
      revocation: 'noYears',
    });
    expect(entry({ activeYears: '101' }).problems?.rules).toEqual({ revocation: 'badYears' });
    expect(entry({ fate: '' }).schedule.rules).toEqual([]);
  });

  test('shows again what was saved', () => {
    const { schedule: saved } = entry({});
    expect(typedSchedule(scheduleEntries(saved)).schedule).toEqual(saved);
  });
});
