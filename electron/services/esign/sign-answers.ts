import type { EscSignAnswer } from '../../../src/contract/esign';
import { assertNever } from '../../../src/domain/assert-never';
import { readEscError } from '../../../src/domain/esign/esc-codes';
import {
  holdsText,
  isPdf,
  readDocumentId,
  readSignedFiles,
} from '../../../src/domain/esign/read-signed';
import { mediaTypeOf, readRetryAfter } from '../ams/answers';
import type { Answer, Exchange } from '../ams/exchange';
import { statusDetail } from '../ams/outcomes';
import { jsonOf, refusedBy } from './esc-answers';

type Unknown = Extract<EscSignAnswer, { outcome: 'outcome-unknown' }>;

/** A signed document as it came, before it is stored. */
export interface SignedDocument {
  readonly outcome: 'signed-document';
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly documentId: string | null;
}

export type SignReading = SignedDocument | Exclude<EscSignAnswer, { outcome: 'signed' }>;

function unknownBy(answer: Pick<Answer, 'status' | 'headers'>, detail: string, text = ''): Unknown {
  return {
    outcome: 'outcome-unknown',
    detail,
    status: answer.status,
    text,
    documentId: readDocumentId(answer.headers),
  };
}

/** The one signed file of version 2's JSON or version 1's body; null when it is none. */
function signedBytes(answer: Answer, version: 'v1' | 'v2'): Uint8Array<ArrayBuffer> | null {
  if (version === 'v2') {
    const files = readSignedFiles(jsonOf(answer));
    // One file went out; an answer about several is about something else.
    if (files?.length !== 1) return null;
    const bytes = new Uint8Array(Buffer.from(files[0] ?? '', 'base64'));
    return bytes;
  }
  const mediaType = mediaTypeOf(answer.headers['content-type']);
  const isFile = mediaType === 'application/pdf' || mediaType === 'application/octet-stream';
  return isFile ? new Uint8Array(answer.body) : null;
}

function readSuccess(answer: Answer, version: 'v1' | 'v2'): SignReading {
  const bytes = signedBytes(answer, version);
  if (bytes === null) {
    const error = readEscError(jsonOf(answer));
    // A known no under a status that says yes.
    if (error.problem !== 'unknown') return noOf(answer);
    return unknownBy(answer, 'answer-unreadable', error.text);
  }
  if (!isPdf(bytes)) return unknownBy(answer, 'answer-is-no-pdf');
  if (!holdsText(bytes, '/ByteRange')) return unknownBy(answer, 'answer-without-signature');
  return { outcome: 'signed-document', bytes, documentId: readDocumentId(answer.headers) };
}

function noOf(answer: Answer): SignReading {
  const refused = refusedBy(answer);
  return refused.problem === 'passphrase-wrong'
    ? { outcome: 'passphrase-wrong', text: refused.text }
    : refused;
}

function readStatus(answer: Answer, version: 'v1' | 'v2'): SignReading {
  const { status } = answer;
  if (status === 200) return readSuccess(answer, version);
  if (status === 401 || status === 403) return { outcome: 'credentials', status };
  if (status === 413) return { outcome: 'too-large' };
  if (status === 429) return { outcome: 'busy', retryAfterMs: readRetryAfter(answer) };
  const json = jsonOf(answer);
  const isClear = status >= 400 && status < 500 && status !== 408;
  if (isClear && (json !== undefined || status === 404)) return noOf(answer);
  return unknownBy(answer, statusDetail(answer), readEscError(json).text);
}

/**
 * What became of a request to sign. `not-sent` only when nothing of it left this machine. After
 * that, everything but a signed file or the service's own clear no is `outcome-unknown`: a
 * time-out, a broken connection, 408, 5xx, a redirect, a page of somebody else's
 * (esign-client-service.md, 1.4 and 1.5).
 */
export function readSignExchange(exchange: Exchange, version: 'v1' | 'v2'): SignReading {
  switch (exchange.kind) {
    case 'answer':
      return readStatus(exchange.answer, version);
    case 'not-sent':
      return { outcome: 'not-sent', reason: exchange.reason, detail: exchange.detail };
    case 'no-token':
      return { outcome: 'credentials', status: 401 };
    case 'lost':
      return exchange.head === undefined
        ? {
            outcome: 'outcome-unknown',
            detail: exchange.detail,
            status: null,
            text: '',
            documentId: null,
          }
        : unknownBy(exchange.head, exchange.detail);
    default:
      return assertNever(exchange);
  }
}
