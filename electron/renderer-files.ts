import { readFile, readdir } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';

export interface RendererFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly cacheControl: string;
}

/** The built user interface by address. */
export interface RendererFiles {
  /**
   * The file at the path of an address as the page wrote it (`/assets/a.js`, still percent
   * encoded), undefined when the built page has no such file.
   */
  readonly find: (pathname: string) => Promise<RendererFile | undefined>;
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.wasm': 'application/wasm',
  '.pdf': 'application/pdf',
  '.txt': 'text/plain; charset=utf-8',
};

/**
 * Lists the folder of the built page once. An address is looked up in that list, as it is
 * after decoding, and never joined to a path: `..`, encoded or not, names nothing, and
 * whatever else lies on the disk has no address.
 */
export async function createRendererFiles(folder: string): Promise<RendererFiles> {
  const known = new Map<string, string>();
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    known.set(path.slice(folder.length).split(sep).join('/'), path);
  }
  return {
    find: async (pathname) => {
      const address = decode(pathname);
      const path = known.get(address === '/' ? '/index.html' : address);
      if (path === undefined) return undefined;
      return {
        bytes: await readFile(path),
        contentType: contentTypes[extname(path)] ?? 'application/octet-stream',
        // The build puts a hash of the bytes into the names under assets/.
        cacheControl: address.startsWith('/assets/')
          ? 'public, max-age=31536000, immutable'
          : 'no-store',
      };
    },
  };
}

function decode(pathname: string): string {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return '';
  }
}
