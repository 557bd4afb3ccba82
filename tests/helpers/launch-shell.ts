import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';

/** The built browser shell as a child process, without a window of its own. */
export interface RunningShell {
  /** Address with the one-time launch token. */
  readonly launchUrl: string;
  readonly process: ChildProcess;
  /** As the user ends it. */
  readonly stop: () => Promise<void>;
  /** As a power cut ends it. */
  readonly kill: () => Promise<void>;
}

/** A loopback port nobody listens on right now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/**
 * Starts `out/main/browser.js` on a data folder and port of the caller's and returns once
 * it has printed its address. Rejects with the program's own words when it ends before.
 */
export async function launchShell(options: {
  readonly dataFolder: string;
  readonly port: number;
  readonly env?: Readonly<Record<string, string>>;
}): Promise<RunningShell> {
  const child = spawn(process.execPath, ['out/main/browser.js'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      ...process.env,
      LOKET_DATA: options.dataFolder,
      LOKET_PORT: String(options.port),
      LOKET_HEADLESS: '1',
      ...options.env,
    },
  });
  const launchUrl = await launchAddress(child);
  return {
    launchUrl,
    process: child,
    stop: () => end(child, 'SIGTERM'),
    kill: () => end(child, 'SIGKILL'),
  };
}

async function launchAddress(child: ChildProcess): Promise<string> {
  const said: string[] = [];
  child.stderr?.on('data', (chunk: Buffer) => said.push(chunk.toString()));
  if (!child.stdout) throw new Error('The shell has no standard output');
  for await (const line of createInterface({ input: child.stdout })) {
    said.push(line);
    const address = /http:\/\/127\.0\.0\.1:\d+\/launch\?token=\S+/.exec(line)?.[0];
    if (address !== undefined) {
      // Read on, or the pipe fills and the shell stands still.
      child.stdout.resume();
      return address;
    }
  }
  throw new Error(`The shell ended before it was ready:\n${said.join('\n')}`);
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, 'exit');
  child.kill(signal);
  await exited;
}
