import { createHash } from 'node:crypto';
import type { EscServer, EscSignAnswer } from '../../src/contract/esign';
import type { StoredFile } from '../../src/contract/files';
import type { Services } from '../../src/contract/index';
import { fail, succeed, type Result } from '../../src/contract/result';
import { pathsOf } from '../../src/domain/esign/server-settings';
import { isPdf } from '../../src/domain/esign/read-signed';
import { mediaTypeOf } from './ams/answers';
import type { Exchange } from './ams/exchange';
import {
  connectionRequest,
  filled,
  postJson,
  readChainExchange,
  readConnectionExchange,
  readSealExchange,
  readStatusExchange,
  readTotpExchange,
  readVerifyExchange,
  statusRequest,
  verifyRequest,
} from './esign/ask';
import { notAsHoped, refusedBy, unanswered } from './esign/esc-answers';
import {
  createEscLine,
  readPlace,
  type EscAsked,
  type EscLine,
  type EscPlace,
} from './esign/esc-line';
import { strikeOut, wipe } from './esign/secret-body';
import { readSignExchange, type SignedDocument } from './esign/sign-answers';
import { lackOf, personFields, sealRequest, signRequest } from './esign/sign-request';

export interface EsignServiceOptions {
  /** The bytes at an address of the local store. */
  readonly readFile: (address: string) => Promise<Result<Uint8Array>>;
  /** Keeps a signed document before anybody is told of it. */
  readonly putFile: (bytes: Uint8Array, subject: string) => Promise<Result<StoredFile>>;
  /** `user:password` kept for exactly this origin; it is sent nowhere else and never logged. */
  readonly credentialsFor: (origin: string) => Promise<string | null>;
  /** Device clock, milliseconds since 1970. */
  readonly now?: () => number;
}

type EsignService = Services['esign'];
type Caution = EscPlace['caution'];
type ToSign = { readonly address: string; readonly sha256: string };

const refusedAddress = (detail: string) =>
  ({ outcome: 'offline', reason: 'address-refused', detail }) as const;

function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function beginsWith(bytes: Uint8Array, beginning: Uint8Array): boolean {
  return Buffer.compare(bytes.subarray(0, beginning.length), beginning) === 0;
}

/** Sends one request with secrets; body and secrets are overwritten whatever came of it. */
async function sendSecret(
  line: EscLine,
  place: EscPlace,
  asked: EscAsked,
  secrets: readonly Uint8Array[],
): Promise<Exchange> {
  try {
    const exchange = await line(place, asked);
    if (exchange.kind === 'answer') strikeOut(exchange.answer.body, secrets);
    return exchange;
  } finally {
    wipe(asked.body, ...secrets);
  }
}

/** The document as it was looked at, or why it is not signed. */
async function documentOf(
  options: EsignServiceOptions,
  { address, sha256 }: ToSign,
): Promise<Result<Uint8Array | Extract<EscSignAnswer, { outcome: 'document-refused' }>>> {
  const stored = await options.readFile(address);
  if (!stored.ok) {
    const isMissing = stored.error.kind === 'not-found' || stored.error.kind === 'damaged';
    return isMissing ? succeed({ outcome: 'document-refused', reason: 'missing' }) : stored;
  }
  if (sha256Of(stored.value) !== sha256)
    return succeed({ outcome: 'document-refused', reason: 'changed' });
  if (!isPdf(stored.value)) return succeed({ outcome: 'document-refused', reason: 'not-a-pdf' });
  return stored;
}

async function keepSigned(
  options: EsignServiceOptions,
  signed: SignedDocument,
  subject: string,
  original: Uint8Array,
): Promise<EscSignAnswer> {
  const stored = await options.putFile(signed.bytes, subject);
  return {
    outcome: 'signed',
    bytes: signed.bytes,
    sha256: sha256Of(signed.bytes),
    documentId: signed.documentId,
    stored: stored.ok ? stored.value : null,
    storeFailure: stored.ok ? null : stored.error.kind,
    keepsOriginal: beginsWith(signed.bytes, original),
  };
}

/** Both ways that sign: one request, then the signed file is kept, then the answer. */
async function signOnce(
  options: EsignServiceOptions,
  line: EscLine,
  work: {
    readonly server: EscServer;
    readonly document: ToSign & { readonly subject: string };
    readonly secret: Uint8Array;
    readonly lack: string | null;
    readonly request: (pdf: Uint8Array) => EscAsked;
  },
): Promise<Result<{ readonly caution: Caution; readonly answer: EscSignAnswer }>> {
  try {
    const place = readPlace(work.server);
    if (!place.ok) {
      const { reason, detail } = refusedAddress(place.error);
      return succeed({ caution: null, answer: { outcome: 'not-sent', reason, detail } });
    }
    const { caution } = place.value;
    if (work.lack !== null) {
      return succeed({ caution, answer: { outcome: 'not-in-this-version', detail: work.lack } });
    }
    const found = await documentOf(options, work.document);
    if (!found.ok) return fail(found.error);
    if ('outcome' in found.value) return succeed({ caution, answer: found.value });
    const asked = work.request(found.value);
    const exchange = await sendSecret(line, place.value, asked, [work.secret]);
    const reading = readSignExchange(exchange, work.server.version);
    const answer =
      reading.outcome === 'signed-document'
        ? await keepSigned(options, reading, work.document.subject, found.value)
        : reading;
    return succeed({ caution, answer });
  } finally {
    wipe(work.secret);
  }
}

function createAsking(line: EscLine) {
  /** One question: the address is checked, asked once, read. */
  return async <Answer>(
    server: EscServer,
    asked: () => EscAsked,
    read: (exchange: Exchange) => Answer,
    secrets: readonly Uint8Array[] = [],
  ): Promise<
    Result<{
      readonly caution: Caution;
      readonly answer: Answer | ReturnType<typeof refusedAddress>;
    }>
  > => {
    try {
      const place = readPlace(server);
      if (!place.ok) return succeed({ caution: null, answer: refusedAddress(place.error) });
      const exchange = await sendSecret(line, place.value, asked(), secrets);
      return succeed({ caution: place.value.caution, answer: read(exchange) });
    } finally {
      wipe(...secrets);
    }
  };
}

function createDownload(options: EsignServiceOptions, line: EscLine): EsignService['download'] {
  return async ({ server, documentId, subject }) => {
    const place = readPlace(server);
    if (!place.ok) return succeed({ caution: null, answer: refusedAddress(place.error) });
    const { caution } = place.value;
    const path = filled(pathsOf(server).v1Download, 'id', documentId);
    const exchange = await line(place.value, { method: 'GET', path, patience: 'sign' });
    if (exchange.kind !== 'answer') return succeed({ caution, answer: unanswered(exchange) });
    const { answer } = exchange;
    const isFile = /^application\/(?:pdf|octet-stream)$/.test(
      mediaTypeOf(answer.headers['content-type']),
    );
    if (answer.status !== 200 || !isFile || !isPdf(answer.body)) {
      const refused = refusedBy(answer);
      const isGone = answer.status === 404 || refused.problem === 'already-downloaded';
      if (isGone) return succeed({ caution, answer: { outcome: 'gone', text: refused.text } });
      return succeed({ caution, answer: notAsHoped(answer) });
    }
    const bytes = new Uint8Array(answer.body);
    const stored = await options.putFile(bytes, subject);
    return succeed({
      caution,
      answer: {
        outcome: 'document',
        bytes,
        sha256: sha256Of(bytes),
        stored: stored.ok ? stored.value : null,
        storeFailure: stored.ok ? null : stored.error.kind,
      },
    });
  };
}

/**
 * The client of the agency's Esign Client Service. Each call makes one attempt and says exactly
 * what became of it; a request to sign is never sent twice. Secrets come as bytes, are copied into
 * the body once, and are overwritten with it before the call ends. It logs nothing.
 */
export function createEsignService(options: EsignServiceOptions): EsignService {
  const line = createEscLine({
    credentialsFor: options.credentialsFor,
    now: options.now ?? Date.now,
  });
  const ask = createAsking(line);
  return {
    checkConnection: ({ server }) =>
      ask(server, () => connectionRequest(server), readConnectionExchange),
    checkStatus: ({ server, person }) =>
      ask(server, () => statusRequest(server, person), readStatusExchange),
    sign: (input) =>
      signOnce(options, line, {
        server: input.server,
        document: input,
        secret: input.secret.value,
        lack: lackOf(input),
        request: (pdf) => signRequest(input, pdf),
      }),
    requestTotp: ({ server, person, documents }) =>
      ask(
        server,
        () => postJson(pathsOf(server).v2Totp, { ...personFields(person), data: documents }),
        readTotpExchange,
      ),
    certificateChain: ({ server, id }) =>
      ask(
        server,
        () => ({
          method: 'GET',
          path: filled(pathsOf(server).v2Chain, 'id', id),
          patience: 'read',
        }),
        readChainExchange,
      ),
    verify: ({ server, bytes, password }) =>
      ask(
        server,
        () => verifyRequest(server, bytes, password),
        (exchange) => readVerifyExchange(exchange, server.version),
        password === null ? [] : [password],
      ),
    download: createDownload(options, line),
    ...createSealVerbs(options, line),
  };
}

function createSealVerbs(
  options: EsignServiceOptions,
  line: EscLine,
): Pick<EsignService, 'sealActivation' | 'sealRevokeActivation' | 'sealTotp' | 'seal'> {
  const ask = createAsking(line);
  return {
    sealActivation: ({ server, subscriber: idSubscriber, totp }) =>
      ask(
        server,
        () =>
          postJson(
            pathsOf(server).v2SealActivation,
            { idSubscriber },
            totp === null ? {} : { totp },
          ),
        readSealExchange,
        totp === null ? [] : [totp],
      ),
    sealRevokeActivation: ({ server, subscriber: idSubscriber, totp }) =>
      ask(
        server,
        () => postJson(pathsOf(server).v2SealRevoke, { idSubscriber }, { totp }),
        readSealExchange,
        [totp],
      ),
    sealTotp: ({ server, subscriber: idSubscriber, totp, documents }) =>
      ask(
        server,
        // The number of documents is a text here and a number for signers (manual, page 31).
        () =>
          postJson(pathsOf(server).v2SealTotp, { idSubscriber, data: String(documents) }, { totp }),
        readSealExchange,
        [totp],
      ),
    seal: (input) =>
      signOnce(options, line, {
        server: { ...input.server, version: 'v2' },
        document: input,
        secret: input.totp,
        lack: input.placement.kind !== 'invisible' && input.look.kind === 'qr' ? 'qr' : null,
        request: (pdf) => sealRequest(input, pdf),
      }),
  };
}
