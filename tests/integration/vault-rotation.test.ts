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

describe('a way in that is taken away', () => {
  const keyIds = async () =>
    (JSON.parse(await folder.read('keyring.json')) as { keys: { id: string }[] }).keys.map(
      ({ id }) => id,
    );

  test('takes the data key with it: a ring that was kept opens nothing of now', async () => {
    await folder.make();
    const vault = await folder.unlocked();
    await vault.service.addMember(second);
    const key = await folder.keyOf(vault, 'a', true);
    const [before = ''] = await keyIds();
    expect((await vault.service.removeMember({ memberId: second.memberId })).ok).toBe(true);
    const after = await keyIds();
    expect(after).toHaveLength(1);
    expect(after).not.toContain(before);
    expect(await folder.read('subject-keys.jsonl')).not.toContain(before);
    expect(await folder.read('subject-keys.copy.jsonl')).not.toContain(before);
    expect(await folder.keyOf(await folder.unlocked(), 'a')).toBe(key);
  });

  test('of somebody who has none changes nothing', async () => {
    await folder.make();
    const vault = await folder.unlocked();
    const before = await folder.read('keyring.json');
    expect((await vault.service.removeMember({ memberId: v7() })).ok).toBe(true);
    expect(await folder.read('keyring.json')).toBe(before);
  });

  test('does not outlive a kill in the copy of the ring', async () => {
    await folder.make();
    const vault = await folder.unlocked();
    await vault.service.addMember(second);
    await vault.close();
    const rename: Disk['rename'] = (from, to) =>
      to.endsWith('keyring.copy.json')
        ? Promise.reject(systemError('EIO'))
        : systemDisk.rename(from, to);
    const dying = await folder.unlocked({ ...systemDisk, rename });
    await dying.service.removeMember({ memberId: second.memberId });
    expect(await folder.read('keyring.json')).not.toContain('loket2');
    expect(await folder.read('keyring.copy.json')).toContain('loket2');
    await folder.unlocked();
    expect(await folder.read('keyring.copy.json')).not.toContain('loket2');
  });
});
