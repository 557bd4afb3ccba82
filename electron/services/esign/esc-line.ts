import { Agent } from 'undici';
import type { EscServer } from '../../../src/contract/esign';
import { fail, succeed, type Result } from '../../../src/contract/result';
import { timeoutsOf, type EscTimeouts } from '../../../src/domain/esign/server-settings';
import {
  checkGatewayUrl,
  type AddressFault,
  type PlainHttpCaution,
} from '../../../src/domain/network/gateway-address';
import { createConnector } from '../ams/connector';
import { exchange, type Exchange, type Question } from '../ams/exchange';

/** A server as its settings name it, its address checked. */
export interface EscPlace {
  readonly origin: string;
  /** Origin and path without a trailing slash. */
  readonly base: string;
  readonly caution: PlainHttpCaution | null;
  readonly timeouts: EscTimeouts;
}

/**
 * Reads a server's address: https anywhere, plain http to loopback, private addresses and names
 * that lead to such; never to a public host (esign-client-service.md, 1.0).
 */
export function readPlace(server: EscServer): Result<EscPlace, AddressFault> {
  if (!URL.canParse(server.baseUrl)) return fail('not-an-address');
  const url = new URL(server.baseUrl);
  const checked = checkGatewayUrl(url);
  if (!checked.ok) return checked;
  return succeed({
    origin: url.origin,
    base: `${url.origin}${url.pathname.replace(/\/+$/, '')}`,
    caution: checked.value,
    timeouts: timeoutsOf(server),
  });
}

/** What a caller says about a request; credentials and time-outs are added here. */
export interface EscAsked {
  readonly method: Extract<Question['method'], 'GET' | 'POST'>;
  /** Below the base URL; already filled in. */
  readonly path: string;
  readonly body?: Uint8Array;
  readonly contentType?: string;
  readonly patience: 'read' | 'sign' | 'verify';
}

/** The one way from this service to the network: one attempt, no redirect followed. */
export type EscLine = (place: EscPlace, asked: EscAsked) => Promise<Exchange>;

/** A slow office network is given time for the bytes of a document, besides the time-out. */
const slowestBytesPerSecond = 256 * 1024;
/** A signed document of 60 MB as base64 in JSON, with room. */
const largestAnswer = 128 * 1024 * 1024;

/** Basic as a header can carry it: UTF-8 bytes (RFC 7617). Null for what is no `user:password`. */
function basicHeader(secret: string): string | null {
  const isOne = /^[^:]+:[\s\S]+$/.test(secret) && !/[\r\n\0]/.test(secret);
  return isOne ? `Basic ${Buffer.from(secret).toString('base64')}` : null;
}

function patienceOf(place: EscPlace, patience: EscAsked['patience']): number {
  const { readMs, signMs, verifyMs } = place.timeouts;
  return { read: readMs, sign: signMs, verify: verifyMs }[patience];
}

function openAgent(place: EscPlace): Agent {
  const connect = createConnector(place.timeouts.connectMs, {});
  return new Agent({ connect, connections: 4, pipelining: 1 });
}

/** Opens the line. `now` is the device clock in milliseconds since 1970. */
export function createEscLine(options: {
  /** `user:password` kept for exactly this origin. */
  readonly credentialsFor: (origin: string) => Promise<string | null>;
  readonly now: () => number;
}): EscLine {
  const agents = new Map<number, Agent>();

  function agentFor(place: EscPlace): Agent {
    const { connectMs } = place.timeouts;
    const present = agents.get(connectMs) ?? openAgent(place);
    agents.set(connectMs, present);
    return present;
  }

  return async (place, asked) => {
    const url = new URL(`${place.base}${asked.path}`);
    if (url.origin !== place.origin) {
      return { kind: 'not-sent', reason: 'address-refused', detail: 'other-origin' };
    }
    const secret = await options.credentialsFor(place.origin);
    const authorization = secret === null ? null : basicHeader(secret);
    if (authorization === null) return { kind: 'no-token' };
    const body = asked.body ?? null;
    const allowanceMs = ((body?.byteLength ?? 0) * 1000) / slowestBytesPerSecond;
    const waitMs = patienceOf(place, asked.patience) + allowanceMs;
    // A kept connection that the other side has just closed would make an outcome unknown for
    // nothing: a signature gets one of its own.
    const isAlone = asked.patience === 'sign';
    const agent = isAlone ? openAgent(place) : agentFor(place);
    const asking = exchange(
      agent,
      {
        method: asked.method,
        url,
        headers: {
          authorization,
          accept: 'application/json, application/pdf',
          ...(asked.contentType === undefined ? {} : { 'content-type': asked.contentType }),
        },
        body,
        headersMs: waitMs,
        totalMs: waitMs,
        maxAnswerBytes: largestAnswer,
      },
      options.now,
    );
    return isAlone ? asking.finally(() => void agent.destroy()) : asking;
  };
}
