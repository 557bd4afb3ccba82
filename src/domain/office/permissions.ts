import { assertNever } from '../assert-never';
import { SYSTEM_AUTHOR, type Author } from '../event';
import type { IncidentCommandName } from '../incident/incident-command';
import { isApplicantSide } from '../request/letter-signing';
import type { RequestCommand, RequestCommandName } from '../request/request-command';
import { findStep } from '../sop/route';
import type { Sop, SopStep } from '../sop/sop';
import type { OfficeCommandName, PermissionRefusal } from './office-command';
import type { OfficeState } from './office-state';
import { ROLES, type Role } from './roles';

/** What a page does that is no command: looking, taking out of the program, looking after it. */
export type PageAction =
  | 'view-settings'
  | 'import'
  | 'export-register'
  | 'retry-submission'
  | 'export-submission'
  | 'manage-gateway'
  | 'manage-staff'
  | 'view-pending-drafts'
  | 'edit-sop'
  | 'view-trail'
  | 'export-trail'
  | 'export-person'
  | 'manage-backup'
  | 'rotate-keys'
  | 'hold-records'
  | 'manage-authorities'
  | 'destroy-records';

/** Narrows a command: the kind of the step, how a disposition was written, who signs. */
export type NarrowingAction =
  `step:${SopStep['kind']}` | 'dispose-on-screen' | 'sign-for-applicant';

export type Action =
  RequestCommandName | OfficeCommandName | IncidentCommandName | PageAction | NarrowingAction;

/** Who a row of the table names: roles, or the program itself (the engine's own records). */
type Holder = Role | 'program';

const desk = 'front-desk';
const verifier = 'verifier';
const official = 'official';
const administrator = 'administrator';

/**
 * Who may do what: the only place that says so. `decide` and `decideOffice` refuse by it,
 * screens ask it. Reading needs no role. The same table in words is in docs/roles.md.
 */
export const PERMISSIONS = {
  // The counter has the person and the papers before it; a bulk import records walk-ins too.
  'record-request': [desk],
  import: [desk],
  // Who checks against the papers finds the slip as well; the reason stays in the history.
  'correct-request': [desk, verifier],
  // Heard at the counter; whether the data are right after all is for who verifies or answers.
  'ask-correction': [desk, verifier],
  'refuse-correction': [verifier, official],
  'attach-document': [desk, verifier],
  'remove-document': [desk, verifier],
  // A step at any place of an SOP may ask for a letter, also one the verifier stands at.
  'draft-letter': [desk, verifier],
  'issue-letter': [desk, verifier],
  // Who makes letters keeps the book of their numbers.
  'reserve-letter-number': [desk, verifier],
  'return-letter-number': [desk, verifier],
  'spend-letter-number': [desk, verifier],
  // Who made it final stands at the printer; what is printed again is on record as a copy.
  'confirm-print': [desk, verifier],
  // The signer types the passphrase in person; the counter or his own account opens the dialog.
  'begin-signing': [desk, verifier, official],
  'end-signing': [desk, verifier, official],
  // Nothing but a person's word settles what nobody knows.
  'reconcile-signing': [desk, verifier, official],
  // The applicant and the superior sign before the counter; an official signs for the office.
  'sign-for-applicant': [desk, verifier],
  // The applicant withdraws at the counter; the verifier finds the double.
  'cancel-request': [desk, verifier],

  // Which steps, the kind of the step narrows further below.
  'complete-step': [desk, verifier, official],
  'refuse-step': [desk, verifier, official],
  'skip-step': [desk, verifier],
  // The clock stands while the applicant brings what is missing.
  'pause-step': [desk, verifier],
  'resume-step': [desk, verifier],
  'step:prepare': [desk],
  // Signed on paper and recorded by the counter, or by the official himself.
  'step:sign': [desk, official],
  'step:dispose': [desk, official],
  'step:verify': [desk, verifier],
  'step:submit': [desk, verifier],
  'step:confirm': [desk, verifier],
  'step:notify': [desk],
  'step:report': [desk],
  'step:archive': [desk],

  // The counter records on behalf of who wrote on paper; on screen writes only an official.
  'give-disposition': [desk, official],
  'forward-disposition': [desk, official],
  'return-disposition': [desk, official],
  'dispose-on-screen': [official],

  // Who has the person, the file or the answer before him; what lists say is evidence.
  'record-certificate': [desk, verifier],
  'record-certificate-check': [desk, verifier],

  // It leaves the office, and can be held or taken back until it was received.
  'queue-submission': [desk, verifier],
  'hold-submission': [desk, verifier],
  'release-submission': [desk, verifier],
  'cancel-submission': [desk, verifier],
  // Tries again what was queued already; who repaired the gateway looks whether it works.
  'retry-submission': [desk, verifier, administrator],
  // The package carries the papers out of the program, for a hand-off by hand.
  'export-submission': [desk, verifier],
  // The gateway's word, recorded by the engine: nobody can claim a receipt by hand.
  'submission-stored': ['program'],
  'submission-parked': ['program'],
  'submission-reported': ['program'],

  // Everybody with work here may look how the office is set up; the administrator changes it.
  'view-settings': [...ROLES],
  'configure-office': [administrator],
  'manage-gateway': [administrator],
  // Whom the office trusts decides about every signature that is checked here.
  'manage-authorities': [administrator],
  'publish-sop': [administrator],
  // A setting like the others: who may configure the office answers for its words.
  'publish-notice': [administrator],
  // What leaves under the office's kop is worded by whom it made answer for its settings.
  'publish-letter-template': [administrator],
  'reset-letter-template': [administrator],
  'edit-sop': [administrator],
  'manage-staff': [administrator],
  'add-staff': [administrator],
  'rename-staff': [administrator],
  'change-staff-roles': [administrator],
  'disable-staff': [administrator],
  'view-pending-drafts': [administrator],

  // Lists of many people leave the program: who answers for the register, or for the office.
  'export-register': [desk, administrator],
  // A person's right to a copy (UU 27/2022 art. 7) is answered by whom the office made answer.
  'export-person': [administrator],
  'view-trail': [administrator],
  'export-trail': [administrator],
  'manage-backup': [administrator],
  'rotate-keys': [administrator],
  // Whoever learns of a dispute must be able to keep its file from being destroyed at once.
  'hold-records': [verifier, administrator],
  'destroy-records': [administrator],
  // Whoever notices must be able to say so at once: the clock of 3 x 24 hours runs from then.
  'report-incident': [...ROLES],
  // Whoever learns more of it writes it down as well.
  'revise-incident': [...ROLES],
  // What leaves in the name of the office, and when it is over, is for who answers for it.
  'make-incident-letter': [official, administrator],
  'notify-incident': [official, administrator],
  'close-incident': [administrator],
} as const satisfies Record<Action, readonly Holder[]>;

/** Until somebody is active: the first set-up, which makes the first administrator. */
const SET_UP_ACTIONS: readonly Action[] = ['configure-office', 'add-staff'];

/** What the author of a command stands for, as the office's own records say. */
export type Authority =
  | { readonly kind: 'staff'; readonly roles: readonly Role[] }
  | { readonly kind: 'program' }
  /** Nobody is active yet. */
  | { readonly kind: 'set-up' }
  /** Disabled, or not of this office. */
  | { readonly kind: 'inactive' };

/** The authority of an author by his id; what he says of himself does not count. */
export function authorityOf({ staff }: Pick<OfficeState, 'staff'>, by: Author): Authority {
  if (by.id === SYSTEM_AUTHOR.id) return { kind: 'program' };
  const known = staff.find(({ id }) => id === by.id);
  if (known?.active === true) return { kind: 'staff', roles: known.roles };
  return { kind: staff.some(({ active }) => active) ? 'inactive' : 'set-up' };
}

/** The roles of which any one may do all of these together, in the order of `ROLES`. */
export function rolesThatMay(actions: readonly Action[]): readonly Role[] {
  return ROLES.filter((role) => actions.every((action) => holds(action, role)));
}

/** Why this authority may not do all of these together; null when it may. */
export function permissionRefusal(
  authority: Authority,
  actions: readonly Action[],
): PermissionRefusal | null {
  const needs = rolesThatMay(actions);
  switch (authority.kind) {
    case 'staff':
      return authority.roles.some((role) => needs.includes(role))
        ? null
        : { code: 'not-permitted', needs };
    case 'program':
      return actions.every((action) => holds(action, 'program')) ? null : { code: 'person-needed' };
    case 'set-up':
      return actions.every((action) => SET_UP_ACTIONS.includes(action))
        ? null
        : { code: 'not-permitted', needs };
    case 'inactive':
      return { code: 'account-inactive' };
    default:
      return assertNever(authority);
  }
}

/** The rows of the table a request's command falls under: its own, and what narrows it. */
export function requestActions(command: RequestCommand, sop: Sop): readonly Action[] {
  switch (command.command) {
    case 'complete-step':
    case 'refuse-step':
    case 'skip-step': {
      const kind = findStep(sop, command.step)?.kind;
      return kind === undefined ? [command.command] : [command.command, `step:${kind}`];
    }
    case 'begin-signing':
      return isApplicantSide(sop, command.actor)
        ? [command.command, 'sign-for-applicant']
        : [command.command];
    case 'give-disposition':
    case 'forward-disposition':
    case 'return-disposition':
      return command.medium === 'screen'
        ? [command.command, 'dispose-on-screen']
        : [command.command];
    default:
      return [command.command];
  }
}

function holds(action: Action, holder: Holder): boolean {
  const holders: readonly Holder[] = PERMISSIONS[action];
  return holders.includes(holder);
}
