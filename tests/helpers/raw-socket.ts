import { connect, type Socket } from 'node:net';

/**
 * Sends bytes as they are over a connection of its own and gives everything that came back until
 * the other side closed it, or refused it. Parts are sent one after another.
 */
export function sendRaw(port: number, ...parts: readonly (string | Uint8Array)[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    const answer: Buffer[] = [];
    socket.on('data', (chunk: Buffer) => answer.push(chunk));
    // A server that closes while the client is still sending resets the connection.
    socket.on('error', () => undefined);
    socket.on('close', () => resolve(Buffer.concat(answer).toString('latin1')));
    for (const part of parts) socket.write(part);
  });
}

/** A connection that is open, with what it was told already; it is the caller's to close. */
export function holdOpen(port: number, text: string): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect({ host: '127.0.0.1', port }, () => {
      socket.off('error', reject);
      socket.on('error', () => undefined);
      socket.write(text, () => resolve(socket));
    });
    socket.once('error', reject);
  });
}
