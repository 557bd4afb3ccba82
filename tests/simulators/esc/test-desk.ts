import { createHash } from 'node:crypto';
import { onTestFinished } from 'vitest';
import { createEsignService, type EsignServiceOptions } from '../../../electron/services/esign';
import type { EscServer } from '../../../src/contract/esign';
import type { Services } from '../../../src/contract/index';
import { fail, succeed, type Result } from '../../../src/contract/result';
import { startEscSimulator, type EscSimulator, type EscSimulatorOptions } from './simulator';

export const user = 'loket';
export const password = 'sandi:contoh é';
/** Fictitious. */
export const nik = '3207010101900001';
export const email = 'contoh.satu@ciamiskab.go.id';
export const passphrase = 'Kopi "tumpah" \\ di meja é 😀';
export const pdf = Buffer.from('%PDF-1.7\nSurat Contoh\n%%EOF\n');

/** Starts a service that ends with the test, with one person who may sign. */
export async function startEsc(options: Partial<EscSimulatorOptions> = {}): Promise<EscSimulator> {
  const person = { status: 'ISSUE', passphrase, totp: '135790' };
  const simulator = await startEscSimulator({
    user,
    password,
    people: { [nik]: person, [email]: person },
    ...options,
  });
  onTestFinished(() => simulator.stop());
  return simulator;
}

export function valueOf<Value>(result: Result<Value>): Value {
  if (!result.ok) throw new Error(`${result.error.kind}: ${result.error.detail}`);
  return result.value;
}

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export type SignInput = Parameters<Services['esign']['sign']>[0];

export interface EscDesk {
  readonly esign: Services['esign'];
  readonly files: Map<string, Uint8Array>;
  readonly credentialRequests: string[];
  readonly server: (simulator: { readonly url: string }, changes?: Partial<EscServer>) => EscServer;
  readonly signInput: (server: EscServer, changes?: Partial<SignInput>) => SignInput;
}

/** The real service, with files in memory. */
export function openEscDesk(options: Partial<EsignServiceOptions> = {}): EscDesk {
  const files = new Map<string, Uint8Array>();
  const credentialRequests: string[] = [];
  const esign = createEsignService({
    readFile: (address) => {
      const bytes = files.get(address);
      return Promise.resolve(
        bytes === undefined ? fail({ kind: 'not-found', detail: address }) : succeed(bytes),
      );
    },
    putFile: (bytes) => {
      const address = sha256Of(bytes);
      files.set(address, bytes);
      return Promise.resolve(succeed({ address, sha256: address, size: bytes.length }));
    },
    credentialsFor: (origin) => {
      credentialRequests.push(origin);
      return Promise.resolve(`${user}:${password}`);
    },
    ...options,
  });
  return {
    esign,
    files,
    credentialRequests,
    server: ({ url }, changes = {}) => ({ baseUrl: url, version: 'v2', ...changes }),
    signInput: (server, changes = {}) => {
      const address = sha256Of(pdf);
      files.set(address, new Uint8Array(pdf));
      return {
        server,
        person: { by: 'nik', nik },
        secret: { kind: 'passphrase', value: bytesOf(passphrase) },
        address,
        sha256: address,
        subject: 'office',
        placement: { kind: 'invisible' },
        look: { kind: 'none' },
        reason: null,
        location: null,
        ...changes,
      };
    },
  };
}
