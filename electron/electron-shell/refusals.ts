import type { App, Session, WebContents } from 'electron';
import type { Log } from '../log';
import { appEntry, isOwnAddress } from './app-protocol';

/** For the copy buttons beside numbers: write text, never read. */
const copying = 'clipboard-sanitized-write';

/** For papers under the document camera: its picture, never a microphone's sound. */
const filming = 'media';

function isGranted(permission: string, address: string, media: readonly string[]): boolean {
  if (!isOwnAddress(address)) return false;
  const isFilm = media.length > 0 && media.every((kind) => kind === 'video');
  return permission === copying || (permission === filming && isFilm);
}

/**
 * Every permission but copying and the camera, and those for the application's own page alone,
 * is refused: whatever a later feature needs is granted here by name.
 */
export function limitPermissions(session: Session, log: Log): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const media = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    const granted = isGranted(permission, details.requestingUrl, media);
    if (!granted) log({ event: 'permission-refused', permission });
    answer(granted);
  });
  session.setPermissionCheckHandler((_contents, permission, origin, { mediaType }) =>
    isGranted(permission, origin, mediaType === undefined ? [] : [mediaType]),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
}

/**
 * Refuses, for every web contents there will ever be, to leave the application: no navigation
 * of the page except to its own entry, none of a frame except to a document from memory (the
 * PDF being printed, and its viewer), no second window, no webview.
 */
export function refuseLeaving(app: App, log: Log): void {
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
}

function guardContents(contents: WebContents, log: Log): void {
  contents.on('will-frame-navigate', (event) => {
    const allowed = event.isMainFrame ? isEntry(event.url) : isFromMemory(event.url);
    if (allowed) return;
    log({ event: 'navigation-refused', main: event.isMainFrame });
    event.preventDefault();
  });
  contents.on('will-redirect', (event) => {
    log({ event: 'redirect-refused' });
    event.preventDefault();
  });
  contents.on('will-attach-webview', (event) => {
    log({ event: 'webview-refused' });
    event.preventDefault();
  });
  contents.setWindowOpenHandler(() => {
    log({ event: 'window-refused' });
    return { action: 'deny' };
  });
}

function isEntry(address: string): boolean {
  return isOwnAddress(address) && address.split('#')[0] === appEntry;
}

/** Chromium's PDF viewer, an extension of its own with this fixed name, draws PDFs in a frame. */
const pdfViewer = 'chrome-extension://mhjfbmdgcfjbbpaeojofohoefgiehjai/';

function isFromMemory(address: string): boolean {
  return (
    address.startsWith(`blob:${appEntry}`) ||
    address.startsWith(pdfViewer) ||
    address === 'about:blank'
  );
}
