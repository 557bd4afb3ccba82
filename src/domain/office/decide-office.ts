import { fail, succeed, type Result } from '../../contract/result';
import { assertNever } from '../assert-never';
import type { Counters, Occasion } from '../event';
import {
  OFFICE_STREAM,
  officeProfileSchema,
  type OfficeEvent,
  type OfficeProfile,
} from './office-event';
import { letterChange } from './decide-letter-template';
import type { OfficeCommand, OfficeRefusal } from './office-command';
import { evolveOffice, type OfficeState, type Staff } from './office-state';
import { authorityOf, permissionRefusal } from './permissions';
import { orderedRoles } from './roles';
import { decideNumber, isNumberCommand, type NumberCommand } from './decide-number';
import type { LetterTemplate } from '../letters/letter-template';
import { checkSop } from '../sop/check-sop';
import {
  checkNotice,
  cleanNotice,
  currentNotice,
  isSameNotice,
  type Notice,
} from '../privacy/notice';
import type { Sop } from '../sop/sop';

/** What a settings decision looks at besides the office. */
export interface OfficeContext {
  /** SOPs that came with the program: their ids are not the office's. */
  readonly presets: readonly Sop[];
  /** Letters the program can make. */
  readonly letters: readonly string[];
  /** How far the books of numbers have come. */
  readonly counters: Counters;
  /** Their texts as they came with the program. */
  readonly templates: readonly LetterTemplate[];
  /** Actors who sign a kind of letter, in their order. */
  readonly signers: (letter: string) => readonly string[];
}

type SettingCommand = Exclude<OfficeCommand, NumberCommand>;
type Envelope = Omit<Occasion, 'newId'> & { readonly id: string; readonly stream: string };

/**
 * Events of a settings command, or why it is refused; pure. The author's roles are those the
 * office has for his id; before anybody is active the first set-up may be made, and no more.
 */
export function decideOffice(
  state: OfficeState,
  command: OfficeCommand,
  occasion: Occasion,
  context: OfficeContext,
): Result<readonly OfficeEvent[], OfficeRefusal> {
  const forbidden = permissionRefusal(authorityOf(state, occasion.by), [command.command]);
  if (forbidden) return fail(forbidden);
  const { newId, ...moment } = occasion;
  const envelope = { ...moment, id: newId(), stream: OFFICE_STREAM };
  if (!isNumberCommand(command)) return decideSetting(state, command, envelope, context);
  const decided = decideNumber(state, command, context);
  return decided.ok ? succeed([{ ...envelope, ...decided.value }]) : decided;
}

function decideSetting(
  state: OfficeState,
  command: SettingCommand,
  envelope: Envelope,
  context: OfficeContext,
): Result<readonly OfficeEvent[], OfficeRefusal> {
  switch (command.command) {
    case 'configure-office': {
      const parsed = parsedProfile(command.profile);
      if (!parsed.ok) return parsed;
      return succeed([{ ...envelope, type: 'office-configured', profile: parsed.value }]);
    }
    case 'add-staff':
    case 'rename-staff':
    case 'change-staff-roles':
    case 'disable-staff':
      return decideStaff(state, command, envelope);
    case 'publish-sop': {
      const refusal = sopRefusal(state, command.sop, context);
      if (refusal) return fail(refusal);
      return succeed([{ ...envelope, type: 'sop-published', sop: command.sop }]);
    }
    case 'publish-notice': {
      const next = nextNotice(state, command);
      if (!next.ok || next.value === null) return next.ok ? succeed([]) : next;
      return succeed([{ ...envelope, type: 'notice-published', ...next.value }]);
    }
    case 'publish-letter-template':
    case 'reset-letter-template': {
      const change = letterChange(state, command, context);
      if (!change.ok || change.value === null) return change.ok ? succeed([]) : change;
      return succeed([{ ...envelope, ...change.value }]);
    }
    default:
      return assertNever(command);
  }
}

type StaffCommand = Extract<
  OfficeCommand,
  { command: 'add-staff' | 'rename-staff' | 'change-staff-roles' | 'disable-staff' }
>;

function decideStaff(
  state: OfficeState,
  command: StaffCommand,
  envelope: Envelope,
): Result<readonly OfficeEvent[], OfficeRefusal> {
  switch (command.command) {
    case 'add-staff': {
      const { staffId } = command;
      const name = command.name.trim();
      const refusal = nameRefusal(state, staffId, name);
      if (refusal) return fail(refusal);
      const roles = orderedRoles(command.roles);
      return administered(state, { ...envelope, type: 'staff-added', staffId, name, roles });
    }
    case 'rename-staff': {
      const { staffId } = command;
      const name = command.name.trim();
      const refusal = nameRefusal(state, staffId, name);
      if (refusal) return fail(refusal);
      return succeed([{ ...envelope, type: 'staff-renamed', staffId, name }]);
    }
    case 'change-staff-roles': {
      const { staffId } = command;
      const known = activeStaff(state, staffId);
      const roles = orderedRoles(command.roles);
      if (!known) return fail({ code: 'staff-unknown' });
      if (roles.join() === known.roles.join()) return succeed([]);
      return administered(state, { ...envelope, type: 'staff-roles-changed', staffId, roles });
    }
    case 'disable-staff': {
      const { staffId } = command;
      const reason = command.reason.trim();
      const refusal = disablingRefusal(state, staffId, reason);
      if (refusal) return fail(refusal);
      return administered(state, { ...envelope, type: 'staff-disabled', staffId, reason });
    }
    default:
      return assertNever(command);
  }
}

function disablingRefusal(
  state: OfficeState,
  staffId: string,
  reason: string,
): OfficeRefusal | null {
  if (!activeStaff(state, staffId)) return { code: 'staff-unknown' };
  return reason === '' ? { code: 'reason-missing' } : null;
}

function activeStaff({ staff }: OfficeState, staffId: string): Staff | undefined {
  return staff.find(({ id, active }) => active && id === staffId);
}

/** The event, unless it would leave the office without an active administrator. */
function administered(
  state: OfficeState,
  event: OfficeEvent,
): Result<readonly OfficeEvent[], OfficeRefusal> {
  const left = evolveOffice(state, event).staff;
  return left.some(({ active, roles }) => active && roles.includes('administrator'))
    ? succeed([event])
    : fail({ code: 'last-administrator' });
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

function parsedProfile(profile: OfficeProfile): Result<OfficeProfile, OfficeRefusal> {
  const parsed = officeProfileSchema.safeParse(profile);
  if (parsed.success) return succeed(parsed.data);
  const fields = parsed.error.issues.map(({ path }) => path.join('.'));
  return fail({ code: 'profile-incomplete', fields: [...new Set(fields)] });
}

/** The version to publish; null where the one in force says the same already. */
function nextNotice(
  { notices }: OfficeState,
  command: Extract<OfficeCommand, { command: 'publish-notice' }>,
): Result<{ readonly version: number; readonly notice: Notice } | null, OfficeRefusal> {
  const current = currentNotice(notices);
  const version = (current?.version ?? 0) + 1;
  if (command.version !== version) return fail({ code: 'notice-version-taken', next: version });
  const notice = cleanNotice(command.notice);
  const problems = checkNotice(notice);
  if (problems.length > 0) return fail({ code: 'notice-refused', problems });
  return succeed(current && isSameNotice(current, notice) ? null : { version, notice });
}

function nameRefusal(state: OfficeState, staffId: string, name: string): OfficeRefusal | null {
  if (name === '') return { code: 'staff-name-missing' };
  const taken = state.staff.some(
    (staff) =>
      staff.active && staff.id !== staffId && staff.name.toLowerCase() === name.toLowerCase(),
  );
  return taken ? { code: 'staff-name-taken' } : null;
}
