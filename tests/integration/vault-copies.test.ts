import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { systemDisk, type Disk } from '../../electron/services/disk';
import { createJournal } from '../../electron/services/journal';
import { createVaultSealer } from '../../src/store/vault-sealer';
import { VaultFolder, firstMember } from '../helpers/vault-folder';
import { observedDisk, systemError } from '../helpers/fault-disk';

const MAIN = 'subject-keys.jsonl';
const COPY = 'subject-keys.copy.jsonl';
const subject = randomUUID();
const other = randomUUID();

let folder: VaultFolder;
beforeEach(async () => {
  folder = await VaultFolder.create();
  await folder.make();
});
afterEach(() => folder.remove());

const pathOf = (name: string) => join(folder.dataFolder, 'vault', name);

test.each(['emptied', 'lost', 'shortened', 'damaged'] as const)(
  'the file of wrapped keys, %s, comes back from its copy',
  async (damage) => {
    const vault = await folder.unlocked();
    const before = await folder.keyOf(vault, subject, true);
    await vault.close();
    const whole = await folder.read(MAIN);
    if (damage === 'lost') await rm(pathOf(MAIN));
    if (damage === 'emptied') await writeFile(pathOf(MAIN), '');
    if (damage === 'shortened') await writeFile(pathOf(MAIN), `${whole.split('\n')[0] ?? ''}\n`);
    if (damage === 'damaged') await writeFile(pathOf(MAIN), whole.replaceAll('"subject"', '"sub'));
    const later = await folder.unlocked();
    expect(await folder.keyOf(later, subject)).toBe(before);
    expect(await folder.read(MAIN)).toBe(whole);
  },
);

test('a copy that was lost is made anew, and follows every new key', async () => {
  await rm(pathOf(COPY));
  const vault = await folder.unlocked();
  await folder.keyOf(vault, subject, true);
  expect(await folder.read(COPY)).toBe(await folder.read(MAIN));
});

test('a copy that cannot be written does not keep a key from being made', async () => {
  const refuse = { is: false };
  const open: Disk['open'] = (path, ...rest) =>
    refuse.is && path.includes(COPY)
      ? Promise.reject(systemError('EIO'))
      : systemDisk.open(path, ...rest);
  const vault = await folder.unlocked({ ...systemDisk, open });
  refuse.is = true;
  expect(await folder.keyOf(vault, subject, true)).toMatch(/^[0-9a-f]{64}$/);
  refuse.is = false;
  await folder.keyOf(vault, other, true);
  expect(await folder.read(COPY)).toBe(await folder.read(MAIN));
});

test('a destroyed key is gone from the copy too, stopped at any step', async () => {
  let vault = await folder.unlocked();
  for (let stop = 0; stop < 40; stop += 1) {
    const doomed = randomUUID();
    await folder.keyOf(vault, doomed, true);
    await vault.close();
    const line = (await folder.read(COPY)).split('\n').find((one) => one.includes(doomed)) ?? '';
    const wrap = /"wrap":"([^"]+)"/.exec(line)?.[1] ?? 'none';
    let steps = 0;
    const isDying = { yes: false };
    const dying = observedDisk(systemDisk, () => {
      if (isDying.yes && (steps += 1) > stop) throw systemError('EIO');
      return undefined;
    });
    vault = await folder.unlocked(dying);
    isDying.yes = true;
    const erased = await vault.service.eraseSubjects({ subjects: [doomed] });
    isDying.yes = false;
    if (!erased.ok) {
      // The same process tries again, or the next one finds that the key is gone.
      const again = stop % 2 === 0 ? vault : await folder.unlocked();
      expect((await again.service.eraseSubjects({ subjects: [doomed] })).ok).toBe(true);
      vault = again;
    }
    for (const name of [MAIN, COPY]) {
      expect(await folder.read(name)).not.toContain(wrap);
      expect(await folder.read(name)).toContain(doomed);
    }
    if (erased.ok) return;
  }
  throw new Error('the destruction never came to its end');
});

test('beside sealed records, a file without the office’s own keys counts as lost', async () => {
  const vault = await folder.unlocked();
  const sealer = createVaultSealer(vault.service);
  const id = randomUUID();
  const sealed = await sealer.seal({}, { table: 'journal', id, subject });
  await vault.close();
  const journal = createJournal({
    folder: join(folder.dataFolder, 'journal'),
    now: () => new Date(),
    log: () => undefined,
  });
  await journal.service.append({ expectedHead: { sequence: 0, hash: '' }, id, sealed });
  await journal.close();
  for (const name of [MAIN, COPY]) await writeFile(pathOf(name), '');
  const locked = folder.open();
  expect(await locked.service.describe({})).toMatchObject({ value: { state: 'lost' } });
  expect((await locked.service.unlock(firstMember)).ok).toBe(false);
  expect(await readFile(pathOf(MAIN), 'utf8')).toBe('');
});
