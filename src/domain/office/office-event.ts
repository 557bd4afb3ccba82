import { z } from 'zod';
import { storedFileSchema } from '../../contract/files';
import { calendarSettingsSchema, DEFAULT_CALENDAR } from '../calendar/calendar-settings';
import { officeEsignSchema } from '../esign/office-esign';
import { eventEnvelopeSchema } from '../event';
import { electronicSigningSchema, HAND_SIGNING } from '../letters/electronic-signing';
import { DEFAULT_PAPER } from '../letters/letter-paper';
import { letterPaperSchema } from '../letters/letter-paper-schema';
import { letterTemplateSchema } from '../letters/letter-template';
import { noticeSchema } from '../privacy/notice';
import { sopSchema } from '../sop/sop';
import { actingSchema } from './acting';
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
  /** Who acts for him; left out where nobody does, and by earlier versions. */
  acting: actingSchema.nullable().optional(),
});
export type Official = z.infer<typeof officialSchema>;

export const officeProfileSchema = z.object({
  /** First line of the kop, such as "PEMERINTAH KABUPATEN CONTOH". */
  government: z.string().min(1),
  /** Second line of the kop: the perangkat daerah. */
  name: z.string().min(1),
  /** Third line of the kop, such as a bidang or a UPT; left out where there is none. */
  unit: z.string().optional(),
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
    /** Codes of single kinds of letters, by the letter's key; the others have the one above. */
    codes: z.record(z.string(), z.string()).default({}),
    /**
     * A step passes only once its letters were said to have come out right. Offices of earlier
     * versions, which did not record it, are not held.
     */
    holdForPrint: z.boolean().default(false),
  }),
  /** What letters are printed on; offices of earlier versions have the usual paper. */
  paper: letterPaperSchema.default(DEFAULT_PAPER),
  /** Letters that are signed electronically; before there was a choice all were signed by hand. */
  signing: electronicSigningSchema.default(HAND_SIGNING),
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

const officePayloadSchema = z.discriminatedUnion('type', [
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
  /** A number of the outgoing book set aside; `counter` is the book's. */
  z.object({
    type: z.literal('letter-number-reserved'),
    reservationId: z.uuid(),
    year: z.number().int(),
    value: z.number().int().positive(),
    number: z.string(),
    /** Date yyyy-mm-dd. */
    date: z.string(),
    purpose: z.string(),
  }),
  /** Given back; `counter` is the number's own, so that no letter takes it meanwhile. */
  z.object({
    type: z.literal('letter-number-returned'),
    reservationId: z.uuid(),
    reason: z.string(),
  }),
  /** Used for a paper that belongs to no request; `counter` is the number's own. */
  z.object({
    type: z.literal('letter-number-spent'),
    reservationId: z.uuid(),
    use: z.string(),
  }),
  /** The text of a paper as the office has it, whole: letters name it by its number. */
  z.object({
    type: z.literal('letter-template-published'),
    version: z.number().int().positive(),
    template: letterTemplateSchema,
    note: z.string(),
  }),
  /** Back to the text that came with the program; takes a number of the same row. */
  z.object({
    type: z.literal('letter-template-reset'),
    letter: z.string(),
    version: z.number().int().positive(),
    note: z.string(),
  }),
]);
export type OfficePayload = z.infer<typeof officePayloadSchema>;

export const officeEventSchema = z.intersection(eventEnvelopeSchema, officePayloadSchema);
export type OfficeEvent = z.infer<typeof officeEventSchema>;
