import { join, resolve } from 'node:path';
import { version } from '../package.json';
import { openAppWindow, type AppWindow } from './browser/app-window';
import { findBrowser } from './browser/find-browser';
import { createLaunchTokens } from './browser/launch-tokens';
import {
  ListenFailure,
  startLoopbackServer,
  type LoopbackServer,
  type LoopbackServerOptions,
} from './browser/loopback-server';
import { loopbackAddress } from './browser/request-guard';
import { askRunningInstance } from './browser/running-instance';
import { findDataFolder } from './data-folder';
import { takeDataFolder, type DataFolderLock } from './data-folder-lock';
import { createFileLog, type Log } from './log';
import { createRendererFiles, type RendererFiles } from './renderer-files';
import { createServeVerb } from './serve-verb';
import { errorCode } from './services/disk';
import { applyRestoreOrder } from './services/backup/restore-order';
import { createServices, type RunningServices } from './services/index';
import { shellText } from './shell-text';

/**
 * The page's database is bound to this port: fixed for ever. Below 32768, where no system
 * hands out ports by itself. `LOKET_PORT` is for tests only.
 */
const fixedPort = 28617;
const tokenMinutes = { window: 1, printed: 10 } as const;

const now = (): Date => new Date();
// Whoever read what is said here may be gone; the work goes on.
process.stdout.on('error', () => undefined);
const say = (text: string): void => void process.stdout.write(`${text}\n`);

/** Starts the browser shell and gives the exit code once it has ended. */
async function run(): Promise<number> {
  const dataFolder = findDataFolder(process.env);
  const port = Number(process.env['LOKET_PORT'] ?? fixedPort);
  const files = await createRendererFiles(resolve(import.meta.dirname, '../renderer')).catch(
    () => undefined,
  );
  if (files === undefined) {
    say(shellText('shell.notBuilt'));
    return 1;
  }
  let answered: string | null | undefined;
  const lock = await takeDataFolder(dataFolder, { kind: 'browser', port }, async (held) => {
    if (held.kind === 'electron') return false;
    const answer = await askRunningInstance(held);
    if (answer.kind === 'opened') answered = answer.address;
    return answer.kind === 'nobody';
  });
  if (lock.kind === 'held') return sayHeld(lock.by, answered);
  try {
    const log = createFileLog(join(dataFolder, 'logs'), now);
    await applyRestoreOrder({ dataFolder, now, log });
    return await serve(dataFolder, port, files, lock.lock, log);
  } finally {
    lock.release();
  }
}

function sayHeld(held: DataFolderLock, answered: string | null | undefined): number {
  if (answered === undefined) {
    const key = held.kind === 'electron' ? 'shell.openInElectron' : 'shell.notAnswering';
    say(shellText(key, { pid: held.pid }));
    return 1;
  }
  if (answered === null) say(shellText('shell.broughtToFront'));
  else sayAddress(answered);
  return 0;
}

function startServices(dataFolder: string, log: Log): RunningServices {
  const checkScript = join(import.meta.dirname, 'check-worker.js');
  const kind = 'browser';
  return createServices({ dataFolder, kind, version, now, protector: undefined, log, checkScript });
}

async function serve(
  dataFolder: string,
  port: number,
  files: RendererFiles,
  lock: DataFolderLock,
  log: Log,
): Promise<number> {
  const running = startServices(dataFolder, log);
  const tokens = createLaunchTokens(now);
  const ending = endOfWork();
  const windows: AppWindow[] = [];
  const launchAddress = (minutes: number): string =>
    `${loopbackAddress(port).origin}/launch?token=${tokens.issue(minutes)}`;
  const browser = hasDisplay()
    ? findBrowser({ platform: process.platform, environment: process.env })
    : undefined;

  async function show(): Promise<{ readonly address: string | null }> {
    const window = browser && (await openWindow(browser, dataFolder, launchAddress));
    if (!window) return { address: launchAddress(tokenMinutes.printed) };
    windows.push(window);
    void window.closed.then((inOrder) => ending.end(inOrder ? 'closed' : 'browser-failed'));
    return { address: null };
  }

  const server = await listen({
    port,
    files,
    serveVerb: createServeVerb(running.services, log),
    tokens,
    instanceSecret: lock.secret,
    openWindow: show,
  });
  if (server === undefined) {
    log({ event: 'port-taken', port });
    say(shellText('shell.portTaken', { port }));
    return 1;
  }
  if (browser === undefined) say(shellText(hasDisplay() ? 'shell.noBrowser' : 'shell.noDisplay'));
  const { address } = await show();
  if (address !== null) {
    sayAddress(address);
    say(shellText('shell.stopHint'));
  }
  const reason = await ending.ended;
  await Promise.all(windows.map((window) => window.close()));
  await server.close();
  await running.close();
  if (reason === 'browser-failed' && browser !== undefined) {
    say(shellText('shell.browserFailed', { browser, code: reason }));
    return 1;
  }
  say(shellText('shell.stopped'));
  return 0;
}

/** Undefined when another program has the port, or the system does not give it. */
async function listen(options: LoopbackServerOptions): Promise<LoopbackServer | undefined> {
  try {
    return await startLoopbackServer(options);
  } catch (error) {
    if (error instanceof ListenFailure) return undefined;
    throw error;
  }
}

/** Opens a window in the browser's own profile. Undefined, and said so, when that fails. */
async function openWindow(
  browser: string,
  dataFolder: string,
  launchAddress: (minutes: number) => string,
): Promise<AppWindow | undefined> {
  const withoutSandbox = process.platform === 'linux' && process.getuid?.() === 0;
  if (withoutSandbox) say(shellText('shell.noSandbox'));
  const profile = join(dataFolder, 'browser');
  const address = launchAddress(tokenMinutes.window);
  try {
    return await openAppWindow({ browser, profile, address, withoutSandbox });
  } catch (error) {
    say(shellText('shell.browserFailed', { browser, code: errorCode(error) }));
    return undefined;
  }
}

/** The address stands alone on its line, for people and programs that copy it. */
function sayAddress(address: string): void {
  say(shellText('shell.openAddress', { minutes: tokenMinutes.printed }));
  say(address);
}

function hasDisplay(): boolean {
  if (process.env['LOKET_HEADLESS'] === '1') return false;
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY']) || Boolean(process.env['WAYLAND_DISPLAY']);
}

type Ending = 'asked' | 'closed' | 'browser-failed';

/** Work ends when the last window closes or the system asks for it, whichever comes first. */
function endOfWork(): { readonly ended: Promise<Ending>; readonly end: (reason: Ending) => void } {
  let end = (_reason: Ending): void => undefined;
  const ended = new Promise<Ending>((resolve) => {
    end = resolve;
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => end('asked'));
  }
  return { ended, end: (reason) => end(reason) };
}

run().then(
  (code) => process.exit(code),
  (error: unknown) => {
    const folder = findDataFolder(process.env);
    say(shellText('shell.dataFolderFailed', { folder, code: errorCode(error) }));
    process.exit(1);
  },
);
