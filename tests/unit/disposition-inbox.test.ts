import { describe, expect, test } from 'vitest';
import { inboxOfficials, inboxRows, isPastDeadline } from '../../src/features/disposition/inbox';
import { createSopLibrary } from '../../src/store/sop-library';
import { EMPTY_OFFICE } from '../../src/domain/office/office-state';
import { OTHER_HOLDER, type RegisterRow } from '../../src/store/store';
import { allSops, presetOf } from '../helpers/all-sops';

const sops = createSopLibrary(allSops, () => EMPTY_OFFICE);
const renewal = presetOf('ciamis-2025-renewal');

/** A row of the register at a step of the Ciamis renewal. */
function row(step: string, change: Partial<RegisterRow> = {}): RegisterRow {
  return {
    id: step,
    registerKey: `2026-03-02T02:00:00.000Z/${step}`,
    registerNumber: 'A-2026-0001',
    arrivedAt: '2026-03-02T02:00:00.000Z',
    status: 'open',
    service: 'renewal',
    sop: { id: renewal.id, version: renewal.version },
    step,
    actor: null,
    stepSince: '2026-03-02T02:00:00.000Z',
    pauses: [],
    holder: null,
    disposition: null,
    lastOnSheet: null,
    summary: { name: '', nik: '', nip: null, unit: '', reason: null, numbers: [] },
    ...change,
  };
}

const given = (step: string, to: string) =>
  ({ kind: 'given', step, from: 'office-head', to }) as const;

describe('whose inbox a request is in', () => {
  const placeOf = (one: RegisterRow) =>
    inboxRows([one], sops).map(({ kind, official }) => `${kind} ${official}`);

  test('at a dispose step it waits for the SOP’s own official', () => {
    expect(placeOf(row('dispose-office-head'))).toEqual(['to-dispose office-head']);
  });

  test('forwarded, it leaves his inbox for the other’s, also for somebody outside the SOP', () => {
    const to = (holder: string) => placeOf(row('dispose-office-head', { holder }));
    expect(to('division-head')).toEqual(['to-dispose division-head']);
    expect(to(OTHER_HOLDER)).toEqual([`to-dispose ${OTHER_HOLDER}`]);
  });

  test('addressed to another than the SOP names, it is that one’s', () => {
    const lastOnSheet = given('dispose-office-head', 'functional-officer');
    expect(placeOf(row('dispose-division-head', { lastOnSheet }))).toEqual([
      'to-dispose functional-officer',
    ]);
  });

  test('after the last disposition it is for whoever it was given to, to work on', () => {
    const facts = {
      disposition: { urgency: 'usual', deadline: null },
      lastOnSheet: given('dispose-functional-officer', 'staff'),
    } as const;
    expect(placeOf(row('check-and-assist', facts))).toEqual(['to-work-on staff']);
  });

  test('what nobody disposed, and what is with the applicant or BSrE, is in no inbox', () => {
    expect(placeOf(row('check-and-assist'))).toEqual([]);
    const tapin = presetOf('tapin-2025-revocation');
    const elsewhere = row('check-certificate', {
      sop: { id: tapin.id, version: tapin.version },
      disposition: { urgency: 'usual', deadline: null },
    });
    expect(placeOf(elsewhere)).toEqual([]);
    expect(placeOf(row('dispose-office-head', { sop: { id: 'gone', version: 1 } }))).toEqual([]);
  });
});

test('urgency comes first, then the nearest deadline, then who has waited longest', () => {
  const at = (id: string, urgency: 'usual' | 'urgent' | 'very-urgent' | 'secret', more = {}) =>
    row('dispose-division-head', { id, disposition: { urgency, deadline: null }, ...more });
  const late = { stepSince: '2026-03-02T04:00:00.000Z' };
  const rows = [
    at('usual', 'usual'),
    at('late', 'usual', late),
    at('dated', 'usual', { disposition: { urgency: 'usual', deadline: '2026-03-09' } }),
    at('urgent', 'urgent'),
    at('secret', 'secret', late),
    at('very', 'very-urgent'),
  ];
  expect(inboxRows(rows, sops).map((one) => one.row.id)).toEqual([
    'very',
    'secret',
    'urgent',
    'dated',
    'usual',
    'late',
  ]);
});

test('every official who takes part has an inbox, empty or not; others only with something in it', () => {
  expect(inboxOfficials([renewal], [])).toEqual([
    'staff',
    'functional-officer',
    'division-head',
    'office-head',
  ]);
  const rows = inboxRows([row('dispose-office-head', { holder: OTHER_HOLDER })], sops);
  expect(inboxOfficials([renewal], rows).at(-1)).toBe(OTHER_HOLDER);
});

test('the day of a deadline still counts', () => {
  expect(isPastDeadline('2026-03-05', '2026-03-05')).toBe(false);
  expect(isPastDeadline('2026-03-05', '2026-03-06')).toBe(true);
  expect(isPastDeadline(null, '2026-03-06')).toBe(false);
});
