import type { EscProblem } from '../../../src/contract/esign';
import type { OfflineReason } from '../../../src/contract/ams';
import { readEscError } from '../../../src/domain/esign/esc-codes';
import { mediaTypeOf, readRetryAfter } from '../ams/answers';
import type { Answer, Exchange } from '../ams/exchange';
import { statusDetail, withoutAnswer } from '../ams/outcomes';

export interface EscRefused {
  readonly outcome: 'refused';
  readonly status: number;
  readonly problem: EscProblem;
  readonly code: string | null;
  readonly text: string;
}
export type EscAskedOutcome =
  | EscRefused
  | { readonly outcome: 'credentials'; readonly status: number }
  | {
      readonly outcome: 'retry';
      readonly detail: string;
      readonly status: number | null;
      readonly retryAfterMs: number | null;
    }
  | { readonly outcome: 'offline'; readonly reason: OfflineReason; readonly detail: string };

/**
 * JSON of an answer whose type says JSON; undefined for every other body. Status and type are
 * looked at before anything is decoded (esign-client-service.md, 1.5).
 */
export function jsonOf(answer: Pick<Answer, 'headers' | 'body'>): unknown {
  const mediaType = mediaTypeOf(answer.headers['content-type']);
  const isJson = mediaType === 'application/json' || mediaType.endsWith('+json');
  const encoding = answer.headers['content-encoding'] ?? 'identity';
  if (!isJson || encoding !== 'identity') return undefined;
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(answer.body)) as unknown;
  } catch {
    return undefined;
  }
}

/** The answer's no, as the service tells it. */
export function refusedBy(answer: Answer): EscRefused {
  const { problem, code, text } = readEscError(jsonOf(answer));
  return {
    outcome: 'refused',
    status: answer.status,
    problem,
    code,
    text: text === '' ? statusDetail(answer) : text,
  };
}

/**
 * What an answer means that is not the one hoped for, for questions that may be asked again:
 * 401 and 403, patience (408, 429, 503, 504 and other 5xx), a clear no, or somebody else's page.
 */
export function notAsHoped(answer: Answer): EscAskedOutcome {
  const { status } = answer;
  if (status === 401 || status === 403) return { outcome: 'credentials', status };
  if (status === 408 || status === 429 || status >= 500) {
    const text = readEscError(jsonOf(answer)).text;
    const detail = text === '' ? statusDetail(answer) : text;
    return { outcome: 'retry', detail, status, retryAfterMs: readRetryAfter(answer) };
  }
  // Bad ids are answered by a 400 that is no JSON (esign-client-service.md, 1.3).
  if (status >= 400) return refusedBy(answer);
  const json = jsonOf(answer);
  if (status === 200 && json !== undefined && readEscError(json).text !== '') {
    return refusedBy(answer);
  }
  return { outcome: 'offline', reason: 'not-the-gateway', detail: statusDetail(answer) };
}

/** Outcome of a question without a whole answer. */
export function unanswered(exchange: Exclude<Exchange, { kind: 'answer' }>): EscAskedOutcome {
  return withoutAnswer(exchange);
}
