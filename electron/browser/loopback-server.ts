import { decode, encode } from '@msgpack/msgpack';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fail, type Result } from '../../src/contract/result';
import type { RendererFiles } from '../renderer-files';
import { securityHeaders } from '../security';
import type { CallerCheck, ServeVerb } from '../serve-verb';
import { shellText } from '../shell-text';
import { isSameSecret, randomSecret, type LaunchTokens } from './launch-tokens';
import { readBody } from './read-body';
import { checkCookie, checkPage, checkSource, cookieName, loopbackAddress } from './request-guard';

/** The largest body a verb takes: a scan of many pages, with room to spare (bytes). */
export const bodyLimit = 64 * 1024 * 1024;
export const instancePath = '/instance/open';
export const instanceHeader = 'x-loket-instance';
const messagePack = 'application/msgpack';

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
}

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
  const server = createServer((request, response) => {
    const exchange = { request, response, options, session, address };
    answer(exchange).catch(() => {
      if (!response.headersSent) send(response, 500);
      else response.destroy();
    });
  });
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
  readonly response: ServerResponse;
  readonly options: LoopbackServerOptions;
  readonly session: string;
  readonly address: { readonly host: string; readonly origin: string };
}

async function answer(exchange: Exchange): Promise<void> {
  const { request, response, address } = exchange;
  const target = request.url ?? '/';
  const path = target.split('?')[0] ?? '/';
  if (request.method === 'POST' && path.startsWith('/verbs/')) return answerVerb(exchange, path);
  const source = checkSource(request.headers, address);
  if (!source.allowed) return sendRefusal(response, 403);
  if (request.method === 'POST' && path === instancePath) return answerInstance(exchange);
  if (request.method !== 'GET' && request.method !== 'HEAD') return send(response, 405);
  if (path === '/launch') return answerLaunch(exchange, target);
  if (!checkCookie(request.headers, exchange.session).allowed) return sendRefusal(response, 401);
  return answerFile(exchange, path);
}

/** Exchanges the token for the cookie and forgets it: the address bar shows `/` afterwards. */
function answerLaunch({ response, options, session }: Exchange, target: string): void {
  const token = new URL(target, 'http://127.0.0.1').searchParams.get('token') ?? '';
  if (!options.tokens.redeem(token)) return sendRefusal(response, 401);
  send(response, 303, {
    location: '/',
    'set-cookie': `${cookieName}=${session}; Path=/; HttpOnly; SameSite=Strict`,
    'cache-control': 'no-store',
  });
}

async function answerFile({ request, response, options }: Exchange, path: string): Promise<void> {
  const file = await options.files.find(path);
  if (file === undefined) return send(response, 404);
  send(
    response,
    200,
    { 'content-type': file.contentType, 'cache-control': file.cacheControl },
    request.method === 'HEAD' ? undefined : file.bytes,
  );
}

async function answerVerb(exchange: Exchange, path: string): Promise<void> {
  const { request, response, options, address, session } = exchange;
  const source = checkPage(request.headers, address);
  const caller = source.allowed ? checkCookie(request.headers, session) : source;
  const [service = '', verb = '', ...rest] = path.slice('/verbs/'.length).split('/');
  const ask = (checked: CallerCheck, input: unknown) =>
    options.serveVerb({ caller: checked, service, verb, input });
  if (!caller.allowed) {
    return sendResult(response, source.allowed ? 401 : 403, await ask(caller, undefined));
  }
  if (rest.length > 0) return send(response, 404);
  // Another site's form cannot send this type without asking first, and asking is not answered.
  if (request.headers['content-type'] !== messagePack) {
    return sendResult(response, 415, inputRefused('content-type'));
  }
  const body = await readBody(request, bodyLimit);
  if (body === undefined) {
    return sendResult(response, 413, inputRefused(`body larger than ${bodyLimit} bytes`));
  }
  const input = decodeBody(body);
  if (input === undefined) return sendResult(response, 400, inputRefused('not MessagePack'));
  return sendResult(response, 200, await ask(caller, input.value));
}

async function answerInstance({ request, response, options }: Exchange): Promise<void> {
  const secret = request.headers[instanceHeader];
  const known = typeof secret === 'string' && isSameSecret(secret, options.instanceSecret);
  // A second start is no browser: it sends no Origin, and a page cannot leave it out.
  if (!known || request.headers.origin !== undefined) return sendRefusal(response, 401);
  const opened = Buffer.from(JSON.stringify(await options.openWindow()));
  send(response, 200, { 'content-type': 'application/json' }, opened);
}

function decodeBody(body: Uint8Array): { readonly value: unknown } | undefined {
  try {
    return { value: decode(body) };
  } catch {
    return undefined;
  }
}

function inputRefused(detail: string): Result<never> {
  return fail({ kind: 'input-refused', detail });
}

function sendResult(response: ServerResponse, status: number, result: Result<unknown>): void {
  const headers = { 'content-type': messagePack, 'cache-control': 'no-store' };
  send(response, status, headers, encode(result, { ignoreUndefined: true }));
}

function sendRefusal(response: ServerResponse, status: 401 | 403): void {
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' };
  send(response, status, headers, Buffer.from(shellText('shell.refusedPage')));
}

function send(
  response: ServerResponse,
  status: number,
  headers: Readonly<Record<string, string>> = {},
  body?: Uint8Array,
): void {
  response.writeHead(status, { ...securityHeaders, ...headers });
  response.end(body);
}
