import { performance } from 'node:perf_hooks';
import type { Dispatcher } from 'undici';
import type { OfflineReason } from '../../../src/contract/ams';
import { errorCode } from '../disk';
import { ConnectFailure, isTlsCode } from './connector';

/** One request to the gateway. */
export interface Question {
  readonly method: 'GET' | 'PUT' | 'HEAD' | 'POST' | 'PATCH' | 'OPTIONS' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | null;
  /** Milliseconds from sending until the answer's headers. */
  readonly headersMs: number;
  /** Milliseconds from sending until the answer's last byte: ends a slow drip. */
  readonly totalMs: number;
  /** Bytes of answer read at most. */
  readonly maxAnswerBytes: number;
}

export interface Answer {
  readonly status: number;
  /** Names in lower case; of a repeated header the first value. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
  /** Device clock, milliseconds since 1970, when the request left and when the headers came. */
  readonly sentAtMs: number;
  readonly answeredAtMs: number;
  /** Milliseconds on a clock that never jumps. */
  readonly elapsedMs: number;
}

/** Why an answer did not arrive whole although the request had begun to leave. */
export type LossCause = 'closed' | 'timed-out' | 'too-long' | 'not-http' | 'tls';

/** What became of a request: the difference between "never left" and "no answer" is exact. */
export type Exchange =
  | { readonly kind: 'answer'; readonly answer: Answer }
  | { readonly kind: 'not-sent'; readonly reason: OfflineReason; readonly detail: string }
  | { readonly kind: 'no-token' }
  | {
      readonly kind: 'lost';
      readonly cause: LossCause;
      readonly detail: string;
      /** Of an answer that began and broke off: what its head said. */
      readonly head?: Pick<Answer, 'status' | 'headers'>;
    };

class GivenUp extends Error {
  constructor(
    readonly lossCause: 'timed-out' | 'too-long',
    readonly detail: string,
  ) {
    super(detail);
  }
}

function firstValues(
  headers: Readonly<Record<string, string | string[] | undefined>>,
): Record<string, string> {
  const firsts: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) {
    const first = Array.isArray(value) ? value[0] : value;
    if (first !== undefined) firsts[name.toLowerCase()] = first;
  }
  return firsts;
}

function lossOf(error: Error): Extract<Exchange, { kind: 'lost' }> {
  if (error instanceof GivenUp)
    return { kind: 'lost', cause: error.lossCause, detail: error.detail };
  const code = errorCode(error);
  if (isTlsCode(code)) return { kind: 'lost', cause: 'tls', detail: code };
  const isNotHttp = code.startsWith('HPE_') || code === 'HTTPParserError';
  return { kind: 'lost', cause: isNotHttp ? 'not-http' : 'closed', detail: code };
}

function failureOf(error: Error, progress: Progress): Exchange {
  if (progress.started) {
    const { status, headers } = progress;
    return { ...lossOf(error), ...(status === 0 ? {} : { head: { status, headers } }) };
  }
  if (error instanceof ConnectFailure)
    return { kind: 'not-sent', reason: error.reason, detail: error.detail };
  return { kind: 'not-sent', reason: 'no-connection', detail: errorCode(error) };
}

interface Progress {
  sentAtMs: number;
  answeredAtMs: number;
  startedAt: number;
  started: boolean;
  status: number;
  headers: Record<string, string>;
  size: number;
  readonly chunks: Buffer[];
  readonly timers: NodeJS.Timeout[];
}

function freshProgress(): Progress {
  return {
    sentAtMs: 0,
    answeredAtMs: 0,
    startedAt: 0,
    started: false,
    status: 0,
    headers: {},
    size: 0,
    chunks: [],
    timers: [],
  };
}

/** undici calls `onRequestStart` directly before the first byte is written: the one place that knows. */
function handlerFor(
  question: Question,
  now: () => number,
  settle: (exchange: Exchange) => void,
): Dispatcher.DispatchHandler {
  const progress = freshProgress();
  function finish(exchange: Exchange): void {
    for (const timer of progress.timers) clearTimeout(timer);
    settle(exchange);
  }
  return {
    onRequestStart(controller) {
      progress.started = true;
      progress.sentAtMs = now();
      progress.startedAt = performance.now();
      progress.timers.push(
        setTimeout(() => {
          if (progress.status === 0)
            controller.abort(new GivenUp('timed-out', 'no-answer-in-time'));
        }, question.headersMs),
        setTimeout(() => {
          controller.abort(new GivenUp('timed-out', 'answer-too-slow'));
        }, question.totalMs),
      );
    },
    onResponseStart(_controller, status, headers) {
      if (status < 200) return;
      progress.status = status;
      progress.headers = firstValues(headers);
      progress.answeredAtMs = now();
    },
    onResponseData(controller, chunk) {
      progress.size += chunk.byteLength;
      if (progress.size > question.maxAnswerBytes)
        controller.abort(new GivenUp('too-long', 'answer-too-long'));
      else progress.chunks.push(chunk);
    },
    onResponseEnd() {
      const { status, headers, sentAtMs, answeredAtMs } = progress;
      const elapsedMs = performance.now() - progress.startedAt;
      const body = Buffer.concat(progress.chunks);
      finish({
        kind: 'answer',
        answer: { status, headers, body, sentAtMs, answeredAtMs, elapsedMs },
      });
    },
    onResponseError(_controller, error) {
      finish(failureOf(error, progress));
    },
  };
}

/**
 * Asks one question and says exactly what became of it; never follows a redirect, never
 * throws. `now` is the device clock.
 */
export function exchange(
  dispatcher: Dispatcher,
  question: Question,
  now: () => number,
): Promise<Exchange> {
  return new Promise((resolve) => {
    const headers: Record<string, string> = { 'accept-encoding': 'identity', ...question.headers };
    if (question.body !== null) headers['content-length'] = String(question.body.byteLength);
    const handler = handlerFor(question, now, resolve);
    dispatcher.dispatch(
      {
        origin: question.url.origin,
        path: `${question.url.pathname}${question.url.search}`,
        method: question.method,
        headers,
        body: question.body,
        // The timers above start with the request; undici's would also count its queue.
        headersTimeout: 0,
        bodyTimeout: 0,
      },
      handler,
    );
  });
}
