import { z } from 'zod';

/** How the applicant is employed: decides whether a NIP is expected (identifiers.md). */
export const personnelSchema = z.enum(['pns', 'pppk', 'non-asn']);
export type Personnel = z.infer<typeof personnelSchema>;

/**
 * The applicant as recorded: already cleaned (`src/domain/identifiers`). These schemas
 * check shapes only, so that a record of an earlier rule always opens again.
 */
export const applicantSchema = z.object({
  name: z.string().min(1),
  /** 16 digits, ungrouped. */
  nik: z.string(),
  personnel: personnelSchema,
  /** 18 digits, ungrouped; null for non-ASN. */
  nip: z.string().nullable(),
  rank: z.string().nullable(),
  position: z.string(),
  unit: z.string(),
  email: z.string(),
  /** 628…, digits only. */
  phone: z.string(),
});
export type Applicant = z.infer<typeof applicantSchema>;

export const superiorSchema = z.object({
  name: z.string().min(1),
  nip: z.string().nullable(),
  rank: z.string().nullable(),
  position: z.string(),
});
export type Superior = z.infer<typeof superiorSchema>;

export const certificateSchema = z.object({
  subjectDn: z.string().nullable(),
  /** Lower-case hex without separators. */
  serialNumber: z.string().nullable(),
  /** Date yyyy-mm-dd. */
  notAfter: z.string().nullable(),
});
export type Certificate = z.infer<typeof certificateSchema>;

export const requestReasonSchema = z.object({
  /** Key of the SOP's reason; null where the SOP has none. */
  key: z.string().nullable(),
  note: z.string().nullable(),
});

/** Everything the intake form records about a walk-in. */
export const requestDataSchema = z.object({
  applicant: applicantSchema,
  superior: superiorSchema.nullable(),
  certificate: certificateSchema,
  reason: requestReasonSchema,
});
export type RequestData = z.infer<typeof requestDataSchema>;
