/** What the test asks the main process; each question is answered once, by its number. */
export type Question =
  | { readonly ask: 'state' }
  | { readonly ask: 'request'; readonly url: string; readonly method: string }
  | {
      readonly ask: 'invoke';
      readonly channel: string;
      readonly input: unknown;
      readonly sender: Sender;
    }
  | { readonly ask: 'navigate'; readonly url: string; readonly isMainFrame: boolean }
  | { readonly ask: 'redirect'; readonly url: string }
  | { readonly ask: 'openWindow'; readonly url: string }
  | { readonly ask: 'attachWebview' }
  | {
      readonly ask: 'permission';
      readonly permission: string;
      readonly from: string;
      readonly media?: readonly string[];
    }
  | { readonly ask: 'readyToShow' }
  | { readonly ask: 'minimize' }
  | { readonly ask: 'closeWindow' };

/** Who sends an IPC message, as Electron tells the handler. */
export interface Sender {
  readonly window: 'own' | 'other';
  /** Null: the frame is gone. */
  readonly frame: { readonly url: string; readonly isTop: boolean } | null;
}

export interface Answer {
  readonly number: number;
  readonly value?: unknown;
  readonly error?: string;
}

/** What the main process did so far, for assertions. */
export interface State {
  readonly schemes: readonly unknown[];
  readonly windows: readonly { readonly options: unknown; readonly shown: boolean }[];
  readonly loaded: readonly string[];
  readonly focused: number;
  readonly sandboxEnabled: boolean;
  readonly menu: unknown;
  readonly channels: readonly string[];
  readonly paths: Readonly<Record<string, string>>;
  readonly crashReporterStarted: boolean;
  readonly errorBoxes: readonly string[];
}

export interface HandledResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}
