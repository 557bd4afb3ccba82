import { v7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { systemDisk, type Disk } from '../../electron/services/disk';
import { VaultFolder } from '../helpers/vault-folder';
import { systemError } from '../helpers/fault-disk';

const second = { memberId: v7(), signInName: 'loket2', passphrase: 'hujan turun di sawah' };

let folder: VaultFolder;
beforeEach(async () => {
  folder = await VaultFolder.create();
});
afterEach(() => folder.remove());

describe('a rotation that fails while the program goes on', () => {
  /** Refuses to exchange the file of subject keys as long as it is told to. */
  function refusing() {
    const refused = { is: false };
    const rename: Disk['rename'] = (from, to) =>
      refused.is && to.endsWith('subject-keys.jsonl')
        ? Promise.reject(systemError('ENOSPC'))
        : systemDisk.rename(from, to);
    return { refused, disk: { ...systemDisk, rename } };
  }

  async function opened() {
    await folder.make();
    const { refused, disk } = refusing();
    const vault = await folder.unlocked(disk);
    const before = await folder.keyOf(vault, 'a', true);
    return { vault, refused, before };
  }

  test('pressed again and again, it loses no key', async () => {
    const { vault, refused, before } = await opened();
    refused.is = true;
    for (let press = 0; press < 3; press += 1)
      expect((await vault.service.rotate({})).ok).toBe(false);
    const during = await folder.unlocked();
    expect(await folder.keyOf(during, 'a')).toBe(before);
    await during.close();
    refused.is = false;
    expect((await vault.service.rotate({})).ok).toBe(true);
    expect(await folder.keyOf(await folder.unlocked(), 'a')).toBe(before);
  });

  test.each(['added', 'renewed', 'removed'] as const)(
    'a subject made and a way in %s after it stay open',
    async (change) => {
      const { vault, refused, before } = await opened();
      await vault.service.addMember(second);
      refused.is = true;
      expect((await vault.service.rotate({})).ok).toBe(false);
      const between = await folder.keyOf(vault, 'b', true);
      if (change === 'added')
        await vault.service.addMember({ ...second, memberId: v7(), signInName: 'c' });
      if (change === 'renewed') await vault.service.renewRecoveryKey({});
      if (change === 'removed') await vault.service.removeMember({ memberId: second.memberId });
      const later = await folder.unlocked();
      expect(await folder.keyOf(later, 'a')).toBe(before);
      expect(await folder.keyOf(later, 'b')).toBe(between);
    },
  );

  test('whose end cannot be written at the next opening opens all the same', async () => {
    const { vault, refused, before } = await opened();
    refused.is = true;
    expect((await vault.service.rotate({})).ok).toBe(false);
    const full = refusing();
    full.refused.is = true;
    const later = await folder.unlocked(full.disk);
    expect(await folder.keyOf(later, 'a')).toBe(before);
  });
});
