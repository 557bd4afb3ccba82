import type { UploadOutcome } from '../../../src/contract/ams';
import { mediaTypeOf, readJson, readProblem } from './answers';
import type { Answer, Exchange } from './exchange';
import { notTheGateway, sharedStatus, statusDetail, withoutAnswer } from './outcomes';

/** What an answer of the file endpoint means for the next step of an upload. */
export type TusStep =
  | { readonly kind: 'fine'; readonly answer: Answer }
  /** 404, 410: the upload is not there (any more). */
  | { readonly kind: 'gone'; readonly status: number }
  /** 409: the gateway stands at another offset. */
  | { readonly kind: 'conflict' }
  /** 460: the chunk arrived changed and was thrown away (checksum extension). */
  | { readonly kind: 'checksum-mismatch' }
  | { readonly kind: 'ended'; readonly outcome: UploadOutcome };

const tusVersion = '1.0.0';

function ended(outcome: UploadOutcome): TusStep {
  return { kind: 'ended', outcome };
}

/** tus 1.0.0 puts `Tus-Resumable` into every answer; it stands for the content type here. */
function isTus(answer: Answer): boolean {
  return answer.headers['tus-resumable'] === tusVersion;
}

function isGateway(answer: Answer): boolean {
  const mediaType = mediaTypeOf(answer.headers['content-type']);
  return (
    isTus(answer) || mediaType === 'application/problem+json' || mediaType === 'application/json'
  );
}

/** A whole number of bytes from a header; null when absent or not one. */
export function readByteCount(answer: Answer, name: string): number | null {
  const text = answer.headers[name];
  if (text === undefined || !/^\d{1,15}$/.test(text)) return null;
  return Number(text);
}

/** Detail of a refusal: the problem document's words, else the status. */
function refusalDetail(answer: Answer): string {
  const detail = readProblem(readJson(answer)?.value).detail;
  return detail === '' ? statusDetail(answer) : detail;
}

/** A refusal that a person must look at, with its own code. */
export function refused(status: number, detail: string): UploadOutcome {
  return { outcome: 'refused', status, detail };
}

/** Reads an exchange with the file endpoint; `expected` are the statuses that mean success. */
export function readTusStep(exchange: Exchange, expected: readonly number[]): TusStep {
  if (exchange.kind !== 'answer') return ended(withoutAnswer(exchange));
  const { answer } = exchange;
  const { status } = answer;
  if (!isGateway(answer)) return ended(notTheGateway(statusDetail(answer)));
  if (expected.includes(status) && isTus(answer)) return { kind: 'fine', answer };
  const shared = sharedStatus(answer, refusalDetail(answer));
  if (shared !== null) return ended(shared);
  if (status === 404 || status === 410) return { kind: 'gone', status };
  if (status === 409) return { kind: 'conflict' };
  if (status === 460) return { kind: 'checksum-mismatch' };
  if (status === 413)
    return ended({ outcome: 'too-large', limit: readByteCount(answer, 'tus-max-size') });
  if (status === 415) return ended({ outcome: 'unsupported', detail: refusalDetail(answer) });
  if (status >= 400) return ended(refused(status, refusalDetail(answer)));
  return ended(notTheGateway(statusDetail(answer)));
}
