import type { CustomScheme, Protocol } from 'electron';
import type { RendererFiles } from '../renderer-files';
import { securityHeaders } from '../security';

/** The page's origin; IndexedDB is bound to it, so it never changes after version 1. */
export const appOrigin = 'app://loket';
export const appEntry = `${appOrigin}/`;

/**
 * `standard` gives the scheme an origin and relative addresses, `secure` a secure context
 * (WebCrypto, Web Locks); nothing bypasses the content security policy.
 */
export const appScheme: CustomScheme = {
  scheme: 'app',
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    stream: true,
    codeCache: true,
  },
};

/** Whether an address lies in the application's own origin. */
export function isOwnAddress(address: string): boolean {
  // For a scheme it does not know, Node's URL says 'null' for an origin, so its parts are compared.
  const url = URL.canParse(address) ? new URL(address) : undefined;
  return url?.protocol === 'app:' && url.host === 'loket' && url.username === '';
}

/** Serves the built page at `app://loket/`, by GET and HEAD, and nothing else. */
export function serveAppProtocol(protocol: Protocol, files: RendererFiles): void {
  protocol.handle('app', async (request) => {
    if (!isOwnAddress(request.url)) return plainAnswer(404);
    if (request.method !== 'GET' && request.method !== 'HEAD') return plainAnswer(405);
    const file = await files.find(new URL(request.url).pathname);
    if (file === undefined) return plainAnswer(404);
    return new Response(request.method === 'HEAD' ? null : file.bytes, {
      headers: {
        ...securityHeaders,
        'content-type': file.contentType,
        'cache-control': file.cacheControl,
      },
    });
  });
}

function plainAnswer(status: number): Response {
  return new Response(null, { status, headers: securityHeaders });
}
