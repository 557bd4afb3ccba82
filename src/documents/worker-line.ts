/** Why a worker gives no more answers. */
export type WorkerEnd =
  /** It threw outside of any answer, or could not be loaded. */
  | 'broken'
  /** It said something that cannot be read. */
  | 'message'
  /** It said nothing for too long. */
  | 'silent'
  /** Nobody needs it any more. */
  | 'disposed';

interface WorkerLineOptions<Reply> {
  readonly start: () => Worker;
  /** What those who wait are answered when the worker is ended. */
  readonly broken: (id: number, why: WorkerEnd) => Reply;
  /** Whether more replies to the same question follow; left out: none ever does. */
  readonly isProgress?: (reply: Reply) => boolean;
  /** Milliseconds without a word after which it is given up; left out: it may take any time. */
  readonly patience?: number;
}

export interface WorkerLine<Request, Reply> {
  /** Asks with a number of its own; what comes before the answer itself goes to `onProgress`. */
  readonly ask: (
    requestOf: (id: number) => Request,
    onProgress?: (reply: Reply) => void,
  ) => Promise<Reply>;
  /** Ends the worker; the next question starts a new one. */
  readonly stop: (why: WorkerEnd) => void;
}

/**
 * Questions to one worker, started with the first of them. When it breaks, everybody who waits is
 * answered so, and the next question starts a new one.
 */
export function createWorkerLine<Request, Reply extends { readonly id: number }>(
  options: WorkerLineOptions<Reply>,
): WorkerLine<Request, Reply> {
  const { start, broken, isProgress = () => false, patience } = options;
  const waiting = new Map<
    number,
    { readonly answer: (reply: Reply) => void; readonly onProgress: (reply: Reply) => void }
  >();
  let worker: Worker | null = null;
  let limit: ReturnType<typeof setTimeout> | undefined;
  let lastId = 0;

  const stop = (why: WorkerEnd): void => {
    clearTimeout(limit);
    worker?.terminate();
    worker = null;
    const left = [...waiting];
    waiting.clear();
    for (const [id, { answer }] of left) answer(broken(id, why));
  };
  const expectLife = (): void => {
    clearTimeout(limit);
    if (patience !== undefined && waiting.size > 0) {
      limit = setTimeout(() => stop('silent'), patience);
    }
  };
  const started = (): Worker => {
    const made = start();
    made.onmessage = ({ data }: MessageEvent<Reply>) => {
      const asker = waiting.get(data.id);
      if (isProgress(data)) asker?.onProgress(data);
      else {
        waiting.delete(data.id);
        asker?.answer(data);
      }
      expectLife();
    };
    made.onerror = (event) => {
      event.preventDefault();
      stop('broken');
    };
    made.onmessageerror = () => stop('message');
    return made;
  };

  return {
    stop,
    ask: (requestOf, onProgress = () => undefined) => {
      worker ??= started();
      lastId += 1;
      const id = lastId;
      const answered = new Promise<Reply>((answer) => {
        waiting.set(id, { answer, onProgress });
      });
      worker.postMessage(requestOf(id));
      expectLife();
      return answered;
    },
  };
}
