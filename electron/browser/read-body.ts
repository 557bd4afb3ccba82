import type { IncomingMessage } from 'node:http';

/**
 * The body of a request, or undefined when it is larger than `limit` bytes. What is too much is
 * read to its end and dropped: a client still sending would otherwise see a broken connection
 * instead of the answer.
 */
export function readBody(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    let isTooLarge = Number(request.headers['content-length'] ?? 0) > limit;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      isTooLarge ||= size > limit;
      if (isTooLarge) chunks.length = 0;
      else chunks.push(chunk);
    });
    request.once('end', () => resolve(isTooLarge ? undefined : Buffer.concat(chunks)));
    request.once('error', reject);
  });
}
