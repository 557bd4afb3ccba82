import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { v7 } from 'uuid';
import { SYSTEM_AUTHOR, type Author } from '../../src/domain/event';
import { decideOffice } from '../../src/domain/office/decide-office';
import type { OfficeCommand } from '../../src/domain/office/office-command';
import { officeEventSchema, officeProfileSchema } from '../../src/domain/office/office-event';
import {
  EMPTY_OFFICE,
  evolveOffice,
  upgradedOffice,
  type OfficeState,
} from '../../src/domain/office/office-state';
import { ROLES, type Role } from '../../src/domain/office/roles';
import { addStaffCommand, profile, sop, staff } from '../helpers/memory-fixtures';

const context = {
  presets: [sop],
  letters: [],
  templates: [],
  signers: () => [],
  counters: () => 0,
};
const other: Author = { id: '01930000-0000-7000-8000-00000000000b', name: 'Contoh Dua' };

function give(state: OfficeState, command: OfficeCommand, by: Author = staff) {
  const at = '2026-03-02T02:00:00.000Z';
  const occasion = { at, clockOffsetMs: null, by, desk: 'A', newId: () => v7() };
  return decideOffice(state, command, occasion, context);
}

/** The office after a command that must be taken. */
function after(state: OfficeState, command: OfficeCommand, by: Author = staff): OfficeState {
  const decided = give(state, command, by);
  if (!decided.ok) throw new Error(decided.error.code);
  return decided.value.reduce(evolveOffice, state);
}

function codeOf(state: OfficeState, command: OfficeCommand, by: Author = staff): string {
  const decided = give(state, command, by);
  return decided.ok ? 'taken' : decided.error.code;
}

const changeRoles = (staffId: string, roles: readonly Role[]): OfficeCommand => ({
  command: 'change-staff-roles',
  staffId,
  roles,
});
const disable = (staffId: string, reason = 'Pindah tugas'): OfficeCommand => ({
  command: 'disable-staff',
  staffId,
  reason,
});

const started = after(EMPTY_OFFICE, addStaffCommand());

describe('the first set-up', () => {
  test('makes an administrator, and is closed once somebody is active', () => {
    expect(codeOf(EMPTY_OFFICE, { command: 'configure-office', profile })).toBe('taken');
    expect(codeOf(EMPTY_OFFICE, addStaffCommand(staff, ['front-desk']))).toBe('last-administrator');
    expect(codeOf(EMPTY_OFFICE, changeRoles(staff.id, ROLES))).toBe('not-permitted');
    expect(codeOf(EMPTY_OFFICE, disable(staff.id))).toBe('not-permitted');
    for (const command of [
      { command: 'configure-office', profile } as const,
      addStaffCommand(other),
    ]) {
      expect(codeOf(started, command, other)).toBe('account-inactive');
    }
  });

  test("is not the program's: it adds nobody", () => {
    expect(codeOf(EMPTY_OFFICE, addStaffCommand(), SYSTEM_AUTHOR)).toBe('person-needed');
  });
});

describe('the last active administrator', () => {
  const both = after(started, addStaffCommand(other, ['front-desk']));

  test('is neither disabled nor loses the role, whoever asks', () => {
    expect(codeOf(both, disable(staff.id))).toBe('last-administrator');
    expect(codeOf(both, changeRoles(staff.id, ['front-desk', 'official']))).toBe(
      'last-administrator',
    );
    const handed = after(both, changeRoles(other.id, ['administrator']));
    expect(codeOf(handed, changeRoles(staff.id, []), other)).toBe('taken');
    expect(codeOf(handed, disable(staff.id), other)).toBe('taken');
  });

  test('is there after any commands in any order, once there was one', () => {
    const ids = [staff.id, other.id, v7()];
    const commands = fc.oneof(
      fc
        .tuple(fc.constantFrom(...ids), fc.subarray([...ROLES]))
        .map(([id, roles]) => changeRoles(id, roles)),
      fc.constantFrom(...ids).map((id) => disable(id)),
      fc
        .tuple(fc.constantFrom(...ids), fc.subarray([...ROLES]))
        .map(([id, roles]) => addStaffCommand({ id, name: `Contoh ${id}` }, roles)),
    );
    fc.assert(
      fc.property(
        fc.array(fc.tuple(commands, fc.constantFrom(...ids)), { maxLength: 30 }),
        (all) => {
          let state = both;
          for (const [command, id] of all) {
            const decided = give(state, command, { id, name: 'Contoh' });
            if (decided.ok) state = decided.value.reduce(evolveOffice, state);
            const administrators = state.staff.filter(
              ({ active, roles }) => active && roles.includes('administrator'),
            );
            expect(administrators.length).toBeGreaterThan(0);
          }
        },
      ),
    );
  });
});

test('roles are kept once and in their order; the same roles again record nothing', () => {
  const state = after(started, addStaffCommand(other, ['official', 'front-desk', 'official']));
  expect(state.staff[1]?.roles).toEqual(['front-desk', 'official']);
  const same = give(state, changeRoles(other.id, ['official', 'front-desk']));
  expect(same).toEqual({ ok: true, value: [] });
});

test('only an administrator looks after staff; disabling needs a reason', () => {
  const state = after(started, addStaffCommand(other, ['front-desk', 'verifier', 'official']));
  for (const command of [disable(staff.id), changeRoles(other.id, ROLES), addStaffCommand()]) {
    expect(give(state, command, other)).toEqual({
      ok: false,
      error: { code: 'not-permitted', needs: ['administrator'] },
    });
  }
  expect(codeOf(state, disable(other.id, ' '))).toBe('reason-missing');
  const left = after(state, disable(other.id));
  expect(codeOf(left, disable(other.id))).toBe('staff-unknown');
  expect(codeOf(left, { command: 'configure-office', profile }, other)).toBe('account-inactive');
});

describe('an office of an earlier version', () => {
  const envelope = {
    id: v7(),
    stream: 'office',
    at: '2026-03-02T02:00:00.000Z',
    clockOffsetMs: null,
    by: staff,
    desk: 'A',
  };

  test('keeps its staff able to do everything: no upgrade locks anybody out', () => {
    const old = { ...envelope, type: 'staff-added', staffId: staff.id, name: staff.name };
    const state = evolveOffice(EMPTY_OFFICE, officeEventSchema.parse(old));
    expect(state.staff).toEqual([{ ...staff, active: true, roles: ROLES }]);
    const row = { profile: null, staff: [{ ...staff, active: true }], sops: [] };
    expect(upgradedOffice(row)).toEqual(state);
    expect(
      upgradedOffice({ staff: [{ ...staff, active: true, roles: [] }] }).staff[0]?.roles,
    ).toEqual([]);
  });

  test('has a lock time, and disabled staff without a reason', () => {
    const { lockAfterMinutes: _left, ...old } = profile;
    expect(officeProfileSchema.parse(old).lockAfterMinutes).toBe(10);
    for (const minutes of [0, 121, 1.5]) {
      expect(officeProfileSchema.safeParse({ ...profile, lockAfterMinutes: minutes }).success).toBe(
        false,
      );
    }
    const disabled = { ...envelope, type: 'staff-disabled', staffId: staff.id };
    expect(officeEventSchema.parse(disabled)).toMatchObject({ reason: '' });
  });
});
