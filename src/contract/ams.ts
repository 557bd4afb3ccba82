import { z } from 'zod';
import { fileAddressSchema } from './files';
import type { ServiceContract } from './verb';

/** Why the line counts as down, in the words the status line knows. */
export const offlineReasonSchema = z.enum([
  /** Nothing answers: no network, no route, name not found, refused, timed out while connecting. */
  'no-connection',
  /** Something answers, but not the gateway: a captive portal's page, a proxy's error. */
  'not-the-gateway',
  /** The certificate of the gateway is not trusted. Never skipped. */
  'tls-refused',
  /** The address is plain http to a public host, or no address at all. */
  'address-refused',
]);
export type OfflineReason = z.infer<typeof offlineReasonSchema>;

export const receiptSchema = z.object({ number: z.string().min(1), receivedAt: z.string().min(1) });
export type Receipt = z.infer<typeof receiptSchema>;

/** `received → verifying → returned | rejected | completed`; a word we do not know is kept. */
export const remoteStateSchema = z.string().min(1);

export const remoteSubmissionSchema = z.object({
  id: z.string(),
  revision: z.number().int(),
  receipt: receiptSchema.nullable(),
  state: remoteStateSchema,
  updatedAt: z.string().nullable(),
  note: z.string().nullable(),
  missingDocuments: z.array(z.string()),
  certificate: z
    .object({
      status: z.string(),
      serialNumber: z.string().nullable(),
      revokedAt: z.string().nullable(),
    })
    .nullable(),
});
export type RemoteSubmission = z.infer<typeof remoteSubmissionSchema>;

const offline = z.object({
  outcome: z.literal('offline'),
  reason: offlineReasonSchema,
  detail: z.string(),
});
const credentials = z.object({ outcome: z.literal('credentials'), status: z.number() });
/** 408, 429 or 5xx, or a slow drip given up: the server exists and asks for patience. */
const retry = z.object({
  outcome: z.literal('retry'),
  detail: z.string(),
  status: z.number().nullable(),
  retryAfterMs: z.number().min(0).nullable(),
});
const tooLarge = z.object({ outcome: z.literal('too-large'), limit: z.number().nullable() });
const unsupported = z.object({ outcome: z.literal('unsupported'), detail: z.string() });

export const healthOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('online'),
    /** Server time minus device time in milliseconds, from the `Date` header. */
    clockOffsetMs: z.number().nullable(),
  }),
  offline,
]);
export type HealthOutcome = z.infer<typeof healthOutcomeSchema>;

export const uploadOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('stored') }),
  /** The file is not in the local store, or damaged: never sent without it. */
  z.object({ outcome: z.literal('local-file-missing') }),
  z.object({ outcome: z.literal('refused'), status: z.number(), detail: z.string() }),
  tooLarge,
  unsupported,
  credentials,
  retry,
  offline,
]);
export type UploadOutcome = z.infer<typeof uploadOutcomeSchema>;

export const putOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('stored'),
    /** True when the gateway had this very body already (200). */
    repeated: z.boolean(),
    /** Null while the gateway has not given a number yet. */
    receipt: receiptSchema.nullable(),
    state: remoteStateSchema,
  }),
  z.object({ outcome: z.literal('different-content'), detail: z.string() }),
  z.object({
    outcome: z.literal('refused'),
    status: z.number(),
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
  }),
  z.object({ outcome: z.literal('missing-files'), missing: z.array(z.string()) }),
  tooLarge,
  unsupported,
  credentials,
  retry,
  /** Nothing of the body left this machine. */
  offline,
  /** The body left and no trustworthy answer came: ask before sending again. */
  z.object({
    outcome: z.literal('unknown'),
    detail: z.string(),
    offline: offlineReasonSchema.nullable(),
  }),
]);
export type PutOutcome = z.infer<typeof putOutcomeSchema>;

export const getOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('found'), submission: remoteSubmissionSchema }),
  z.object({ outcome: z.literal('not-found') }),
  credentials,
  retry,
  offline,
]);
export type GetOutcome = z.infer<typeof getOutcomeSchema>;

export const listOutcomeSchema = z.discriminatedUnion('outcome', [
  z.object({
    outcome: z.literal('page'),
    items: z.array(remoteSubmissionSchema),
    cursor: z.string().nullable(),
    more: z.boolean(),
  }),
  credentials,
  retry,
  offline,
]);
export type ListOutcome = z.infer<typeof listOutcomeSchema>;

const gateway = { baseUrl: z.string() };

/** The gateway in front of AMS (`resources/contracts/ams-gateway.openapi.yaml`). */
export const amsContract = {
  health: { input: z.object(gateway), output: healthOutcomeSchema },
  /** Resumable (tus 1.0.0); returns when the file is whole at the gateway, or why not. */
  uploadFile: {
    input: z.object({
      ...gateway,
      address: fileAddressSchema,
      sha256: z.string(),
      name: z.string(),
      mediaType: z.string(),
    }),
    output: uploadOutcomeSchema,
  },
  /** Sends the frozen body, byte for byte as it was queued. */
  putSubmission: {
    input: z.object({ ...gateway, id: z.uuid(), body: z.string() }),
    output: putOutcomeSchema,
  },
  getSubmission: { input: z.object({ ...gateway, id: z.uuid() }), output: getOutcomeSchema },
  listSubmissions: {
    input: z.object({ ...gateway, updatedAfter: z.string().nullable() }),
    output: listOutcomeSchema,
  },
} as const satisfies ServiceContract;
