import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 } from 'uuid';
import { systemDisk, type Disk } from '../../electron/services/disk';
import { createVault, type Vault } from '../../electron/services/vault';

/** Who makes the keys. */
export const firstMember = {
  memberId: v7(),
  signInName: 'loket1',
  passphrase: 'kopi tumpah di meja',
};

/** A data folder with real keys that cost nothing to guess. */
export class VaultFolder {
  private constructor(readonly dataFolder: string) {}

  static async create(): Promise<VaultFolder> {
    return new VaultFolder(await mkdtemp(join(tmpdir(), 'loket-vault-')));
  }

  /** The vault as the shell makes it, still locked. */
  open(disk: Disk = systemDisk): Vault {
    return createVault({
      dataFolder: this.dataFolder,
      now: () => new Date('2026-03-02T02:00:00.000Z'),
      log: () => undefined,
      disk,
      cost: () => Promise.resolve({ memoryKiB: 64, passes: 1, lanes: 1 }),
    });
  }

  /** Makes the keys and closes them again. */
  async make(): Promise<void> {
    const vault = this.open();
    const created = await vault.service.create(firstMember);
    if (!created.ok) throw new Error(created.error.detail);
    await vault.close();
  }

  /** After a restart, opened by whoever made the keys. */
  async unlocked(disk: Disk = systemDisk): Promise<Vault> {
    const vault = this.open(disk);
    const opened = await vault.service.unlock(firstMember);
    if (!opened.ok || opened.value.outcome !== 'open') throw new Error(JSON.stringify(opened));
    return vault;
  }

  /** A subject's key in hex, or why there is none. */
  async keyOf(vault: Vault, subject: string, create = false): Promise<string> {
    const answer = await vault.service.subjectKeys({ subjects: [subject], create });
    if (!answer.ok) return answer.error.kind;
    const [key] = answer.value.keys;
    return key instanceof Uint8Array ? Buffer.from(key).toString('hex') : (key ?? 'none');
  }

  /** A file of `vault/` as text. */
  read(name: string): Promise<string> {
    return readFile(join(this.dataFolder, 'vault', name), 'utf8');
  }

  async remove(): Promise<void> {
    await rm(this.dataFolder, { recursive: true });
  }
}
