import { amsContract } from './ams';
import { arrivalsContract } from './arrivals';
import { backupContract } from './backup';
import { draftsContract } from './drafts';
import { esignContract } from './esign';
import { filesContract } from './files';
import { journalContract } from './journal';
import { keysContract } from './keys';
import { padesContract } from './pades';
import { pkiContract } from './pki';
import { printingContract } from './printing';
import { readingContract } from './reading';
import { returnsContract } from './returns';
import { scannerContract } from './scanner';
import { shellContract } from './shell';
import { vaultContract } from './vault';
import type { ClientOf, ServiceOf } from './verb';

/** Everything that crosses the border between page and shell; nothing else does. */
export const contract = {
  ams: amsContract,
  arrivals: arrivalsContract,
  backup: backupContract,
  drafts: draftsContract,
  esign: esignContract,
  files: filesContract,
  journal: journalContract,
  keys: keysContract,
  pades: padesContract,
  pki: pkiContract,
  printing: printingContract,
  reading: readingContract,
  returns: returnsContract,
  scanner: scannerContract,
  shell: shellContract,
  vault: vaultContract,
} as const;
export type Contract = typeof contract;
export type ServiceName = keyof Contract;

/** What the shell implements. */
export type Services = { readonly [Name in ServiceName]: ServiceOf<Contract[Name]> };
/** What the page calls: `host.files.put(...)`. */
export type Host = { readonly [Name in ServiceName]: ClientOf<Contract[Name]> };
