/**
 * Electron's security checklist, point by point, in its order and under its numbers:
 * electronjs.org/docs/latest/tutorial/security. What a point asks of behaviour is asked of the
 * built main process; what it forbids to stand in the code is looked for in the sources.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserWindowConstructorOptions } from 'electron';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '../../electron/security';
import { windowOptions } from '../../electron/electron-shell/window-options';
import { verbNames } from '../../src/contract/verb-names';
import { loadTool } from '../helpers/developer-tool';
import {
  buildStandIn,
  startMain,
  untilWindow,
  type MainProcess,
} from '../helpers/electron-stand-in/main-process';
import type { State } from '../helpers/electron-stand-in/messages';
import { ensureBuilt } from '../helpers/ensure-built';

let dataFolder: string;
let main: MainProcess;
let state: State;
/** Of the one window the built program opened. */
let preferences: NonNullable<BrowserWindowConstructorOptions['webPreferences']>;

beforeAll(async () => {
  ensureBuilt();
  dataFolder = await mkdtemp(join(tmpdir(), 'loket-checklist-'));
  main = startMain(await buildStandIn(), dataFolder);
  state = await untilWindow(main);
  const [window] = state.windows;
  preferences = (window?.options as BrowserWindowConstructorOptions).webPreferences ?? {};
});
afterAll(async () => {
  await main.kill();
  await rm(dataFolder, { recursive: true });
});

/** The program's own sources by path, without comments. */
function sourcesOf(...rooms: readonly string[]): ReadonlyMap<string, string> {
  const paths = rooms.flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(tsx?|html|css)$/.test(name))
      .map((name) => join(room, name)),
  );
  const withoutComments = (text: string) =>
    text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '');
  return new Map(paths.map((path) => [path, withoutComments(readFileSync(path, 'utf8'))]));
}

/** Paths of sources that hold the words. */
function having(words: RegExp, ...rooms: readonly string[]): readonly string[] {
  return [...sourcesOf(...rooms)].filter(([, text]) => words.test(text)).map(([path]) => path);
}

const directives = new Map(
  contentSecurityPolicy.split('; ').map((one) => {
    const [name = '', ...sources] = one.split(' ');
    return [name, sources] as const;
  }),
);

describe('Electron security checklist', () => {
  test('1. Only load secure content', async () => {
    expect(state.loaded).toEqual(['app://loket/']);
    expect(state.schemes).toMatchObject([{ scheme: 'app', privileges: { secure: true } }]);
    // No element, style or script of the built page names another place.
    const page = await main.request('app://loket/');
    const html = Buffer.from(page?.body ?? []).toString();
    const places = Array.from(html.matchAll(/(?:src|href)="([^"]*)"/g), ([, place]) => place ?? '');
    expect(places.length).toBeGreaterThan(1);
    for (const place of places) expect(place).toMatch(/^\.\//);
    expect(having(/url\(\s*['"]?(?:https?:)?\/\//, 'src')).toEqual([]);
    // The page itself speaks to nobody: the gateway is spoken to by the shell.
    expect(directives.get('connect-src')).toEqual(["'self'"]);
  });

  test('2. Disable the Node.js integration in all renderers that display remote content', () => {
    expect(preferences).toMatchObject({
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
    });
  });

  test('3. Enable context isolation in all renderers', () => {
    expect(preferences.contextIsolation).toBe(true);
    expect(having(/exposeInMainWorld/, 'electron')).toEqual([join('electron', 'preload.ts')]);
  });

  test('4. Enable process sandboxing', () => {
    expect(preferences.sandbox).toBe(true);
    expect(state.sandboxEnabled).toBe(true);
    expect(having(/no-sandbox|disable-gpu-sandbox/, 'electron')).toEqual([
      // The browser shell under root on Linux, where Chromium does not start otherwise; it says so.
      join('electron', 'browser', 'app-window.ts'),
    ]);
  });

  test('5. Use ses.setPermissionRequestHandler() in all sessions that load remote content', async () => {
    const names = ['media', 'geolocation', 'notifications', 'midi', 'pointerLock', 'fullscreen'];
    for (const permission of [...names, 'openExternal', 'clipboard-read', 'hid', 'usb']) {
      const asked = { ask: 'permission', permission, from: 'app://loket/' } as const;
      expect(await main.ask(asked)).toEqual([false, false, false]);
    }
    // The camera for the own page alone, and never with a microphone.
    const camera = (from: string, ...media: readonly string[]) =>
      main.ask({ ask: 'permission', permission: 'media', from, media });
    expect(await camera('app://loket/', 'video')).toEqual([true, true, false]);
    expect(await camera('app://loket/', 'video', 'audio')).toEqual([false, false, false]);
    expect(await camera('https://contoh.invalid/', 'video')).toEqual([false, false, false]);
    // No other session is ever made.
    expect(having(/fromPartition|fromPath\(|partition\s*:/, 'electron')).toEqual([]);
  });

  test('6. Do not disable webSecurity', () => {
    expect(preferences.webSecurity).toBe(true);
    expect(having(/webSecurity:\s*false|disable-web-security/, 'electron')).toEqual([]);
  });

  test('7. Define a Content-Security-Policy and use restrictive rules', async () => {
    expect(directives.get('default-src')).toEqual(["'none'"]);
    expect(directives.get('script-src')).toEqual(["'self'"]);
    expect(directives.get('object-src')).toEqual(["'none'"]);
    expect(directives.get('base-uri')).toEqual(["'none'"]);
    expect(contentSecurityPolicy).not.toMatch(/unsafe|\*|https?:|data:|strict-dynamic/);
    for (const url of ['app://loket/', 'app://loket/nothing', 'app://other/']) {
      const answer = await main.request(url);
      expect(answer?.headers['content-security-policy']).toBe(contentSecurityPolicy);
    }
    expect((state.schemes[0] as { privileges: object }).privileges).not.toHaveProperty('bypassCSP');
    expect(having(/dangerouslySetInnerHTML|\.innerHTML\s*=|insertAdjacentHTML/, 'src')).toEqual([]);
    expect(having(/\beval\(|new Function\(/, 'src', 'electron')).toEqual([]);
  });

  test('8. Do not enable allowRunningInsecureContent', () => {
    expect(preferences.allowRunningInsecureContent).toBe(false);
  });

  test('9. Do not enable experimental features', () => {
    expect(preferences.experimentalFeatures).toBe(false);
    expect(having(/enable-experimental|--enable-features/, 'electron')).toEqual([]);
  });

  test('10. Do not use enableBlinkFeatures', () => {
    expect(preferences).not.toHaveProperty('enableBlinkFeatures');
    expect(having(/enableBlinkFeatures|enable-blink-features/, 'electron')).toEqual([]);
  });

  test('11. <webview>: Do not use allowpopups', () => {
    expect(preferences.webviewTag).toBe(false);
    expect(having(/<webview|allowpopups/i, 'src', 'electron')).toEqual([]);
  });

  test('12. <webview>: Verify options and params', async () => {
    // There are none to verify: whatever would attach one is refused.
    expect(await main.ask({ ask: 'attachWebview' })).toBe(true);
  });

  test('13. Disable or limit navigation', async () => {
    const away = ['https://contoh.example/', 'file:///etc/passwd', 'app://other/', 'data:,x'];
    for (const url of [
      ...away,
      'javascript:1',
      'app://loket@contoh.example/',
      'blob:app://loket/1',
    ])
      expect(await main.ask({ ask: 'navigate', url, isMainFrame: true })).toBe(true);
    for (const url of [...away, 'app://loket/'])
      expect(await main.ask({ ask: 'navigate', url, isMainFrame: false })).toBe(true);
    expect(await main.ask({ ask: 'redirect', url: 'https://contoh.example/' })).toBe(true);
    expect(preferences.navigateOnDragDrop).toBe(false);
  });

  test('14. Disable or limit creation of new windows', async () => {
    for (const url of ['https://contoh.example/', 'app://loket/', 'about:blank', ''])
      expect(await main.ask({ ask: 'openWindow', url })).toBe('deny');
    expect(having(/window\.open\(|target=["{]*_blank/, 'src')).toEqual([]);
    expect(state.windows).toHaveLength(1);
  });

  test('15. Do not use shell.openExternal with untrusted content', () => {
    // Not with any content: nothing is opened outside.
    expect(having(/openExternal|openPath|showItemInFolder/, 'electron')).toEqual([]);
  });

  test('16. Use a current version of Electron', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      devDependencies: Readonly<Record<string, string>>;
    };
    const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Readonly<Record<string, { readonly version?: string }>>;
    };
    const pinned = devDependencies['electron'] ?? '';
    // A stable release, pinned: an update is a change that is looked at. `npm run audit` and
    // docs/security.md say when one is due.
    expect(pinned).toMatch(/^\d+\.\d+\.\d+$/);
    expect(Number(pinned.split('.')[0])).toBeGreaterThanOrEqual(41);
    expect(packages['node_modules/electron']?.version).toBe(pinned);
  });

  test('17. Validate the sender of all IPC messages', async () => {
    const wrong = [
      { window: 'other', frame: { url: 'app://loket/', isTop: true } },
      { window: 'own', frame: { url: 'app://loket/', isTop: false } },
      { window: 'own', frame: { url: 'https://contoh.example/', isTop: true } },
      { window: 'own', frame: null },
    ] as const;
    expect(state.channels.length).toBeGreaterThan(20);
    for (const channel of state.channels)
      for (const sender of wrong)
        expect(await main.invoke(channel, {}, sender)).toMatchObject({
          ok: false,
          error: { kind: 'caller-refused' },
        });
    // Only the door that checks listens at all.
    expect(having(/ipcMain\.(?:handle|on)/, 'electron')).toEqual([
      join('electron', 'electron-shell', 'verb-channels.ts'),
    ]);
  });

  test('18. Avoid usage of the file:// protocol and prefer usage of custom protocols', () => {
    expect(state.loaded.every((url) => url.startsWith('app://loket/'))).toBe(true);
    expect(having(/\.loadFile\(|\bfile:\/\/|interceptFileProtocol/, 'electron', 'src')).toEqual([]);
  });

  test('19. Check which fuses you can change', async () => {
    const { wantedFuses } = await loadTool<{
      readonly wantedFuses: Readonly<Record<string, boolean>>;
    }>('fuses.mjs');
    expect(wantedFuses).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    });
    // RunAsNode off forbids what forks Electron as Node; nothing here does.
    expect(having(/child_process'.*|utilityProcess/, 'electron/electron-shell')).toEqual([]);
    expect(having(/\bfork\(/, 'electron')).toEqual([]);
  });

  test('20. Do not expose Electron APIs to untrusted web content', () => {
    const preload = readFileSync('out/preload/preload.cjs', 'utf8');
    const exposed = Array.from(preload.matchAll(/exposeInMainWorld\(\s*["'](\w+)["']/g));
    expect(exposed.map(([, name]) => name)).toEqual(['loket']);
    const [source = ''] =
      sourcesOf('electron').get(join('electron', 'preload.ts'))?.split('\0') ?? [];
    // Functions bound to one channel each; no ipcRenderer, no event, no channel's name crosses.
    expect(source).not.toMatch(/ipcRenderer\.(?:on|send|sendSync|postMessage)\b/);
    expect(source.match(/ipcRenderer\.invoke/g)).toHaveLength(1);
    const verbs = Object.entries(verbNames).flatMap(([service, names]) =>
      names.map((verb) => `loket:${service}:${verb}`),
    );
    expect([...state.channels].sort()).toEqual(verbs.sort());
  });

  test('and beyond it: no developer tools and no spelling service once packaged', () => {
    const packaged = windowOptions({ preload: 'x', isPackaged: true, isDark: false });
    expect(packaged.webPreferences).toMatchObject({ devTools: false, spellcheck: false });
    expect(state.crashReporterStarted).toBe(false);
  });
});
