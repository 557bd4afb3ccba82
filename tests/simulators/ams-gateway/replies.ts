import type { IncomingMessage, ServerResponse } from 'node:http';

/** An answer before it is sent, so that an order can still spoil it. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export function jsonReply(status: number, value: unknown): Reply {
  const headers = { 'content-type': 'application/json' };
  return { status, headers, body: Buffer.from(JSON.stringify(value)) };
}

/** A problem document after RFC 9457. */
export function problemReply(
  status: number,
  problem: { readonly type?: string; readonly detail?: string } & Readonly<Record<string, unknown>>,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const document = { type: 'about:blank', title: `Status ${String(status)}`, status, ...problem };
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: Buffer.from(JSON.stringify(document)),
  };
}

export function portalReply(status: number): Reply {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: Buffer.from('<!doctype html><title>Login WiFi</title><p>Silakan masuk.</p>'),
  };
}

/** Bytes of a request body, and whether all of them came. */
export interface ReceivedBody {
  readonly bytes: Buffer;
  readonly complete: boolean;
}

/** Reads a body to its end, to its abort, or until `stopAfter` bytes have come. */
export function receiveBody(
  request: IncomingMessage,
  stopAfter: number | null,
): Promise<ReceivedBody> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let size = 0;
    function finish(complete: boolean): void {
      request.removeAllListeners('data');
      const bytes = Buffer.concat(chunks);
      resolve({ bytes: stopAfter === null ? bytes : bytes.subarray(0, stopAfter), complete });
    }
    if (stopAfter === 0) {
      finish(false);
      return;
    }
    request.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      size += chunk.byteLength;
      if (stopAfter !== null && size >= stopAfter) finish(false);
    });
    request.once('end', () => {
      finish(stopAfter === null);
    });
    request.once('error', () => {
      finish(false);
    });
    request.once('close', () => {
      finish(request.complete && stopAfter === null);
    });
  });
}

function writeHead(response: ServerResponse, reply: Reply, length: number): void {
  response.writeHead(reply.status, { ...reply.headers, 'content-length': String(length) });
}

export function sendReply(response: ServerResponse, reply: Reply): void {
  if (reply.status === 204) response.writeHead(204, reply.headers).end();
  else {
    writeHead(response, reply, reply.body.byteLength);
    response.end(reply.body);
  }
}

/** Sends the headers and half of the body, then cuts the connection. */
export function sendHalf(response: ServerResponse, reply: Reply): void {
  writeHead(response, reply, Math.max(reply.body.byteLength, 2));
  response.write(reply.body.subarray(0, Math.floor(reply.body.byteLength / 2)), () => {
    response.destroy();
  });
  response.flushHeaders();
  if (reply.body.byteLength < 2) response.destroy();
}

/** Sends the body one byte per `everyMs`. */
export function dripReply(response: ServerResponse, reply: Reply, everyMs: number): void {
  writeHead(response, reply, Math.max(reply.body.byteLength, 1));
  response.flushHeaders();
  let sent = 0;
  const timer = setInterval(() => {
    response.write(reply.body.subarray(sent, sent + 1));
    sent += 1;
    if (sent >= reply.body.byteLength) response.end();
  }, everyMs);
  response.once('close', () => {
    clearInterval(timer);
  });
}
