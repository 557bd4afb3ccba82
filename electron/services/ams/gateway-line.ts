import { readFile } from 'node:fs/promises';
import { rootCertificates } from 'node:tls';
import { Agent, type Dispatcher } from 'undici';
import { errorCode } from '../disk';
import { createConnector, type TlsMaterial } from './connector';
import { exchange, type Exchange, type Question } from './exchange';
import type { GatewayAddress } from './gateway-address';

/** Milliseconds. */
export interface GatewayTimeouts {
  /** Name, TCP and TLS together. */
  readonly connectMs: number;
  /** From sending until the answer begins. */
  readonly headersMs: number;
  /** From sending until the answer is whole. */
  readonly totalMs: number;
  /** The same for the probe, which must not keep the status line waiting. */
  readonly healthMs: number;
}

export const standardTimeouts: GatewayTimeouts = {
  connectMs: 10_000,
  headersMs: 30_000,
  totalMs: 60_000,
  healthMs: 10_000,
};

/** Paths of PEM files from the settings. */
export interface GatewayTlsSettings {
  /** Trusted besides the well-known authorities: a province's own. */
  readonly caFile?: string;
  readonly clientCertificate?: { readonly certificateFile: string; readonly keyFile: string };
}

/** The bytes a slow line is given time for, on top of the ordinary time-outs. */
const slowestBytesPerSecond = 8 * 1024;
const smallestAnswer = 64 * 1024;
const largestAnswer = 4 * 1024 * 1024;

/** What a caller says about a request; time-outs, token and limits are added here. */
export interface Asked {
  readonly method: Question['method'];
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
  readonly answer: 'small' | 'large';
}

/** The one way from this service to the network. */
export interface GatewayLine {
  /** With the bearer token of the gateway's own origin; `no-token` without a usable one: nothing is sent. */
  readonly ask: (address: GatewayAddress, asked: Asked) => Promise<Exchange>;
  /** The probe: the token goes along where there is one. */
  readonly probe: (address: GatewayAddress, url: URL) => Promise<Exchange>;
}

async function readTls(settings: GatewayTlsSettings): Promise<TlsMaterial> {
  const { caFile, clientCertificate } = settings;
  const ca =
    caFile === undefined ? undefined : [...rootCertificates, await readFile(caFile, 'utf8')];
  return {
    ...(ca === undefined ? {} : { ca }),
    ...(clientCertificate === undefined
      ? {}
      : {
          clientCertificate: {
            cert: await readFile(clientCertificate.certificateFile, 'utf8'),
            key: await readFile(clientCertificate.keyFile, 'utf8'),
          },
        }),
  };
}

function questionOf(asked: Asked, timeouts: GatewayTimeouts, token: string | null): Question {
  const body = asked.body ?? null;
  const allowanceMs = ((body?.byteLength ?? 0) * 1000) / slowestBytesPerSecond;
  return {
    method: asked.method,
    url: asked.url,
    headers: { ...asked.headers, ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body,
    headersMs: timeouts.headersMs + allowanceMs,
    totalMs: timeouts.totalMs + allowanceMs,
    maxAnswerBytes: asked.answer === 'large' ? largestAnswer : smallestAnswer,
  };
}

/** A header cannot carry anything else, and a token never holds it (RFC 6750 2.1). */
function isSendable(token: string): boolean {
  return /^[\x21-\x7e]+$/.test(token);
}

/** Opens the line. `now` is the device clock in milliseconds since 1970. */
export function createGatewayLine(options: {
  readonly tokenFor: (origin: string) => Promise<string | null>;
  readonly timeouts: GatewayTimeouts;
  readonly tls: GatewayTlsSettings;
  readonly now: () => number;
}): GatewayLine {
  const { timeouts, now } = options;
  let dispatcher: Dispatcher | undefined;

  async function send(question: Question): Promise<Exchange> {
    try {
      // Read again after a failure: the file may have been put right in the meantime.
      dispatcher ??= new Agent({
        connect: createConnector(timeouts.connectMs, await readTls(options.tls)),
        connections: 4,
        pipelining: 1,
      });
    } catch (error) {
      return {
        kind: 'not-sent',
        reason: 'tls-refused',
        detail: `certificate-files: ${errorCode(error)}`,
      };
    }
    return exchange(dispatcher, question, now);
  }

  async function tokenOf(address: GatewayAddress): Promise<string | null> {
    const token = await options.tokenFor(address.origin);
    return token !== null && isSendable(token) ? token : null;
  }

  return {
    ask: async (address, asked) => {
      // The token is bound to this origin; an address elsewhere is a fault of the caller.
      if (asked.url.origin !== address.origin) {
        return { kind: 'not-sent', reason: 'address-refused', detail: 'other-origin' };
      }
      const token = await tokenOf(address);
      if (token === null) return { kind: 'no-token' };
      return send(questionOf(asked, timeouts, token));
    },
    probe: async (address, url) => {
      const question = questionOf(
        { method: 'GET', url, answer: 'small' },
        timeouts,
        await tokenOf(address),
      );
      return send({ ...question, headersMs: timeouts.healthMs, totalMs: timeouts.healthMs });
    },
  };
}
