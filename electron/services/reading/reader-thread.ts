import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** Where the parts of the reader lie on this disk. */
export interface ReaderParts {
  /** Its worker script. */
  readonly script: string;
  /** The folder with the packed words of Indonesian. */
  readonly words: string;
}

/** Null where a part is not installed. They are looked up on the disk, never bundled. */
export function findReaderParts(): ReaderParts | null {
  const { resolve } = createRequire(import.meta.url);
  try {
    return {
      script: resolve('tesseract.js/src/worker-script/node/index.js'),
      words: dirname(resolve('@tesseract.js-data/ind/4.0.0_best_int/ind.traineddata.gz')),
    };
  } catch {
    return null;
  }
}

/** Something the thread could not do; `code` is never a word of what was read. */
export class ReaderFailure extends Error {
  constructor(readonly code: 'asked-wrongly' | 'broken' | 'ended') {
    super(code);
  }
}

export interface ReaderThread {
  /** One job after another. Rejects with `ReaderFailure`; `broken` and `ended` are for good. */
  readonly ask: (action: string, payload: object) => Promise<unknown>;
  /** Ends the thread at once, whatever it is at. */
  readonly end: () => Promise<void>;
}

/**
 * The library's own worker script, spoken to by its messages, which version 7.0.0 fixes. Its
 * wrapper is left out: an error of the thread that it does not listen to would end the program.
 * In this thread there is no network: whatever would fetch is refused before the script loads.
 */
const ENTRY = `
  const refused = () => Promise.reject(new Error('no-network'));
  globalThis.fetch = refused;
  require(require('node:worker_threads').workerData.script);
`;

const answerSchema = z.object({
  jobId: z.string(),
  status: z.enum(['resolve', 'reject']),
  data: z.unknown(),
});

/** Starts the thread; it is ready for `load`. */
export function startReaderThread({ script }: Pick<ReaderParts, 'script'>): ReaderThread {
  const worker = new Worker(ENTRY, {
    eval: true,
    workerData: { script },
    // What it prints quotes no paper, but belongs to nobody here.
    stdout: true,
    stderr: true,
  });
  const waiting = new Map<string, { done: (data: unknown) => void; fail: (why: Error) => void }>();
  let gone: ReaderFailure | null = null;
  let lastJob = 0;

  const stop = (code: 'broken' | 'ended'): void => {
    gone ??= new ReaderFailure(code);
    for (const { fail } of waiting.values()) fail(gone);
    waiting.clear();
  };
  worker.on('error', () => stop('broken'));
  worker.on('exit', () => stop('ended'));
  worker.on('message', (message: unknown) => {
    const answer = answerSchema.safeParse(message);
    // Everything else is progress.
    if (!answer.success) return;
    const { jobId, status, data } = answer.data;
    const job = waiting.get(jobId);
    waiting.delete(jobId);
    if (status === 'resolve') job?.done(data);
    else job?.fail(new ReaderFailure('asked-wrongly'));
  });
  worker.unref();

  return {
    ask: (action, payload) =>
      new Promise((done, fail) => {
        if (gone !== null) {
          fail(gone);
          return;
        }
        lastJob += 1;
        const jobId = String(lastJob);
        waiting.set(jobId, { done, fail });
        worker.postMessage({ workerId: 'reader', jobId, action, payload });
      }),
    end: async () => {
      await worker.terminate();
    },
  };
}
