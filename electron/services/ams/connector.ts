import { lookup as dnsLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { OfflineReason } from '../../../src/contract/ams';
import { bareHost, isPrivateAddress } from '../../../src/domain/network/gateway-address';
import { errorCode } from '../disk';

/** PEM texts the office has set for its gateway; all optional. */
export interface TlsMaterial {
  /** Certificate authorities to trust; they replace the built-in list. */
  readonly ca?: readonly string[];
  readonly clientCertificate?: { readonly cert: string; readonly key: string };
}

/** No connection was made: nothing of the request has left this machine. */
export class ConnectFailure extends Error {
  constructor(
    readonly reason: OfflineReason,
    readonly detail: string,
  ) {
    super(detail);
  }
}

const publicAddress = 'PLAIN_HTTP_TO_PUBLIC_HOST';
const tlsCodes =
  /^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|ERROR_IN_C|UNABLE_TO_|SELF_SIGNED_|DEPTH_ZERO_|EPROTO$|HOSTNAME_MISMATCH$|INVALID_CA$|INVALID_PURPOSE$|PATH_LENGTH_EXCEEDED$)/;

/** True for the codes of Node and OpenSSL that mean: the other side's certificate or TLS is not right. */
export function isTlsCode(code: string): boolean {
  return tlsCodes.test(code);
}

function toConnectFailure(error: Error): ConnectFailure {
  const code = errorCode(error);
  if (code === publicAddress)
    return new ConnectFailure('address-refused', 'plain-http-to-public-host');
  return new ConnectFailure(isTlsCode(code) ? 'tls-refused' : 'no-connection', code);
}

function publicAddressError(): NodeJS.ErrnoException {
  return Object.assign(new Error(publicAddress), { code: publicAddress });
}

/** Asks the system for every address of a name. */
export type ResolveName = (
  hostname: string,
  options: LookupOptions & { readonly all: true },
  callback: (error: NodeJS.ErrnoException | null, found: LookupAddress[]) => void,
) => void;

/**
 * Resolves a name to its private addresses only, so that plain http cannot reach the public
 * network through a name, not even one whose answer changes between check and use.
 */
export function createPrivateLookup(resolveName: ResolveName = dnsLookup): LookupFunction {
  return (hostname, options, callback) => {
    resolveName(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        callback(error, '');
        return;
      }
      const allowed = found.filter(({ address }) => isPrivateAddress(address));
      const [first] = allowed;
      if (first === undefined) callback(publicAddressError(), '');
      else if (options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}

/**
 * Makes connections for the gateway. Certificates are always checked, whatever the
 * environment says; plain http reaches loopback and private addresses only. Every failure is
 * a `ConnectFailure`.
 */
export function createConnector(connectMs: number, tls: TlsMaterial): buildConnector.connector {
  const secure = buildConnector({
    timeout: connectMs,
    rejectUnauthorized: true,
    minVersion: 'TLSv1.2',
    ...(tls.ca === undefined ? {} : { ca: [...tls.ca] }),
    ...(tls.clientCertificate ?? {}),
  });
  const plain = buildConnector({ timeout: connectMs, lookup: createPrivateLookup(), port: 0 });
  return (options, callback) => {
    const isPlain = options.protocol === 'http:';
    const host = bareHost(options.hostname);
    if (isPlain && isIP(host) !== 0 && !isPrivateAddress(host)) {
      callback(toConnectFailure(publicAddressError()), null);
      return;
    }
    const connect = isPlain ? plain : secure;
    connect(options, (...[error, socket]) => {
      if (error === null) callback(null, socket);
      else callback(toConnectFailure(error), null);
    });
  };
}
