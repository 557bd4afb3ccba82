import { chromium, type Browser, type Page } from '@playwright/test';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../electron/security';
import type { Host } from '../../src/contract/index';
import { verbNames } from '../../src/contract/verb-names';
import {
  buildStandIn,
  startMain,
  untilWindow,
  type MainProcess,
} from '../helpers/electron-stand-in/main-process';
import type { State } from '../helpers/electron-stand-in/messages';
import { openStandInWindow, pageOrigin } from '../helpers/electron-stand-in/window';
import { ensureBuilt } from '../helpers/ensure-built';
import { browserLaunch } from '../helpers/installed-browser';
import { freePort, launchShell } from '../helpers/launch-shell';

let standIn: string;
let dataFolder: string;
let main: MainProcess;
let state: State;

beforeAll(async () => {
  ensureBuilt();
  standIn = await buildStandIn();
  dataFolder = await mkdtemp(join(tmpdir(), 'loket-electron-'));
  main = startMain(standIn, dataFolder);
  state = await untilWindow(main);
});
afterAll(async () => {
  await main.kill();
  await rm(dataFolder, { recursive: true });
});

describe('before anything is shown', () => {
  test('the scheme is standard and secure, and bypasses no policy', () => {
    expect(state.schemes).toEqual([
      {
        scheme: 'app',
        privileges: {
          standard: true,
          secure: true,
          supportFetchAPI: true,
          stream: true,
          codeCache: true,
        },
      },
    ]);
  });

  test('the window gives the page nothing of the system and waits until it can be shown', () => {
    expect(state.windows).toHaveLength(1);
    const [window] = state.windows;
    expect(window?.options).toMatchObject({
      width: 1366,
      height: 768,
      show: false,
      backgroundColor: '#f5f6f8',
      webPreferences: {
        sandbox: true,
        contextIsolation: true,
        nodeIntegration: false,
        nodeIntegrationInWorker: false,
        nodeIntegrationInSubFrames: false,
        webSecurity: true,
        allowRunningInsecureContent: false,
        experimentalFeatures: false,
        webviewTag: false,
        navigateOnDragDrop: false,
        spellcheck: false,
        backgroundThrottling: false,
      },
    });
    expect(window?.shown).toBe(false);
    expect(state.loaded).toEqual(['app://loket/']);
    expect(state.sandboxEnabled).toBe(true);
    expect(state.menu).toBeNull();
    expect(state.crashReporterStarted).toBe(false);
  });

  test('the browser data lies inside the data folder', () => {
    expect(state.paths).toEqual({ userData: join(dataFolder, 'electron') });
  });

  test('each verb has a channel of its own, and there is no other channel', () => {
    const wanted = Object.entries(verbNames).flatMap(([service, verbs]) =>
      verbs.map((verb) => `loket:${service}:${verb}`),
    );
    expect([...state.channels].sort()).toEqual(wanted.sort());
  });
});

describe('app://', () => {
  test('serves the built page with the policy as a header', async () => {
    const answer = await main.request('app://loket/');
    expect(answer?.status).toBe(200);
    expect(answer?.headers).toMatchObject({
      'content-security-policy': contentSecurityPolicy,
      'content-type': 'text/html; charset=utf-8',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
    expect(Buffer.from(answer?.body ?? []).toString()).toContain('<div id="root">');
  });

  test.each([
    'app://loket/../package.json',
    'app://loket/%2e%2e/%2e%2e/package.json',
    'app://loket/..%2f..%2fpackage.json',
    'app://loket/..%5c..%5cpackage.json',
    'app://loket//etc/passwd',
    'app://loket/%2fetc/passwd',
    'app://loket/assets/%00',
    'app://loket/%',
    'app://other/index.html',
    'app://loket:80/index.html',
  ])('%s names nothing', async (url) => {
    expect((await main.request(url))?.status).toBe(404);
  });

  test('only reads', async () => {
    for (const method of ['POST', 'PUT', 'DELETE']) {
      expect((await main.request('app://loket/', method))?.status).toBe(405);
    }
  });
});

describe('who may ask for a verb', () => {
  const refused = { ok: false, error: { kind: 'caller-refused' } };
  const top = (url: string) => ({ window: 'own', frame: { url, isTop: true } }) as const;

  test('the page itself', async () => {
    expect(await main.invoke('loket:shell:info', {})).toMatchObject({
      ok: true,
      value: { kind: 'electron' },
    });
  });

  test.each([
    'https://loket/',
    'app://other/',
    'app://loket.jahat.example/',
    'app://user@loket/',
    'file:///etc/passwd',
    'about:blank',
    'blob:app://loket/1',
    '',
  ])('not a page at %s', async (url) => {
    expect(await main.invoke('loket:shell:info', {}, top(url))).toMatchObject(refused);
  });

  test('not an inner frame, not a frame that is gone, not another window', async () => {
    const page = { url: 'app://loket/', isTop: true };
    const senders = [
      { window: 'own', frame: { ...page, isTop: false } },
      { window: 'own', frame: null },
      { window: 'other', frame: page },
    ] as const;
    for (const sender of senders) {
      expect(await main.invoke('loket:shell:info', {}, sender)).toMatchObject(refused);
    }
  });

  test('an input that does not fit its schema reaches no service', async () => {
    expect(await main.invoke('loket:files:get', { address: '../../shell.lock' })).toMatchObject({
      ok: false,
      error: { kind: 'input-refused' },
    });
  });
});

describe('what is refused', () => {
  test.each([
    ['https://jahat.example/', true, true],
    ['file:///etc/passwd', true, true],
    ['app://other/', true, true],
    ['app://loket/assets/x.js', true, true],
    ['app://loket/', true, false],
    ['app://loket/#/permohonan', true, false],
    ['https://jahat.example/', false, true],
    ['app://loket/', false, true],
    ['blob:https://jahat.example/1', false, true],
    ['blob:app://loket/1', false, false],
    ['blob:app://loket/1', true, true],
    ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html', false, false],
    ['chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/index.html', true, true],
    ['chrome-extension://other/index.html', false, true],
  ])('navigation to %s (main frame: %s) is refused: %s', async (url, isMainFrame, prevented) => {
    expect(await main.ask({ ask: 'navigate', url, isMainFrame })).toBe(prevented);
  });

  test('redirects, second windows and webviews', async () => {
    expect(await main.ask({ ask: 'redirect', url: 'app://loket/' })).toBe(true);
    expect(await main.ask({ ask: 'openWindow', url: 'app://loket/' })).toBe('deny');
    expect(await main.ask({ ask: 'openWindow', url: 'https://jahat.example/' })).toBe('deny');
    expect(await main.ask({ ask: 'attachWebview' })).toBe(true);
  });

  test.each([
    'geolocation',
    'media',
    'notifications',
    'openExternal',
    'clipboard-read',
    'usb',
    'serial',
    'hid',
    'fileSystem',
    'unknown',
  ])('the permission %s, asked for or looked up', async (permission) => {
    const asked = { ask: 'permission', permission, from: 'app://loket/' } as const;
    expect(await main.ask(asked)).toEqual([false, false, false]);
  });

  test('copying is for the page itself: elsewhere its button would do nothing', async () => {
    const copying = { ask: 'permission', permission: 'clipboard-sanitized-write' } as const;
    expect(await main.ask({ ...copying, from: 'app://loket/' })).toEqual([true, true, false]);
    expect(await main.ask({ ...copying, from: 'https://jahat.example/' })).toEqual([
      false,
      false,
      false,
    ]);
  });
});

describe('the built page with the built preload in Chromium', () => {
  let browser: Browser;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    browser = await chromium.launch(browserLaunch());
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } });
    context.on('console', (message) => {
      if (message.type() === 'error') complaints.push(message.text());
    });
    context.on('weberror', (error) => void complaints.push(String(error.error())));
    page = await openStandInWindow(context, main);
  });
  afterAll(() => browser.close());

  test('loads without breaking the policy, and the window is shown then', async () => {
    expect(page.url().startsWith(`${pageOrigin}/`)).toBe(true);
    expect(await page.title()).toContain('Loket SE');
    expect(complaints).toEqual([]);
    expect((await main.state()).windows[0]?.shown).toBe(true);
  });

  test('the page finds every verb and nothing else of the system', async () => {
    const found = await page.evaluate(() => ({
      verbs: Object.fromEntries(
        Object.entries((window as unknown as { loket: Host }).loket).map(([service, verbs]) => [
          service,
          Object.keys(verbs),
        ]),
      ),
      leaked: [
        'require',
        'process',
        'Buffer',
        'electron',
        'module',
        'standInInvoke',
        'ipcRenderer',
      ].filter((name) => name in window),
    }));
    expect(found).toEqual({ verbs: verbNames, leaked: [] });
  });

  test('bytes go through preload and main process to the disk and back', async () => {
    const sizes = await page.evaluate(async () => {
      const { files, vault } = (window as unknown as { loket: Host }).loket;
      const memberId = '01930000-0000-7000-8000-000000000001';
      await vault.create({ memberId, signInName: 'loket1', passphrase: 'kopi tumpah di meja' });
      const bytes = Uint8Array.from({ length: 5000 }, (_, place) => place % 251);
      const stored = await files.put({ bytes, subject: 'office' });
      if (!stored.ok) return stored.error;
      const got = await files.get({ address: stored.value.address });
      return got.ok ? got.value.bytes.every((byte, place) => byte === bytes[place]) : got.error;
    });
    expect(sizes).toBe(true);
  });

  test('inline code and other origins are stopped by the policy', async () => {
    const outcome = await page.evaluate(async () => {
      const script = document.createElement('script');
      script.textContent = 'window.wasRun = true';
      document.head.append(script);
      const reached = await fetch('https://jahat.example/').then(
        () => true,
        () => false,
      );
      return { wasRun: 'wasRun' in window, reached };
    });
    expect(outcome).toEqual({ wasRun: false, reached: false });
  });
});

describe('a second start', () => {
  test('ends at once and brings the first window to the front, restored', async () => {
    await main.ask({ ask: 'minimize' });
    const before = (await main.state()).focused;
    const second = startMain(standIn, dataFolder);
    expect((await second.ended).code).toBe(0);
    await expect.poll(async () => (await main.state()).focused).toBe(before + 1);
    expect((await main.state()).windows).toHaveLength(1);
  });
});

test('a data folder in which the browser shell works is left to it', async () => {
  const shared = await mkdtemp(join(tmpdir(), 'loket-electron-'));
  const shell = await launchShell({ dataFolder: shared, port: await freePort() });
  const program = startMain(standIn, shared);
  expect((await program.ended).code).toBe(0);
  expect(shell.process.exitCode).toBeNull();
  await shell.stop();
  await rm(shared, { recursive: true });
});

test('a data folder that cannot be made is named before the program ends', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'loket-electron-'));
  const inTheWay = join(folder, 'file');
  await writeFile(inTheWay, '');
  const { code, said } = await startMain(standIn, inTheWay).ended;
  expect(code).toBe(1);
  expect(said).toContain(inTheWay);
  await rm(folder, { recursive: true });
});

test('closing the window ends the program in order and frees the data folder', async () => {
  const other = await mkdtemp(join(tmpdir(), 'loket-electron-'));
  const program = startMain(standIn, other);
  await untilWindow(program);
  expect(existsSync(join(other, 'shell.lock'))).toBe(true);
  await program.ask({ ask: 'closeWindow' });
  expect((await program.ended).code).toBe(0);
  expect(existsSync(join(other, 'shell.lock'))).toBe(false);
  await rm(other, { recursive: true });
});
