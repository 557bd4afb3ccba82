import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { isProfileInUse, prepareProfile } from './browser-profile';

export interface AppWindowOptions {
  readonly browser: string;
  readonly profile: string;
  readonly address: string;
  /** Root on Linux, where Chromium refuses to start with its sandbox. */
  readonly withoutSandbox: boolean;
}

/**
 * What the browser is told: an app window without address bar, a profile of its own, no
 * conversation with anybody, no slowing down behind other windows (the outbox works there).
 */
export function browserArguments(options: AppWindowOptions): readonly string[] {
  return [
    `--app=${options.address}`,
    `--user-data-dir=${options.profile}`,
    '--window-size=1366,768',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-background-networking',
    '--disable-client-side-phishing-detection',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--disable-breakpad',
    '--disable-background-mode',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--disable-renderer-backgrounding',
    '--disable-features=Translate,OptimizationHints,MediaRouter,AutofillServerCommunication,InterestFeedContentSuggestions',
    '--disable-quic',
    '--no-pings',
    '--no-proxy-server',
    '--password-store=basic',
    '--use-mock-keychain',
    ...(options.withoutSandbox ? ['--no-sandbox'] : []),
  ];
}

export interface AppWindow {
  /** Resolves, when no browser works in the profile any more, to whether it ended by itself in order. */
  readonly closed: Promise<boolean>;
  /** Asks the browser to end in order; resolves when it has. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the page in an app window; in a second one when the browser is running already.
 * Rejects with the system's error when the browser cannot be started.
 */
export async function openAppWindow(options: AppWindowOptions): Promise<AppWindow> {
  prepareProfile(options.profile);
  const browser = spawn(options.browser, browserArguments(options), {
    stdio: 'ignore',
    // Ctrl+C in the shell's console ends the shell, which then closes the window in order.
    detached: process.platform !== 'win32',
  });
  const ended = once(browser, 'exit');
  ended.catch(() => undefined);
  await once(browser, 'spawn');
  const closed = waitUntilClosed(browser, ended, options.profile);
  const close = async (): Promise<void> => {
    // Nothing to end where the address was handed over to a browser that ran already.
    if (browser.exitCode === null && browser.signalCode === null && browser.kill()) await ended;
  };
  return { closed, close };
}

async function waitUntilClosed(
  browser: ChildProcess,
  ended: Promise<unknown>,
  profile: string,
): Promise<boolean> {
  await ended;
  while (isProfileInUse(profile, process.platform)) await sleep(500);
  return browser.exitCode === 0;
}
