import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { createAmsService, type AmsServiceOptions } from '../../../electron/services/ams';
import type { Services } from '../../../src/contract/index';
import { fail, succeed, type Result } from '../../../src/contract/result';
import {
  startAmsGatewaySimulator,
  type AmsGatewaySimulator,
  type SimulatorOptions,
} from './simulator';
import type { SubmissionBody } from './submission-body';

export const token = 'contoh-token-1';
export const submissionId = '01890a5d-ac96-774b-bcce-b302099a8057';
export const otherSubmissionId = '01890a5d-ac96-774b-bcce-b302099a8058';

/** A value of a result that must have one. */
export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`);
  return result.value;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Bytes that differ at every place, so that a chunk at a wrong offset shows. */
export function someBytes(length: number, seed = 1): Uint8Array {
  let state = seed;
  return Uint8Array.from({ length }, () => {
    state = (state * 48271) % 2147483647;
    return state % 256;
  });
}

/** Fictitious. */
export const applicant: SubmissionBody['applicant'] = {
  name: 'Contoh Satu',
  nik: '3207010101900001',
  nip: null,
  personnel: 'non-asn',
  position: 'Staf',
  unit: 'Dinas Contoh',
  email: 'contoh.satu@ciamiskab.go.id',
  phone: '6281200000001',
};

/** A submission as the outbox freezes it; fictitious throughout. */
export function submissionBody(changes: Partial<SubmissionBody> = {}): string {
  const body: SubmissionBody = {
    id: submissionId,
    revision: 1,
    replaces: null,
    office: { code: '32.07', name: 'Diskominfo Contoh', desk: 'A' },
    service: 'revocation',
    sop: { id: 'ciamis-2025-revocation', version: 1 },
    applicant,
    certificate: { subjectDn: null, serialNumber: null, notAfter: null },
    reason: { key: 'other', label: 'Lainnya', note: null },
    letters: [],
    files: [],
    createdAt: '2026-03-02T02:14:00Z',
    queuedAt: '2026-03-02T02:20:00Z',
    ...changes,
  };
  return JSON.stringify(body);
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** A temporary folder that goes with the test file. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'loket-ams-'));
  folders.push(folder);
  return folder;
}

/** A file beside this one's certificates. */
export function certificatePath(name: string): string {
  return join(import.meta.dirname, 'certificates', name);
}

export function certificateText(name: string): string {
  return readFileSync(certificatePath(name), 'utf8');
}

/** Starts a simulator that ends with the test. */
export async function startGateway(
  options: Partial<SimulatorOptions> = {},
): Promise<AmsGatewaySimulator> {
  const simulator = await startAmsGatewaySimulator({
    folder: temporaryFolder(),
    token,
    ...options,
  });
  onTestFinished(() => simulator.stop());
  return simulator;
}

/** Short enough for a test that waits for one of them, long enough for a busy machine otherwise. */
export const patientTimeouts = {
  connectMs: 5000,
  headersMs: 20_000,
  totalMs: 20_000,
  healthMs: 20_000,
};

/** A desk: the real service, with files in memory instead of the store. */
export interface TestDesk {
  readonly ams: Services['ams'];
  /** Puts bytes into the local store and gives what `uploadFile` wants to know of them. */
  readonly addFile: (bytes: Uint8Array) => {
    readonly address: string;
    readonly sha256: string;
    readonly name: string;
    readonly mediaType: string;
  };
  readonly tokenRequests: string[];
  /** The application started again: nothing but the folder is left. */
  readonly restart: (options?: Partial<AmsServiceOptions>) => Services['ams'];
}

export function openDesk(options: Partial<AmsServiceOptions> = {}): TestDesk {
  const files = new Map<string, Uint8Array>();
  const tokenRequests: string[] = [];
  const standard: AmsServiceOptions = {
    readFile: (address) => {
      const bytes = files.get(address);
      return Promise.resolve(
        bytes === undefined ? fail({ kind: 'not-found', detail: address }) : succeed(bytes),
      );
    },
    tokenFor: (origin) => {
      tokenRequests.push(origin);
      return Promise.resolve(token);
    },
    uploadsFolder: join(temporaryFolder(), 'uploads'),
    timeouts: patientTimeouts,
    ...options,
  };
  return {
    ams: createAmsService(standard),
    addFile: (bytes) => {
      const sha256 = sha256Of(bytes);
      // The local address is a keyed hash and differs from the SHA-256.
      const address = sha256Of(Buffer.from(`local ${sha256}`));
      files.set(address, bytes);
      return { address, sha256, name: 'surat.pdf', mediaType: 'application/pdf' };
    },
    tokenRequests,
    restart: (changes = {}) => createAmsService({ ...standard, ...changes }),
  };
}
