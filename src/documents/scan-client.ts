import { fail, succeed, type Result } from '../contract/result';
import type { PageEdit } from '../domain/scanning/scan-page';
import type {
  BoundDocument,
  LookedPage,
  PageToBind,
  ScanReply,
  ScanRequest,
  ScanTask,
} from './scan-protocol';
import { createWorkerLine } from './worker-line';

/** Why a page could not be worked on; `detail` is a code. */
export interface ScanWorkFailure {
  readonly detail: string;
}

export interface ScanWorkshop {
  /** Looks at a picture of a page. */
  readonly look: (
    bytes: Uint8Array,
    dpi: number | null,
  ) => Promise<Result<LookedPage, ScanWorkFailure>>;
  /** The page as it will be, as a JPEG of at most `side` points; `least`: see `DrawingLimit`. */
  readonly show: (
    bytes: Uint8Array,
    edit: PageEdit,
    side: number,
    least?: number,
  ) => Promise<Result<Uint8Array<ArrayBuffer>, ScanWorkFailure>>;
  /** One PDF of at most `limit` bytes where that can be; `onProgress` hears shares from 0 to 1. */
  readonly bind: (
    pages: readonly PageToBind[],
    limit: number,
    title: string,
    onProgress?: (share: number) => void,
  ) => Promise<Result<BoundDocument, ScanWorkFailure>>;
  /** Ends the worker; work under way fails. */
  readonly dispose: () => void;
}

/** Milliseconds one piece of work may take without a sign of life. */
const PATIENCE = 60_000;

/**
 * Pages are looked at, shown and bound in a worker of its own, away from the page's thread. When
 * the worker breaks or falls silent, what it was at fails, and the next work starts a new one.
 */
export function createScanWorkshop(): ScanWorkshop {
  const { ask, stop } = createScanLine();
  return {
    look: async (bytes, dpi) => {
      const reply = await ask({ kind: 'look', bytes, dpi });
      return reply.kind === 'looked' ? succeed(reply.value) : failed(reply);
    },
    show: async (bytes, edit, side, least) => {
      const reply = await ask({
        ...{ kind: 'show', bytes, edit, side },
        ...(least !== undefined && { least }),
      });
      return reply.kind === 'shown' ? succeed(reply.value) : failed(reply);
    },
    bind: async (pages, most, title, onProgress) => {
      const files = [...new Set(pages.map(({ bytes }) => bytes))];
      for (const [file, bytes] of files.entries()) {
        const handed = await ask({ kind: 'hand', file, bytes });
        if (handed.kind !== 'handed') return failed(handed);
      }
      const named = pages.map(({ bytes, ...page }) => ({ ...page, file: files.indexOf(bytes) }));
      const reply = await ask({ kind: 'bind', pages: named, limit: most, title }, onProgress);
      return reply.kind === 'bound' ? succeed(reply.value) : failed(reply);
    },
    dispose: () => stop('disposed'),
  };
}

/** The worker's line, in the words of tasks and shares. */
function createScanLine() {
  const line = createWorkerLine<ScanRequest, ScanReply>({
    start: () =>
      new Worker(new URL('./worker/scan-worker.ts', import.meta.url), {
        type: 'module',
        name: 'scan',
      }),
    broken: (id, why) => ({ id, kind: 'failed', detail: `worker-${why}` }),
    isProgress: ({ kind }) => kind === 'progress',
    patience: PATIENCE,
  });
  const ask = (task: ScanTask, onProgress?: (share: number) => void) =>
    line.ask(
      (id) => ({ id, task }),
      (reply) => {
        if (reply.kind === 'progress') onProgress?.(reply.share);
      },
    );
  return { ask, stop: line.stop };
}

function failed(reply: ScanReply) {
  return fail({ detail: reply.kind === 'failed' ? reply.detail : 'worker-answer' });
}
