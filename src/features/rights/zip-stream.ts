import { Zip, ZipPassThrough } from 'fflate';

/** A ZIP that grows file by file. */
export interface ZipStream {
  /** The bytes as they are: PDF and JPEG are compressed already. */
  readonly add: (path: string, bytes: Uint8Array) => void;
  /** Ends the file. */
  readonly finish: () => Blob;
}

/**
 * Makes a ZIP without ever holding all of it in the script's memory: what each file adds goes
 * into a Blob at once, which the browser may keep on disk. `madeAt` (RFC 3339) is the time of
 * every entry.
 */
export function createZipStream(madeAt: string): ZipStream {
  const parts: Blob[] = [];
  let chunks: Uint8Array<ArrayBuffer>[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    chunks.push(chunk);
  });
  const settle = () => {
    parts.push(new Blob(chunks));
    chunks = [];
  };
  return {
    add: (path, bytes) => {
      const entry = new ZipPassThrough(path);
      entry.mtime = madeAt;
      zip.add(entry);
      entry.push(bytes, true);
      settle();
    },
    finish: () => {
      zip.end();
      settle();
      return new Blob(parts, { type: 'application/zip' });
    },
  };
}
