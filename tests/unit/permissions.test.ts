import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SYSTEM_AUTHOR, type Author } from '../../src/domain/event';
import type { IncidentCommandName } from '../../src/domain/incident/incident-command';
import type { OfficeCommandName } from '../../src/domain/office/office-command';
import type { OfficeState } from '../../src/domain/office/office-state';
import {
  authorityOf,
  permissionRefusal,
  PERMISSIONS,
  rolesThatMay,
  type Action,
} from '../../src/domain/office/permissions';
import { ROLES, type Role } from '../../src/domain/office/roles';
import { decide } from '../../src/domain/request/decide';
import type { RequestCommand, RequestCommandName } from '../../src/domain/request/request-command';
import type { RequestState } from '../../src/domain/request/request-state';
import { findStep } from '../../src/domain/sop/route';
import { stepKindSchema } from '../../src/domain/sop/sop';
import { allSops } from '../helpers/all-sops';
import { profile, staff } from '../helpers/memory-fixtures';
import { commandOf, walkArbitrary } from '../helpers/memory-walk';
import { walkOf } from '../helpers/request-walk';

/** Every command there is: a new one does not compile until it is named here too. */
const requestCommands: Record<RequestCommandName, true> = {
  'record-request': true,
  'correct-request': true,
  'ask-correction': true,
  'refuse-correction': true,
  'attach-document': true,
  'remove-document': true,
  'draft-letter': true,
  'issue-letter': true,
  'confirm-print': true,
  'record-certificate': true,
  'record-certificate-check': true,
  'begin-signing': true,
  'end-signing': true,
  'reconcile-signing': true,
  'complete-step': true,
  'refuse-step': true,
  'skip-step': true,
  'pause-step': true,
  'resume-step': true,
  'give-disposition': true,
  'forward-disposition': true,
  'return-disposition': true,
  'queue-submission': true,
  'hold-submission': true,
  'release-submission': true,
  'cancel-submission': true,
  'submission-stored': true,
  'submission-parked': true,
  'submission-reported': true,
  'cancel-request': true,
};
const officeCommands: Record<OfficeCommandName, true> = {
  'configure-office': true,
  'add-staff': true,
  'rename-staff': true,
  'change-staff-roles': true,
  'disable-staff': true,
  'publish-sop': true,
  'publish-notice': true,
  'reserve-letter-number': true,
  'return-letter-number': true,
  'spend-letter-number': true,
  'publish-letter-template': true,
  'reset-letter-template': true,
};

const incidentCommands: Record<IncidentCommandName, true> = {
  'report-incident': true,
  'revise-incident': true,
  'make-incident-letter': true,
  'notify-incident': true,
  'close-incident': true,
};

const table: Readonly<Record<string, readonly string[]>> = PERMISSIONS;
const rolesArbitrary = fc.subarray([...ROLES]);

function officeOf(roles: readonly Role[], active = true): Pick<OfficeState, 'staff'> {
  const keeper = { id: crypto.randomUUID(), name: 'Contoh Dua', active: true, roles: ROLES };
  return { staff: [{ ...staff, active, roles }, keeper] };
}

describe('the table', () => {
  test('has every command and every kind of step, so that nothing goes unasked', () => {
    const names = [
      ...Object.keys(requestCommands),
      ...Object.keys(officeCommands),
      ...Object.keys(incidentCommands),
      ...stepKindSchema.options.map((kind) => `step:${kind}`),
    ];
    expect(names.filter((name) => !(name in table))).toEqual([]);
    for (const [action, holders] of Object.entries(table)) {
      expect(holders.length, action).toBeGreaterThan(0);
      expect(new Set(holders).size, action).toBe(holders.length);
    }
  });

  test('in docs/roles.md is the one of the code', () => {
    const text = readFileSync('docs/roles.md', 'utf8');
    const rows = text.slice(text.indexOf('## The table')).split('\n## ')[0]?.split('\n') ?? [];
    const told = rows
      .map((row) => row.split('|').map((cell) => cell.trim()))
      .filter((cells) => cells.length === 5 && cells[1] !== 'action' && cells[1] !== '---')
      .map(([, action = '', , who = '']) => [action, who.split(', ')] as const);
    expect(Object.fromEntries(told)).toEqual(table);
    expect(told.length).toBe(Object.keys(table).length);
  });

  test('lets the administrator look after the office and not work at the counter', () => {
    const atTheCounter = Object.keys(requestCommands).filter((name) =>
      table[name]?.includes('administrator'),
    );
    expect(atTheCounter).toEqual([]);
    // The book of numbers belongs to the office, and is kept by who makes letters.
    const book = ['reserve-letter-number', 'return-letter-number', 'spend-letter-number'];
    for (const name of Object.keys(officeCommands)) {
      expect(table[name]).toEqual(book.includes(name) ? table['issue-letter'] : ['administrator']);
    }
  });
});

describe('authority', () => {
  test('comes from the office by id: a name says nothing', () => {
    const office = officeOf(['official']);
    const boastful: Author = { id: staff.id, name: 'administrator' };
    expect(authorityOf(office, boastful)).toEqual({ kind: 'staff', roles: ['official'] });
    const stranger: Author = { id: crypto.randomUUID(), name: staff.name };
    expect(authorityOf(office, stranger)).toEqual({ kind: 'inactive' });
  });

  test('of a disabled account, and of the program beyond its own list, is nothing', () => {
    for (const action of Object.keys(table) as Action[]) {
      const disabled = authorityOf(officeOf(ROLES, false), staff);
      expect(permissionRefusal(disabled, [action])).toEqual({ code: 'account-inactive' });
      const program = permissionRefusal(authorityOf(officeOf(ROLES), SYSTEM_AUTHOR), [action]);
      if (table[action]?.includes('program')) expect(program).toBeNull();
      else expect(program).toEqual({ code: 'person-needed' });
    }
  });

  test('before anybody is active is the set-up: office and first member of staff, no more', () => {
    const authority = authorityOf({ staff: [] }, staff);
    const allowed = (Object.keys(table) as Action[]).filter(
      (action) => permissionRefusal(authority, [action]) === null,
    );
    expect(allowed.toSorted()).toEqual(['add-staff', 'configure-office']);
  });

  test('without a role reads and does nothing', () => {
    const authority = authorityOf(officeOf([]), staff);
    for (const action of Object.keys(table) as Action[]) {
      expect(permissionRefusal(authority, [action])).toMatchObject({ code: 'not-permitted' });
    }
  });

  test('for several actions needs one role that may do all of them', () => {
    expect(rolesThatMay(['complete-step', 'step:sign'])).toEqual(['front-desk', 'official']);
    const verifier = authorityOf(officeOf(['verifier', 'official']), staff);
    expect(permissionRefusal(verifier, ['complete-step', 'step:prepare'])).toEqual({
      code: 'not-permitted',
      needs: ['front-desk'],
    });
  });
});

/** What the table says of a command, read from its rows alone. */
function isAllowed(roles: readonly Role[], command: RequestCommand, kind: string | undefined) {
  const narrowed = ['complete-step', 'refuse-step', 'skip-step'].includes(command.command);
  const onScreen = 'medium' in command && command.medium === 'screen';
  const rows = [
    command.command,
    ...(narrowed && kind !== undefined ? [`step:${kind}`] : []),
    ...(onScreen ? ['dispose-on-screen'] : []),
  ];
  return roles.some((role) => rows.every((row) => table[row]?.includes(role)));
}

test('whatever the roles, a command the table forbids yields no event, and roles change nothing else', () => {
  let refused = 0;
  let taken = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...allSops),
      walkArbitrary,
      walkArbitrary,
      rolesArbitrary,
      fc.boolean(),
      (sop, before, attempts, roles, onScreen) => {
        const { state } = walkOf(sop, [{ what: 'record', pick: 1 }, ...before]);
        const ask = (command: RequestCommand, held: readonly Role[], on: RequestState | null) => {
          let ids = 0;
          const newId = () => `01930000-0000-7000-9000-${String((ids += 1)).padStart(12, '0')}`;
          const authority = authorityOf(officeOf(held), staff);
          const counters = () => 0;
          const context = {
            sop,
            office: profile,
            authority,
            counters,
            importedAs: null,
            letters: [],
            signers: () => [],
            notices: [],
            numbers: [],
          };
          const at = '2026-03-02T04:00:00.000Z';
          const occasion = { at, clockOffsetMs: null, by: staff, desk: 'A', newId };
          return decide('id', on, command, context, occasion);
        };
        for (const attempt of attempts.slice(0, 10)) {
          const on = attempt.what === 'record' ? null : state;
          const next = commandOf(
            attempt,
            on,
            () => 1,
            () => crypto.randomUUID(),
            sop,
          );
          const command =
            onScreen && 'medium' in next ? { ...next, medium: 'screen' as const } : next;
          const kind = 'step' in command ? findStep(sop, command.step)?.kind : undefined;
          const answer = ask(command, roles, on);
          if (isAllowed(roles, command, kind)) {
            expect(answer).toEqual(ask(command, ROLES, on));
            if (answer.ok) taken += 1;
          } else {
            expect(answer).toMatchObject({ ok: false, error: { code: 'not-permitted' } });
            refused += 1;
          }
        }
      },
    ),
    { numRuns: 200, seed: 11 },
  );
  expect(refused).toBeGreaterThan(100);
  expect(taken).toBeGreaterThan(100);
});
