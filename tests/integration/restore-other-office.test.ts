import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { applyRestoreOrder } from '../../electron/services/backup/restore-order';
import { systemDisk, type Disk } from '../../electron/services/disk';
import { BackupOffice, filesBelow } from '../helpers/backup-office';
import { observedDisk, systemError } from '../helpers/fault-disk';

const ringOf = (officeId: string, ...keyIds: readonly string[]): string =>
  JSON.stringify({ officeId, keys: keyIds.map((id) => ({ id })) });
const lineOf = (subject: string, keyId: string): string =>
  `${JSON.stringify({ subject, keyId, wrap: `${subject}${keyId}` })}\n`;

/** The office of this computer, and its neighbour, whose drive is brought by mistake. */
let office: BackupOffice;
let neighbour: BackupOffice;
beforeEach(async () => {
  [office, neighbour] = [await BackupOffice.open(), await BackupOffice.open()];
  for (const [one, name] of [
    [office, 'sini'],
    [neighbour, 'sana'],
  ] as const) {
    await one.fill();
    await one.write('vault/keyring.json', ringOf(name, `k-${name}`));
    await one.write('vault/subject-keys.jsonl', lineOf('a', `k-${name}`));
  }
  await office.write('keys/gateway-token.json', '{"value":"tersegel"}');
  await neighbour.chooseDrive();
});
afterEach(async () => {
  await office.close();
  await neighbour.close();
});

async function restart(disk: Disk = systemDisk): Promise<void> {
  await office.backup.close();
  await office.journal.close();
  const { dataFolder, now } = office;
  await applyRestoreOrder({ dataFolder, now, log: () => undefined, disk });
  office.journal = office.openJournal();
  office.backup = office.openBackup();
}

async function orderNeighbour(otherOffice: boolean) {
  const [snapshot] = await neighbour.snapshots();
  const { service, idle } = office.backup;
  await service.restore({ folder: neighbour.drive, snapshot: snapshot ?? '', otherOffice });
  await idle();
  return (await office.status()).restore?.outcome;
}

async function replaced(): Promise<string> {
  const outcome = (await office.status()).restore?.outcome;
  if (outcome?.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return join(office.dataFolder, outcome.movedTo);
}

test('the list of backups says which are of another office, and none is ordered unasked', async () => {
  const listed = await office.backup.service.listSnapshots({ folder: neighbour.drive });
  expect(listed).toMatchObject({ value: { snapshots: [{ otherOffice: true }] } });
  const own = await neighbour.backup.service.listSnapshots({ folder: neighbour.drive });
  expect(own).toMatchObject({ value: { snapshots: [{ otherOffice: false }] } });
  expect(await orderNeighbour(false)).toMatchObject({ kind: 'failed', reason: 'other-office' });
  const before = await office.contents();
  await restart();
  expect(await office.contents()).toEqual(before);
});

test('on an empty computer nobody else is replaced, and nothing is asked', async () => {
  await office.backup.close();
  await office.journal.close();
  await rm(office.dataFolder, { recursive: true });
  office.journal = office.openJournal();
  office.backup = office.openBackup();
  await systemDisk.makeFolder(office.dataFolder);
  const listed = await office.backup.service.listSnapshots({ folder: neighbour.drive });
  expect(listed).toMatchObject({ value: { snapshots: [{ otherOffice: false }] } });
  expect(await orderNeighbour(false)).toEqual({ kind: 'ordered' });
});

test('restored on purpose, the keys of here are set aside whole and can be brought back', async () => {
  const before = await office.contents();
  expect(await orderNeighbour(true)).toEqual({ kind: 'ordered' });
  await restart();
  expect(await office.contents()).toEqual(await neighbour.contents());
  const aside = await replaced();
  expect(await filesBelow(aside)).toContain('keys/gateway-token.json');
  for (const part of ['vault', 'files', 'drafts', 'journal']) {
    await rm(join(office.dataFolder, part), { recursive: true });
    await rename(join(aside, part), join(office.dataFolder, part));
  }
  expect(await office.contents()).toEqual(before);
});

test('ended before any step of that start, no key of either office is lost', async () => {
  const mine = await readFile(join(office.dataFolder, 'vault/subject-keys.jsonl'), 'utf8');
  for (let stopAt = 1; stopAt < 100; stopAt += 1) {
    await orderNeighbour(true);
    let step = 0;
    const dying = observedDisk(systemDisk, () => {
      step += 1;
      if (step >= stopAt) throw systemError('EIO');
      return undefined;
    });
    const ended = await restart(dying).then(
      () => false,
      () => true,
    );
    await restart();
    expect(await office.contents()).toEqual(await neighbour.contents());
    const aside = await replaced();
    expect(await readFile(join(aside, 'vault', 'subject-keys.jsonl'), 'utf8')).toBe(mine);
    if (!ended) return;
    for (const part of ['vault', 'files', 'drafts', 'journal']) {
      await rm(join(office.dataFolder, part), { recursive: true });
      await rename(join(aside, part), join(office.dataFolder, part));
    }
    await office.journal.close();
    await rm(aside, { recursive: true });
  }
  throw new Error('the start never came to its end');
});

test('of the same office, a key that the kept ring cannot open stays in what is set aside', async () => {
  await neighbour.write('vault/keyring.json', '{"rusak":');
  const unknown = lineOf('b', 'k-yang-lain');
  await neighbour.write('vault/subject-keys.jsonl', lineOf('a', 'k-sana') + unknown);
  await neighbour.order();
  await neighbour.backup.close();
  await neighbour.journal.close();
  const { dataFolder, now } = neighbour;
  await applyRestoreOrder({ dataFolder, now, log: () => undefined });
  neighbour.journal = neighbour.openJournal();
  neighbour.backup = neighbour.openBackup();
  const outcome = (await neighbour.status()).restore?.outcome;
  const aside = outcome?.kind === 'done' ? outcome.movedTo : '';
  const kept = join(dataFolder, aside, 'vault', 'subject-keys.jsonl');
  expect(await readFile(kept, 'utf8')).toContain(unknown);
});

test('of the same office, the ring that opens more of the keys stays', async () => {
  // The keys of here were rotated, then the file of keys was lost.
  const { dataFolder, now } = neighbour;
  await neighbour.write('vault/keyring.json', ringOf('sana', 'k-baru'));
  await writeFile(join(dataFolder, 'vault', 'subject-keys.jsonl'), '');
  await neighbour.order();
  await neighbour.backup.close();
  await neighbour.journal.close();
  await applyRestoreOrder({ dataFolder, now, log: () => undefined });
  neighbour.journal = neighbour.openJournal();
  neighbour.backup = neighbour.openBackup();
  const { 'vault/keyring.json': ring, 'vault/subject-keys.jsonl': keys } =
    await neighbour.contents();
  expect(ring).toBe(ringOf('sana', 'k-sana'));
  expect(keys).toBe(lineOf('a', 'k-sana'));
});
