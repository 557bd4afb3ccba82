import {
  app,
  BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  nativeTheme,
  protocol,
  safeStorage,
  session,
} from 'electron';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { version } from '../package.json';
import { askRunningInstance } from './browser/running-instance';
import { findDataFolder } from './data-folder';
import { takeDataFolder, type LockOutcome } from './data-folder-lock';
import { appEntry, appScheme, serveAppProtocol } from './electron-shell/app-protocol';
import { osKeychain } from './electron-shell/os-keychain';
import { limitPermissions, refuseLeaving } from './electron-shell/refusals';
import { serveVerbChannels } from './electron-shell/verb-channels';
import { windowOptions } from './electron-shell/window-options';
import { createFileLog } from './log';
import { createRendererFiles } from './renderer-files';
import { createServeVerb } from './serve-verb';
import { errorCode } from './services/disk';
import { applyRestoreOrder } from './services/backup/restore-order';
import { createServices, type RunningServices } from './services/index';
import { shellText } from './shell-text';

const now = (): Date => new Date();
const dataFolder = findDataFolder(process.env);
const log = createFileLog(join(dataFolder, 'logs'), now);
const built = resolve(import.meta.dirname, '..');

let mainWindow: BrowserWindow | undefined;

/** What has to be said before Electron is ready, and in this order. */
function prepare(): boolean {
  protocol.registerSchemesAsPrivileged([appScheme]);
  app.enableSandbox();
  // The single-instance lock and the page's database lie here; fixed with the data folder.
  const userData = join(dataFolder, 'electron');
  mkdirSync(userData, { recursive: true, mode: 0o700 });
  app.setPath('userData', userData);
  Menu.setApplicationMenu(null);
  refuseLeaving(app, log);
  return app.requestSingleInstanceLock();
}

function openWindow(): void {
  const window = new BrowserWindow(
    windowOptions({
      preload: join(built, 'preload/preload.cjs'),
      isPackaged: app.isPackaged,
      isDark: nativeTheme.shouldUseDarkColors,
    }),
  );
  mainWindow = window;
  window.once('ready-to-show', () => window.show());
  window.on('closed', () => {
    mainWindow = undefined;
  });
  void window.loadURL(appEntry);
}

function showWindow(): void {
  if (mainWindow === undefined) return;
  if (mainWindow.isMinimized()) mainWindow.restore();
  mainWindow.show();
  mainWindow.focus();
}

/** Ends the program after the writes under way, once however often it is asked. */
function endOrderly(running: RunningServices, release: () => void): void {
  let ended = false;
  app.on('will-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void running.close().finally(() => {
      ended = true;
      release();
      app.quit();
    });
  });
  app.on('window-all-closed', () => app.quit());
}

async function run(): Promise<void> {
  const elsewhere = { isShown: false };
  const lock: LockOutcome = await takeDataFolder(
    dataFolder,
    { kind: 'electron', port: null },
    async (held) => {
      // Electron's own lock is ours, so this one is left over from a crash.
      if (held.kind === 'electron') return true;
      const answer = await askRunningInstance(held);
      elsewhere.isShown = answer.kind === 'opened';
      return answer.kind === 'nobody';
    },
  );
  await app.whenReady();
  if (lock.kind === 'held') {
    if (!elsewhere.isShown) {
      dialog.showErrorBox(shellText('shell.title'), shellText('shell.openInBrowser'));
    }
    app.quit();
    return;
  }
  await applyRestoreOrder({ dataFolder, now, log });
  const protector = osKeychain(safeStorage, process.platform);
  const checkScript = join(import.meta.dirname, 'check-worker.js');
  const running = createServices({
    dataFolder,
    kind: 'electron',
    version,
    now,
    protector,
    log,
    checkScript,
  });
  endOrderly(running, lock.release);
  limitPermissions(session.defaultSession, log);
  serveAppProtocol(protocol, await createRendererFiles(join(built, 'renderer')));
  const serveVerb = createServeVerb(running.services, log);
  serveVerbChannels(ipcMain, serveVerb, () => mainWindow?.webContents);
  app.on('second-instance', showWindow);
  openWindow();
}

async function start(): Promise<void> {
  if (prepare()) await run();
  else app.quit();
}

start().catch((error: unknown) => {
  const code = errorCode(error);
  log({ event: 'start-failed', code });
  const words = shellText('shell.startFailed', { folder: dataFolder, code });
  dialog.showErrorBox(shellText('shell.title'), words);
  app.exit(1);
});
