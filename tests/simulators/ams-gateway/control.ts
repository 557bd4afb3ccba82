import { z } from 'zod';
import { orderSchema, type OrderBook } from './orders';
import { jsonReply, problemReply, type Reply } from './replies';
import { stateChangeSchema, type Submissions } from './submissions';
import type { RecordedRequest } from './simulator';

/** What the control requests of a simulator in another process act on. */
export interface Controlled {
  readonly orders: OrderBook;
  readonly submissions: Submissions;
  readonly requests: RecordedRequest[];
}

const ordersSchema = z.union([orderSchema, z.array(orderSchema)]);

function act(controlled: Controlled, method: string, path: string, body: string): Reply | null {
  switch (`${method} ${path}`) {
    case 'POST /__orders': {
      const orders = ordersSchema.parse(JSON.parse(body));
      for (const order of Array.isArray(orders) ? orders : [orders]) controlled.orders.add(order);
      return jsonReply(200, {});
    }
    case 'DELETE /__orders':
      controlled.orders.clear();
      return jsonReply(200, {});
    case 'POST /__state':
      controlled.submissions.setState(stateChangeSchema.parse(JSON.parse(body)));
      return jsonReply(200, {});
    case 'POST /__receipts':
      controlled.submissions.giveReceipt(z.object({ id: z.string() }).parse(JSON.parse(body)).id);
      return jsonReply(200, {});
    case 'GET /__requests':
      return jsonReply(200, controlled.requests);
    case 'GET /__submissions':
      return jsonReply(200, {
        submissions: controlled.submissions.all(),
        effects: controlled.submissions.effects(),
      });
    default:
      return null;
  }
}

/** Serves `/__…`, the remote control; null for every other path. No token needed: loopback only. */
export function controlReply(
  controlled: Controlled,
  method: string,
  path: string,
  body: string,
): Reply | null {
  if (!path.startsWith('/__')) return null;
  try {
    return act(controlled, method, path, body) ?? problemReply(404, {});
  } catch (error) {
    return problemReply(400, { detail: error instanceof Error ? error.message : 'unknown' });
  }
}
