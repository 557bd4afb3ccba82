import { z } from 'zod';
import type { OfficeProfile } from '../../domain/office/office-event';
import { officeProfileSchema, timeZoneSchema } from '../../domain/office/office-event';
import { OFFICE_DEFAULTS } from '../../domain/office/office-state';
import { passphraseProblem } from '../../domain/vault/passphrase-rules';
import { cleanSignInName, SIGN_IN_NAME } from '../../domain/vault/sign-in-name';

const line = z.string().trim();
const filled = line.min(1);

const accessSchema = z.object({
  signInName: z.string().transform(cleanSignInName).pipe(z.string().regex(SIGN_IN_NAME)),
  passphrase: z.string(),
  repeated: z.string(),
});

const wholeSchema = z.object({
  office: z.object({
    government: filled,
    name: filled,
    shortName: filled,
    place: filled,
    code: z.string().trim().pipe(officeProfileSchema.shape.code),
    timeZone: timeZoneSchema,
    desk: z.string().trim().toUpperCase().pipe(officeProfileSchema.shape.desk),
  }),
  /** May stay empty: the settings ask for the same. */
  letterhead: z.object({
    address: line,
    postalCode: line,
    phone: line,
    email: line,
    website: line,
  }),
  /** Ids of the SOPs the counter offers. */
  sops: z.array(z.string()).min(1),
  staff: z.object({ name: filled }),
  access: accessSchema,
});
export type SetupValues = z.infer<typeof wholeSchema>;

const EMPTY_SETUP: SetupValues = {
  office: {
    government: '',
    name: '',
    shortName: '',
    place: '',
    code: '',
    timeZone: OFFICE_DEFAULTS.timeZone,
    desk: OFFICE_DEFAULTS.desk,
  },
  letterhead: { address: '', postalCode: '', phone: '', email: '', website: '' },
  sops: [],
  staff: { name: '' },
  access: { signInName: '', passphrase: '', repeated: '' },
};

/** The form before anything is typed: every SOP is offered. */
export function emptySetup(sops: readonly string[]): SetupValues {
  return { ...EMPTY_SETUP, sops: [...sops] };
}

/** Which parts of the set-up are still to be asked. */
export interface SetupParts {
  readonly office: boolean;
  /** The way in of the first member of staff: sign-in name and passphrase. */
  readonly access: boolean;
}

/** What the set-up asks; parts that are done already pass as they are. */
export function setupSchema(parts: SetupParts) {
  const { shape } = wholeSchema;
  return wholeSchema
    .extend({
      office: parts.office ? shape.office : shape.office.catch(EMPTY_SETUP.office),
      letterhead: parts.office ? shape.letterhead : shape.letterhead.catch(EMPTY_SETUP.letterhead),
      sops: parts.office ? shape.sops : shape.sops.catch([]),
      access: parts.access ? shape.access : shape.access.catch(EMPTY_SETUP.access),
    })
    .superRefine(({ access, staff }, context) => {
      if (!parts.access) return;
      const { passphrase, repeated } = access;
      const problem = passphraseProblem(passphrase, [access.signInName, staff.name]);
      if (problem !== null) {
        context.addIssue({ code: 'custom', path: ['access', 'passphrase'], message: problem });
      } else if (passphrase !== repeated) {
        const message = 'passphrase-differs';
        context.addIssue({ code: 'custom', path: ['access', 'repeated'], message });
      }
    });
}

/** The profile of a new office: what was asked, and defaults the settings can change. */
export function newOfficeProfile({
  office,
  letterhead,
  sops,
}: Pick<SetupValues, 'office' | 'letterhead'> & {
  /** Null where every SOP is offered, later ones too. */
  readonly sops: OfficeProfile['sopsInUse'];
}): OfficeProfile {
  return {
    ...office,
    ...letterhead,
    logo: null,
    officials: [],
    emailSuffixes: [...OFFICE_DEFAULTS.emailSuffixes],
    letters: OFFICE_DEFAULTS.letters,
    paper: OFFICE_DEFAULTS.paper,
    signing: OFFICE_DEFAULTS.signing,
    gateway: { baseUrl: null },
    amsFileLimit: OFFICE_DEFAULTS.amsFileLimit,
    calendar: OFFICE_DEFAULTS.calendar,
    sopsInUse: sops,
    lockAfterMinutes: OFFICE_DEFAULTS.lockAfterMinutes,
    esign: OFFICE_DEFAULTS.esign,
  };
}
