import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  dripReply,
  jsonReply,
  receiveBody,
  sendHalf,
  sendReply,
  type Reply,
} from '../ams-gateway/replies';
import {
  usualManners,
  type EscManners,
  type EscMisbehaviour,
  type EscOrder,
  type EscRoute,
} from './orders';
import { answerOf, type EscPersonRecord, type EscState } from './service';

/** A request as it came, for tests to look at. */
export interface EscRecorded {
  readonly route: EscRoute;
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

export interface EscSimulatorOptions {
  readonly user: string;
  readonly password: string;
  readonly people?: Readonly<Record<string, EscPersonRecord>>;
  readonly certificates?: readonly string[];
  /** Signs for real; a mark stands behind the document without it. */
  readonly sign?: (pdf: Buffer) => Promise<Buffer>;
  /** Path before `/api`, without a trailing slash. */
  readonly basePath?: string;
}

/** A running Esign Client Service of both versions, as the facts page describes it. */
export interface EscSimulator {
  readonly url: string;
  readonly requests: EscRecorded[];
  readonly state: EscState;
  readonly manners: EscManners;
  readonly order: (order: EscOrder) => void;
  readonly stop: () => Promise<void>;
}

const routes: readonly (readonly [RegExp, EscRoute])[] = [
  [/^POST \/api\/sign\/pdf$/, 'v1-sign'],
  [/^GET \/api\/sign\/download\/[^/]+$/, 'v1-download'],
  [/^POST \/api\/sign\/verify$/, 'v1-verify'],
  [/^GET \/api\/user\/status\/[^/]+$/, 'v1-status'],
  [/^POST \/api\/v2\/sign\/pdf$/, 'v2-sign'],
  [/^POST \/api\/v2\/sign\/get\/totp$/, 'v2-totp'],
  [/^POST \/api\/v2\/user\/check\/status$/, 'v2-status'],
  [/^GET \/api\/v2\/user\/certificate\/chain\/[^/]+$/, 'v2-chain'],
  [/^POST \/api\/v2\/verify\/pdf$/, 'v2-verify'],
  [/^POST \/api\/v2\/seal\/get\/activation$/, 'v2-seal-activation'],
  [/^POST \/api\/v2\/seal\/revoke\/activation$/, 'v2-seal-revoke'],
  [/^POST \/api\/v2\/seal\/get\/totp$/, 'v2-seal-totp'],
  [/^POST \/api\/v2\/seal\/pdf$/, 'v2-seal'],
];

function createOrders() {
  let waiting: EscOrder[] = [];
  return {
    add: (order: EscOrder): void => {
      waiting.push(order);
    },
    take: (route: EscRoute): EscMisbehaviour | null => {
      const found = waiting.find((order) => order.route === 'any' || order.route === route);
      if (found === undefined) return null;
      const times = (found.times ?? 1) - 1;
      waiting = waiting.flatMap((order) =>
        order !== found ? [order] : times > 0 ? [{ ...found, times }] : [],
      );
      return found.how;
    },
  };
}

function spoiled(reply: Reply, route: EscRoute, how: EscMisbehaviour | null): Reply {
  if (how?.kind === 'other-type') {
    return { ...reply, headers: { ...reply.headers, 'content-type': how.contentType } };
  }
  if (how?.kind !== 'other-file') return reply;
  const file = Buffer.from(how.text);
  return route.startsWith('v1')
    ? { ...reply, body: file }
    : jsonReply(200, { time: 1, file: [file.toString('base64')] });
}

function deliver(response: ServerResponse, reply: Reply, how: EscMisbehaviour | null): void {
  const dated = { ...reply, headers: { ...reply.headers, date: new Date().toUTCString() } };
  switch (how?.kind) {
    case 'stall':
      return;
    case 'lose-reply':
      response.destroy();
      return;
    case 'cut-answer':
      sendHalf(response, dated);
      return;
    case 'drip':
      dripReply(response, dated, how.everyMs);
      return;
    default:
      sendReply(response, dated);
  }
}

/** Starts the service on 127.0.0.1 and returns when it listens. */
export async function startEscSimulator(options: EscSimulatorOptions): Promise<EscSimulator> {
  const basePath = options.basePath ?? '';
  const requests: EscRecorded[] = [];
  const orders = createOrders();
  const manners: EscManners = { ...usualManners };
  const state: EscState = {
    people: new Map(Object.entries(options.people ?? {})),
    manners,
    documents: new Map(),
    signatures: 0,
    certificates: options.certificates ?? [],
    sign: options.sign ?? null,
    sealTotp: '654321',
  };
  const expected = `Basic ${Buffer.from(`${options.user}:${options.password}`).toString('base64')}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET';
    const whole = request.url ?? '/';
    const path = whole.startsWith(basePath) ? whole.slice(basePath.length) : '/outside';
    const route = routes.find(([pattern]) => pattern.test(`${method} ${path}`))?.[1] ?? 'other';
    const how = orders.take(route);
    const stopAfter = how?.kind === 'reset-request' ? how.afterBytes : null;
    const body = await receiveBody(request, stopAfter);
    requests.push({ route, method, path, headers: request.headers, body: body.bytes });
    if (!body.complete) {
      response.destroy();
      return;
    }
    if (how?.kind === 'stall' && !how.processed) return;
    if (how?.kind === 'reply') {
      const headers = { 'content-type': how.contentType, ...how.headers };
      sendReply(response, { status: how.status, headers, body: Buffer.from(how.body) });
      return;
    }
    if (request.headers.authorization !== expected) {
      const timestamp = '2026-03-02T02:00:00.000+0000';
      sendReply(response, jsonReply(401, { timestamp, status: 401, error: 'Unauthorized', path }));
      return;
    }
    const contentType = request.headers['content-type'] ?? '';
    const reply = await answerOf(state, { route, path, contentType, body: body.bytes });
    deliver(response, spoiled(reply, route, how), how);
  }

  const server = createServer((request, response) => {
    response.on('error', () => undefined);
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent) sendReply(response, jsonReply(500, { error: String(error) }));
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no address');
  return {
    url: `http://127.0.0.1:${String(address.port)}${basePath}`,
    requests,
    state,
    manners,
    order: orders.add,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
