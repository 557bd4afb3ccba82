import { mkdirSync } from 'node:fs';
import {
  createServer as createHttpServer,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createHttpsServer } from 'node:https';
import { join } from 'node:path';
import { assertNever } from '../../../src/domain/assert-never';
import { controlReply } from './control';
import { openFiles, type Files } from './files';
import { createOrderBook, type Misbehaviour, type OrderBook, type Route } from './orders';
import {
  dripReply,
  jsonReply,
  portalReply,
  problemReply,
  receiveBody,
  sendHalf,
  sendReply,
  type ReceivedBody,
  type Reply,
} from './replies';
import { openSubmissions, type Submissions } from './submissions';

export interface SimulatorOptions {
  /** Where files and submissions live; a simulator started again over it goes on from there. */
  readonly folder: string;
  readonly token: string;
  /** 0 or absent: any free port of 127.0.0.1. */
  readonly port?: number;
  /** Path before `/v1`, without a trailing slash. */
  readonly basePath?: string;
  readonly maxSize?: number;
  readonly isIdempotent?: boolean;
  readonly now?: () => number;
  readonly tls?: { readonly cert: string; readonly key: string; readonly clientCa?: string };
  /** What `kill` does to the process; without it the simulator only drops every connection. */
  readonly onKill?: () => void;
}

/** A request as it came, for tests to look at. */
export interface RecordedRequest {
  readonly route: Route;
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Bytes of body received. */
  readonly bytes: number;
  /** The body as text for submissions, '' for files. */
  readonly body: string;
  /** The order it met. */
  readonly order: Misbehaviour['kind'] | null;
}

/** A running gateway of the page `ams-gateway.openapi.yaml`. */
export interface AmsGatewaySimulator {
  /** Base URL for the settings. */
  readonly url: string;
  readonly port: number;
  readonly orders: OrderBook;
  readonly requests: RecordedRequest[];
  readonly submissions: Submissions;
  readonly files: Files;
  /** Ends it and waits for that. */
  readonly stop: () => Promise<void>;
}

interface Gateway {
  readonly options: SimulatorOptions;
  readonly basePath: string;
  readonly orders: OrderBook;
  readonly requests: RecordedRequest[];
  readonly submissions: Submissions;
  readonly files: Files;
  readonly now: () => number;
  readonly kill: () => void;
}

interface Visit {
  readonly method: string;
  readonly url: URL;
  /** Path below the base path. */
  readonly path: string;
  readonly route: Route;
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
}

const submissionPath = /^\/v1\/submissions\/([^/]+)$/;

function routeOf(method: string, path: string): Route {
  if (path === '/v1/health' && method === 'GET') return 'health';
  if (path === '/v1/submissions' && method === 'GET') return 'list';
  if (submissionPath.test(path))
    return method === 'PUT' ? 'put' : method === 'GET' ? 'get' : 'other';
  if (path === '/v1/files' || path.startsWith('/v1/files/')) {
    const routes = {
      OPTIONS: 'files-options',
      POST: 'files-create',
      HEAD: 'files-head',
      PATCH: 'files-patch',
    } as const;
    return method in routes ? routes[method as keyof typeof routes] : 'other';
  }
  return 'other';
}

function headersOf(request: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(request.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

function healthReply(gateway: Gateway, offsetMs: number): Reply {
  const time = new Date(gateway.now() + offsetMs).toISOString();
  return jsonReply(200, { service: 'ams-gateway', version: '1', time });
}

function putReply(
  gateway: Gateway,
  visit: Visit,
  body: ReceivedBody,
  order: Misbehaviour | null,
): Reply {
  const headers = headersOf(visit.request);
  if (!(headers['content-type'] ?? '').startsWith('application/json'))
    return problemReply(415, { detail: 'not JSON' });
  const id = decodeURIComponent(submissionPath.exec(visit.path)?.[1] ?? '');
  return gateway.submissions.put(
    id,
    headers['idempotency-key'],
    body.bytes,
    order?.kind === 'withhold-receipt',
  );
}

/** What a well-behaved gateway answers. */
async function answer(
  gateway: Gateway,
  visit: Visit,
  body: ReceivedBody,
  order: Misbehaviour | null,
): Promise<Reply> {
  const { route, request, method, url } = visit;
  if (route === 'health')
    return healthReply(gateway, order?.kind === 'wrong-clock' ? order.offsetMs : 0);
  if (request.headers.authorization !== `Bearer ${gateway.options.token}`)
    return problemReply(401, { detail: 'token' });
  switch (route) {
    case 'put':
      return putReply(gateway, visit, body, order);
    case 'get':
      return gateway.submissions.get(
        decodeURIComponent(submissionPath.exec(visit.path)?.[1] ?? ''),
      );
    case 'list':
      return gateway.submissions.list(url.searchParams);
    case 'files-options':
    case 'files-create':
    case 'files-head':
    case 'files-patch':
      return gateway.files.handle({ method, url, headers: new Headers(headersOf(request)), body });
    case 'other':
      return problemReply(404, { detail: 'no such route' });
    default:
      return assertNever(route);
  }
}

function problemOf(order: Extract<Misbehaviour, { kind: 'problem' }>, route: Route): Reply {
  const { status, type, detail, errors, missing } = order;
  const document = {
    type,
    detail,
    ...(errors === undefined ? {} : { errors }),
    ...(missing === undefined ? {} : { missing }),
  };
  return problemReply(status, document, {
    ...(route.startsWith('files-') ? { 'tus-resumable': '1.0.0' } : {}),
    ...order.headers,
  });
}

/** An answer given instead of processing; null when the request is processed first. */
function replyInstead(order: Misbehaviour, route: Route): Reply | null {
  switch (order.kind) {
    case 'problem':
      return problemOf(order, route);
    case 'html':
      return portalReply(order.status);
    case 'raw':
      return {
        status: order.status,
        headers: { 'content-type': order.contentType, ...order.headers },
        body: Buffer.from(order.body),
      };
    case 'redirect':
      return problemReply(order.status, {}, { location: order.location });
    default:
      return null;
  }
}

/** Sends a reply, spoiled as the order says. */
function deliver(gateway: Gateway, visit: Visit, reply: Reply, order: Misbehaviour | null): void {
  const { response } = visit;
  const offsetMs = order?.kind === 'wrong-clock' ? order.offsetMs : 0;
  const dated: Reply = {
    ...reply,
    headers: { ...reply.headers, date: new Date(gateway.now() + offsetMs).toUTCString() },
  };
  switch (order?.kind) {
    case 'lose-reply':
      response.destroy();
      return;
    case 'cut-answer':
      sendHalf(response, dated);
      return;
    case 'slow-drip':
      dripReply(response, dated, order.everyMs);
      return;
    case 'stall':
      return;
    case 'foreign-location':
      sendReply(response, { ...dated, headers: { ...dated.headers, location: order.location } });
      return;
    case 'oversized-answer':
      sendReply(response, {
        ...dated,
        body: Buffer.concat([dated.body, Buffer.alloc(order.bytes, ' ')]),
      });
      return;
    default:
      sendReply(response, dated);
  }
}

function stopAfterOf(order: Misbehaviour | null): number | null {
  return order?.kind === 'reset-request' || order?.kind === 'kill' ? order.afterBytes : null;
}

async function serveVisit(gateway: Gateway, visit: Visit): Promise<void> {
  const { method, path, route, request, response } = visit;
  const order = gateway.orders.take(route);
  const body = await receiveBody(request, stopAfterOf(order));
  gateway.requests.push({
    route,
    method,
    path: `${path}${visit.url.search}`,
    headers: headersOf(request),
    bytes: body.bytes.byteLength,
    body: route === 'put' ? body.bytes.toString('utf8') : '',
    order: order?.kind ?? null,
  });
  if (order?.kind === 'kill') {
    gateway.kill();
    return;
  }
  if (!body.complete) {
    // As a real server: the part of a chunk that arrived is kept (unless it has a checksum).
    if (route === 'files-patch') await answer(gateway, visit, body, order);
    response.destroy();
    return;
  }
  if (order?.kind === 'stall' && !order.processed) return;
  const instead = order === null ? null : replyInstead(order, route);
  deliver(gateway, visit, instead ?? (await answer(gateway, visit, body, order)), order);
}

async function serve(
  gateway: Gateway,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET';
  const url = new URL(request.url ?? '/', `http://${request.headers.host ?? '127.0.0.1'}`);
  if (url.pathname.startsWith('/__')) {
    const body = await receiveBody(request, null);
    const reply = controlReply(gateway, method, url.pathname, body.bytes.toString('utf8'));
    sendReply(response, reply ?? problemReply(404, {}));
    return;
  }
  const path = url.pathname.startsWith(gateway.basePath)
    ? url.pathname.slice(gateway.basePath.length)
    : '/outside';
  await serveVisit(gateway, { method, url, path, route: routeOf(method, path), request, response });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address !== null) resolve(address.port);
    });
  });
}

function openServer(
  options: SimulatorOptions,
  handler: (request: IncomingMessage, response: ServerResponse) => void,
): Server {
  if (options.tls === undefined) return createHttpServer(handler);
  const { cert, key, clientCa } = options.tls;
  const client =
    clientCa === undefined ? {} : { ca: clientCa, requestCert: true, rejectUnauthorized: true };
  return createHttpsServer({ cert, key, ...client }, handler);
}

/** Starts a gateway on 127.0.0.1 and returns when it listens. */
export async function startAmsGatewaySimulator(
  options: SimulatorOptions,
): Promise<AmsGatewaySimulator> {
  mkdirSync(options.folder, { recursive: true });
  const now = options.now ?? Date.now;
  const basePath = options.basePath ?? '';
  const files = await openFiles({
    folder: join(options.folder, 'files'),
    maxSize: options.maxSize ?? 1_000_000,
    path: `${basePath}/v1/files`,
  });
  const submissions = openSubmissions({
    folder: options.folder,
    isIdempotent: options.isIdempotent ?? true,
    isFileComplete: files.isComplete,
    now,
  });
  function kill(): void {
    server.close();
    server.closeAllConnections();
    options.onKill?.();
  }
  const gateway: Gateway = {
    options,
    basePath,
    orders: createOrderBook(),
    requests: [],
    submissions,
    files,
    now,
    kill,
  };
  const server = openServer(options, (request, response) => {
    response.on('error', () => undefined);
    serve(gateway, request, response).catch((error: unknown) => {
      // A client that broke off leaves nothing to answer; anything else must not hide.
      if (!response.headersSent) sendReply(response, problemReply(500, { detail: String(error) }));
    });
  });
  const port = await listen(server, options.port ?? 0);
  const scheme = options.tls === undefined ? 'http' : 'https';
  return {
    url: `${scheme}://127.0.0.1:${String(port)}${basePath}`,
    port,
    orders: gateway.orders,
    requests: gateway.requests,
    submissions,
    files,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
