import { encode } from '@msgpack/msgpack';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import {
  loopbackBodyLimit,
  loopbackMediaType,
  loopbackVerbsPath,
} from '../../src/contract/loopback';
import { fail, type Result } from '../../src/contract/result';
import type { RendererFiles } from '../renderer-files';
import { securityHeaders } from '../security';
import type { ServeVerb } from '../serve-verb';
import { shellText } from '../shell-text';
import { isSameSecret, randomSecret, type LaunchTokens } from './launch-tokens';
import { readBody } from './read-body';
import { readMessage } from './read-message';
import {
  checkCookie,
  checkPage,
  checkSource,
  cookieName,
  hasDoubledHeader,
  loopbackAddress,
  type Address,
} from './request-guard';
import { instanceHeader, instancePath } from './running-instance';

export interface LoopbackServerOptions {
  /** 0 lets the system choose, for tests. */
  readonly port: number;
  readonly files: RendererFiles;
  readonly serveVerb: ServeVerb;
  readonly tokens: LaunchTokens;
  /** What a second start of the program shows to be let in. */
  readonly instanceSecret: string;
  /** Shows a window for a second start; gives the address to print where there is none. */
  readonly openWindow: () => Promise<{ readonly address: string | null }>;
  /** Other than `loopbackLimits`, for tests. */
  readonly limits?: LoopbackLimits;
}

/** How long and how many a program that does not behave may keep the server busy. */
export interface LoopbackLimits {
  /** Until a request's head is whole, in milliseconds. */
  readonly headMs: number;
  /** Until its body is whole too, in milliseconds. */
  readonly requestMs: number;
  /** Connections at a time; further ones are closed at once. A browser opens six. */
  readonly connections: number;
}

/** On this machine's own loopback the largest scan is here within a second. */
export const loopbackLimits: LoopbackLimits = {
  headMs: 10_000,
  requestMs: 60_000,
  connections: 128,
};

export interface LoopbackServer {
  /** `http://127.0.0.1:<port>`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Why the server could not start: the system's code, `EADDRINUSE` for a port that is taken. */
export class ListenFailure extends Error {
  constructor(readonly code: string) {
    super(code);
  }
}

/**
 * The browser shell's server, on 127.0.0.1 alone. Every request is checked for its Host, its
 * Origin and Sec-Fetch-Site; everything but `/launch` and a second start's knock needs the
 * cookie that a launch token was exchanged for. Verbs are asked by
 * `POST /verbs/<service>/<verb>`, body and answer in MessagePack, which carries bytes.
 */
export function startLoopbackServer(options: LoopbackServerOptions): Promise<LoopbackServer> {
  const session = randomSecret();
  let address = loopbackAddress(options.port);
  const limits = options.limits ?? loopbackLimits;
  const timing = {
    headersTimeout: limits.headMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: Math.min(limits.headMs, 1000),
  };
  const server = createServer(timing, (request, response) => {
    replyTo({ request, options, session, address })
      .catch((): Reply => ({ status: 500 }))
      .then((reply) => send(response, request.method, reply))
      .catch(() => response.destroy());
  });
  server.maxConnections = limits.connections;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(new ListenFailure(error.code ?? error.name));
    });
    server.listen({ host: '127.0.0.1', port: options.port, exclusive: true }, () => {
      const bound = server.address();
      if (bound !== null && typeof bound === 'object') address = loopbackAddress(bound.port);
      const close = () =>
        new Promise<void>((closed) => {
          server.close(() => closed());
          server.closeIdleConnections();
        });
      resolve({ origin: address.origin, close });
    });
  });
}

interface Exchange {
  readonly request: IncomingMessage;
  readonly options: LoopbackServerOptions;
  readonly session: string;
  readonly address: Address;
}

interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

async function replyTo(exchange: Exchange): Promise<Reply> {
  const { request, address, session, options } = exchange;
  const target = request.url ?? '/';
  const path = target.split('?')[0] ?? '/';
  if (hasDoubledHeader(request.headersDistinct)) return { status: 400 };
  if (request.method === 'POST' && path.startsWith(loopbackVerbsPath))
    return replyToVerb(exchange, path);
  if (!checkSource(request.headers, address).allowed) return refusal(403);
  if (request.method === 'POST' && path === instancePath) return replyToInstance(exchange);
  if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 405 };
  if (path === '/launch') return replyToLaunch(exchange, target);
  if (!checkCookie(request.headers, session).allowed) return refusal(401);
  return replyWithFile(options.files, path);
}

/** Exchanges the token for the cookie and forgets it: the address bar shows `/` afterwards. */
function replyToLaunch({ options, session }: Exchange, target: string): Reply {
  const token = new URL(target, 'http://127.0.0.1').searchParams.get('token') ?? '';
  if (!options.tokens.redeem(token)) return refusal(401);
  const headers = {
    location: '/',
    'set-cookie': `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`,
    'cache-control': 'no-store',
  };
  return { status: 303, headers };
}

async function replyWithFile(files: RendererFiles, path: string): Promise<Reply> {
  const file = await files.find(path);
  if (file === undefined) return { status: 404 };
  const headers = { 'content-type': file.contentType, 'cache-control': file.cacheControl };
  return { status: 200, headers, body: file.bytes };
}

async function replyToVerb(exchange: Exchange, path: string): Promise<Reply> {
  const { request, options, address, session } = exchange;
  const source = checkPage(request.headers, address);
  const caller = source.allowed ? checkCookie(request.headers, session) : source;
  const [service = '', verb = '', ...rest] = path.slice(loopbackVerbsPath.length).split('/');
  if (!caller.allowed) {
    const refused = await options.serveVerb({ caller, service, verb, input: undefined });
    return resultReply(source.allowed ? 401 : 403, refused);
  }
  if (rest.length > 0) return { status: 404 };
  // Another site's form cannot send this type without asking first, and asking is not answered.
  if (request.headers['content-type'] !== loopbackMediaType) {
    return resultReply(415, inputRefused('content-type'));
  }
  const body = await readBody(request, loopbackBodyLimit);
  if (body === undefined) {
    return resultReply(413, inputRefused(`body larger than ${loopbackBodyLimit} bytes`));
  }
  const input = readMessage(body);
  if (input === undefined) return resultReply(400, inputRefused('not MessagePack'));
  return resultReply(200, await options.serveVerb({ caller, service, verb, input: input.value }));
}

async function replyToInstance({ request, options }: Exchange): Promise<Reply> {
  const secret = request.headers[instanceHeader];
  const known = typeof secret === 'string' && isSameSecret(secret, options.instanceSecret);
  // A second start is no browser: it sends no Origin, and a page cannot leave it out.
  if (!known || request.headers.origin !== undefined) return refusal(401);
  const body = Buffer.from(JSON.stringify(await options.openWindow()));
  return { status: 200, headers: { 'content-type': 'application/json' }, body };
}

function inputRefused(detail: string): Result<never> {
  return fail({ kind: 'input-refused', detail });
}

function resultReply(status: number, result: Result<unknown>): Reply {
  const headers = { 'content-type': loopbackMediaType, 'cache-control': 'no-store' };
  return { status, headers, body: encode(result, { ignoreUndefined: true }) };
}

function refusal(status: 401 | 403): Reply {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  return { status, headers, body: Buffer.from(shellText('shell.refusedPage')) };
}

function send(response: ServerResponse, method: string | undefined, reply: Reply): void {
  response.writeHead(reply.status, { ...securityHeaders, ...reply.headers });
  response.end(method === 'HEAD' ? undefined : reply.body);
}
