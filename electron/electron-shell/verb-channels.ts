import type { IpcMain, IpcMainInvokeEvent, WebContents } from 'electron';
import { verbNames } from '../../src/contract/verb-names';
import type { CallerCheck, ServeVerb } from '../serve-verb';
import { isOwnAddress } from './app-protocol';

/**
 * Answers every verb on its own channel, `loket:<service>:<verb>`. There is no channel that
 * takes the name of a verb.
 */
export function serveVerbChannels(
  ipcMain: IpcMain,
  serveVerb: ServeVerb,
  ownContents: () => WebContents | undefined,
): void {
  for (const [service, verbs] of Object.entries(verbNames)) {
    for (const verb of verbs) {
      ipcMain.handle(`loket:${service}:${verb}`, (event, input: unknown) =>
        serveVerb({ caller: checkSender(event, ownContents()), service, verb, input }),
      );
    }
  }
}

/** Only the top frame of the one window, showing the application's own page, may ask. */
export function checkSender(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  own: WebContents | undefined,
): CallerCheck {
  const frame = event.senderFrame;
  if (own === undefined || event.sender !== own) return { allowed: false, reason: 'other-window' };
  // Null once the frame has navigated or gone.
  if (frame === null) return { allowed: false, reason: 'frame-gone' };
  if (frame.parent !== null) return { allowed: false, reason: 'inner-frame' };
  if (!isOwnAddress(frame.url)) return { allowed: false, reason: 'other-origin' };
  return { allowed: true };
}
