import { DEFAULT_PAPER } from '../letters/letter-paper';
import { DEFAULT_CALENDAR } from '../calendar/calendar-settings';
import { defaultEmailSuffixes } from '../identifiers/email';
import { defaultLetterNumberPattern } from '../numbering/letter-number';
import { currentNotice, type PublishedNotice } from '../privacy/notice';
import type { Sop } from '../sop/sop';
import { officeProfileSchema, type OfficeEvent, type OfficeProfile } from './office-event';
import { ROLES, orderedRoles, type Role } from './roles';

export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
  /** In the order of `ROLES`; empty for somebody who only reads. */
  readonly roles: readonly Role[];
}

/** The office as its events tell it; `profile` is null until it was set up. */
export interface OfficeState {
  readonly profile: OfficeProfile | null;
  readonly staff: readonly Staff[];
  /** Every version the office published itself, in their order; none is ever changed. */
  readonly sops: readonly Sop[];
  /** Every version of the privacy notice, oldest first; none is ever changed. */
  readonly notices: readonly PublishedNotice[];
}

export const EMPTY_OFFICE: OfficeState = { profile: null, staff: [], sops: [], notices: [] };

/** Values a new office starts from; every one can be changed in the settings. */
export const OFFICE_DEFAULTS = {
  timeZone: 'Asia/Jakarta',
  desk: 'A',
  emailSuffixes: defaultEmailSuffixes,
  letters: {
    /** letters.md 4.1: suggested default for permohonan and keterangan (inferred). */
    classificationCode: '000.6.5.2',
    numberPattern: defaultLetterNumberPattern,
  },
  paper: DEFAULT_PAPER,
  /** ams-portal.md 2.3: AMS v2.1.1, 1 MB per file; whether it still holds is open. */
  amsFileLimit: 1_000_000,
  calendar: DEFAULT_CALENDAR,
  sopsInUse: null,
  /** privacy.md: a desk nobody sits at must not stay open; long enough to fetch a paper. */
  lockAfterMinutes: 10,
  esign: null,
} as const;

/** The office after one more event; pure, and calm about late or repeated events. */
export function evolveOffice(state: OfficeState, event: OfficeEvent): OfficeState {
  switch (event.type) {
    case 'office-configured':
      return { ...state, profile: event.profile };
    case 'staff-added':
      return state.staff.some(({ id }) => id === event.staffId)
        ? state
        : {
            ...state,
            staff: [...state.staff, addedStaff(event)],
          };
    case 'staff-renamed':
      return withStaff(state, event.staffId, { name: event.name });
    case 'staff-roles-changed':
      return withStaff(state, event.staffId, { roles: orderedRoles(event.roles) });
    case 'staff-disabled':
      return withStaff(state, event.staffId, { active: false });
    case 'sop-published':
      return hasSop(state, event.sop) ? state : { ...state, sops: [...state.sops, event.sop] };
    case 'notice-published':
      return withNotice(state, event);
  }
}

function hasSop({ sops }: OfficeState, { id, version }: Sop): boolean {
  return sops.some((one) => one.id === id && one.version === version);
}

/** A late or repeated event brings nothing back that a later version took the place of. */
function withNotice(
  state: OfficeState,
  { version, notice, at, by }: Extract<OfficeEvent, { type: 'notice-published' }>,
): OfficeState {
  if (version <= (currentNotice(state.notices)?.version ?? 0)) return state;
  const published = { ...notice, version, publishedAt: at, publishedBy: by.name };
  return { ...state, notices: [...state.notices, published] };
}

function addedStaff({
  staffId,
  name,
  roles,
}: Extract<OfficeEvent, { type: 'staff-added' }>): Staff {
  return { id: staffId, name, active: true, roles: orderedRoles(roles) };
}

/** The office as a row of any version of the program has it. */
export interface KeptOffice extends Partial<Omit<OfficeState, 'staff'>> {
  readonly staff?: readonly (Omit<Staff, 'roles'> & Partial<Pick<Staff, 'roles'>>)[];
}

/**
 * The office as an earlier version of the program kept it, with what has come since. Staff of
 * a version without roles have all of them: they did everything, and nobody is locked out.
 */
export function upgradedOffice({
  profile,
  staff = [],
  sops = [],
  notices = [],
}: KeptOffice): OfficeState {
  return {
    profile: profile ? officeProfileSchema.parse(profile) : null,
    staff: staff.map((one) => ({ ...one, roles: one.roles ?? ROLES })),
    sops,
    notices,
  };
}

function withStaff(state: OfficeState, id: string, change: Partial<Staff>): OfficeState {
  return {
    ...state,
    staff: state.staff.map((one) => (one.id === id ? { ...one, ...change } : one)),
  };
}
