import { z } from 'zod';
import { storedFileSchema } from '../../contract/files';
import { calendarSettingsSchema, DEFAULT_CALENDAR } from '../calendar/calendar-settings';
import { officeEsignSchema } from '../esign/office-esign';
import { eventEnvelopeSchema } from '../event';
import { DEFAULT_PAPER } from '../letters/letter-paper';
import { letterPaperSchema } from '../letters/letter-paper-schema';
import { noticeSchema } from '../privacy/notice';
import { sopSchema } from '../sop/sop';
import { ROLES, roleSchema } from './roles';

/** Settings of the office travel as events too, so that a rebuild brings them back. */
export const OFFICE_STREAM = 'office';

export const timeZoneSchema = z.enum(['Asia/Jakarta', 'Asia/Makassar', 'Asia/Jayapura']);
export type TimeZone = z.infer<typeof timeZoneSchema>;

/** An official who signs or disposes, by the SOP's actor key. */
export const officialSchema = z.object({
  actor: z.string(),
  name: z.string(),
  nip: z.string().nullable(),
  rank: z.string().nullable(),
  position: z.string(),
});
export type Official = z.infer<typeof officialSchema>;

export const officeProfileSchema = z.object({
  /** First line of the kop, such as "PEMERINTAH KABUPATEN CONTOH". */
  government: z.string().min(1),
  /** Second line of the kop: the perangkat daerah. */
  name: z.string().min(1),
  /** Short name used as `{unit}` in letter numbers. */
  shortName: z.string().min(1),
  /** Kemendagri region code such as "32.07"; the gateway's `office.code`. */
  code: z.string().regex(/^\d+(?:\.\d+)*$/),
  address: z.string(),
  postalCode: z.string(),
  phone: z.string(),
  email: z.string(),
  website: z.string(),
  /** Place named before the date of a letter. */
  place: z.string(),
  timeZone: timeZoneSchema,
  /** Prefix of register numbers given at this desk. */
  desk: z.string().regex(/^[A-Z0-9]{1,4}$/),
  logo: storedFileSchema.extend({ mediaType: z.string() }).nullable(),
  officials: z.array(officialSchema),
  /** Addresses ending so count as official (identifiers.md: a list per office). */
  emailSuffixes: z.array(z.string()),
  letters: z.object({
    classificationCode: z.string(),
    /** Tokens of src/domain/numbering/letter-number.ts. */
    numberPattern: z.string(),
  }),
  /** What letters are printed on; offices of earlier versions have the usual paper. */
  paper: letterPaperSchema.default(DEFAULT_PAPER),
  gateway: z.object({
    /** null: no gateway; submissions wait until one is set. */
    baseUrl: z.string().nullable(),
  }),
  /** Electronic signing; offices of earlier versions have none set up. */
  esign: officeEsignSchema.nullable().default(null),
  /** Bytes per file AMS takes; the 2021 limit of AMS v2.1.1 until an office knows better. */
  amsFileLimit: z.number().int().positive(),
  /** Offices of earlier versions get the usual week until they set their own. */
  calendar: calendarSettingsSchema.default(DEFAULT_CALENDAR),
  /** Ids of the SOPs offered at the intake; null: every installed one. */
  sopsInUse: z.array(z.string()).nullable().default(null),
  /** Minutes without a key or a click after which the screen locks; the queue goes on. */
  lockAfterMinutes: z.number().int().min(1).max(120).default(10),
});
export type OfficeProfile = z.infer<typeof officeProfileSchema>;

export const officeEventSchema = z.intersection(
  eventEnvelopeSchema,
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('office-configured'), profile: officeProfileSchema }),
    z.object({
      type: z.literal('staff-added'),
      staffId: z.uuid(),
      name: z.string(),
      /** Before there were roles everybody did everything: an upgrade locks nobody out. */
      roles: z.array(roleSchema).default([...ROLES]),
    }),
    z.object({ type: z.literal('staff-renamed'), staffId: z.uuid(), name: z.string() }),
    /** The roles from now on, all of them; none is somebody who only reads. */
    z.object({
      type: z.literal('staff-roles-changed'),
      staffId: z.uuid(),
      roles: z.array(roleSchema),
    }),
    z.object({
      type: z.literal('staff-disabled'),
      staffId: z.uuid(),
      /** '' where an earlier version did not ask. */
      reason: z.string().default(''),
    }),
    /** A version of an SOP of the office's own, whole: requests that began with it keep it. */
    z.object({ type: z.literal('sop-published'), sop: sopSchema }),
    /** A version of the privacy notice, whole: requests name it by its number. */
    z.object({
      type: z.literal('notice-published'),
      version: z.number().int().positive(),
      notice: noticeSchema,
    }),
  ]),
);
export type OfficeEvent = z.infer<typeof officeEventSchema>;
