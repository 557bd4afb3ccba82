import { z } from 'zod';
import { eventEnvelopeSchema } from '../event';
import { requestFileSchema } from '../request/request-file';
import { serviceSchema, sopReferenceSchema } from '../sop/sop';

/** Schedule, holds and destructions: beside requests and office, under a key of their own. */
export const RETENTION_STREAM = 'retention';

/** What the schedule says becomes of records at the end (UU 43/2009 art. 48: JRA). */
export const FATES = ['destroy', 'keep', 'reappraise'] as const;
export const fateSchema = z.enum(FATES);
export type Fate = z.infer<typeof fateSchema>;

/** How long the file of a service is kept after the request ended; whole years of the JRA. */
export const retentionRuleSchema = z.object({
  service: serviceSchema,
  activeYears: z.number().int().min(0).max(100),
  inactiveYears: z.number().int().min(0).max(100),
  fate: fateSchema,
});
export type RetentionRule = z.infer<typeof retentionRuleSchema>;

export const retentionScheduleSchema = z.object({
  /** The regulation that holds the office's JRA, in the office's words. */
  basis: z.string(),
  /** At most one for each service; a service without one is never destroyed. */
  rules: z.array(retentionRuleSchema),
});
export type RetentionSchedule = z.infer<typeof retentionScheduleSchema>;

/** A request on a destruction list: what paper and register may keep of it, nothing of a person. */
export const destructionItemSchema = z.object({
  requestId: z.uuid(),
  registerNumber: z.string(),
  service: z.string(),
  sop: sopReferenceSchema,
  /** RFC 3339 UTC: arrival and end of the request. */
  arrivedAt: z.string(),
  endedAt: z.string(),
  /** Date yyyy-mm-dd on which its retention ended. */
  until: z.string(),
});
export type DestructionItem = z.infer<typeof destructionItemSchema>;

const held = { requestId: z.uuid(), registerNumber: z.string(), reason: z.string() };
const destruction = { destructionId: z.uuid() };

const payloadSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('schedule-set'), schedule: retentionScheduleSchema }),
  /** A dispute, an audit: not to be destroyed until it is released. */
  z.object({ type: z.literal('records-held'), ...held }),
  z.object({ type: z.literal('records-released'), ...held }),
  /** The list for the berita acara, frozen: what was signed is what is destroyed. */
  z.object({
    type: z.literal('destruction-proposed'),
    ...destruction,
    basis: z.string(),
    items: z.array(destructionItemSchema).min(1),
  }),
  z.object({ type: z.literal('destruction-withdrawn'), ...destruction, reason: z.string() }),
  /** The berita acara was made, ready to be signed. */
  z.object({
    type: z.literal('destruction-report-made'),
    ...destruction,
    file: requestFileSchema,
  }),
  /** From here on the records count as destroyed; keys, rows and files follow. */
  z.object({
    type: z.literal('records-destroyed'),
    ...destruction,
    /** Number and date (yyyy-mm-dd) of the signed berita acara. */
    reportNumber: z.string(),
    reportDate: z.string(),
    items: z.array(destructionItemSchema).min(1),
    /** Every counter as it stood: the records that advanced them open no more. */
    counters: z.array(z.object({ name: z.string(), value: z.number().int().positive() })),
  }),
]);
export type RetentionPayload = z.infer<typeof payloadSchema>;

export const retentionEventSchema = z.intersection(
  eventEnvelopeSchema.extend({ stream: z.literal(RETENTION_STREAM) }),
  payloadSchema,
);
export type RetentionEvent = z.infer<typeof retentionEventSchema>;
