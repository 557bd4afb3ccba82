import { findBrowser } from '../../electron/browser/find-browser';

/** Path of the browser the product would use; throws where none is installed. */
function installedBrowser(): string {
  const path = findBrowser({ platform: process.platform, environment: process.env });
  if (path === undefined) throw new Error('No Chromium, Chrome or Edge is installed');
  return path;
}

/** How tests and benches start it: without a picture card, and as root without its sandbox. */
export function browserLaunch(): {
  readonly executablePath: string;
  readonly args: string[];
  readonly chromiumSandbox: boolean;
} {
  return {
    executablePath: installedBrowser(),
    args: [
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      // A camera that shows a moving pattern, and no question whether it may be used.
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
    chromiumSandbox: process.getuid?.() !== 0,
  };
}
