import { findBrowser } from '../../electron/browser/find-browser';

/** Path of the browser the product would use; throws where none is installed. */
export function installedBrowser(): string {
  const path = findBrowser({ platform: process.platform, environment: process.env });
  if (path === undefined) throw new Error('No Chromium, Chrome or Edge is installed');
  return path;
}
