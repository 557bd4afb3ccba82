import { createHash } from 'node:crypto';
import type { Services } from '../../src/contract/index';
import type { UploadOutcome } from '../../src/contract/ams';
import { fail, succeed, type Result } from '../../src/contract/result';
import type { AddressFault } from '../../src/domain/network/gateway-address';
import { standardChunkSizes, type ChunkSizes, type LineSpeed } from './ams/chunk-size';
import { readGatewayAddress, type GatewayAddress } from './ams/gateway-address';
import {
  createGatewayLine,
  standardTimeouts,
  type GatewayTimeouts,
  type GatewayTlsSettings,
} from './ams/gateway-line';
import { readGetOutcome, readHealthOutcome, readListOutcome, readPutOutcome } from './ams/outcomes';
import { createSizeLimits } from './ams/size-limits';
import { filesUrlOf, uploadByTus, type UploadContext } from './ams/tus-upload';
import { createUploadMarks } from './ams/upload-marks';

export interface AmsServiceOptions extends GatewayTlsSettings {
  /** The bytes at an address of the local store. */
  readonly readFile: (address: string) => Promise<Result<Uint8Array>>;
  /** The bearer token kept for exactly this origin; it is sent nowhere else and never logged. */
  readonly tokenFor: (origin: string) => Promise<string | null>;
  /** Folder for the marks of unfinished uploads. */
  readonly uploadsFolder: string;
  readonly chunkSizes?: ChunkSizes;
  readonly timeouts?: Partial<GatewayTimeouts>;
  /** Device clock, milliseconds since 1970. */
  readonly now?: () => number;
}

type AmsService = Services['ams'];

function refusedAddress(fault: AddressFault): {
  readonly outcome: 'offline';
  readonly reason: 'address-refused';
  readonly detail: AddressFault;
} {
  return { outcome: 'offline', reason: 'address-refused', detail: fault };
}

/** The same work asked for twice at once runs once, and both get its result. */
function createSharedRuns<Value>(): (key: string, work: () => Promise<Value>) => Promise<Value> {
  const running = new Map<string, Promise<Value>>();
  return (key, work) => {
    const present = running.get(key);
    if (present !== undefined) return present;
    const started = work().finally(() => running.delete(key));
    running.set(key, started);
    return started;
  };
}

function createUploads(
  options: AmsServiceOptions,
  contextOf: (gateway: GatewayAddress) => UploadContext,
): AmsService['uploadFile'] {
  const sharedRuns = createSharedRuns<UploadOutcome>();
  return async ({ baseUrl, address, sha256, name, mediaType }) => {
    const gateway = readGatewayAddress(baseUrl);
    if (!gateway.ok) return succeed(refusedAddress(gateway.error));
    const stored = await options.readFile(address);
    if (!stored.ok) {
      const isMissing = stored.error.kind === 'not-found' || stored.error.kind === 'damaged';
      return isMissing ? succeed({ outcome: 'local-file-missing' }) : fail(stored.error);
    }
    const bytes = stored.value;
    if (createHash('sha256').update(bytes).digest('hex') !== sha256.toLowerCase()) {
      return succeed({ outcome: 'local-file-missing' });
    }
    const file = { address, sha256: sha256.toLowerCase(), name, mediaType, bytes };
    return succeed(
      await sharedRuns(`${filesUrlOf(gateway.value).href}\n${address}`, () =>
        uploadByTus(contextOf(gateway.value), file),
      ),
    );
  };
}

/**
 * The client of the gateway in front of AMS (resources/contracts/ams-gateway.openapi.yaml).
 * Each call makes one attempt and says exactly what became of it; when to try again is the
 * outbox's business. It logs nothing.
 */
export function createAmsService(options: AmsServiceOptions): AmsService {
  const timeouts = { ...standardTimeouts, ...options.timeouts };
  const line = createGatewayLine({
    tokenFor: options.tokenFor,
    timeouts,
    tls: options,
    now: options.now ?? Date.now,
  });
  const marks = createUploadMarks(options.uploadsFolder);
  const sizeLimits = createSizeLimits(line);
  const speeds = new Map<string, { current: LineSpeed }>();

  function contextOf(gateway: GatewayAddress): UploadContext {
    const speed = speeds.get(gateway.origin) ?? { current: 'fast' };
    speeds.set(gateway.origin, speed);
    const chunkSizes = options.chunkSizes ?? standardChunkSizes;
    return { gateway, line, marks, chunkSizes, speed, sizeLimit: sizeLimits(gateway) };
  }

  return {
    health: async ({ baseUrl }) => {
      const gateway = readGatewayAddress(baseUrl);
      if (!gateway.ok) return succeed(refusedAddress(gateway.error));
      const url = new URL(`${gateway.value.base}/v1/health`);
      return succeed(readHealthOutcome(await line.probe(gateway.value, url)));
    },
    uploadFile: createUploads(options, contextOf),
    putSubmission: async ({ baseUrl, id, body }) => {
      const gateway = readGatewayAddress(baseUrl);
      if (!gateway.ok) return succeed(refusedAddress(gateway.error));
      const exchange = await line.ask(gateway.value, {
        method: 'PUT',
        url: new URL(`${gateway.value.base}/v1/submissions/${encodeURIComponent(id)}`),
        headers: { 'content-type': 'application/json', 'idempotency-key': id },
        body: new TextEncoder().encode(body),
        answer: 'small',
      });
      return succeed(readPutOutcome(exchange, id));
    },
    getSubmission: async ({ baseUrl, id }) => {
      const gateway = readGatewayAddress(baseUrl);
      if (!gateway.ok) return succeed(refusedAddress(gateway.error));
      const url = new URL(`${gateway.value.base}/v1/submissions/${encodeURIComponent(id)}`);
      return succeed(
        readGetOutcome(await line.ask(gateway.value, { method: 'GET', url, answer: 'small' }), id),
      );
    },
    listSubmissions: async ({ baseUrl, updatedAfter }) => {
      const gateway = readGatewayAddress(baseUrl);
      if (!gateway.ok) return succeed(refusedAddress(gateway.error));
      const url = new URL(`${gateway.value.base}/v1/submissions`);
      if (updatedAfter !== null) url.searchParams.set('updatedAfter', updatedAfter);
      url.searchParams.set('limit', '200');
      return succeed(
        readListOutcome(await line.ask(gateway.value, { method: 'GET', url, answer: 'large' })),
      );
    },
  };
}
