import { lookup as dnsLookup } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { bareHost, isPrivateAddress } from '../../../src/domain/network/gateway-address';
import type { ResolveName } from '../ams/connector';
import { exchange, type Exchange, type Question } from '../ams/exchange';

/**
 * An address that a certificate or a setting names, asked once. Its answer is signed, so plain http
 * is fine; but a hostile certificate must not make this computer ask machines of the office: names
 * and addresses inside the network are refused unless the office allows them.
 */
export interface PublicAsked {
  readonly url: string;
  readonly method: 'GET' | 'POST';
  readonly body?: Uint8Array;
  readonly contentType?: string;
  readonly accept: string;
  readonly maxAnswerBytes: number;
  readonly allowPrivate: boolean;
}

export type PublicLine = (asked: PublicAsked) => Promise<Exchange>;

const refusal = 'PRIVATE_ADDRESS_REFUSED';

function refusalError(): NodeJS.ErrnoException {
  return Object.assign(new Error(refusal), { code: refusal });
}

/** Resolves a name to its public addresses only. */
export function createPublicLookup(resolveName: ResolveName = dnsLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        callback(error, '');
        return;
      }
      const allowed = found.filter(({ address }) => isPublic(address));
      const [first] = allowed;
      if (first === undefined) callback(refusalError(), '');
      else if (options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

/** Neither private nor one that leads nowhere or to this machine (`0.0.0.0`, `::`). */
function isPublic(address: string): boolean {
  return !isPrivateAddress(address) && !/^(?:0\.|::$|::ffff:0\.)/i.test(address);
}

function connectorFor(allowPrivate: boolean, connectMs: number): buildConnector.connector {
  const open = buildConnector({
    timeout: connectMs,
    ...(allowPrivate ? {} : { lookup: createPublicLookup() }),
  });
  return (options, callback) => {
    const host = bareHost(options.hostname);
    // Node asks no resolver about a literal address.
    if (!allowPrivate && isIP(host) !== 0 && !isPublic(host)) callback(refusalError(), null);
    else open(options, callback);
  };
}

/** Opens the line; time-outs in milliseconds. */
export function createPublicLine(
  timeouts: { readonly connectMs: number; readonly totalMs: number },
  now: () => number = Date.now,
): PublicLine {
  const agents = new Map<boolean, Dispatcher>();
  function agentFor(allowPrivate: boolean): Dispatcher {
    const present = agents.get(allowPrivate);
    if (present !== undefined) return present;
    const connect = connectorFor(allowPrivate, timeouts.connectMs);
    const agent = new Agent({ connect, connections: 2, pipelining: 1 });
    agents.set(allowPrivate, agent);
    return agent;
  }
  return async (asked) => {
    const refused = (detail: string): Exchange => ({
      kind: 'not-sent',
      reason: 'address-refused',
      detail,
    });
    if (!URL.canParse(asked.url)) return refused('not-an-address');
    const url = new URL(asked.url);
    const isWeb = url.protocol === 'http:' || url.protocol === 'https:';
    if (!isWeb || url.username !== '' || url.password !== '') return refused('not-an-address');
    const question: Question = {
      method: asked.method,
      url,
      headers: {
        accept: asked.accept,
        ...(asked.contentType === undefined ? {} : { 'content-type': asked.contentType }),
      },
      body: asked.body ?? null,
      headersMs: timeouts.totalMs,
      totalMs: timeouts.totalMs,
      maxAnswerBytes: asked.maxAnswerBytes,
    };
    return exchange(agentFor(asked.allowPrivate), question, now);
  };
}
