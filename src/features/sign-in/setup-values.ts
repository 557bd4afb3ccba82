import { z } from 'zod';
import type { OfficeProfile } from '../../domain/office/office-event';
import { officeProfileSchema, timeZoneSchema } from '../../domain/office/office-event';
import { OFFICE_DEFAULTS } from '../../domain/office/office-state';

const filled = z.string().trim().min(1);

/** What the first set-up asks; `office` is skipped where the office is set up already. */
export const setupSchema = z.object({
  office: z.object({
    government: filled,
    name: filled,
    shortName: filled,
    place: filled,
    code: z.string().trim().pipe(officeProfileSchema.shape.code),
    timeZone: timeZoneSchema,
    desk: z.string().trim().toUpperCase().pipe(officeProfileSchema.shape.desk),
  }),
  staff: z.object({ name: filled }),
});
export type SetupValues = z.infer<typeof setupSchema>;

export const EMPTY_SETUP: SetupValues = {
  office: {
    government: '',
    name: '',
    shortName: '',
    place: '',
    code: '',
    timeZone: OFFICE_DEFAULTS.timeZone,
    desk: OFFICE_DEFAULTS.desk,
  },
  staff: { name: '' },
};

/** The profile of a new office: what was asked, and defaults the settings can change. */
export function newOfficeProfile(office: SetupValues['office']): OfficeProfile {
  return {
    ...office,
    address: '',
    postalCode: '',
    phone: '',
    email: '',
    website: '',
    logo: null,
    officials: [],
    emailSuffixes: [...OFFICE_DEFAULTS.emailSuffixes],
    letters: OFFICE_DEFAULTS.letters,
    gateway: { baseUrl: null },
    amsFileLimit: OFFICE_DEFAULTS.amsFileLimit,
    calendar: OFFICE_DEFAULTS.calendar,
    sopsInUse: OFFICE_DEFAULTS.sopsInUse,
  };
}
