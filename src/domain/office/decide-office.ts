import { fail, succeed, type Result } from '../../contract/result';
import { assertNever } from '../assert-never';
import type { Occasion } from '../event';
import {
  OFFICE_STREAM,
  officeProfileSchema,
  type OfficeEvent,
  type OfficeProfile,
} from './office-event';
import type { OfficeState } from './office-state';

export type OfficeCommand =
  | { readonly command: 'configure-office'; readonly profile: OfficeProfile }
  | { readonly command: 'add-staff'; readonly staffId: string; readonly name: string }
  | { readonly command: 'rename-staff'; readonly staffId: string; readonly name: string }
  | { readonly command: 'disable-staff'; readonly staffId: string };

export type OfficeRefusal =
  | { readonly code: 'profile-incomplete'; readonly fields: readonly string[] }
  | { readonly code: 'staff-name-missing' }
  | { readonly code: 'staff-name-taken' }
  | { readonly code: 'staff-unknown' }
  /** Somebody must be left who can sign in. */
  | { readonly code: 'last-staff' };

/** Events of a settings command, or why it is refused; pure. */
export function decideOffice(
  state: OfficeState,
  command: OfficeCommand,
  occasion: Occasion,
): Result<readonly OfficeEvent[], OfficeRefusal> {
  const { newId, ...moment } = occasion;
  const envelope = { ...moment, id: newId(), stream: OFFICE_STREAM };
  switch (command.command) {
    case 'configure-office': {
      const parsed = officeProfileSchema.safeParse(command.profile);
      if (!parsed.success) {
        const fields = parsed.error.issues.map(({ path }) => path.join('.'));
        return fail({ code: 'profile-incomplete', fields: [...new Set(fields)] });
      }
      return succeed([{ ...envelope, type: 'office-configured', profile: parsed.data }]);
    }
    case 'add-staff':
    case 'rename-staff': {
      const name = command.name.trim();
      const refusal = nameRefusal(state, command.staffId, name);
      if (refusal) return fail(refusal);
      const type = command.command === 'add-staff' ? 'staff-added' : 'staff-renamed';
      return succeed([{ ...envelope, type, staffId: command.staffId, name }]);
    }
    case 'disable-staff': {
      const active = state.staff.filter((staff) => staff.active);
      if (!active.some(({ id }) => id === command.staffId)) return fail({ code: 'staff-unknown' });
      if (active.length === 1) return fail({ code: 'last-staff' });
      return succeed([{ ...envelope, type: 'staff-disabled', staffId: command.staffId }]);
    }
    default:
      return assertNever(command);
  }
}

function nameRefusal(state: OfficeState, staffId: string, name: string): OfficeRefusal | null {
  if (name === '') return { code: 'staff-name-missing' };
  const taken = state.staff.some(
    (staff) =>
      staff.active && staff.id !== staffId && staff.name.toLowerCase() === name.toLowerCase(),
  );
  return taken ? { code: 'staff-name-taken' } : null;
}
