import { fail, succeed, type Result } from '../../contract/result';
import { assertNever } from '../assert-never';
import type { Occasion } from '../event';
import {
  OFFICE_STREAM,
  officeProfileSchema,
  type OfficeEvent,
  type OfficeProfile,
} from './office-event';
import { checkSop, type SopProblem } from '../sop/check-sop';
import type { Sop } from '../sop/sop';
import type { OfficeState } from './office-state';

export type OfficeCommand =
  | { readonly command: 'configure-office'; readonly profile: OfficeProfile }
  | { readonly command: 'add-staff'; readonly staffId: string; readonly name: string }
  | { readonly command: 'rename-staff'; readonly staffId: string; readonly name: string }
  | { readonly command: 'disable-staff'; readonly staffId: string }
  | { readonly command: 'publish-sop'; readonly sop: Sop };

/** What a settings decision looks at besides the office. */
export interface OfficeContext {
  /** SOPs that came with the program: their ids are not the office's. */
  readonly presets: readonly Sop[];
  /** Letters the program can make. */
  readonly letters: readonly string[];
}

export type OfficeRefusal =
  | { readonly code: 'profile-incomplete'; readonly fields: readonly string[] }
  | { readonly code: 'staff-name-missing' }
  | { readonly code: 'staff-name-taken' }
  | { readonly code: 'staff-unknown' }
  /** Somebody must be left who can sign in. */
  | { readonly code: 'last-staff' }
  /** The id belongs to an SOP that came with the program. */
  | { readonly code: 'sop-is-preset' }
  /** Another version was published meanwhile. */
  | { readonly code: 'sop-version-taken'; readonly next: number }
  | { readonly code: 'sop-refused'; readonly problems: readonly SopProblem[] };

/** Events of a settings command, or why it is refused; pure. */
export function decideOffice(
  state: OfficeState,
  command: OfficeCommand,
  occasion: Occasion,
  context: OfficeContext,
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
    case 'publish-sop': {
      const refusal = sopRefusal(state, command.sop, context);
      return refusal
        ? fail(refusal)
        : succeed([{ ...envelope, type: 'sop-published', sop: command.sop }]);
    }
    default:
      return assertNever(command);
  }
}

/** A version is the next of its id, and free of what the check calls an error. */
function sopRefusal(
  { sops }: OfficeState,
  sop: Sop,
  { presets, letters }: OfficeContext,
): OfficeRefusal | null {
  if (presets.some(({ id }) => id === sop.id)) return { code: 'sop-is-preset' };
  const next =
    1 + Math.max(0, ...sops.filter(({ id }) => id === sop.id).map(({ version }) => version));
  if (sop.version !== next) return { code: 'sop-version-taken', next };
  const problems = checkSop(sop, { letters }).filter(({ severity }) => severity === 'error');
  return problems.length > 0 ? { code: 'sop-refused', problems } : null;
}

function nameRefusal(state: OfficeState, staffId: string, name: string): OfficeRefusal | null {
  if (name === '') return { code: 'staff-name-missing' };
  const taken = state.staff.some(
    (staff) =>
      staff.active && staff.id !== staffId && staff.name.toLowerCase() === name.toLowerCase(),
  );
  return taken ? { code: 'staff-name-taken' } : null;
}
