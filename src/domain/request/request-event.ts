import { z } from 'zod';
import { fileAddressSchema } from '../../contract/files';
import { receiptSchema, remoteSubmissionSchema } from '../../contract/ams';
import { eventEnvelopeSchema } from '../event';
import type { TemplateVersion } from '../letters/letter-versions';
import { privacyRecordSchema } from '../privacy/privacy-record';
import { sopReferenceSchema } from '../sop/sop';
import {
  certificateCheckFields,
  certificateOriginSchema,
  recordedFactsSchema,
} from './certificate-record';
import { requestDataSchema } from './request-data';
import { requestFileSchema, scanOriginSchema } from './request-file';
import { signingPayloadSchemas } from './signing-event';

export type { RequestFile, ScanOrigin } from './request-file';

export const queuedFileSchema = z.object({
  address: fileAddressSchema,
  sha256: z.string(),
  size: z.number().int(),
  mediaType: z.string(),
  /** Made from ids, never from a person's name. */
  name: z.string(),
  document: z.string(),
});
export type QueuedFile = z.infer<typeof queuedFileSchema>;

/** What stopped a submission for a person to look at; words are in the catalogue. */
export const submissionProblemSchema = z.discriminatedUnion('code', [
  z.object({ code: z.literal('different-content'), detail: z.string() }),
  z.object({
    code: z.literal('refused'),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
  }),
  z.object({ code: z.literal('file-too-large'), limit: z.number().nullable() }),
  z.object({ code: z.literal('file-unsupported'), detail: z.string() }),
  z.object({ code: z.literal('local-file-missing'), document: z.string() }),
  /** The gateway keeps saying a file is missing although it was sent whole. */
  z.object({ code: z.literal('files-not-accepted'), missing: z.array(z.string()) }),
  z.object({ code: z.literal('unreadable-job'), detail: z.string() }),
]);
export type SubmissionProblem = z.infer<typeof submissionProblemSchema>;

/** Somebody on the disposition sheet: an actor of the SOP where he is one, with name and title. */
export const partySchema = z.object({
  actor: z.string().nullable(),
  /** '' where only the position is known. */
  name: z.string(),
  title: z.string(),
});
export type Party = z.infer<typeof partySchema>;

/** `paper`: the official wrote by hand, and a member of staff records it on his behalf. */
export const mediumSchema = z.enum(['paper', 'screen']);
export type Medium = z.infer<typeof mediumSchema>;

/** Levels of urgency and secrecy of the form (letters.md 4.3; they vary, so "usual" is added). */
export const urgencySchema = z.enum(['usual', 'urgent', 'very-urgent', 'secret']);
export type Urgency = z.infer<typeof urgencySchema>;

/** What an official writes on the sheet. */
export const dispositionFields = {
  from: partySchema,
  to: partySchema,
  /** What is asked, in the words of the form, ticked or written. */
  instructions: z.array(z.string()),
  note: z.string().nullable(),
  urgency: urgencySchema,
  /** Date yyyy-mm-dd by which it is to be done; null where none was set. */
  deadline: z.string().nullable(),
  /** Date yyyy-mm-dd on the sheet. */
  writtenOn: z.string(),
  medium: mediumSchema,
};

const letterIdentity = { letterId: z.uuid(), letter: z.string() };

/** Which text a letter was made from; absent where an earlier version of the program made it. */
export const templateVersionSchema: z.ZodType<TemplateVersion> = z.object({
  office: z.number().int().positive().nullable(),
  original: z.number().int().positive(),
});
const letterText = { templateVersion: templateVersionSchema.optional() };
const submission = { submissionId: z.uuid() };

const payloadSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('request-recorded'),
    registerNumber: z.string(),
    /** RFC 3339 UTC. */
    arrivedAt: z.string(),
    sop: sopReferenceSchema,
    service: z.string(),
    firstStep: z.string(),
    data: requestDataSchema,
    origin: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('counter') }),
      z.object({ kind: z.literal('import'), key: z.string(), ref: z.string().nullable() }),
    ]),
    /** Open requests of the same person the member of staff saw and went past. */
    besides: z.array(z.string()),
    /** Absent where it was not recorded: earlier versions, imports. */
    privacy: privacyRecordSchema.optional(),
  }),
  z.object({
    type: z.literal('request-corrected'),
    data: requestDataSchema,
    reason: z.string(),
    /** Tickets of the person's requests for correction that this answers. */
    answers: z.array(z.uuid()).default([]),
  }),
  /** The person asks that data about him be corrected: the clock of 3 x 24 hours runs. */
  z.object({
    type: z.literal('correction-asked'),
    ticketId: z.uuid(),
    /** RFC 3339 UTC: when the office received it. */
    askedAt: z.string(),
    /** Who asked: the person, or who acts for him. */
    askedBy: z.string(),
    wrong: z.string(),
    /** What was shown to prove it; '' for nothing. */
    evidence: z.string(),
  }),
  z.object({ type: z.literal('correction-refused'), ticketId: z.uuid(), reason: z.string() }),
  z.object({
    type: z.literal('document-attached'),
    attachmentId: z.uuid(),
    document: z.string(),
    file: requestFileSchema,
    /** The name the file had when it was picked: shown, never used for a path. */
    originalName: z.string(),
    /** Left out for files that were picked or dropped. */
    scan: scanOriginSchema.optional(),
  }),
  z.object({ type: z.literal('document-removed'), attachmentId: z.uuid(), reason: z.string() }),
  z.object({
    type: z.literal('letter-drafted'),
    ...letterIdentity,
    ...letterText,
    file: requestFileSchema,
  }),
  z.object({
    type: z.literal('letter-issued'),
    ...letterIdentity,
    ...letterText,
    number: z.string(),
    /** Date yyyy-mm-dd on the letter. */
    date: z.string(),
    file: requestFileSchema,
  }),
  /** Somebody at the printer said that the paper came out right. */
  z.object({
    type: z.literal('letter-printed'),
    ...letterIdentity,
    copies: z.number().int().positive(),
    /** It was printed before, so every page says SALINAN. */
    isCopy: z.boolean(),
    /** Why it was printed again; null the first time. */
    reason: z.string().nullable(),
  }),
  ...signingPayloadSchemas,
  z.object({
    type: z.literal('step-completed'),
    step: z.string(),
    /** The step that opens; null when the SOP ends here. */
    opens: z.string().nullable(),
    note: z.string().nullable(),
    /** Who acted by the SOP, where staff record for somebody who signs on paper. */
    actedBy: z.string().nullable(),
  }),
  z.object({
    type: z.literal('step-refused'),
    step: z.string(),
    opens: z.string(),
    reason: z.string(),
    /** Ids of letters and attachments that count no more: they are made anew. */
    supersedes: z.array(z.string()).default([]),
  }),
  /** Left out, which only a step the SOP calls optional may be. */
  z.object({
    type: z.literal('step-skipped'),
    step: z.string(),
    opens: z.string().nullable(),
    reason: z.string(),
  }),
  /** The step's clock stands while the applicant brings what is missing. */
  z.object({ type: z.literal('step-paused'), step: z.string(), reason: z.string() }),
  z.object({ type: z.literal('step-resumed'), step: z.string() }),
  /** One level of the disposition sheet; the step passes with it. */
  z.object({
    type: z.literal('disposition-given'),
    dispositionId: z.uuid(),
    step: z.string(),
    ...dispositionFields,
  }),
  /** Handed to another official of the same level: the step stays open with him. */
  z.object({
    type: z.literal('disposition-forwarded'),
    step: z.string(),
    from: partySchema,
    to: partySchema,
    note: z.string().nullable(),
    medium: mediumSchema,
  }),
  z.object({
    type: z.literal('disposition-returned'),
    step: z.string(),
    opens: z.string(),
    from: partySchema,
    reason: z.string(),
    medium: mediumSchema,
  }),
  z.object({
    type: z.literal('submission-queued'),
    ...submission,
    revision: z.number().int().positive(),
    replaces: z.string().nullable(),
    /** The JSON text as it will be sent, byte for byte. */
    body: z.string(),
    files: z.array(queuedFileSchema),
  }),
  z.object({ type: z.literal('submission-held'), ...submission, reason: z.string() }),
  z.object({ type: z.literal('submission-released'), ...submission }),
  z.object({ type: z.literal('submission-cancelled'), ...submission, reason: z.string() }),
  z.object({
    type: z.literal('submission-stored'),
    ...submission,
    receipt: receiptSchema.nullable(),
    state: z.string(),
  }),
  z.object({
    type: z.literal('submission-parked'),
    ...submission,
    problem: submissionProblemSchema,
  }),
  z.object({
    type: z.literal('submission-reported'),
    ...submission,
    state: z.string(),
    note: z.string().nullable(),
    missingDocuments: z.array(z.string()),
    certificate: remoteSubmissionSchema.shape.certificate,
  }),
  /** A certificate of the applicant was read and is kept, so that it can be checked again. */
  z.object({
    type: z.literal('certificate-read'),
    certificateId: z.uuid(),
    file: requestFileSchema,
    from: certificateOriginSchema,
    facts: recordedFactsSchema,
  }),
  z.object({ type: z.literal('certificate-checked'), ...certificateCheckFields }),
  z.object({ type: z.literal('request-cancelled'), reason: z.string() }),
]);
export type RequestPayload = z.infer<typeof payloadSchema>;

export const requestEventSchema = z.intersection(eventEnvelopeSchema, payloadSchema);
export type RequestEvent = z.infer<typeof requestEventSchema>;
