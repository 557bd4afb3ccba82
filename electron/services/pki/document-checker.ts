import { Worker } from 'node:worker_threads';
import type { DocumentReport } from '../../../src/contract/pki';
import { createOneAtATime } from '../../../src/domain/one-at-a-time';
import type { Log } from '../../log';
import { errorCode } from '../disk';
import type { CheckTask } from './check-document';

/** Checks documents that nobody here has made; it always answers. */
export interface DocumentChecker {
  readonly check: (task: CheckTask) => Promise<DocumentReport>;
  readonly close: () => Promise<void>;
}

export interface DocumentCheckerOptions {
  /** The built `check-worker`. */
  readonly script: string;
  readonly log: Log;
  /** How long one document may take, in milliseconds; the thread's own start does not count. */
  readonly deadline?: number;
  /** Megabytes of the thread's heap. */
  readonly memory?: number;
}

/** Forty times what the largest scan of a counter takes. */
const DEADLINE = 30_000;
/** A document of 100 MiB as text takes 100 MB, its tables a few times that. */
const MEMORY = 1_024;
const START = 15_000;

type NotChecked = Extract<DocumentReport, { outcome: 'not-checked' }>;

function notChecked(reason: NotChecked['reason']): NotChecked {
  return { outcome: 'not-checked', reason };
}

/**
 * Checks documents in a thread beside the shell's own, one after the other. A file that keeps the
 * thread busy beyond the deadline, or takes more memory than it may, ends that thread and nothing
 * else; the next document gets a new one.
 */
export function createDocumentChecker(options: DocumentCheckerOptions): DocumentChecker {
  const { script, log, deadline = DEADLINE, memory = MEMORY } = options;
  const oneAtATime = createOneAtATime();
  let running: Worker | null = null;

  function start(): Worker {
    const worker = new Worker(script, {
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: memory },
    });
    // Between two documents nobody listens; a thread that ends then is simply started anew.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      if (running === worker) running = null;
    });
    return worker;
  }

  async function end(worker: Worker): Promise<void> {
    if (running === worker) running = null;
    await worker.terminate();
  }

  async function checkNow(task: CheckTask): Promise<DocumentReport> {
    let worker = running;
    if (worker === null) {
      worker = start();
      const ready = await nextOf(worker, START);
      if (ready !== 'ready') {
        await end(worker);
        log({ event: 'document-checker-not-started' });
        return notChecked('program');
      }
      running = worker;
    }
    const answer = nextOf(worker, deadline);
    // A copy of its own is handed over: the bytes stay with who asked.
    const bytes = new Uint8Array(task.bytes);
    worker.postMessage({ ...task, bytes }, [bytes.buffer]);
    const report = await answer;
    if (typeof report === 'object') return report;
    await end(worker);
    log({ event: 'document-not-checked', reason: report });
    return notChecked(report === 'ready' ? 'program' : report);
  }

  return {
    check: (task) => oneAtATime(() => checkNow(task)),
    close: async () => {
      if (running !== null) await end(running);
    },
  };
}

type Heard = DocumentReport | 'ready' | NotChecked['reason'];

/** What a thread says next, or why it says nothing. */
function nextOf(worker: Worker, milliseconds: number): Promise<Heard> {
  return new Promise((resolve) => {
    const stop = (heard: Heard): void => {
      clearTimeout(timer);
      worker.off('message', stop);
      worker.off('error', failed);
      worker.off('exit', left);
      resolve(heard);
    };
    const failed = (error: unknown): void => {
      stop(errorCode(error) === 'ERR_WORKER_OUT_OF_MEMORY' ? 'too-large' : 'program');
    };
    const left = (): void => {
      stop('program');
    };
    const timer = setTimeout(stop, milliseconds, 'too-slow');
    worker.on('message', stop);
    worker.on('error', failed);
    worker.on('exit', left);
  });
}
