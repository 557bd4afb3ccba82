import type { IncomingHttpHeaders } from 'node:http';
import type { CallerCheck } from '../serve-verb';
import { isSameSecret } from './launch-tokens';

/** Name of the session's cookie. */
export const cookieName = 'loket-session';

/** The one loopback address of this shell, `127.0.0.1:<port>`. */
export interface Address {
  readonly host: string;
  readonly origin: string;
}

/** The address for a port; numbers only, so that no name can be pointed elsewhere. */
export function loopbackAddress(port: number): Address {
  const host = `127.0.0.1:${port}`;
  return { host, origin: `http://${host}` };
}

/**
 * Whether a request was made for this server by its own page or by the user. A page of another
 * site whose name was re-pointed to this machine (DNS rebinding) still sends its own name as
 * Host; a page of another site that asks directly gives itself away by Origin or
 * Sec-Fetch-Site.
 */
export function checkSource(headers: IncomingHttpHeaders, address: Address): CallerCheck {
  if (headers.host !== address.host) return refuse('host');
  if (headers.origin !== undefined && headers.origin !== address.origin) return refuse('origin');
  const site = headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return refuse('site');
  return { allowed: true };
}

/** `checkSource`, and that the page itself asks: with its Origin, which every browser sends. */
export function checkPage(headers: IncomingHttpHeaders, address: Address): CallerCheck {
  const source = checkSource(headers, address);
  if (!source.allowed) return source;
  if (headers.origin !== address.origin) return refuse('origin');
  return headers['sec-fetch-site'] === 'none' ? refuse('site') : source;
}

/** What is decided by must be said once: which of two counts, two readers may see differently. */
const saidOnce = ['host', 'origin', 'cookie', 'content-type', 'sec-fetch-site'] as const;

/** Whether a header that decides about a request stands in it more than once. */
export function hasDoubledHeader(headers: NodeJS.Dict<readonly string[]>): boolean {
  return saidOnce.some((name) => (headers[name]?.length ?? 0) > 1);
}

/** Whether the session's cookie came along. */
export function checkCookie(headers: IncomingHttpHeaders, session: string): CallerCheck {
  const wanted = `${cookieName}=`;
  const cookies = (headers.cookie ?? '').split(';').map((cookie) => cookie.trim());
  const found = cookies.find((cookie) => cookie.startsWith(wanted));
  if (found === undefined) return refuse('cookie');
  return isSameSecret(found.slice(wanted.length), session) ? { allowed: true } : refuse('cookie');
}

function refuse(reason: string): CallerCheck {
  return { allowed: false, reason };
}
