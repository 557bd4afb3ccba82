import { z } from 'zod';
import { storedFileSchema } from '../../contract/files';
import { eventEnvelopeSchema } from '../event';

/**
 * Failures of the protection of personal data (UU 27/2022 article 46) have a stream, and with
 * it a key, of their own: they outlast the requests they concern.
 */
export const INCIDENT_STREAM = 'incidents';

/** Kinds of data that may have got out, as the desk holds them. */
export const dataKindSchema = z.enum([
  'identity',
  'employment',
  'contact',
  'identity-document',
  'photo',
  'letters',
  'certificate',
  'other',
]);
export type DataKind = z.infer<typeof dataKindSchema>;

/** Whom it concerns: everybody in the register, those of some requests, or not known yet. */
export const affectedSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('all') }),
  z.object({ kind: z.literal('requests'), requestIds: z.array(z.string()).min(1) }),
  z.object({ kind: z.literal('unknown') }),
]);
export type Affected = z.infer<typeof affectedSchema>;

export const incidentFactsSchema = z.object({
  /** RFC 3339 UTC: when it became known; the clock of 3 x 24 hours runs from here. */
  knownAt: z.string(),
  /** In one line: "Flashdisk cadangan hilang". */
  title: z.string(),
  /** When the data got out, as far as it is known, in words. */
  occurred: z.string(),
  how: z.string(),
  kinds: z.array(dataKindSchema),
  /** What `other` is; '' without it. */
  otherKinds: z.string(),
  affected: affectedSchema,
  /** How many persons; null while nobody knows. */
  count: z.number().int().min(0).nullable(),
  /** What is done to contain it and to make it good. */
  measures: z.string(),
});
export type IncidentFacts = z.infer<typeof incidentFactsSchema>;

/** Article 46 names both: the person, and the agency for the protection of personal data. */
export const noticeToSchema = z.enum(['agency', 'persons']);
export type NoticeTo = z.infer<typeof noticeToSchema>;

const incident = { incidentId: z.uuid() };

export const incidentEventSchema = z.intersection(
  eventEnvelopeSchema.extend({ stream: z.literal(INCIDENT_STREAM) }),
  z.discriminatedUnion('type', [
    z.object({ type: z.literal('incident-reported'), ...incident, facts: incidentFactsSchema }),
    /** More is known: the facts from now on, all of them. */
    z.object({ type: z.literal('incident-revised'), ...incident, facts: incidentFactsSchema }),
    z.object({
      type: z.literal('incident-letter-made'),
      ...incident,
      letterId: z.uuid(),
      to: noticeToSchema,
      /** The request of the person it is addressed to; null for the agency and for all. */
      requestId: z.string().nullable(),
      addressee: z.string(),
      file: storedFileSchema.extend({ mediaType: z.string() }),
    }),
    z.object({
      type: z.literal('incident-notified'),
      ...incident,
      to: noticeToSchema,
      /** RFC 3339 UTC: when the notice was given. */
      givenAt: z.string(),
      /** By which way, with what proof. */
      how: z.string(),
    }),
    z.object({
      type: z.literal('incident-closed'),
      ...incident,
      conclusion: z.string(),
      /** Why a notice was not owed; null where both were given. */
      withoutNotice: z.string().nullable(),
    }),
  ]),
);
export type IncidentEvent = z.infer<typeof incidentEventSchema>;
