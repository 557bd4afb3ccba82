import { join } from 'node:path';
import type { Services } from '../../src/contract/index';
import type { Log } from '../log';
import { createAmsService } from './ams';
import { createBackup } from './backup/service';
import { createDrafts } from './drafts';
import { createEsignService } from './esign';
import { createFileStore, type FileStore } from './files';
import { createJournal } from './journal';
import { createKeys, type Keys, type SecretProtector } from './keys';
import { createPadesService } from './pades';
import { createPkiService } from './pki';
import { createPublicLine } from './pki/public-line';
import { createPrinting, systemPrinting } from './printing/service';
import type { PrintSystem } from './printing/print-system';
import { createReading } from './reading/service';
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

/** The services that sign and check signatures. */
function createSigning(
  { dataFolder, now, log }: ServiceOptions,
  files: FileStore,
  keys: Keys,
): Pick<Services, 'esign' | 'pades' | 'pki'> {
  const { readFile } = files;
  const putFile = (bytes: Uint8Array, subject: string) => files.service.put({ bytes, subject });
  const line = createPublicLine(publicTimeouts);
  return {
    esign: createEsignService({
      readFile,
      putFile,
      credentialsFor: (origin) => keys.secretFor('esc-basic', origin),
    }),
    pades: createPadesService({ readFile, putFile, line, now }),
    pki: createPkiService({ folder: join(dataFolder, 'pki'), line, now, log }),
  };
}

/** Everything the page can ask for, the same in both shells, over one data folder. */
export function createServices(options: ServiceOptions): RunningServices {
  const { dataFolder, now, log } = options;
  const vault = createVault({
    dataFolder,
    now,
    log,
    releaseJournal: () => journal.close(),
  });
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
  const printing = createPrinting({
    folder: join(dataFolder, 'printing'),
    log,
    system: options.printing ?? systemPrinting(),
  });
  const backends = options.scanners ?? systemScanners(dataFolder);
  const scanner = createScanner({ backends, log });
  const reading = createReading({ log });
  backup.start();
  const services: Services = {
    ams: createAmsService({
      readFile: files.readFile,
      tokenFor: keys.tokenFor,
      uploadsFolder: join(dataFolder, 'uploads'),
    }),
    backup: backup.service,
    drafts: createDrafts({ folder: join(dataFolder, 'drafts'), log }),
    files: files.service,
    journal: journal.service,
    keys: keys.service,
    printing: printing.service,
    reading: reading.service,
    scanner: scanner.service,
    shell: createShellInfo(options),
    ...createSigning(options, files, keys),
    vault: vault.service,
  };
  return {
    services,
    close: async () => {
      for (const one of [scanner, reading, printing, backup, journal, vault]) await one.close();
    },
  };
}
