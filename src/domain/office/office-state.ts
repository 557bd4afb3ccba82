import { defaultEmailSuffixes } from '../identifiers/email';
import { defaultLetterNumberPattern } from '../numbering/letter-number';
import type { OfficeEvent, OfficeProfile } from './office-event';

export interface Staff {
  readonly id: string;
  readonly name: string;
  readonly active: boolean;
}

/** The office as its events tell it; `profile` is null until it was set up. */
export interface OfficeState {
  readonly profile: OfficeProfile | null;
  readonly staff: readonly Staff[];
}

export const EMPTY_OFFICE: OfficeState = { profile: null, staff: [] };

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
  /** ams-portal.md 2.3: AMS v2.1.1, 1 MB per file; whether it still holds is open. */
  amsFileLimit: 1_000_000,
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
            staff: [...state.staff, { id: event.staffId, name: event.name, active: true }],
          };
    case 'staff-renamed':
      return withStaff(state, event.staffId, { name: event.name });
    case 'staff-disabled':
      return withStaff(state, event.staffId, { active: false });
  }
}

function withStaff(state: OfficeState, id: string, change: Partial<Staff>): OfficeState {
  return {
    ...state,
    staff: state.staff.map((one) => (one.id === id ? { ...one, ...change } : one)),
  };
}
