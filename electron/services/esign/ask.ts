import type { EscPerson, EscServer } from '../../../src/contract/esign';
import { readChain, readSaid } from '../../../src/domain/esign/read-other';
import { readStatus } from '../../../src/domain/esign/read-status';
import { readVerdictV1, readVerdictV2 } from '../../../src/domain/esign/read-verify';
import { pathsOf } from '../../../src/domain/esign/server-settings';
import { clockOffset } from '../ams/answers';
import type { Exchange } from '../ams/exchange';
import { jsonOf, notAsHoped, unanswered, type EscAskedOutcome } from './esc-answers';
import type { EscAsked } from './esc-line';
import { formBody, jsonBody, type FormPart } from './secret-body';
import { personFields } from './sign-request';

/** A JSON question by POST. */
export function postJson(
  path: string,
  fields: Readonly<Record<string, string | number>>,
  secrets: Readonly<Record<string, Uint8Array>> = {},
): EscAsked {
  return {
    method: 'POST',
    path,
    body: jsonBody(fields, secrets),
    contentType: 'application/json',
    patience: 'read',
  };
}

/** The path with one of its parts filled in. */
export function filled(path: string, name: 'nik' | 'id', value: string): string {
  return path.replace(`{${name}}`, encodeURIComponent(value));
}

/** Asks for a person's status. Only version 1 puts a NIK into the address. */
export function statusRequest(server: EscServer, person: EscPerson): EscAsked {
  const paths = pathsOf(server);
  if (server.version === 'v1' && person.by === 'nik') {
    return { method: 'GET', path: filled(paths.v1Status, 'nik', person.nik), patience: 'read' };
  }
  return postJson(paths.v2Status, personFields(person));
}

/**
 * A question about nobody, to see whether the service answers: version 2 calls an empty NIK not
 * registered, version 1 is asked for sixteen noughts (esign-client-service.md, 1.3).
 */
export function connectionRequest(server: EscServer): EscAsked {
  const paths = pathsOf(server);
  return server.version === 'v1'
    ? { method: 'GET', path: filled(paths.v1Status, 'nik', '0'.repeat(16)), patience: 'read' }
    : postJson(paths.v2Status, { nik: '' });
}

/** Asks for the verdict on a document. */
export function verifyRequest(
  server: EscServer,
  bytes: Uint8Array,
  password: Uint8Array | null,
): EscAsked {
  const paths = pathsOf(server);
  if (server.version === 'v2') {
    const secrets: Record<string, Uint8Array> = password === null ? {} : { password };
    const file = Buffer.from(bytes).toString('base64');
    return { ...postJson(paths.v2Verify, { file }, secrets), patience: 'verify' };
  }
  const part: FormPart = {
    name: 'signed_file',
    file: bytes,
    fileName: 'dokumen.pdf',
    mediaType: 'application/pdf',
  };
  return { method: 'POST', path: paths.v1Verify, ...formBody([part]), patience: 'verify' };
}

/** Reads any answer: what `read` makes of the JSON of a 200, else what went wrong. */
function readWith<Hoped>(
  exchange: Exchange,
  read: (json: unknown, answer: Extract<Exchange, { kind: 'answer' }>['answer']) => Hoped | null,
): Hoped | EscAskedOutcome {
  if (exchange.kind !== 'answer') return unanswered(exchange);
  const { answer } = exchange;
  const json = answer.status === 200 ? jsonOf(answer) : undefined;
  return (json === undefined ? null : read(json, answer)) ?? notAsHoped(answer);
}

export function readStatusExchange(exchange: Exchange) {
  const asked = readWith(exchange, (json, answer) => {
    const found = readStatus(json);
    if (found === null) return null;
    return { outcome: 'status' as const, ...found, clockOffsetMs: clockOffset(answer) };
  });
  // Version 1 may tell a person it does not know by an error: that is a status too.
  if (asked.outcome !== 'refused') return asked;
  const byCode = readStatus({ status_code: asked.code });
  if (byCode === null || exchange.kind !== 'answer') return asked;
  return {
    outcome: 'status' as const,
    ...byCode,
    text: asked.text,
    clockOffsetMs: clockOffset(exchange.answer),
  };
}

export function readConnectionExchange(exchange: Exchange) {
  const asked = readStatusExchange(exchange);
  return asked.outcome === 'status'
    ? { outcome: 'answers' as const, clockOffsetMs: asked.clockOffsetMs }
    : asked;
}

export function readTotpExchange(exchange: Exchange) {
  return readWith(exchange, (json) => {
    const said = readSaid(json);
    return said?.isDone === true ? { outcome: 'sent' as const, text: said.text } : null;
  });
}

export function readSealExchange(exchange: Exchange) {
  return readWith(exchange, (json) => {
    const said = readSaid(json);
    if (said?.isDone !== true) return null;
    const { text, expires } = said;
    // The code that was sent is struck out of the answer: who asked has it.
    const isStruckOut = said.totp !== null && /^\*+$/.test(said.totp);
    return { outcome: 'done' as const, text, totp: isStruckOut ? null : said.totp, expires };
  });
}

export function readChainExchange(exchange: Exchange) {
  return readWith(exchange, (json) => {
    const chain = readChain(json);
    if (chain === null) return null;
    const certificates = chain.certificates.map(
      (text) => new Uint8Array(Buffer.from(text, 'base64')),
    );
    return { outcome: 'chain' as const, certificates, unreadable: chain.unreadable };
  });
}

export function readVerifyExchange(exchange: Exchange, version: 'v1' | 'v2') {
  return readWith(exchange, (json) => {
    const verdict = version === 'v2' ? readVerdictV2(json) : readVerdictV1(json);
    if (verdict === null) return null;
    return { outcome: 'verified' as const, ...verdict, signatures: [...verdict.signatures] };
  });
}
