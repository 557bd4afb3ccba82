import { fail, succeed, type Result } from '../../contract/result';

/** Why a base URL is never taken as the gateway's. */
export type AddressFault =
  'not-an-address' | 'credentials-in-address' | 'plain-http-to-public-host';

/** A parsed URL, its parts spelled as the URL standard normalises them. */
export interface UrlParts {
  readonly protocol: string;
  readonly hostname: string;
  readonly username: string;
  readonly password: string;
}

/** Plain http is open to listeners: on a private address, or on a name that must lead to one. */
export type PlainHttpCaution = 'plainHttp' | 'nameHttp';

/**
 * Whether a base URL may be the gateway's: https anywhere; plain http to loopback and private
 * addresses and to names, with a caution. What a name leads to is checked when connecting
 * (`electron/services/ams/connector.ts`).
 * Rule: resources/contracts/ams-gateway.openapi.yaml, "Transport".
 */
export function checkGatewayUrl(url: UrlParts): Result<PlainHttpCaution | null, AddressFault> {
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.hostname === '') return fail('not-an-address');
  if (url.username !== '' || url.password !== '') return fail('credentials-in-address');
  if (url.protocol === 'https:') return succeed(null);
  const host = bareHost(url.hostname);
  if (host === 'localhost' || isPrivateAddress(host)) return succeed('plainHttp');
  const isLiteral = host !== url.hostname || ipv4Of(host) !== null;
  return isLiteral ? fail('plain-http-to-public-host') : succeed('nameHttp');
}

/** A URL's host without the brackets of an IPv6 address. */
export function bareHost(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}

/**
 * True for a loopback, private or link-local address as URLs and resolvers write it; false
 * for every other text. RFC 1122 and RFC 4291 loopback, RFC 1918 private, RFC 3927 and
 * RFC 4291 link-local, RFC 4193 unique local; an IPv4 address within IPv6 counts as itself.
 */
export function isPrivateAddress(address: string): boolean {
  const ipv4 = ipv4Of(address) ?? mappedIpv4Of(address);
  if (ipv4 !== null) return isPrivateIpv4(ipv4);
  if (address === '::1') return true;
  const group = Number.parseInt(
    /^([0-9a-f]{4}):[0-9a-f:]*(?:%.+)?$/i.exec(address)?.[1] ?? '0',
    16,
  );
  return (group & 0xffc0) === 0xfe80 || (group & 0xfe00) === 0xfc00;
}

function isPrivateIpv4([first, second]: readonly [number, number]): boolean {
  return (
    first === 127 ||
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254)
  );
}

/** The first two bytes of a dotted address; null for every other text. */
function ipv4Of(text: string): readonly [number, number] | null {
  const bytes = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/.exec(text)?.slice(1).map(Number);
  if (bytes === undefined || bytes.some((byte) => byte > 255)) return null;
  return [bytes[0] ?? 0, bytes[1] ?? 0];
}

/** Of `::ffff:10.0.0.1`, which a URL writes `::ffff:a00:1` (RFC 4291 2.5.5.2). */
function mappedIpv4Of(text: string): readonly [number, number] | null {
  const mapped = /^::ffff:(.+)$/i.exec(text)?.[1] ?? '';
  const dotted = ipv4Of(mapped);
  if (dotted !== null) return dotted;
  const high = /^([0-9a-f]{1,4}):[0-9a-f]{1,4}$/i.exec(mapped)?.[1];
  if (high === undefined) return null;
  const bytes = Number.parseInt(high, 16);
  return [bytes >> 8, bytes & 0xff];
}
