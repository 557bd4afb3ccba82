import { fail, succeed, type Result } from '../../../src/contract/result';
import { checkGatewayUrl, type AddressFault } from '../../../src/domain/network/gateway-address';

/** Where a gateway lives, as every request of this service builds on it. */
export interface GatewayAddress {
  /** Scheme, host and port: what a token is bound to. */
  readonly origin: string;
  /** Origin and path without a trailing slash; `/v1/…` is appended. */
  readonly base: string;
}

/** Reads a base URL from the settings by the rule of `checkGatewayUrl`. */
export function readGatewayAddress(baseUrl: string): Result<GatewayAddress, AddressFault> {
  if (!URL.canParse(baseUrl)) return fail('not-an-address');
  const url = new URL(baseUrl);
  const checked = checkGatewayUrl(url);
  if (!checked.ok) return checked;
  return succeed({ origin: url.origin, base: `${url.origin}${url.pathname.replace(/\/+$/, '')}` });
}
