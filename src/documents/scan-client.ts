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

interface Waiting {
  readonly answer: (reply: ScanReply) => void;
  readonly onProgress: (share: number) => void;
}

/**
 * Pages are looked at, shown and bound in a worker of its own, away from the page's thread. When
 * the worker breaks or falls silent, what it was at fails, and the next work starts a new one.
 */
export function createScanWorkshop(): ScanWorkshop {
  const { ask, stop } = createScanWorker();
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

/** One worker at a time, started with the first question. */
function createScanWorker() {
  const waiting = new Map<number, Waiting>();
  let worker: Worker | null = null;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;

  const stop = (detail: string): void => {
    clearTimeout(limit);
    worker?.terminate();
    worker = null;
    const left = [...waiting];
    waiting.clear();
    for (const [id, { answer }] of left) answer({ id, kind: 'failed', detail });
  };
  const expectLife = (): void => {
    clearTimeout(limit);
    if (waiting.size > 0) limit = setTimeout(() => stop('worker-silent'), PATIENCE);
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./worker/scan-worker.ts', import.meta.url), {
      type: 'module',
      name: 'scan',
    });
    started.onmessage = ({ data }: MessageEvent<ScanReply>) => {
      const one = waiting.get(data.id);
      if (data.kind === 'progress') one?.onProgress(data.share);
      else {
        waiting.delete(data.id);
        one?.answer(data);
      }
      expectLife();
    };
    started.onerror = (event) => {
      event.preventDefault();
      stop('worker-broken');
    };
    started.onmessageerror = () => stop('worker-message');
    return started;
  };
  const ask = (task: ScanTask, onProgress: Waiting['onProgress'] = () => undefined) => {
    worker ??= start();
    lastId += 1;
    const request: ScanRequest = { id: lastId, task };
    const answered = new Promise<ScanReply>((answer) => {
      waiting.set(request.id, { answer, onProgress });
    });
    worker.postMessage(request);
    expectLife();
    return answered;
  };

  return { ask, stop };
}

function failed(reply: ScanReply) {
  return fail({ detail: reply.kind === 'failed' ? reply.detail : 'worker-answer' });
}
