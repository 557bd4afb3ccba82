import { contextBridge, ipcRenderer } from 'electron';
import type { Result } from '../src/contract/result';
import { verbNames } from '../src/contract/verb-names';

/**
 * Builds `window.loket`, the shape of `Host` in src/contract: one function per verb, each
 * bound to its own channel. The page gets no way to name a channel. A sandboxed preload may
 * require `electron` and little else, so nothing but names is imported here.
 */
function exposeHost(): void {
  const host = Object.fromEntries(
    Object.entries(verbNames).map(([service, verbs]) => [
      service,
      Object.fromEntries(verbs.map((verb) => [verb, askOn(`loket:${service}:${verb}`)])),
    ]),
  );
  contextBridge.exposeInMainWorld('loket', host);
}

function askOn(channel: string): (input: unknown) => Promise<Result<unknown>> {
  return async (input) => {
    try {
      return (await ipcRenderer.invoke(channel, input)) as Result<unknown>;
    } catch {
      return { ok: false, error: { kind: 'shell-gone', detail: channel } };
    }
  };
}

exposeHost();
