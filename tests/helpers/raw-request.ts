import { request, type IncomingHttpHeaders } from 'node:http';
import { buffer } from 'node:stream/consumers';

export interface RawAnswer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface RawRequest {
  readonly port: number;
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  /** Sends the body in chunks of this many bytes, its length unsaid. */
  readonly chunked?: number;
}

/** One HTTP request exactly as given, Host and path included: no client tidies it up. */
export function rawRequest(options: RawRequest): Promise<RawAnswer> {
  const { port, path, method = 'GET', headers = {}, body, chunked } = options;
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port, path, method, headers, agent: false },
      (answer) => {
        buffer(answer).then(
          (bytes) =>
            resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: bytes }),
          reject,
        );
      },
    );
    asked.on('error', reject);
    if (body === undefined || chunked === undefined) {
      asked.end(body);
      return;
    }
    for (let start = 0; start < body.length; start += chunked) {
      asked.write(body.subarray(start, start + chunked));
    }
    asked.end();
  });
}
