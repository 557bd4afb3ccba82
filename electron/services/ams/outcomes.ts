import type {
  GetOutcome,
  HealthOutcome,
  ListOutcome,
  OfflineReason,
  PutOutcome,
} from '../../../src/contract/ams';
import { assertNever } from '../../../src/domain/assert-never';
import {
  clockOffset,
  isHealth,
  readJson,
  readPage,
  readProblem,
  readRetryAfter,
  readStored,
  readSubmission,
  type JsonAnswer,
} from './answers';
import type { Answer, Exchange, LossCause } from './exchange';

interface Offline {
  readonly outcome: 'offline';
  readonly reason: OfflineReason;
  readonly detail: string;
}
interface Credentials {
  readonly outcome: 'credentials';
  readonly status: number;
}
interface Retry {
  readonly outcome: 'retry';
  readonly detail: string;
  readonly status: number | null;
  readonly retryAfterMs: number | null;
}
/** The outcomes every verb that needs the token shares. */
export type SharedOutcome = Offline | Credentials | Retry;

function offline(reason: OfflineReason, detail: string): Offline {
  return { outcome: 'offline', reason, detail };
}

/** `http-503` and the like: the whole detail of an answer that is not the gateway's. */
export function statusDetail(answer: Pick<Answer, 'status'>): string {
  return `http-${String(answer.status)}`;
}

/** Something answered that is not the gateway (a portal, a proxy). */
export function notTheGateway(detail: string): Offline {
  return offline('not-the-gateway', detail);
}

/** What a loss says about the line as a whole; null where it says nothing. */
function lineReason(cause: LossCause): OfflineReason | null {
  switch (cause) {
    case 'closed':
    case 'timed-out':
      return null;
    case 'too-long':
    case 'not-http':
      return 'not-the-gateway';
    case 'tls':
      return 'tls-refused';
    default:
      return assertNever(cause);
  }
}

/**
 * Outcome of an exchange without a whole answer, for requests that may be repeated freely. A
 * connection lost on the way is a matter of this request alone (one request the gateway
 * breaks on must not stop the others): the probe says whether the line is down.
 */
export function withoutAnswer(exchange: Exclude<Exchange, { kind: 'answer' }>): SharedOutcome {
  switch (exchange.kind) {
    case 'not-sent':
      return offline(exchange.reason, exchange.detail);
    case 'no-token':
      return { outcome: 'credentials', status: 401 };
    case 'lost': {
      const reason = lineReason(exchange.cause);
      if (reason !== null) return offline(reason, exchange.detail);
      return { outcome: 'retry', detail: exchange.detail, status: null, retryAfterMs: null };
    }
    default:
      return assertNever(exchange);
  }
}

/** Outcome of the statuses that mean the same everywhere: 401, 403, 408, 423, 429, 5xx; null for others. */
export function sharedStatus(answer: Answer, detail: string): Credentials | Retry | null {
  const { status } = answer;
  if (status === 401 || status === 403) return { outcome: 'credentials', status };
  if (status === 408 || status === 423 || status === 429 || status >= 500) {
    return { outcome: 'retry', detail, status, retryAfterMs: readRetryAfter(answer) };
  }
  return null;
}

/** `GET /v1/health`: only the exact shape counts as online. */
export function readHealthOutcome(exchange: Exchange): HealthOutcome {
  if (exchange.kind === 'answer') {
    const json = readJson(exchange.answer);
    if (
      exchange.answer.status === 200 &&
      json !== null &&
      !json.isProblem &&
      isHealth(json.value)
    ) {
      return { outcome: 'online', clockOffsetMs: clockOffset(exchange.answer) };
    }
    return notTheGateway(statusDetail(exchange.answer));
  }
  if (exchange.kind === 'not-sent') return offline(exchange.reason, exchange.detail);
  if (exchange.kind === 'no-token') return offline('no-connection', exchange.kind);
  return offline(lineReason(exchange.cause) ?? 'no-connection', exchange.detail);
}

function readingFailure(answer: Answer, json: JsonAnswer): SharedOutcome {
  const problem = readProblem(json.value);
  const shared = sharedStatus(answer, problem.detail);
  if (shared !== null) return shared;
  if (answer.status >= 400)
    return { outcome: 'retry', detail: problem.detail, status: answer.status, retryAfterMs: null };
  return notTheGateway(statusDetail(answer));
}

/** `GET /v1/submissions/{id}`. A 404 counts only from the gateway itself, never from a page in HTML. */
export function readGetOutcome(exchange: Exchange, id: string): GetOutcome {
  if (exchange.kind !== 'answer') return withoutAnswer(exchange);
  const { answer } = exchange;
  const json = readJson(answer);
  if (json === null) return notTheGateway(statusDetail(answer));
  if (answer.status === 404) return { outcome: 'not-found' };
  if (answer.status !== 200) return readingFailure(answer, json);
  const submission = readSubmission(json.value);
  if (submission?.id.toLowerCase() !== id.toLowerCase()) return notTheGateway('answer-unreadable');
  return { outcome: 'found', submission };
}

/** `GET /v1/submissions?updatedAfter=…`. */
export function readListOutcome(exchange: Exchange): ListOutcome {
  if (exchange.kind !== 'answer') return withoutAnswer(exchange);
  const { answer } = exchange;
  const json = readJson(answer);
  if (json === null || answer.status === 404) return notTheGateway(statusDetail(answer));
  if (answer.status !== 200) return readingFailure(answer, json);
  const page = readPage(json.value);
  return page === null ? notTheGateway('answer-unreadable') : { outcome: 'page', ...page };
}

function unknown(detail: string, reason: OfflineReason | null): PutOutcome {
  return { outcome: 'unknown', detail, offline: reason };
}

function readPutRefusal(answer: Answer, json: JsonAnswer): PutOutcome {
  const { status } = answer;
  const problem = readProblem(json.value);
  const shared = sharedStatus(answer, problem.detail);
  if (shared !== null) return shared;
  if (status === 409 && problem.type.endsWith('/different-content')) {
    return { outcome: 'different-content', detail: problem.detail };
  }
  if (status === 413) return { outcome: 'too-large', limit: null };
  if (status === 415) return { outcome: 'unsupported', detail: problem.detail };
  if (status === 424 && problem.missing.length > 0)
    return { outcome: 'missing-files', missing: [...problem.missing] };
  return { outcome: 'refused', status, detail: problem.detail, errors: [...problem.errors] };
}

/**
 * `PUT /v1/submissions/{id}`. `offline` only when nothing of the body left this machine;
 * after that everything but a trustworthy answer is `unknown`: ask before sending again.
 */
export function readPutOutcome(exchange: Exchange, id: string): PutOutcome {
  switch (exchange.kind) {
    case 'not-sent':
    case 'no-token':
      return withoutAnswer(exchange);
    case 'lost':
      return unknown(exchange.detail, lineReason(exchange.cause));
    case 'answer': {
      const { answer } = exchange;
      const json = readJson(answer);
      if (json === null) return unknown(statusDetail(answer), 'not-the-gateway');
      if (answer.status >= 400) return readPutRefusal(answer, json);
      if (answer.status !== 200 && answer.status !== 201)
        return unknown(statusDetail(answer), 'not-the-gateway');
      const stored = readStored(json.value, id);
      if (stored === null) return unknown('answer-unreadable', 'not-the-gateway');
      return { outcome: 'stored', repeated: answer.status === 200, ...stored };
    }
    default:
      return assertNever(exchange);
  }
}
