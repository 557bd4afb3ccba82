import { z } from 'zod';
import { fileAddressSchema, storedFileSchema } from '../../contract/files';
import { receiptSchema, remoteSubmissionSchema } from '../../contract/ams';
import { eventEnvelopeSchema } from '../event';
import { sopReferenceSchema } from '../sop/sop';
import { requestDataSchema } from './request-data';

export const requestFileSchema = storedFileSchema.extend({ mediaType: z.string() });
export type RequestFile = z.infer<typeof requestFileSchema>;

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

const letterIdentity = { letterId: z.uuid(), letter: z.string() };
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
  }),
  z.object({ type: z.literal('request-corrected'), data: requestDataSchema, reason: z.string() }),
  z.object({
    type: z.literal('document-attached'),
    attachmentId: z.uuid(),
    document: z.string(),
    file: requestFileSchema,
    /** The name the file had when it was picked: shown, never used for a path. */
    originalName: z.string(),
  }),
  z.object({ type: z.literal('document-removed'), attachmentId: z.uuid(), reason: z.string() }),
  z.object({ type: z.literal('letter-drafted'), ...letterIdentity, file: requestFileSchema }),
  z.object({
    type: z.literal('letter-issued'),
    ...letterIdentity,
    number: z.string(),
    /** Date yyyy-mm-dd on the letter. */
    date: z.string(),
    file: requestFileSchema,
  }),
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
  z.object({ type: z.literal('request-cancelled'), reason: z.string() }),
]);
export type RequestPayload = z.infer<typeof payloadSchema>;

export const requestEventSchema = z.intersection(eventEnvelopeSchema, payloadSchema);
export type RequestEvent = z.infer<typeof requestEventSchema>;
