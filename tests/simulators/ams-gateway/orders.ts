import { z } from 'zod';

/** The requests an order can be for; `files` stands for all of tus, `any` for everything. */
export const routeSchema = z.enum([
  'health',
  'files-options',
  'files-create',
  'files-head',
  'files-patch',
  'put',
  'get',
  'list',
  'other',
]);
export type Route = z.infer<typeof routeSchema>;

/** How the simulator misbehaves. "Processed" means: the request took effect as usual first. */
export const misbehaviourSchema = z.discriminatedUnion('kind', [
  /** Not processed; a problem document. On tus routes it carries `Tus-Resumable` as well. */
  z.object({
    kind: z.literal('problem'),
    status: z.number().int(),
    type: z.string().default('about:blank'),
    detail: z.string().default(''),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })).optional(),
    missing: z.array(z.string()).optional(),
    headers: z.record(z.string(), z.string()).default({}),
  }),
  /** Not processed; a captive portal's page. */
  z.object({ kind: z.literal('html'), status: z.number().int().default(200) }),
  /** Not processed; any bytes as an answer. */
  z.object({
    kind: z.literal('raw'),
    status: z.number().int(),
    contentType: z.string(),
    body: z.string(),
    headers: z.record(z.string(), z.string()).default({}),
  }),
  z.object({
    kind: z.literal('redirect'),
    location: z.string(),
    status: z.number().int().default(307),
  }),
  /** Processed; the connection is cut instead of an answer. */
  z.object({ kind: z.literal('lose-reply') }),
  /** Processed; the connection is cut in the middle of the answer. */
  z.object({ kind: z.literal('cut-answer') }),
  /** Not processed (what arrived of a chunk without checksum stays); cut while the body arrives. */
  z.object({ kind: z.literal('reset-request'), afterBytes: z.number().int().min(0).default(0) }),
  /** Processed; the answer comes one byte at a time. */
  z.object({ kind: z.literal('slow-drip'), everyMs: z.number().int().default(50) }),
  /** Processed or not; then silence on an open connection. */
  z.object({ kind: z.literal('stall'), processed: z.boolean().default(false) }),
  /** Stored without a receipt; `giveReceipt` hands it out later. */
  z.object({ kind: z.literal('withhold-receipt') }),
  /** Processed; `Date` and times are off by so many milliseconds. */
  z.object({ kind: z.literal('wrong-clock'), offsetMs: z.number().int() }),
  /** Processed; the upload is said to live at this address. */
  z.object({ kind: z.literal('foreign-location'), location: z.string() }),
  /** Processed; so many spaces follow the answer. */
  z.object({ kind: z.literal('oversized-answer'), bytes: z.number().int() }),
  /** The whole gateway dies after so many bytes of the body. */
  z.object({ kind: z.literal('kill'), afterBytes: z.number().int().min(0).default(0) }),
]);
export type Misbehaviour = z.infer<typeof misbehaviourSchema>;

export const orderSchema = z.object({
  route: z.union([routeSchema, z.enum(['files', 'any'])]),
  /** For so many matching requests. */
  times: z.number().int().min(1).default(1),
  /** After letting so many matching requests pass. */
  skip: z.number().int().min(0).default(0),
  how: misbehaviourSchema,
});
export type Order = z.infer<typeof orderSchema>;
export type OrderInput = z.input<typeof orderSchema>;

/** Orders waiting for their requests; the oldest matching one is taken. */
export interface OrderBook {
  readonly add: (order: OrderInput) => void;
  readonly clear: () => void;
  readonly take: (route: Route) => Misbehaviour | null;
}

function matches(order: Order, route: Route): boolean {
  return (
    order.route === 'any' ||
    order.route === route ||
    (order.route === 'files' && route.startsWith('files-'))
  );
}

export function createOrderBook(): OrderBook {
  let waiting: Order[] = [];
  return {
    add: (order) => {
      waiting = [...waiting, orderSchema.parse(order)];
    },
    clear: () => {
      waiting = [];
    },
    take: (route) => {
      const order = waiting.find((candidate) => matches(candidate, route));
      if (order === undefined) return null;
      const used =
        order.skip > 0 ? { ...order, skip: order.skip - 1 } : { ...order, times: order.times - 1 };
      waiting = waiting.flatMap((candidate) => {
        if (candidate !== order) return [candidate];
        return used.times > 0 ? [used] : [];
      });
      return order.skip > 0 ? null : order.how;
    },
  };
}
