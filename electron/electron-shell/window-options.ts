import type { BrowserWindowConstructorOptions } from 'electron';

/**
 * The one window. The page gets no Node, no second way to the system, and keeps its timers
 * while it is behind other windows, because the outbox works there.
 */
export function windowOptions(options: {
  readonly preload: string;
  readonly isPackaged: boolean;
  readonly isDark: boolean;
}): BrowserWindowConstructorOptions {
  return {
    width: 1366,
    height: 768,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    // The page's own ground (--color-canvas), so that nothing flashes before the first paint.
    backgroundColor: options.isDark ? '#0f1216' : '#f5f6f8',
    autoHideMenuBar: true,
    title: 'Loket SE',
    webPreferences: {
      preload: options.preload,
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
      // Words typed here are people's names: no dictionary service sees them.
      spellcheck: false,
      backgroundThrottling: false,
      // Chromium's own PDF viewer, for printing the stored PDF through the system's dialog.
      plugins: true,
      devTools: !options.isPackaged,
    },
  };
}
