import { fail, succeed, type Result } from '../../contract/result';

/** Why an address is not taken as the gateway's. Same words as the shell's own check. */
export type AddressProblem =
  'not-an-address' | 'credentials-in-address' | 'plain-http-to-public-host';

export interface GatewayAddress {
  /** What the token is bound to. */
  readonly origin: string;
  /** Plain http is open to listeners: on a private address, or on a name that must lead to one. */
  readonly caution: 'plainHttp' | 'nameHttp' | null;
}

/**
 * Reads a typed base URL: https anywhere, http only to loopback and private addresses, with
 * a caution (ams-gateway.openapi.yaml, "Transport"). The shell checks again before it
 * connects, also what a name resolves to; this check is for the person who types.
 */
export function readGatewayAddress(typed: string): Result<GatewayAddress, AddressProblem> {
  const text = typed.trim();
  if (!URL.canParse(text)) return fail('not-an-address');
  const url = new URL(text);
  const isWeb = url.protocol === 'https:' || url.protocol === 'http:';
  if (!isWeb || url.hostname === '') return fail('not-an-address');
  if (url.username !== '' || url.password !== '') return fail('credentials-in-address');
  const { origin } = url;
  if (url.protocol === 'https:') return succeed({ origin, caution: null });
  if (isPrivateHost(url.hostname)) return succeed({ origin, caution: 'plainHttp' });
  return isLiteralAddress(url.hostname)
    ? fail('plain-http-to-public-host')
    : succeed({ origin, caution: 'nameHttp' });
}

function isLiteralAddress(host: string): boolean {
  return host.startsWith('[') || /^\d+(?:\.\d+){3}$/.test(host);
}

/** RFC 1122 loopback, RFC 1918 private, RFC 3927 and RFC 4291 link-local, RFC 4193 local. */
function isPrivateHost(host: string): boolean {
  if (host === 'localhost' || host === '[::1]') return true;
  if (/^\[(?:fe[89ab]|f[cd])[0-9a-f]*:/.test(host)) return true;
  const match = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
  if (match === null) return false;
  const [first, second] = [Number(match[1]), Number(match[2])];
  return (
    first === 127 ||
    first === 10 ||
    (first === 172 && second >= 16 && second <= 31) ||
    (first === 192 && second === 168) ||
    (first === 169 && second === 254)
  );
}
