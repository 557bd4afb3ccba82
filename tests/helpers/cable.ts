import {
  createServer,
  request as httpRequest,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';

/** The line between the office and a gateway: can be pulled out and plugged in again. */
export interface Cable {
  /** What the office is told the gateway's address is. */
  readonly url: string;
  readonly unplug: () => void;
  readonly plug: () => void;
  readonly close: () => Promise<void>;
}

/**
 * Listens on loopback and passes every request on to `target`, headers and bytes as they
 * are; only a `Location` that names the target is rewritten to the cable's address. While
 * unplugged, connections are cut at once, as by a dead line.
 */
export async function startCable(target: string, plugged: boolean): Promise<Cable> {
  let up = plugged;
  const sockets = new Set<Socket>();
  const server = createServer((incoming, outgoing) => pass(incoming, outgoing, target));
  server.on('connection', (socket) => {
    if (!up) {
      socket.destroy();
      return;
    }
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    unplug: () => {
      up = false;
      for (const socket of sockets) socket.destroy();
    },
    plug: () => {
      up = true;
    },
    close: () => closeServer(server, sockets),
  };
}

function pass(incoming: IncomingMessage, outgoing: ServerResponse, target: string): void {
  const url = new URL(target);
  const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
  const base = url.pathname.replace(/\/$/, '');
  const onward = send(
    {
      host: url.hostname,
      port: url.port === '' ? undefined : url.port,
      path: base + (incoming.url ?? '/'),
      method: incoming.method,
      headers: { ...incoming.headers, host: url.host },
    },
    (answer) => {
      const headers = { ...answer.headers };
      if (headers.location !== undefined)
        headers.location = ownLocation(headers.location, url, base);
      outgoing.writeHead(answer.statusCode ?? 502, headers);
      answer.pipe(outgoing);
      answer.on('error', () => outgoing.destroy());
    },
  );
  onward.on('error', () => incoming.socket.destroy());
  incoming.on('error', () => onward.destroy());
  incoming.pipe(onward);
}

/** The target's own addresses, absolute or not, as seen from the office's end. */
function ownLocation(location: string, target: URL, base: string): string {
  const there = new URL(location, target);
  if (there.origin !== target.origin) return location;
  const path = there.pathname.startsWith(base) ? there.pathname.slice(base.length) : there.pathname;
  return path + there.search;
}

async function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((done) => {
    server.close(() => done());
  });
}
