import { isIP } from 'node:net';
import { Agent, buildConnector } from 'undici';
import { bareHost, isPrivateAddress } from '../../../src/domain/network/gateway-address';
import { createPrivateLookup } from '../ams/connector';
import { exchange, type Exchange } from '../ams/exchange';

/** Milliseconds to reach a scanner in the same building. */
const CONNECT = 3000;
/** A page of A3 in colours at 600 dots per inch, packed. */
const LARGEST_PAGE = 60_000_000;

export type EsclLine = (asked: {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly body?: string;
  /** Milliseconds until the answer is whole. */
  readonly patience: number;
}) => Promise<Exchange>;

/**
 * Asks scanners of the own network, and nobody else: names resolve to private addresses alone.
 * Scanners make their certificates themselves, so none is checked: whoever stands between could
 * read the page, as with plain http, which most of them speak (docs/scanning.md).
 */
export function createEsclLine(): EsclLine {
  const open = buildConnector({
    timeout: CONNECT,
    rejectUnauthorized: false,
    lookup: createPrivateLookup(),
  });
  const agent = new Agent({
    pipelining: 0,
    connect: (options, callback) => {
      const host = bareHost(options.hostname);
      if (isIP(host) !== 0 && !isPrivateAddress(host)) {
        callback(Object.assign(new Error('public address'), { code: 'PUBLIC_ADDRESS' }), null);
      } else open(options, callback);
    },
  });
  return ({ method, url, body, patience }) =>
    exchange(
      agent,
      {
        method,
        url,
        headers: body === undefined ? {} : { 'content-type': 'text/xml' },
        body: body === undefined ? null : Buffer.from(body, 'utf8'),
        headersMs: patience,
        totalMs: patience,
        maxAnswerBytes: LARGEST_PAGE,
      },
      Date.now,
    );
}
