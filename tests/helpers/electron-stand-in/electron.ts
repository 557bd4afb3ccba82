/**
 * The stand-in for the module `electron` in the main process. Every behaviour cites the page
 * of Electron's documentation (electronjs.org/docs/latest/…) that it imitates.
 */
import { EventEmitter } from 'node:events';
import { existsSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { join } from 'node:path';
import type { Answer, HandledResponse, Question, Sender, State } from './messages';

let isReady = false;
const paths: Record<string, string> = {};
const schemes: unknown[] = [];
const handlers = new Map<string, (event: unknown, input: unknown) => unknown>();
const protocols = new Map<string, (request: Request) => Promise<Response>>();
const loaded: string[] = [];
const errorBoxes: string[] = [];
const windows: BrowserWindow[] = [];
let focused = 0;
let sandboxEnabled = false;
let crashReporterStarted = false;
let applicationMenu: unknown = 'default';

/** The event of listeners that may refuse: api/structures/event, `event.preventDefault()`. */
class PreventableEvent {
  defaultPrevented = false;
  constructor(details: object = {}) {
    Object.assign(this, details);
  }
  preventDefault(): void {
    this.defaultPrevented = true;
  }
}

class App extends EventEmitter {
  readonly isPackaged = false;

  /** tutorial/sandbox: "enableSandbox … must be called before the app's ready event". */
  enableSandbox(): void {
    if (isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
    sandboxEnabled = true;
  }

  /** api/app: "If the path specifies a directory that does not exist, an Error is thrown". */
  setPath(name: string, path: string): void {
    if (!existsSync(path)) throw new Error(`Failed to set path: ${path} does not exist`);
    paths[name] = path;
  }

  /**
   * api/app: true for the first instance of a `userData`; for any later one false, while the
   * first gets 'second-instance'. A socket in the folder stands for Chromium's own lock.
   */
  requestSingleInstanceLock(): boolean {
    const path = socketPath();
    if (existsSync(path)) {
      connect(path).on('error', () => undefined);
      return false;
    }
    createServer((socket) => {
      socket.destroy();
      this.emit('second-instance', new PreventableEvent(), [], '', {});
    })
      .listen(path)
      .unref();
    return true;
  }

  whenReady(): Promise<void> {
    return ready;
  }

  /**
   * api/app, 'will-quit': "Calling event.preventDefault() will prevent the default behavior,
   * which is terminating the application".
   */
  quit(): void {
    const event = new PreventableEvent();
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }

  exit(code: number): void {
    // A moment for the other instance to be told, as Electron does before it answers.
    setTimeout(() => process.exit(code), 50);
  }
}

export const app = new App();

function socketPath(): string {
  return join(paths['userData'] ?? '', 'stand-in.sock');
}

/** tutorial/esm: 'ready' comes only after the entry point's own top level has run. */
const ready = new Promise<void>((resolve) => {
  setTimeout(() => {
    isReady = true;
    app.emit('ready');
    resolve();
  }, 100);
});

function onlyWhenReady(what: string): void {
  if (!isReady) throw new Error(`${what} can only be used after app is ready`);
}

export const protocol = {
  /** api/protocol: "can only be used before the ready event … and can be called only once". */
  registerSchemesAsPrivileged(list: unknown[]): void {
    if (isReady) throw new Error('protocol.registerSchemesAsPrivileged after ready');
    if (schemes.length > 0) throw new Error('protocol.registerSchemesAsPrivileged called twice');
    schemes.push(...list);
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    onlyWhenReady('protocol.handle');
    if (protocols.has(scheme)) throw new Error(`The scheme ${scheme} is handled already`);
    protocols.set(scheme, handler);
  },
};

export const ipcMain = {
  /** api/ipc-main: one handler per channel. */
  handle(channel: string, handler: (event: unknown, input: unknown) => unknown): void {
    if (handlers.has(channel))
      throw new Error(`Attempted to register a second handler: ${channel}`);
    handlers.set(channel, handler);
  },
};

type WindowOpenHandler = (details: { readonly url: string }) => { readonly action: string };
type PermissionAnswer = (granted: boolean) => void;

class WebContents extends EventEmitter {
  /** api/web-contents: without a handler, `window.open` opens a window. */
  windowOpenHandler: WindowOpenHandler = () => ({ action: 'allow' });
  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.windowOpenHandler = handler;
  }
}

type PermissionHandler = (
  contents: unknown,
  permission: string,
  answer: PermissionAnswer,
  details: {
    readonly requestingUrl: string;
    readonly isMainFrame: boolean;
    /** api/structures/media-access-permission-request. */
    readonly mediaTypes?: readonly string[] | undefined;
  },
) => void;

/** api/session: without handlers, permission requests are granted. */
class Session {
  request: PermissionHandler = (_contents, _permission, answer) => answer(true);
  check: (
    contents: unknown,
    permission: string,
    origin: string,
    details: { readonly mediaType?: string | undefined },
  ) => boolean = () => true;
  device: (details: unknown) => boolean = () => true;
  displayMedia: unknown = undefined;
  setPermissionRequestHandler(handler: Session['request']): void {
    this.request = handler;
  }
  setPermissionCheckHandler(handler: Session['check']): void {
    this.check = handler;
  }
  setDevicePermissionHandler(handler: Session['device']): void {
    this.device = handler;
  }
  setDisplayMediaRequestHandler(handler: unknown): void {
    this.displayMedia = handler;
  }
}

const defaultSession = new Session();
export const session = {
  /** api/session: sessions exist only after 'ready'. */
  get defaultSession(): Session {
    onlyWhenReady('session.defaultSession');
    return defaultSession;
  },
};

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  shown: boolean;
  minimized = false;

  constructor(readonly options: { readonly show?: boolean }) {
    super();
    onlyWhenReady('BrowserWindow');
    this.shown = options.show ?? true;
    windows.push(this);
    // api/app, 'web-contents-created': emitted when a new webContents is created.
    app.emit('web-contents-created', new PreventableEvent(), this.webContents);
  }
  loadURL(url: string): Promise<void> {
    loaded.push(url);
    return Promise.resolve();
  }
  show(): void {
    this.shown = true;
  }
  focus(): void {
    focused += 1;
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    this.minimized = false;
  }
}

/** api/safe-storage, on Linux without a secret service: `basic_text`, a known password. */
export const safeStorage = {
  isEncryptionAvailable: () => true,
  getSelectedStorageBackend: () => 'basic_text',
  encryptString: (text: string) => Buffer.from(text),
  decryptString: (bytes: Buffer) => bytes.toString(),
};
export const nativeTheme = { shouldUseDarkColors: false };
export const Menu = {
  setApplicationMenu(menu: unknown): void {
    applicationMenu = menu;
  },
};
export const dialog = {
  showErrorBox(title: string, content: string): void {
    errorBoxes.push(`${title}: ${content}`);
    process.stdout.write(`${content}\n`);
  },
};
export const crashReporter = {
  start(): void {
    crashReporterStarted = true;
  },
};

const firstWindow = (): BrowserWindow => {
  const [window] = windows;
  if (window === undefined) throw new Error('There is no window yet');
  return window;
};

/** Emits a preventable event at the page's web contents; true when it was prevented. */
function isPrevented(name: string, details: object): boolean {
  const event = new PreventableEvent(details);
  firstWindow().webContents.emit(name, event);
  return event.defaultPrevented;
}

async function request(url: string, method: string): Promise<HandledResponse | null> {
  const handler = protocols.get(new URL(url).protocol.slice(0, -1));
  if (handler === undefined) return null;
  const response = await handler(new Request(url, { method }));
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: new Uint8Array(await response.arrayBuffer()),
  };
}

/** api/web-frame-main: `parent` is null for the top frame; `senderFrame` is null once gone. */
function eventOf({ window, frame }: Sender): object {
  const top = { url: 'app://loket/', parent: null };
  return {
    sender: window === 'own' ? firstWindow().webContents : new WebContents(),
    senderFrame: frame && { url: frame.url, parent: frame.isTop ? null : top },
  };
}

function permission(name: string, from: string, media?: readonly string[]): readonly boolean[] {
  let requested = false;
  const { webContents } = firstWindow();
  const answer = (granted: boolean): void => {
    requested = granted;
  };
  const details = { requestingUrl: from, isMainFrame: true, mediaTypes: media };
  defaultSession.request(webContents, name, answer, details);
  const checked = defaultSession.check(webContents, name, from, { mediaType: media?.at(-1) });
  return [requested, checked, defaultSession.device({})];
}

function state(): State {
  return {
    schemes,
    windows: windows.map(({ options, shown }) => ({ options, shown })),
    loaded,
    focused,
    sandboxEnabled,
    menu: applicationMenu,
    channels: [...handlers.keys()],
    paths,
    crashReporterStarted,
    errorBoxes,
  };
}

async function answer(question: Question): Promise<unknown> {
  switch (question.ask) {
    case 'state':
      return state();
    case 'request':
      return request(question.url, question.method);
    case 'invoke':
      return handlers.get(question.channel)?.(eventOf(question.sender), question.input);
    case 'navigate':
      return isPrevented('will-frame-navigate', question);
    case 'redirect':
      return isPrevented('will-redirect', question);
    case 'attachWebview':
      return isPrevented('will-attach-webview', {});
    case 'openWindow':
      return firstWindow().webContents.windowOpenHandler({ url: question.url }).action;
    case 'permission':
      return permission(question.permission, question.from, question.media);
    case 'readyToShow':
      // api/browser-window, 'ready-to-show': the page has been rendered for the first time.
      return firstWindow().emit('ready-to-show');
    case 'minimize':
      firstWindow().minimized = true;
      return undefined;
    case 'closeWindow':
      firstWindow().emit('closed');
      windows.shift();
      return app.emit('window-all-closed');
  }
}

process.on('message', ({ number, question }: { number: number; question: Question }) => {
  answer(question).then(
    (value) => process.send?.({ number, value } satisfies Answer),
    (error: unknown) => process.send?.({ number, error: String(error) } satisfies Answer),
  );
});
