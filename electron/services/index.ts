import { join } from 'node:path';
import type { Services } from '../../src/contract/index';
import type { Log } from '../log';
import { createAmsService } from './ams';
import { createBackup } from './backup/service';
import { createDrafts } from './drafts';
import { createEsignService } from './esign';
import { createReturningFiles } from './esign/returning-files';
import { createFileStore, type FileStore } from './files';
import { createJournal } from './journal';
import { createKeys, type Keys, type SecretProtector } from './keys';
import { createPadesService } from './pades';
import { createPkiService } from './pki';
import { createDocumentChecker } from './pki/document-checker';
import { createPublicLine } from './pki/public-line';
import { createPrinting, systemPrinting } from './printing/service';
import type { PrintSystem } from './printing/print-system';
import { createReading } from './reading/service';
import { createArrivingScans } from './scanner/arriving-scans';
import type { ScanBackend } from './scanner/scan-backend';
import { createScanner, systemScanners } from './scanner/service';
import { createShellInfo } from './shell-info';
import { createVault } from './vault';

export interface ServiceOptions {
  /** Already locked by this shell. */
  readonly dataFolder: string;
  readonly kind: 'electron' | 'browser';
  readonly version: string;
  readonly now: () => Date;
  /** Undefined where the shell knows no keychain. */
  readonly protector: SecretProtector | undefined;
  readonly log: Log;
  /** Left out: the print service of this computer. */
  readonly printing?: PrintSystem;
  /** The built program of the thread that checks documents. */
  readonly checkScript: string;
  /** Left out: the scanners of this computer and its network. */
  readonly scanners?: readonly ScanBackend[];
}

export interface RunningServices {
  readonly services: Services;
  /** Waits for the writes under way; call it before the program ends. */
  readonly close: () => Promise<void>;
}

/** Milliseconds for lists of revoked certificates, OCSP and timestamps. */
const publicTimeouts = { connectMs: 10_000, totalMs: 60_000 } as const;

interface Signing {
  readonly services: Pick<Services, 'esign' | 'pades' | 'pki' | 'returns'>;
  readonly close: () => Promise<void>;
}

/** The services that sign and check signatures. */
function createSigning(
  { dataFolder, now, log, checkScript }: ServiceOptions,
  files: FileStore,
  keys: Keys,
): Signing {
  const checker = createDocumentChecker({ script: checkScript, log });
  const { readFile } = files;
  const putFile = (bytes: Uint8Array, subject: string) => files.service.put({ bytes, subject });
  const line = createPublicLine(publicTimeouts);
  const pki = createPkiService({ folder: join(dataFolder, 'pki'), line, now, log, checker });
  const services: Signing['services'] = {
    esign: createEsignService({
      readFile,
      putFile,
      credentialsFor: (origin) => keys.secretFor('esc-basic', origin),
    }),
    pades: createPadesService({ readFile, putFile, line, now, checker }),
    pki,
    returns: createReturningFiles({
      dataFolder,
      now,
      countSignatures: async (bytes) => {
        const report = await pki.verifyDocument({ bytes });
        if (!report.ok) return null;
        if (report.value.outcome === 'no-signature') return 0;
        return report.value.outcome === 'checked' ? report.value.signatures.length : null;
      },
    }),
  };
  return { services, close: () => checker.close() };
}

/** The services through which paper goes out and comes in. */
function createPaperDesk(options: ServiceOptions) {
  const { dataFolder, log } = options;
  return {
    printing: createPrinting({
      folder: join(dataFolder, 'printing'),
      log,
      system: options.printing ?? systemPrinting(),
    }),
    scanner: createScanner({ backends: options.scanners ?? systemScanners(dataFolder), log }),
    reading: createReading({ log }),
  };
}

/** Everything the page can ask for, the same in both shells, over one data folder. */
export function createServices(options: ServiceOptions): RunningServices {
  const { dataFolder, now, log } = options;
  const vault = createVault({ dataFolder, now, log, releaseJournal: () => journal.close() });
  const journal = createJournal({
    folder: join(dataFolder, 'journal'),
    now,
    log,
    anchorKey: () => vault.ownKey('anchor'),
  });
  const files = createFileStore({ folder: join(dataFolder, 'files'), sealing: vault.files });
  const keys = createKeys({
    folder: join(dataFolder, 'keys'),
    protector: options.protector,
    vaultKey: () => vault.ownKey('secrets'),
    log,
  });
  const backup = createBackup({
    dataFolder,
    version: options.version,
    now,
    log,
    place: journal.place,
  });
  const signing = createSigning(options, files, keys);
  const { printing, scanner, reading } = createPaperDesk(options);
  backup.start();
  const services: Services = {
    ams: createAmsService({
      readFile: files.readFile,
      tokenFor: keys.tokenFor,
      uploadsFolder: join(dataFolder, 'uploads'),
    }),
    arrivals: createArrivingScans({ dataFolder, now }),
    backup: backup.service,
    drafts: createDrafts({ folder: join(dataFolder, 'drafts'), log }),
    files: files.service,
    journal: journal.service,
    keys: keys.service,
    printing: printing.service,
    reading: reading.service,
    scanner: scanner.service,
    shell: createShellInfo(options),
    ...signing.services,
    vault: vault.service,
  };
  return {
    services,
    close: async () => {
      const paper = [scanner, reading, printing];
      for (const one of [signing, ...paper, backup, journal, vault]) await one.close();
    },
  };
}
