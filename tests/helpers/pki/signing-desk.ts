import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createPadesService } from '../../../electron/services/pades';
import { nodePkiCrypto } from '../../../electron/services/pki/node-crypto';
import { createPublicLine } from '../../../electron/services/pki/public-line';
import type { Services } from '../../../src/contract/index';
import type { PadesSignOutcome } from '../../../src/contract/pades';
import type { SignatureReport } from '../../../src/contract/pki';
import { fail, succeed } from '../../../src/contract/result';
import { readCertificate, type Certificate } from '../../../src/domain/pki/certificate';
import { readCrl } from '../../../src/domain/pki/crl';
import type { Statement, TrustMaterial } from '../../../src/domain/signatures/trust';
import { verifyDocument } from '../../../src/domain/signatures/verify-document';
import { keyFilePassphrase } from './fictitious-ca';

export type SignInput = Parameters<Services['pades']['sign']>[0];
export type Signed = Extract<PadesSignOutcome, { outcome: 'signed' }>;

export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The real service over files in memory. */
export class SigningDesk {
  readonly files = new Map<string, Uint8Array>();
  readonly folder = mkdtempSync(join(tmpdir(), 'loket-signing-'));
  readonly pades: Services['pades'] = createPadesService({
    readFile: (address) => {
      const bytes = this.files.get(address);
      return Promise.resolve(
        bytes === undefined ? fail({ kind: 'not-found', detail: '' }) : succeed(bytes),
      );
    },
    putFile: (bytes) => {
      const address = this.add(bytes);
      return Promise.resolve(succeed({ address, sha256: address, size: bytes.length }));
    },
    line: createPublicLine({ connectMs: 5000, totalMs: 20_000 }),
    now: () => new Date(),
    checker: {
      // Signing asks for signatures alone, so nobody's trust is looked up.
      check: ({ bytes, now }) => Promise.resolve(verifyDocument(bytes, material({ now }))),
      close: () => Promise.resolve(),
    },
  });

  /** Puts bytes into the store and gives their address, here their SHA-256. */
  add(bytes: Uint8Array): string {
    const address = sha256Of(bytes);
    this.files.set(address, bytes);
    return address;
  }

  input(pdf: Uint8Array, keyFile: Uint8Array, changes: Partial<SignInput> = {}): SignInput {
    const address = this.add(pdf);
    return {
      keyFile: new Uint8Array(keyFile),
      passphrase: new TextEncoder().encode(keyFilePassphrase),
      address,
      sha256: address,
      subject: 'office',
      placement: { kind: 'invisible' },
      block: { lines: [], qr: null, picture: null },
      reason: 'Persetujuan',
      location: 'Contoh',
      timestamp: null,
      ...changes,
    };
  }

  async sign(
    pdf: Uint8Array,
    keyFile: Uint8Array,
    changes: Partial<SignInput> = {},
  ): Promise<PadesSignOutcome> {
    const answer = await this.pades.sign(this.input(pdf, keyFile, changes));
    if (!answer.ok) throw new Error(answer.error.detail);
    return answer.value;
  }

  /** The same, and it has to succeed. */
  async signed(
    pdf: Uint8Array,
    keyFile: Uint8Array,
    changes: Partial<SignInput> = {},
  ): Promise<Signed> {
    const outcome = await this.sign(pdf, keyFile, changes);
    if (outcome.outcome !== 'signed') throw new Error(JSON.stringify(outcome));
    return outcome;
  }

  /** What a program makes of a file with these bytes; its words whatever its exit code. */
  ask(program: string, bytes: Uint8Array, args: (path: string) => readonly string[]): string {
    const path = join(this.folder, 'look.pdf');
    writeFileSync(path, bytes);
    try {
      return execFileSync(program, args(path), {
        encoding: 'utf8',
        cwd: this.folder,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
    } catch (error) {
      const { stdout, stderr } = error as { stdout?: string; stderr?: string };
      return `${stdout ?? ''}${stderr ?? ''}`;
    }
  }

  pdfsig(bytes: Uint8Array): string {
    return this.ask('pdfsig', bytes, (path) => ['-nocert', path]);
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

export function certificateOf(der: Uint8Array): Certificate {
  const read = readCertificate(der);
  if (!read.ok) throw new Error(read.error);
  return read.value;
}

/** What a check rests on: nothing unless told. */
export function material(changes: Partial<TrustMaterial> = {}): TrustMaterial {
  const now = Date.now();
  return { anchors: [], pool: [], statements: [], now, crypto: nodePkiCrypto, ...changes };
}

/** The reports of a file that has signatures. */
export function reportsOf(
  bytes: Uint8Array,
  changes: Partial<TrustMaterial> = {},
): readonly SignatureReport[] {
  const report = verifyDocument(bytes, material(changes));
  if (report.outcome !== 'checked') throw new Error(JSON.stringify(report));
  return report.signatures;
}

/** A list at hand, as a check takes it. */
export function statementOf(list: Uint8Array): Statement {
  const crl = readCrl(list);
  if (!crl.ok) throw new Error(crl.error);
  const from = {
    address: null,
    sha256: sha256Of(list),
    entries: crl.value.size,
    isFromCache: true,
  };
  return { kind: 'crl', crl: crl.value, from: { source: 'crl', ...from } };
}
