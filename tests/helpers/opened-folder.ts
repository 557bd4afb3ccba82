import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createVault } from '../../electron/services/vault';
import type { Sealed } from '../../src/contract/sealed';
import type { Sealer } from '../../src/domain/sealing/sealer';
import { createVaultSealer } from '../../src/store/vault-sealer';
import { PASSPHRASE } from './clerk';

/** What a data folder holds, for somebody who has it and the clerk's passphrase. */
interface OpenedFolder {
  readonly sealer: Sealer;
  readonly openFile: (address: string) => Promise<Uint8Array | undefined>;
}

/** Opens the vault of a folder for some reading; the program may be running on it. */
async function withVault<Value>(
  dataFolder: string,
  read: (opened: OpenedFolder) => Promise<Value>,
): Promise<Value> {
  const vault = createVault({ dataFolder, now: () => new Date(), log: () => undefined });
  const described = await vault.service.describe({});
  const memberId = described.ok ? (described.value.members[0]?.id ?? '') : '';
  const opened = await vault.service.unlock({ memberId, passphrase: PASSPHRASE });
  if (!opened.ok || opened.value.outcome !== 'open') throw new Error('the vault did not open');
  const openFile = (address: string) => {
    const path = join(dataFolder, 'files', address.slice(0, 2), address.slice(2, 4), address);
    return vault.files.open(new Uint8Array(readFileSync(path)), address);
  };
  try {
    return await read({ sealer: createVaultSealer(vault.service), openFile });
  } finally {
    await vault.close();
  }
}

/** The opened bodies of the records in one month file of the journal, in their order. */
export function journalBodies(dataFolder: string, month: string): Promise<readonly unknown[]> {
  return withVault(dataFolder, ({ sealer }) => {
    const lines = readFileSync(month, 'utf8').trimEnd().split('\n');
    const records = lines.map((line) => JSON.parse(line) as { id: string; sealed: Sealed });
    return Promise.all(
      records.map(({ id, sealed }) => sealer.open(sealed, { table: 'journal', id })),
    );
  });
}

/** The second copies of all drafts in the data folder, as JSON text. */
export async function draftTexts(dataFolder: string): Promise<string> {
  const folder = join(dataFolder, 'drafts');
  if (!existsSync(folder)) return '';
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return withVault(dataFolder, async ({ sealer }) => {
    const copies = names.map(
      (name) =>
        JSON.parse(readFileSync(join(folder, name), 'utf8')) as { id: string; sealed: Sealed },
    );
    const drafts = await Promise.all(
      copies.map(({ id, sealed }) => sealer.open(sealed, { table: 'drafts', id })),
    );
    return JSON.stringify(drafts);
  });
}

/** Whether the data folder keeps a file of exactly these bytes. */
export function keepsFile(dataFolder: string, content: Uint8Array): Promise<boolean> {
  const names = readdirSync(join(dataFolder, 'files'), { recursive: true }).map(String);
  const addresses = names
    .map((name) => name.slice(-64))
    .filter((one) => /^[0-9a-f]{64}$/.test(one));
  return withVault(dataFolder, async ({ openFile }) => {
    const files = await Promise.all(addresses.map(openFile));
    return files.some((bytes) => bytes !== undefined && Buffer.compare(bytes, content) === 0);
  });
}
