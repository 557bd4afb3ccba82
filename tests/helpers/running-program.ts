import { _electron, chromium, type BrowserContext, type Page } from '@playwright/test';
import { existsSync, readFileSync, readlinkSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { browserLaunch } from './installed-browser';
import { launchShell } from './launch-shell';

/** The size the screens are designed for first. */
export const VIEW = { width: 1366, height: 768 } as const;

/** The running application with its one window, in one of its shells. */
export interface RunningProgram {
  readonly page: Page;
  /** Milliseconds the window's browser took to start. */
  readonly browserStart: number;
  /** `performance.now()` when the page was asked for. */
  readonly navigatedAt: number;
  /** As the user closes it. */
  readonly close: () => Promise<void>;
  /** As a power cut ends it, window and shell at once; or only one of them, the other after it. */
  readonly kill: (first?: Victim) => Promise<void>;
}

/** What is killed while the other still runs. */
export type Victim = 'both' | 'shell' | 'browser';

/** Starts the built browser shell and a browser on the profile the product uses. */
export async function startInBrowser(dataFolder: string, port: number): Promise<RunningProgram> {
  const shell = await launchShell({ dataFolder, port });
  const profile = join(dataFolder, 'browser');
  const begun = performance.now();
  const context = await chromium.launchPersistentContext(profile, {
    ...browserLaunch(),
    viewport: VIEW,
    acceptDownloads: true,
  });
  await withoutPrintDialog(context);
  const page = context.pages()[0] ?? (await context.newPage());
  const browser = browserProcess(profile);
  const navigatedAt = performance.now();
  await page.goto(shell.launchUrl, { waitUntil: 'commit' });
  return {
    page,
    browserStart: navigatedAt - begun,
    navigatedAt,
    close: async () => {
      await context.close();
      // Chromium writes its profile a moment longer than it answers.
      while (browser !== null && isRunning(browser)) await sleep(50);
      await shell.stop();
    },
    kill: async (first = 'both') => {
      if (first !== 'browser') await shell.kill();
      if (first === 'shell') {
        await context.close();
        return;
      }
      const gone = new Promise<void>((done) => {
        context.once('close', () => {
          done();
        });
      });
      if (browser === null) throw new Error('This system does not tell the browser’s process');
      process.kill(browser, 'SIGKILL');
      await gone;
      await (first === 'browser' ? shell.stop() : shell.kill());
      // What a reboot clears: the mark of the browser that is no more.
      rmSync(join(profile, 'SingletonLock'), { force: true });
    },
  };
}

/**
 * Without a screen Chromium has no dialog for printing, and ends the whole page that asks for
 * one a moment later ("Headless Print Manager"): there the question goes nowhere.
 */
async function withoutPrintDialog(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    window.print = () => undefined;
  });
}

/** Chromium marks its profile by a link to `<host>-<pid>`; null on Windows, where it does not. */
function browserProcess(profile: string): number | null {
  if (process.platform === 'win32') return null;
  return Number(readlinkSync(join(profile, 'SingletonLock')).split('-').at(-1));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** Starts the built Electron shell in the real Electron. */
export async function startInElectron(dataFolder: string): Promise<RunningProgram> {
  const executablePath = electronBinary();
  if (executablePath === null) throw new Error('Electron has no binary here');
  const begun = performance.now();
  const app = await _electron.launch({
    executablePath,
    args: [resolve('out/main/main.js'), ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: { ...definedEnvironment(), LOKET_DATA: dataFolder },
  });
  const page = await app.firstWindow();
  const navigatedAt = performance.now();
  return {
    page,
    browserStart: navigatedAt - begun,
    navigatedAt,
    close: () => app.close(),
    kill: async () => {
      const closed = new Promise<void>((done) => {
        app.once('close', () => {
          done();
        });
      });
      app.process().kill('SIGKILL');
      await closed;
    },
  };
}

/** Path of Electron's program; null where it was never fetched. */
export function electronBinary(): string | null {
  const folder = resolve('node_modules/electron');
  const marker = join(folder, 'path.txt');
  if (!existsSync(marker)) return null;
  const program = join(folder, 'dist', readFileSync(marker, 'utf8').trim());
  return existsSync(program) ? program : null;
}

function definedEnvironment(): Record<string, string> {
  const entries = Object.entries(process.env);
  return Object.fromEntries(
    entries.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
