import { BlockList, isIP } from 'node:net';
import { fail, succeed, type Result } from '../../../src/contract/result';

/** Where a gateway lives, as every request of this service builds on it. */
export interface GatewayAddress {
  /** Scheme, host and port: what a token is bound to. */
  readonly origin: string;
  /** Origin and path without a trailing slash; `/v1/…` is appended. */
  readonly base: string;
}

/** Why a base URL from the settings is never asked. */
export type AddressFault =
  'not-an-address' | 'credentials-in-address' | 'plain-http-to-public-host';

const privateRanges = new BlockList();
// RFC 1122 loopback, RFC 1918 private, RFC 3927 link-local.
privateRanges.addSubnet('127.0.0.0', 8, 'ipv4');
privateRanges.addSubnet('10.0.0.0', 8, 'ipv4');
privateRanges.addSubnet('172.16.0.0', 12, 'ipv4');
privateRanges.addSubnet('192.168.0.0', 16, 'ipv4');
privateRanges.addSubnet('169.254.0.0', 16, 'ipv4');
// RFC 4291 loopback and link-local, RFC 4193 unique local.
privateRanges.addAddress('::1', 'ipv6');
privateRanges.addSubnet('fe80::', 10, 'ipv6');
privateRanges.addSubnet('fc00::', 7, 'ipv6');

/** True for loopback, private and link-local addresses; false for every other text. */
export function isPrivateAddress(address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return privateRanges.check(address, family === 4 ? 'ipv4' : 'ipv6');
}

/** A URL's host as `isIP` reads it: IPv6 without its brackets. */
export function bareHost(hostname: string): string {
  return hostname.startsWith('[') ? hostname.slice(1, -1) : hostname;
}

/**
 * Reads a base URL from the settings. Plain http passes for literal loopback and private
 * addresses and for names; what a name resolves to is checked again when connecting
 * (`connector.ts`). Rule: resources/contracts/ams-gateway.openapi.yaml, "Transport".
 */
export function readGatewayAddress(baseUrl: string): Result<GatewayAddress, AddressFault> {
  if (!URL.canParse(baseUrl)) return fail('not-an-address');
  const url = new URL(baseUrl);
  if ((url.protocol !== 'https:' && url.protocol !== 'http:') || url.hostname === '')
    return fail('not-an-address');
  if (url.username !== '' || url.password !== '') return fail('credentials-in-address');
  const host = bareHost(url.hostname);
  if (url.protocol === 'http:' && isIP(host) !== 0 && !isPrivateAddress(host)) {
    return fail('plain-http-to-public-host');
  }
  return succeed({ origin: url.origin, base: `${url.origin}${url.pathname.replace(/\/+$/, '')}` });
}
