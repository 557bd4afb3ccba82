import type { Inspection, InspectionRequest } from './inspection-protocol';

/** How long a paper is looked through, in milliseconds; a large scan takes two seconds. */
const PATIENCE = 20_000;

/**
 * Looks through a paper (`inspectPaper`) in a worker of its own, which is ended whatever it finds:
 * a hostile file takes neither the page's thread nor its memory, and no longer than `patience`
 * milliseconds. Out of time, or broken off, it is `file-not-inspected`.
 */
export function inspectInWorker(bytes: Uint8Array, patience = PATIENCE): Promise<Inspection> {
  const worker = new Worker(new URL('./worker/inspection-worker.ts', import.meta.url), {
    type: 'module',
    name: 'inspection',
  });
  return new Promise((resolve) => {
    const end = (inspection: Inspection): void => {
      clearTimeout(limit);
      worker.terminate();
      resolve(inspection);
    };
    const giveUp = (): void => end({ ok: false, error: { code: 'file-not-inspected' } });
    const limit = setTimeout(giveUp, patience);
    worker.onmessage = ({ data }: MessageEvent<Inspection>) => end(data);
    worker.onmessageerror = giveUp;
    worker.onerror = (event) => {
      event.preventDefault();
      giveUp();
    };
    const request: InspectionRequest = { bytes };
    worker.postMessage(request);
  });
}
