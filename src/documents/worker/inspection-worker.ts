import { inspectPaper } from '../../domain/documents/inspect-paper';
import type { Inspection, InspectionRequest } from '../inspection-protocol';

declare const self: DedicatedWorkerGlobalScope;

function inspect(bytes: Uint8Array): Inspection {
  try {
    return inspectPaper(bytes);
  } catch {
    // Out of memory, most likely: whatever it is, it is not shown.
    return { ok: false, error: { code: 'file-not-inspected' } };
  }
}

self.onmessage = ({ data }: MessageEvent<InspectionRequest>) => {
  self.postMessage(inspect(data.bytes));
};
